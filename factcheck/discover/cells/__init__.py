"""
Relations between the cells of a table, one a file: totals, percentages, changes, ratios, means, and what prose says.

Each looks along the rows and along the columns (``grid.Lines``), and asks whether its relation is meant in the same
way (``family``): it holds in most of the other lines of the same table.
"""

CELLS = ("totals", "percentages", "changes", "multiples", "means", "averages", "tabulated")
"""Every relation of cells, in the order in which they look."""
