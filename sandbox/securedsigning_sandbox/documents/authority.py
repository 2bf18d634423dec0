"""The sandbox's own certificate authority: it certifies signers so that their signatures are real, and vouches for nothing."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from .errors import DocumentError

NAME = "Secured Signing Sandbox CA - FOR TESTS ONLY, TRUSTS NOTHING"
_ORGANIZATION = "Secured Signing Sandbox (not a real authority)"
_AUTHORITY_LIFE = timedelta(days=3650)
_SIGNER_LIFE = timedelta(days=365)
# A clock that goes slightly backwards, as a test's may, must not meet a certificate from the future.
_HEAD_START = timedelta(days=1)
_LONGEST_COMMON_NAME = 64  # characters, X.520's upper bound


class Authority:
    """A certificate with its key (EC P-256), able to issue signers' certificates."""

    def __init__(self, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey) -> None:
        self.certificate = certificate
        self._key = key

    @classmethod
    def create(cls, now: datetime) -> "Authority":
        """A new authority.

        Arguments:
            now: the present with its time zone; the certificate is valid from a day before for ten years.
        """
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name(
            [
                x509.NameAttribute(NameOID.COMMON_NAME, NAME),
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, _ORGANIZATION),
            ]
        )
        builder = (
            _builder(name, name, key.public_key(), now, now + _AUTHORITY_LIFE)
            .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
            .add_extension(_key_usage(key_cert_sign=True, crl_sign=True), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        )
        return cls(builder.sign(key, hashes.SHA256()), key)

    @classmethod
    def from_pem(cls, data: bytes) -> "Authority":
        """Read what `to_pem` wrote.

        Raises:
            DocumentError: it holds no certificate with its key.
        """
        try:
            certificate = x509.load_pem_x509_certificate(data)
            key = serialization.load_pem_private_key(data, password=None)
        except ValueError as error:
            raise DocumentError("The sandbox's certificate authority can't be read: its PEM is damaged.") from error
        if not isinstance(key, ec.EllipticCurvePrivateKey) or key.public_key() != certificate.public_key():
            raise DocumentError("The sandbox's certificate authority can't be used: key and certificate don't match.")
        return cls(certificate, key)

    def to_pem(self) -> bytes:
        """Certificate and unencrypted key, to be kept as a secret of the sandbox."""
        return self.certificate_pem() + _key_pem(self._key)

    def certificate_pem(self) -> bytes:
        """The certificate alone, for those who want to check signatures."""
        return self.certificate.public_bytes(serialization.Encoding.PEM)

    def issue(self, name: str, email: str, now: datetime) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
        """A fresh key and certificate for one signer and one signature.

        Arguments:
            name: the signer's full name.
            email: the signer's address, the certificate's subject alternative name.
            now: the present with its time zone; the certificate is valid from a day before for a year.
        """
        key = ec.generate_private_key(ec.SECP256R1())
        subject = x509.Name(
            [
                x509.NameAttribute(NameOID.COMMON_NAME, (name.strip() or email)[:_LONGEST_COMMON_NAME]),
                x509.NameAttribute(NameOID.ORGANIZATION_NAME, _ORGANIZATION),
            ]
        )
        builder = (
            _builder(subject, self.certificate.subject, key.public_key(), now, now + _SIGNER_LIFE)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(_key_usage(digital_signature=True, content_commitment=True), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), critical=False)
        )
        try:
            builder = builder.add_extension(x509.SubjectAlternativeName([_address(email)]), critical=False)
        except ValueError as error:
            raise DocumentError(f"{email!r} is not an e-mail address a certificate can carry.") from error
        return builder.sign(self._key, hashes.SHA256()), key


def _address(email: str) -> x509.GeneralName:
    """An address as certificates carry it: the part after the @ in ASCII (RFC 5280, 4.2.1.6)."""
    local_part, _, domain = email.strip().rpartition("@")
    if not local_part or not domain:
        raise ValueError(email)
    return x509.RFC822Name(f"{local_part}@{domain.encode('idna').decode('ascii')}")


def _builder(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, now: datetime, until: datetime
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _HEAD_START)
        .not_valid_after(until)
    )


def _key_usage(
    *,
    digital_signature: bool = False,
    content_commitment: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=content_commitment,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        encipher_only=False,
        decipher_only=False,
    )


def _key_pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
