"""A term of a trade: the word, how it is used at work, and the help there is for learning it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"
    SIGN = "sign"


@dataclass(frozen=True, slots=True)
class Term:
    """One row of terms.csv; a text that does not apply is empty."""

    id: str
    term: str
    article: str
    plural: str
    kind: Kind
    step: str
    safety: bool
    """Misunderstanding it can hurt someone."""
    core: int | None
    """Place in the order of learning, from 1; None outside the core."""
    meaning: str
    sentence: str
    chunk: str
    spoken_as: str
    """Spelling that makes a voice say the term right, where its own does not."""
    picture: str
    """File name in the deck's pictures."""
    glosses: Mapping[str, str]
    """Translations by language code; a language without one is absent."""

    @property
    def with_article(self) -> str:
        return f"{self.article} {self.term}".strip()

    @property
    def spoken(self) -> str:
        """What a voice must be given to say the term with its article."""
        return f"{self.article} {self.spoken_as or self.term}".strip()
