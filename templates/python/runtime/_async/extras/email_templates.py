"""Finding an e-mail template by its name, which people know, where the service wants its reference."""

from __future__ import annotations

from securedsigning._async.groups.email_templates import AsyncEmailTemplates as _AsyncEmailTemplates
from securedsigning.errors import InputError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from securedsigning.models.email_template import EmailTemplate
    from securedsigning.options import CallOptions


class AsyncEmailTemplates(_AsyncEmailTemplates):
    """Wordings of invitation and completion mails."""

    async def invitation(self, name: str, *, options: CallOptions | None = None) -> EmailTemplate:
        """The invitation template with a name, letter case aside.

        Raises:
            InputError: there is none or more than one; the message names those there are.
        """
        return _named(name, await self.list_invitations(options=options))

    async def completion(self, name: str, *, options: CallOptions | None = None) -> EmailTemplate:
        """The completion template with a name, letter case aside.

        Raises:
            InputError: there is none or more than one; the message names those there are.
        """
        return _named(name, await self.list_completions(options=options))


def _named(name: str, templates: list[EmailTemplate]) -> EmailTemplate:
    found = [item for item in templates if (item.name or "").casefold() == name.strip().casefold()]
    if len(found) == 1:
        return found[0]
    known = ", ".join(repr(item.name) for item in templates if item.name) or "none at all"
    many = f"{len(found)} templates are" if found else "no template is"
    raise InputError(f"{many} called {name!r}; the account has {known}.")
