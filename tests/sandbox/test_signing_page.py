"""What an invitee sees and does."""

from __future__ import annotations

import base64
import html
import io
import re
from typing import Any

from PIL import Image, ImageDraw


def page(caller: Any, signer: Any, **form: str) -> Any:
    """Open the page, or send its form."""
    address = f"/sign/{signer['SigningKey']}"
    return caller.http.post(address, data=form) if form else caller.http.get(address)


def test_the_place_to_sign_is_marked_for_whose_turn_it_is(caller: Any) -> None:
    """One mark for Ana and none for Ben, who is to wait; afterwards the other way round."""
    ana, ben = caller.send(caller.upload()).json()[0]["Signers"]
    assert page(caller, ana).text.count('class="place"') == 1
    assert "not your turn" in page(caller, ben).text
    page(caller, ana, action="sign")
    assert 'class="place"' not in page(caller, ana).text
    assert page(caller, ben).text.count('class="place"') == 1


def test_pages_are_pictures(caller: Any) -> None:
    """PNG, and 404 for what is none."""
    ana = caller.send(caller.upload()).json()[0]["Signers"][0]
    picture = caller.http.get(f"/sign/{ana['SigningKey']}/pages/0.png")
    assert Image.open(io.BytesIO(picture.content)).format == "PNG"
    for number in ("99", "-1"):
        assert caller.http.get(f"/sign/{ana['SigningKey']}/pages/{number}.png").status_code == 404


def test_only_the_application_may_embed_the_page(caller: Any) -> None:
    """By Content-Security-Policy; X-Frame-Options, which can name nobody, is never sent."""
    ana = caller.send(caller.upload()).json()[0]["Signers"][0]
    headers = page(caller, ana).headers
    assert "frame-ancestors 'self' http://localhost:8000" in headers["content-security-policy"]
    assert "x-frame-options" not in headers
    assert "frame-ancestors 'none'" in caller.http.get("/").headers["content-security-policy"]


def test_a_drawn_signature(caller: Any) -> None:
    """A picture signs; what is none is refused and changes nothing."""
    document = caller.send(caller.upload()).json()[0]
    ana = document["Signers"][0]
    for broken in ("data:image/png;base64,!!", "data:image/png;base64," + base64.b64encode(b"none").decode()):
        assert page(caller, ana, action="sign", drawing=broken).status_code == 400
    image = Image.new("RGBA", (300, 90), (0, 0, 0, 0))
    ImageDraw.Draw(image).line((10, 70, 150, 15, 290, 60), fill=(18, 48, 107, 255), width=4)
    data = io.BytesIO()
    image.save(data, "PNG")
    drawing = "data:image/png;base64," + base64.b64encode(data.getvalue()).decode()
    assert page(caller, ana, action="sign", drawing=drawing).status_code == 303
    assert caller.status(document["Reference"])["Signers"][0]["HasSigned"] is True


def test_a_typed_signature_is_shown_as_it_will_stand_in_the_document(caller: Any) -> None:
    """A picture that differs with the text, whatever is typed; 404 without a good key."""
    ana = caller.send(caller.upload()).json()[0]["Signers"][0]
    address = f"/sign/{ana['SigningKey']}/signature.png"
    shown = [caller.http.get(address, params={"typed": text}) for text in ("A. Tui", "Ana", "\u5510\n" * 90)]
    assert all(Image.open(io.BytesIO(picture.content)).size == (672, 184) for picture in shown)
    assert len({picture.content for picture in shown}) == 3
    for unknown in ("/sign/nobody/signature.png", "/embedded/nobody/signature.png"):
        assert caller.http.get(unknown).status_code == 404


def test_a_signer_can_keep_what_was_signed(caller: Any) -> None:
    ana = caller.send(caller.upload()).json()[0]["Signers"][0]
    assert "Download it" not in page(caller, ana).text
    page(caller, ana, action="sign")
    address = re.search(r'href="([^"]+)" download', page(caller, ana).text)
    assert address and caller.http.get(html.unescape(address[1])).content.startswith(b"%PDF")


def test_the_way_back_after_signing(caller: Any) -> None:
    """To the return address, to which nothing is added; within a frame the page stays, to tell the one around it."""
    back = "https://app.example.com/done?x=1"
    first, second = caller.send(caller.upload(), Embedded=True, ReturnUrl=back).json()[0]["Signers"]
    assert page(caller, first, action="sign").headers["location"] == back
    framed = page(caller, second, action="decline", reason="No", framed="1")
    assert framed.headers["location"] == f"/sign/{second['SigningKey']}?sdk=1"
    assert 'data-outcome="declined"' in page(caller, second).text


def test_what_people_write_is_escaped(caller: Any) -> None:
    """File names, names and reasons are text, on every page."""
    attack = "<script>alert(1)</script>"
    reference = caller.upload("contract.pdf")
    caller.sandbox.state.store.run("UPDATE documents SET name = ? WHERE reference = ?", f"{attack}.pdf", reference)
    person = {"FirstName": attack, "LastName": '"><img src=x>', "Email": "a@example.com"}
    ana = caller.send(reference, Signers=[person]).json()[0]["Signers"][0]
    page(caller, ana, action="decline", reason=attack)
    for text in (
        page(caller, ana).text,
        caller.http.get(f"/documents/{reference}").text,
        caller.http.get("/inbox").text,
    ):
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "&lt;script&gt;" in text


def test_opening_is_logged_once(caller: Any) -> None:
    """The log says who looked, and not how often."""
    document = caller.send(caller.upload()).json()[0]
    for _ in range(3):
        page(caller, document["Signers"][0])
    log = caller.call("GET", f"/Document/Log/{document['Reference']}").json()
    assert [entry["Action"] for entry in log].count("Viewed") == 1
    assert log[-1]["Email"] == "ana@example.com"


def test_links_that_are_not_known(caller: Any) -> None:
    """A page that says so; a signer reference is no signing key."""
    ana = caller.send(caller.upload()).json()[0]["Signers"][0]
    for key in ("nothing", ana["SignerReference"]):
        assert caller.http.get(f"/sign/{key}").status_code == 404
