"""How Hypothesis draws its examples in a trial."""

from __future__ import annotations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st


def prepare() -> None:
    """Once, before the forks: a failure counts, and nobody reads the smallest input that makes it.

    One example is drawn, so that Hypothesis makes its source of chance here. In a fork it would warn: what is frozen for
    sharing, Python 3.14's thread-local dictionaries too, is not among what ``gc.get_referrers`` can find.
    """
    settings.register_profile("mutation", phases=[Phase.explicit, Phase.generate])
    settings.load_profile("mutation")

    @settings(max_examples=1, database=None)
    @given(st.none())
    def draw(nothing: None) -> None: ...

    draw()
