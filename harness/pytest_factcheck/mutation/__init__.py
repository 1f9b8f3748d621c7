"""Mutation: would this assertion notice if it were wrong?

An assertion is changed in one place, or a text that it stands on, and audited again. What the judges notice
is killed; what they do not notice shows where an assertion is weak, or a judge blind. Nothing here reads or
writes a file.
"""
