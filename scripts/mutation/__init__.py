"""Mutation testing: does a test fail when spec, code or templates change?"""
