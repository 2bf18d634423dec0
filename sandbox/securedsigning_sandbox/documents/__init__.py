"""The document side of the sandbox: Smart Tags, rendering to PDF, places to sign, and real signatures.

Files in, files out: nothing here knows of HTTP or of where the sandbox keeps its data.
"""
