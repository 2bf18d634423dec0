"""The Form Filler group: templates that are filled in by the caller, then sent to their signers."""

from __future__ import annotations

from typing import Any

from securedsigning_sandbox import views
from securedsigning_sandbox.context import Call
from securedsigning_sandbox.filler_sending import send_templates
from securedsigning_sandbox.filler_templates import find_template, templates_of
from securedsigning_sandbox.operations import operation


@operation("listFormFillerTemplates")
def list_all(call: Call) -> Any:
    return [template.view() for template in templates_of(call)]


@operation("getFormFillerSigners")
def signers(call: Call) -> Any:
    return find_template(call, call.parameters["TemplateReference"]).view(with_signers=True)


@operation("getFormFillerFields")
def fields(call: Call) -> Any:
    return find_template(call, call.parameters["TemplateReference"]).view(with_fields=True)


@operation("sendFormFillerTemplates")
def send(call: Call) -> Any:
    documents = [views.document(call.state, row) for row in send_templates(call)]
    return {"Documents": documents, "Signers": [signer for document in documents for signer in document["Signers"]]}
