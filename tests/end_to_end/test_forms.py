"""Client and sandbox over a real port: a form is filled with signers, sent, filled in, signed and exported."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest
from securedsigning import BadRequestError, PaymentRequiredError, PlanExhaustedError
from securedsigning.models import FormDirect
from securedsigning_sandbox.pytest_plugin import SecuredSigningFixture

pytestmark = pytest.mark.secured_signing(port=True)


def filled(form: FormDirect) -> FormDirect:
    """The form with Ana and Ben in its roles."""
    for signer, (first, last) in zip(form.signers, (("Ana", "Tui"), ("Ben", "Rata")), strict=True):
        signer.first_name, signer.last_name, signer.email = first, last, f"{first.lower()}@example.com"
    form.xml_data = "<FormData><EmployeeId>E-41</EmployeeId></FormData>"
    form.embed_form = True
    return form


def test_a_form_from_the_list_to_its_data(secured_signing: SecuredSigningFixture) -> None:
    """Only what a user of the client sees; what the sandbox refuses is an error of its own class."""
    client, sandbox = secured_signing.client, secured_signing.sandbox
    form = filled(next(each for each in client.forms.list_all() if each.name == "Timesheet"))
    fields = client.forms.predefined_fields(form.reference).fields or []
    assert "Project" in [field.field_name for field in fields]
    (document,) = client.forms.send([form])
    ana, ben = document.signers or []
    assert (ana.signer_type, ben.signer_type) == ("Employee", "Manager")
    link = client.forms.signer_link(document_reference=document.reference, signer=ben)
    assert link.signing_key == ben.signing_key
    secured_signing.sign(ana, {"WeekEnding": "2031-04-06"})
    secured_signing.sign(ben, {"Approved": True})
    assert client.documents.wait_until_complete(document.reference).status == "Complete"
    data = client.forms.export_data(document.reference, "xml").content
    assert fromstring(data).findtext("EmployeeNumber") == "E-41"
    package = client.forms.send([form, form], as_package=True)
    assert package.package_reference and len(package) == 2
    form.xml_data = "<FormData><Salary>1</Salary></FormData>"
    with pytest.raises(BadRequestError, match="XMLData"):
        client.forms.send([form])
    sandbox.exhaust_plan()
    with pytest.raises(PlanExhaustedError):
        client.forms.send([form])
    sandbox.set_on_hold(True)
    with pytest.raises(PaymentRequiredError):
        client.forms.send([form])
