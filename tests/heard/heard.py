#!/usr/bin/env python3
"""What a careful reader would read aloud of a book, made without any of fullcast's readers.

    heard.py make BOOK           prints a line a paragraph: its length and its hash
    heard.py check SCRIPT LIST   compares a script's spoken text with such a list; 0: the same
    heard.py diff SCRIPT BOOK    shows where the two differ, in words

Paragraphs are compared without white space and double quotation marks (ditto marks of tables among
them), with all dashes alike and all single quotation marks alike. A row of a table is one, with a
comma between cells that end in a word and what follows.
The rules below were written while reading each book: what of it is frame, contents, imprint, notes.
"""

import difflib
import hashlib
import html.parser
import json
import pathlib
import re
import sys
import unicodedata
import zipfile

DASHES = re.compile("[-\u2010-\u2015\u2212]+")
DOUBLE_QUOTES = re.compile("[\u201c-\u201f\u00ab\u00bb\u2033\"]")
SINGLE_QUOTES = re.compile("[\u2018-\u201b\u2039\u203a\u2032`\u00b4']")
NOT_THERE = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]+")


def normalised(text):
    text = DOUBLE_QUOTES.sub("", SINGLE_QUOTES.sub("'", DASHES.sub("-", text)))
    return NOT_THERE.sub("", unicodedata.normalize("NFKC", text))


# Plain text


def text_paragraphs(text):
    """Paragraphs between blank lines, without rows of stars and without marks of italics."""
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        if re.search(r"[^\W_]", paragraph):
            yield re.sub(r"\b_|_\b", "", paragraph)


def gutenberg_body(text):
    start = re.search(r"^\*\*\* ?START OF TH.*$", text, re.M)
    end = re.search(r"^(\*\*\* ?END OF TH|End of (the )?Project Gutenberg)", text, re.M)
    return text[start.end():end.start()]


def alice_text(path):
    body = gutenberg_body(path.read_bytes().decode("utf-8-sig"))
    yield from text_paragraphs(body[body.index("CHAPTER I. "):])  # title page before it


def sherlock_text(path):
    body = gutenberg_body(path.read_bytes().decode("latin-1"))
    yield from text_paragraphs(body[body.index("ADVENTURE I. "):])  # title page, contents


def plain_text(path):
    text = path.read_bytes().decode("utf-8", "replace")
    yield from (line for line in text.splitlines() if line.strip())


# HTML

BLOCKS = set("address article aside blockquote body br center dd div dl dt figcaption figure footer "
             "form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section table tbody "
             "tfoot thead tr ul".split())
CELLS = ("td", "th")
VOID = set("area base br col embed hr img input link meta param source track wbr".split())


class Page(html.parser.HTMLParser):
    """Paragraphs of a page. silent(tag, attributes) names the elements that are not heard, with all
    in them but what is again heard(tag, attributes)."""

    def __init__(self, silent, heard=lambda tag, attributes: False):
        super().__init__()
        self.silent, self.heard = silent, heard
        self.paragraphs, self.current = [], ""
        self.open = []  # (tag, speaks) of silent elements, and of heard ones inside them

    def handle_starttag(self, tag, attributes):
        if tag in BLOCKS:
            self.end_paragraph()
        if tag in CELLS:
            self.begin_cell()
        attributes = dict(attributes)
        if tag in VOID:
            return
        if not self.speaks() and self.heard(tag, attributes):
            self.open.append([tag, True, 1])
        elif self.speaks() and self.silent(tag, attributes):
            self.open.append([tag, False, 1])
        elif self.open and self.open[-1][0] == tag:
            self.open[-1][2] += 1

    def handle_endtag(self, tag):
        if tag in BLOCKS:
            self.end_paragraph()
        if self.open and self.open[-1][0] == tag:
            self.open[-1][2] -= 1
            if self.open[-1][2] == 0:
                self.open.pop()

    def handle_data(self, data):
        if self.speaks():
            self.current += data

    def begin_cell(self):
        before = self.current.rstrip().rstrip('"')
        if before.strip():
            self.current += ", " if before[-1].isalnum() else " "

    def speaks(self):
        return not self.open or self.open[-1][1]

    def end_paragraph(self):
        if self.current.strip():
            self.paragraphs.append(self.current)
        self.current = ""


def page(text, silent, heard=lambda tag, attributes: False):
    parser = Page(silent, heard)
    parser.feed(text)
    parser.close()
    parser.end_paragraph()
    return parser.paragraphs


def sherlock_html(path):
    text = path.read_bytes().decode("latin-1")
    text = text[text.index("</table></DIV>"):]  # frame, title page, contents
    return page(text, lambda tag, attributes: tag == "pre")


# EPUB


def types(attributes):
    return set(attributes.get("epub:type", "").split())


def never(tag, attributes):
    return tag in ("head", "script", "style", "nav") or "hidden" in attributes


def files(path, *names):
    with zipfile.ZipFile(path) as book:
        return [book.read(name).decode("utf-8") for name in names]


def alice_epub(path):
    # before the epigraph: half title, title page, imprint, frontispiece; behind the last chapter:
    # list of illustrations, colophon, uncopyright
    names = ["epub/text/epigraph.xhtml"] + [f"epub/text/chapter-{n}.xhtml" for n in range(1, 13)]
    for text in files(path, *names):
        yield from page(text, never)


def childrens_literature(path):
    def silent(tag, attributes):  # the asides are a transcriber's
        return never(tag, attributes) or types(attributes) & {"pagebreak", "annotation"}
    (text,) = files(path, "EPUB/s04.xhtml")
    yield from page(text, silent)


def georgia(path):
    def silent(tag, attributes):
        return never(tag, attributes) or types(attributes) & {"pagebreak", "annotation", "noteref",
                                                              "rearnotes"}
    (text,) = files(path, "EPUB/georgia.xhtml")
    yield from page(text, silent)


def arabic(path):
    def silent(tag, attributes):
        note = attributes.get("href", "").startswith("#footnote-")
        return never(tag, attributes) or note or attributes.get("id") == "footnotes"
    (text,) = files(path, "EPUB/Content/C_content.xhtml")
    yield from page(text, silent)


def wasteland(path):
    def silent(tag, attributes):
        line_number = attributes.get("class") == "lnum"
        return (never(tag, attributes) or line_number
                or types(attributes) & {"titlepage", "noteref", "rearnotes"})

    def heard(tag, attributes):  # on the title page
        return types(attributes) & {"epigraph", "dedication"}
    (text,) = files(path, "EPUB/wasteland-content.xhtml")
    yield from page(text, silent, heard)


BOOKS = {
    "alice-gutenberg-utf8.txt": alice_text,
    "alice-standard-ebooks.epub": alice_epub,
    "childrens-literature.epub": childrens_literature,
    "georgia-pls-ssml.epub": georgia,
    "leaving-atlanta.txt": plain_text,
    "regime-anticancer-arabic.epub": arabic,
    "sherlock-gutenberg-latin1.txt": sherlock_text,
    "sherlock-gutenberg.htm": sherlock_html,
    "wasteland.epub": wasteland,
}


def paragraphs_of(book):
    path = pathlib.Path(book)
    for paragraph in BOOKS[path.name](path):
        text = normalised(paragraph)
        if text:
            yield text, paragraph


def hash_of(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def spoken_segments(script):
    """(where, text) of each segment that is read."""
    for c, chapter in enumerate(json.loads(pathlib.Path(script).read_text())["chapters"], 1):
        for s, segment in enumerate(chapter["segments"], 1):
            if not segment.get("skip"):
                yield f"chapter {c}, segment {s}", segment["text"]


def check(script, heard_list):
    spoken, starts = "", []
    for where, text in spoken_segments(script):
        starts.append((len(spoken), where))
        spoken += normalised(text)
    position, last = 0, "the beginning"
    for number, line in enumerate(pathlib.Path(heard_list).read_text().splitlines(), 1):
        length, expected = int(line.split()[0]), line.split()[1]
        said = spoken[position:position + length]
        if hash_of(said) != expected:
            where = [name for start, name in starts if start <= position][-1:] or ["the end"]
            print(f"paragraph {number} is not what is spoken from {where[0]} on: \"{said[:80]}\"; "
                  f"before it: \"{last[-60:]}\"")
            return 1
        position, last = position + length, said
    if position < len(spoken):
        print(f"more is spoken than is there: \"{spoken[position:position + 80]}\"")
        return 1
    print(f"{script}: {number} paragraphs, {position} letters, all the same")
    return 0


def diff(script, book):
    def words(texts):
        # dashes apart, so that lines joined differently do not differ
        return [w for text in texts for w in re.findall(r"[\w']+|[^\w\s]", normalised_words(text))]

    def normalised_words(text):
        text = DOUBLE_QUOTES.sub('"', SINGLE_QUOTES.sub("'", DASHES.sub(" - ", text)))
        return unicodedata.normalize("NFKC", re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", text))

    ours = words(text for _, text in spoken_segments(script))
    heard = words(raw for _, raw in paragraphs_of(book))
    matcher = difflib.SequenceMatcher(None, heard, ours, autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind != "equal":
            print(f"heard: {' '.join(heard[max(0, a - 4):a])} [{' '.join(heard[a:b])[:300]}]\n"
                  f"ours:  {' '.join(ours[max(0, c - 4):c])} [{' '.join(ours[c:d])[:300]}]\n")


def main():
    command, *arguments = sys.argv[1:] or [""]
    if command == "make" and len(arguments) == 1:
        for text, _ in paragraphs_of(arguments[0]):
            print(len(text), hash_of(text))
        return 0
    if command == "check" and len(arguments) == 2:
        return check(*arguments)
    if command == "diff" and len(arguments) == 2:
        return diff(*arguments)
    sys.exit(__doc__)


if __name__ == "__main__":
    sys.exit(main())
