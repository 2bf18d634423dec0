#!/bin/sh
# Print spec/signature-vectors.json: spec/signature-vectors.sh > spec/signature-vectors.json
#
# Test vectors of the request signature, made without any of the code they are to test: the openssl command line and
# printf only. The signature is HMAC-SHA-256 over key, timestamp and nonce, joined by single line feeds with none at
# the end, keyed with the secret as it is written (never decoded) and given in standard Base64. It covers the timestamp
# as text: "1700000000.12345" and "1700000000,12345" are two different ones.
set -eu

key=TESTKEY0000000000000000000000000000000000000000000000TEST
secret=c2FuZGJveC1zZWNyZXQtZm9yLXRlc3RzLW9ubHk=
nonce=abcdefghijklmnopqrstuvwxyz012345
ten=0123456789
comma=

# vector NAME KEY SECRET TIMESTAMP NONCE; none of them holds a character that JSON escapes.
vector() {
    signature=$(printf '%s\n%s\n%s' "$2" "$4" "$5" | openssl dgst -sha256 -hmac "$3" -binary | openssl base64 -A)
    printf '%s\n  {\n' "$comma"
    printf '    "name": "%s",\n    "api_key": "%s",\n    "api_secret": "%s",\n' "$1" "$2" "$3"
    printf '    "timestamp": "%s",\n    "nonce": "%s",\n' "$4" "$5"
    printf '    "string_to_sign": "%s\\n%s\\n%s",\n    "signature": "%s"\n  }' "$2" "$4" "$5" "$signature"
    comma=,
}

printf '['
vector 'whole seconds' "$key" "$secret" 1700000000 "$nonce"
vector 'seconds with a fraction' "$key" "$secret" 1700000000.12345 "$nonce"
vector 'seconds with a decimal comma' "$key" "$secret" 1700000000,12345 "$nonce"
vector 'seconds with as many digits as a double has' "$key" "$secret" 1930104000.1234567 "$nonce"
vector 'nonce of 1 character' "$key" "$secret" 1700000000 a
vector 'nonce of 32 characters, letters and digits' "$key" "$secret" 1930104000 Zx81kQm0TtYb27LpWc94HsVn53RgDf6J
vector 'nonce of 32 characters, hexadecimal' "$key" "$secret" 1930104000 0f1e2d3c4b5a69788796a5b4c3d2e1f0
vector 'timestamp 0' "$key" "$secret" 0 "$nonce"
vector 'key and secret of 1 character' k s 1700000000 n
vector 'secret that looks like Base64 and is not decoded' "$key" \
    MDEyMzQ1Njc4OUFCQ0RFRkdISUpLTE1OT1BRUlNUVVZXWFlaYWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXotXw== 1700000000 "$nonce"
vector 'what that secret decodes to, which signs differently' "$key" \
    0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_ 1700000000 "$nonce"
vector 'secret with every character of Base64 that forms and URLs change' "$key" 'a+b/c+d/e+f/g+h/ij==' 1700000000 "$nonce"
vector 'secret of 64 bytes, the block of SHA-256' "$key" "$ten$ten$ten$ten$ten${ten}abcd" 1700000000 "$nonce"
vector 'secret of 65 bytes, which HMAC hashes first' "$key" "$ten$ten$ten$ten$ten${ten}abcde" 1700000000 "$nonce"
vector 'secret of 131 bytes' "$key" \
    "$ten$ten$ten$ten$ten$ten$ten$ten$ten$ten$ten$ten${ten}e" 1700000000 "$nonce"
vector 'signature with + and /' "$key" "$secret" 1700000000 nonce00
printf '\n]\n'
