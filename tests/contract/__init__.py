"""The client against the spec, judged by code that shares nothing with the generator."""
