"""Who calls: the signature, the access URL, the bearer token. Written anew here; the SDK's code is not used to check it."""
