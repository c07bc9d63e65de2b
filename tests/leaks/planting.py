"""A text that is not free, and the ways in which its words may get into a file."""

from __future__ import annotations

import base64
import bz2
import gzip
import io
import json
import lzma
import quopri
import struct
import zipfile
import zlib
from collections.abc import Callable
from urllib.parse import quote

from plugins.archive.source import Document, Label, Original, Rights, Segment
from plugins.archive.span import Span

BODY = """\
Nobody in Ostend remembers who poured the first bucket of tin into the harbour, but Ines Varga’s camera
remembers for them. It drifts above the quay at dusk, past crates stencilled with the names of ships that
never came home, and it listens. What it hears is mostly water, and a lamp that hums when it is lonely.

The Pilot, played by Bram Oster with the patience of a man who has been told to wait and has forgotten for
what, keeps a ledger of fogs. Each one gets a number, a colour and a grudge. “You can’t sue a cloud,” says
Odile from her lamp, “but you may send it a bill.” That is the film’s only joke, and it lands twelve times.

Critics will complain that the second hour refuses to move. They are right; so does the tide, when nobody
pays it. Between two whistles Varga finds more weather than most directors find in a trilogy, and when the
ship at last appears it is smaller than a teacup, naïve as a postcard, and exactly what everyone deserved.
"""
"""A review of a film that nobody made, 181 words; no six of them in a row come twice."""

COMMENT = """\
Saw this with my aunt who sold anchors for thirty years, and she wept at the wrong places, loudly, until the
usher brought her a lemonade and a photograph of a better film.
"""
"""What a reader wrote below it."""

WORDS = BODY.split()

TEXT = f"{BODY}\n{COMMENT}"


def review(rights: Rights = Rights.SUMMARY, source: str = "tin-review", text: str = TEXT) -> Document:
    """The text as a document whose last paragraph is a reader's comment."""
    body = Span(0, len(text) - len(COMMENT))
    comment = Span(len(text) - len(COMMENT), len(text))
    segments = (
        Segment(source, body, 1, Label.BODY, "a test says so"),
        Segment(source, comment, 2, Label.COMMENT, "a test says so", depth=1),
    )
    return Document(source, rights, Original("0" * 64, text), segments)


def run(length: int, start: int = 3) -> str:
    """That many words of the body, as they stand there but for line ends."""
    return " ".join(WORDS[start : start + length])


def png(chunk: bytes, data: bytes) -> bytes:
    """A picture of one pixel, with a chunk of text."""
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        (chunk, data),
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


def jpeg(marker: int, data: bytes) -> bytes:
    """A picture's beginning with one segment, and noise where its points would be."""
    segment = b"\xff" + bytes([marker]) + struct.pack(">H", len(data) + 2) + data
    return b"\xff\xd8" + segment + b"\xff\xda" + bytes(range(256)) * 8 + b"\xff\xd9"


def webp(chunk: bytes, data: bytes) -> bytes:
    padded = data + b"\0" * (len(data) % 2)
    body = b"WEBP" + chunk + struct.pack("<I", len(data)) + padded
    return b"RIFF" + struct.pack("<I", len(body)) + body


def pdf(content: bytes) -> bytes:
    """One page whose instructions are packed."""
    packed = zlib.compress(content)
    head = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\n" % (len(packed), packed)
    return head + stream + b"endobj\n"


def zipped(words: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("notes/review.txt", words)
    return file.getvalue()


def shown_in_pdf(words: str) -> bytes:
    """Instructions that show the words, some cut in two to set their letters closer."""
    shown = " ".join(f"[({one[:2]}) -20 ({one[2:]} )] TJ" for one in words.replace("(", "").split())
    return pdf(f"BT /F1 12 Tf 72 700 Td {shown} ET".encode("cp1252", "replace"))


def entities(words: str) -> str:
    return "".join(f"&#x{ord(sign):x};" for sign in words)


def javascript(words: str) -> str:
    return "".join(f"\\u{ord(sign):04x}" if ord(sign) > 255 else f"\\x{ord(sign):02x}" for sign in words)


def css(words: str) -> str:
    return "".join(sign if sign.isalpha() and ord(sign) > 127 else f"\\{ord(sign):x} " for sign in words)


def halves(words: str) -> str:
    """Every word cut in two strings that are added up."""
    return " + ".join(f'"{one[:1]}" + "{one[1:]} "' for one in words.replace('"', "").split())


def tagged(words: str) -> str:
    """Every word with a tag inside and a block around."""
    return "".join(f"<div>{one[:1]}<i class='x'>{one[1:]}</i></div>" for one in words.split())


def spaced(words: str) -> str:
    return "\n".join(words.split())


def fielded(words: str) -> str:
    return "\n".join(json.dumps({"n": number, "w": word}) for number, word in enumerate(words.split()))


def keyed(words: str) -> str:
    return json.dumps({" ".join(words.split()[at : at + 3]): at for at in range(0, len(words.split()), 3)})


def subtitles(words: str) -> str:
    parts = words.split()
    return "\n\n".join(
        f"{at}\n00:00:{at:02},000 --> 00:00:{at + 2:02},500\n{' '.join(parts[at : at + 4])}"
        for at in range(0, len(parts), 4)
    )


def json_ld(words: str) -> str:
    value = json.dumps({"@type": "Review", "reviewBody": words})
    return f'<head><script type="application/ld+json">{value}</script></head>'


def feed(words: str) -> str:
    body = f"&lt;p&gt;{words.replace('&', '&amp;amp;').replace(' ', ' &lt;b&gt;', 1)}&lt;/b&gt;&lt;/p&gt;"
    return f'<?xml version="1.0"?><feed><entry><content type="html">{body}</content></entry></feed>'


ENCODERS: dict[str, Callable[[str], bytes]] = {
    "plain": lambda words: words.encode(),
    "one word a line": lambda words: spaced(words).encode(),
    "capitals": lambda words: words.upper().encode(),
    "html text": lambda words: f"<p>{words.replace(' ', ' <em>', 1)}</em></p>".encode(),
    "html, every word in tags": lambda words: tagged(words).encode(),
    "html attribute": lambda words: f"<img src='x' alt='{words.replace(chr(39), '')}'>".encode(),
    "html comment": lambda words: f"<p>x</p><!-- {words} --><p>y</p>".encode(),
    "entities": lambda words: f"<p>{entities(words)}</p>".encode(),
    "srcdoc": lambda words: f'<iframe srcdoc="&lt;p&gt;{entities(words)}&lt;/p&gt;"></iframe>'.encode(),
    "json-ld": lambda words: json_ld(words).encode(),
    "inline svg": lambda words: f"<svg><text>{words.replace(' ', '</text><text>')}</text></svg>".encode(),
    "feed": lambda words: feed(words).encode(),
    "cdata": lambda words: f"<rss><description><![CDATA[<p>{words}</p>]]></description></rss>".encode(),
    "escaped twice": lambda words: f"<c>{entities(words).replace('&', '&amp;amp;')}</c>".encode(),
    "json": lambda words: json.dumps({"body": words}).encode(),
    "json, a word an element": lambda words: json.dumps(words.split()).encode(),
    "json, a letter an element": lambda words: json.dumps(list(words)).encode(),
    "json lines, a word a record": lambda words: fielded(words).encode(),
    "json keys": lambda words: keyed(words).encode(),
    "script": lambda words: f'const a = "{javascript(words)}";'.encode(),
    "script, strings added up": lambda words: f"const a = {halves(words)};".encode(),
    "template string": lambda words: f"const a = `{words.replace(' ', ' ${x} ', 1)}`;".encode(),
    "style sheet": lambda words: f'.x::after {{ content: "{css(words)}"; }}'.encode(),
    "soft hyphens": lambda words: "\u00ad".join(words).encode(),
    "zero-width spaces": lambda words: "\u200b".join(words).encode(),
    "percent": lambda words: quote(words).encode(),
    "quoted-printable": lambda words: quopri.encodestring(words.encode()),
    "hyphens at line ends": lambda words: words.replace("ar", "a-\nr").encode(),
    "subtitles": lambda words: subtitles(words).encode(),
    "gzip": lambda words: gzip.compress(words.encode()),
    "zlib": lambda words: zlib.compress(words.encode()),
    "bzip2": lambda words: bz2.compress(words.encode()),
    "xz": lambda words: lzma.compress(words.encode()),
    "lzma": lambda words: lzma.compress(words.encode(), lzma.FORMAT_ALONE),
    "zip": zipped,
    "gzip in zip in gzip": lambda words: gzip.compress(zipped(gzip.compress(words.encode()).hex())),
    "base64": lambda words: base64.b64encode(words.encode()),
    "base64 in lines": lambda words: base64.encodebytes(words.encode()),
    "base64 for addresses": lambda words: base64.urlsafe_b64encode(words.encode()),
    "data uri": lambda words: b'<a href="data:,;base64,' + base64.b64encode(words.encode()) + b'">x</a>',
    "hexadecimal": lambda words: words.encode().hex().encode(),
    "utf-16": lambda words: words.encode("utf-16"),
    "utf-16 without a mark": lambda words: words.encode("utf-16-be"),
    "utf-32": lambda words: words.encode("utf-32"),
    "windows-1252": lambda words: words.encode("cp1252"),
    "png, plain chunk": lambda words: png(b"tEXt", b"Comment\0" + words.encode("cp1252")),
    "png, packed chunk": lambda words: png(b"zTXt", b"Comment\0\0" + zlib.compress(words.encode("cp1252"))),
    "png, utf-8 chunk": lambda words: png(b"iTXt", b"Comment\0\0\0en\0\0" + words.encode()),
    "jpeg comment": lambda words: jpeg(0xFE, words.encode()),
    "jpeg, title of windows": lambda words: jpeg(0xE1, b"Exif\0\0II*\0\x08\0" + words.encode("utf-16-le")),
    "webp, xmp": lambda words: webp(b"XMP ", f"<x:xmpmeta>{entities(words)}</x:xmpmeta>".encode()),
    "pdf": shown_in_pdf,
    "source map": lambda words: json.dumps({"sourcesContent": [f'a="{javascript(words)}"']}).encode(),
}
"""Ways to write words into a file, by name. Each takes words of European languages."""

PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress,
    "zlib": zlib.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "base64": base64.b64encode,
    "hexadecimal": lambda data: data.hex().encode(),
}
"""Ways to write the bytes of one file into another."""
