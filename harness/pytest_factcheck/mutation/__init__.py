"""Mutation: would this assertion notice if it were wrong?"""
