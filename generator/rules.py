"""Placeholder until the rules land."""


def findings(document, folder):
    return []
