"""What can be wrong with an archive, split by who must act.

Problem          one fault at one place, with what to do next (a value, collected)
ArchiveError     the base of what is raised
  ContentFaults    contributors must act: every fault of a run, in file order
  SettingFault     the maintainer must act: a setting or an option of a command
    WrongSettings    settings that cannot be used, by their names
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum


class Code(Enum):
    """Every fault that a contributor can meet, with the sentence that explains it."""

    NO_FRONT_MATTER = "a page of the archive begins with front matter between two lines of ---"
    BAD_YAML = "the front matter is not YAML that can be read"
    BAD_MARKDOWN = "a page's body is Markdown that can be shown whole, and read in no time"
    UNKNOWN_KEY = "this kind of record has no such key"
    MISSING_KEY = "this kind of record needs the key"
    WRONG_TYPE = "the value has the wrong shape for its key"
    WRONG_VALUE = "the value is not one of those that the key takes"
    BAD_DATE = "dates are EDTF"
    BAD_ID = "a file's name is its record's id: lower-case letters, digits and hyphens"
    DUPLICATE_ID = "two records have the same id"
    UNKNOWN_ID = "no record has this id"
    UNKNOWN_FRAGMENT = "a link to a part of a page names a heading or a paragraph that is there"
    AMBIGUOUS_NAME = "several records answer to this name"
    DUPLICATE_NAME = "two pages of one kind have different names, or say that they are two"
    BROKEN_LINK = "a link is closed, and has an end and words"
    RAW_HTML = "pages are written in Markdown, and HTML is shown as text"
    WIKI_MARKUP = "pages are written in Markdown, and marks of a wiki are shown as the text they are"
    MISSING_ALT = "a picture has words for those who do not see it"
    UNKNOWN_PICTURE = "a picture of a page lies in content/images"
    STRAY_FILE = "a record is a .md file in a folder of its kind, and lists are those that are known"
    BAD_POINTER = "a cite names a source, a paragraph, and for exact words a span and its digest"
    QUOTE_NOT_FOUND = "the pointed-at words do not stand there in the pinned original"
    ORIGINAL_CHANGED = "a text that was saved for a record is the one that the record pins"
    DUPLICATE_ORIGINAL = "two records pin the same text"
    EXTRACTION_CHANGED = "a web page is read as the text that its record pins"
    UNREADABLE_ORIGINAL = "an original is text in UTF-8, or in UTF-16 or UTF-32 with a byte order mark"
    LEAKED_RUN = "a built site has more words of a text in a row than its rights allow"
    LEAKED_SHARE = "a built site has more words of a text in all than its rights allow"
    LEAKED_INDEX = "the search index gives a text away when it is put together again"
    UNSEARCHED_FILE = "a file of a built site can be searched for leaks to its last byte"
    PRIVATE_EDITION = "the private edition is for its owner and is not published"
    UNSAFE_FILE = "what is copied into the site as it is are pictures, and files that lie in their folder"
    EMPTY_ORIGINAL = "a file to import holds text"
    UNREADABLE_FILE = "what is read of an archive are files that can be opened, and lie where they are called"
    UNREADABLE_LINE = "each line of the log of changes is JSON in UTF-8"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault: where it stands, what was found, what was expected, what to do next.

    ``path`` is relative to the archive, with forward slashes; ``line`` and ``col`` count from 1.
    """

    path: str
    line: int
    col: int
    code: str
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.col}: {self.code} {self.message}"


def problem(path: str, line: int, col: int, code: Code, message: str) -> Problem:
    return Problem(path, line, col, code.name.replace("_", "-"), message)


class ArchiveError(Exception):
    """The base of everything that the archive raises on purpose."""


class ContentFaults(ArchiveError):
    """The content cannot be built; carries every fault found, sorted by file, line and column."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(one) for one in self.problems))


class SettingFault(ArchiveError):
    """A setting or a command's option cannot be used; the message says which and what would do."""


class WrongSettings(SettingFault):
    """Settings that cannot be used; ``told`` says of each by its name what it is and what was expected."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self.told = dict(told)
        super().__init__("\n".join(self.told.values()))
