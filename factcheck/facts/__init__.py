"""
Facts: what each number of a text states (model/fact.py), and which of them are one (same).
"""
