"""The signers in a row of a mail merge list: which columns are understood is the sandbox's choice.

`FirstName`, `LastName`, `Email`, and as far as they are given `MobileNumber`, `MobileCountry` and `ClientReference`, are the
first signer's; with a number at the end (`Email2`) those of that signer. Case, blanks and punctuation do not matter, and
`Signer 2 First Name`, `E-mail` and `Mobile` will do too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_MEMBERS = {
    "firstname": "FirstName",
    "lastname": "LastName",
    "email": "Email",
    "mobile": "MobileNumber",
    "mobilenumber": "MobileNumber",
    "mobilecountry": "MobileCountry",
    "clientreference": "ClientReference",
}
_COLUMN = re.compile(rf"(?:signer(?P<before>[1-9][0-9]?))?(?P<member>{'|'.join(_MEMBERS)})(?P<after>[1-9][0-9]?)?")


def signers_of(values: Mapping[str, str]) -> list[dict[str, str]]:
    """The signers of a row, named as in a request, without those at the end that the row leaves blank.

    Args:
        values: the row's values by the ``field_key`` of their column.
    """
    people: dict[int, dict[str, str]] = {}
    for column, value in values.items():
        found = _COLUMN.fullmatch(column)
        if found and value and not (found["before"] and found["after"]):
            number = int(found["before"] or found["after"] or 1)
            people.setdefault(number, {})[_MEMBERS[found["member"]]] = value
    return [people.get(number, {}) for number in range(1, max(people, default=0) + 1)]
