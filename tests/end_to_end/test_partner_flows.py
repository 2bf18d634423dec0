"""Partners, senders and invoices: the client against the sandbox, over a real port."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest
from securedsigning import AuthenticationError, NotFoundError, PlanExhaustedError, SecuredSigning, new_state
from securedsigning.models import Company, PartnerUserDetails, PlanDetails, SmartTagInvitee, UserDetails
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

FILES = Path(__file__).parents[2] / "spec" / "examples" / "files"
UNA = PartnerUserDetails(first_name="Una", last_name="Rimu", email="una@rimu.example.com")
SIGNERS = [
    SmartTagInvitee(first_name="Ana", last_name="Tui", email="ana@example.com"),
    SmartTagInvitee(first_name="Ben", last_name="Rata", email="ben@example.com"),
]


pytestmark = pytest.mark.secured_signing(port=True)


@pytest.fixture
def client(secured_signing: SecuredSigningFixture) -> SecuredSigning:
    """A client with the ready-made key, which is a partner's; nobody is logged in."""
    made: SecuredSigning = secured_signing.client
    made.oauth.forget()
    return made


def connect(client: SecuredSigning, key: str, *scopes: str) -> None:
    """Log in with a connect key: the authorize endpoint leads straight to the callback."""
    state = new_state()
    answer = httpx.get(client.oauth.authorization_url(scopes, state=state, key=key))
    assert answer.status_code == 302
    client.oauth.handle_callback(answer.headers["location"], state=state)


def test_a_company_of_type_a(client: SecuredSigning) -> None:
    """Create it, add a user, send as the user, read the plan; a token for one call is refused the second time."""
    client.oauth.use(client.oauth.partner_token("MembershipManagement"))
    company = client.partners.create_or_link_membership(
        terms_of_use=True,
        company=Company(
            company_name="Rimu Books",
            contact_first_name="Ira",
            contact_last_name="Rimu",
            contact_email="ira@rimu.example.com",
        ),
    )
    code, reference = company.membership_code or "", company.reference or ""
    client.oauth.use(client.oauth.membership_token(code, reference))
    key = client.partners.add_membership_user(user=UNA, client_reference="u1")
    with pytest.raises(AuthenticationError, match="good for one call"):
        client.partners.membership_plan()

    connect(client, key, "Basic", "SmartTag")
    user = client.account.info()
    assert (user.email, user.is_admin) == ("una@rimu.example.com", False)
    sent = client.smart_tags.send(
        [client.documents.upload(FILES / "contract.pdf")], due_date="2031-01-01", signers=SIGNERS
    )
    assert sent[0].reference

    client.oauth.use(client.oauth.membership_token(code, reference))
    plan = client.partners.membership_plan()
    assert (plan.total_accounts_used, plan.total_documents_used) == (2, 1)
    client.oauth.use(client.oauth.membership_token(code, reference))
    client.partners.update_membership_user(client_reference="u1", last_name="Totara")
    client.oauth.use(client.oauth.membership_token(code, reference))
    client.partners.remove_membership_user(user_id=user.user_id or "", force_remove=True)


def test_a_company_of_type_b(client: SecuredSigning) -> None:
    """Create it, log in with its key, add a user, use the plan up, refresh, remove the user."""
    client.oauth.use(client.oauth.partner_token("AccountManagement"))
    made = client.partners.add_account(user=UNA, plan=PlanDetails(plan_users=5, plan_documents=1))
    assert made.result == "OK"
    connect(client, made.connect_key or "", "Basic", "Account")
    administrator = client.oauth.refresh()
    oli = PartnerUserDetails(first_name="Oli", last_name="Rimu", email="oli@rimu.example.com")
    added = client.partners.add_account_user(user=oli)
    connect(client, added.connect_key or "", "Basic", "SmartTag")
    user = client.account.info()
    client.documents.upload(FILES / "contract.pdf")
    with pytest.raises(PlanExhaustedError):
        client.documents.upload(FILES / "contract.pdf")
    client.oauth.use(administrator)
    client.partners.remove_account_user(user_id=user.user_id or "")
    assert client.account.info().document_left == 0


def test_tokens_of_people(client: SecuredSigning) -> None:
    """One in a person's name sends; that of an invitee reads the invitee's own document and nothing else."""
    client.oauth.use(client.oauth.user_token("Eve", "Nikau", "eve@example.com", ["Basic", "SmartTag"]))
    uploaded = [client.documents.upload(FILES / "contract.pdf") for _ in "12"]
    sent = client.smart_tags.send(uploaded, due_date="2031-01-01", signers=SIGNERS, embedded=True)
    own, other = list(sent)
    assert client.documents.log(own.reference)[0].name == "Eve Nikau"
    client.oauth.use(client.oauth.signing_key_token(own.signers[0].signing_key or ""))
    assert client.documents.status(own.reference).reference == own.reference
    with pytest.raises(NotFoundError, match="no document"):
        client.documents.status(other.reference)
    with pytest.raises(AuthenticationError, match="is not for getAccountInfo"):
        client.account.info()


def test_a_sender_and_the_bill(secured_signing: SecuredSigningFixture) -> None:
    """What is sent in a sender's name says so, and is on the invoice of the month."""
    client = secured_signing.client
    saved = client.account.save_sender(user=UserDetails(first_name="Sia", last_name="Maire", email="sia@example.com"))
    with SecuredSigning(**secured_signing.settings, sender=saved.reference) as in_her_name:
        document = in_her_name.documents.upload(FILES / "contract.pdf").reference
        in_her_name.smart_tags.send([document], due_date="2031-01-01", signers=SIGNERS)
    assert {entry.name for entry in client.documents.log(document)[:2]} == {"Sia Maire"}
    assert secured_signing.invitations[0]["sender"] == "Sia Maire <sia@example.com>"

    secured_signing.clock.advance(31 * 86_400)
    invoices = client.billing.invoices()
    assert [invoice.invoice_type for invoice in invoices] == ["Account", "BuyIdCheck", "BuySMS", "Account"]
    (line,) = client.billing.invoice_details(invoices[0].invoice_reference)
    assert (line.invoice_user, line.quantity, line.price) == ("Sia Maire", 1, invoices[0].amount)
    paper = client.downloads.invoice(invoices[0].invoice_reference)
    assert paper.content.startswith(b"%PDF")
    assert paper.filename == f"{invoices[0].invoice_no}.pdf"
    with pytest.raises(NotFoundError, match="no invoice"):
        client.billing.invoice_details(document)
