#!/usr/bin/env python3
"""Checks what epubcheck does not see in an EPUB 3 with Media Overlays.

    overlays.py EPUB [SOURCE]

Sound and text: each clip lies inside its sound file, clips of an overlay go forward, none overlaps another; durations in
the package are the sums of the clips, and the whole is the sum of the parts. Each text that is referred to is there, once,
and in the order of its page unless it is a note. The active class is named, and a style sheet that each page links to
shows it. With SOURCE, the EPUB it was made from: without what was put in, each file is the same to the byte. If that is an
EPUB 2, but for what EPUB 3 wants otherwise: the doctype, entities, and the package, which still has all items in order. A
page with markup that HTML has no more still has its text, its elements or those that took their place, links and pictures.

Prints what is wrong, a line each; exit status 1 if anything is. Needs Python only, and ffprobe for the sound's length.
"""
import re
import subprocess
import sys
import tempfile
import zipfile
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from xml.etree import ElementTree as ET

NS = {"opf": "http://www.idpf.org/2007/opf", "smil": "http://www.w3.org/ns/SMIL",
      "c": "urn:oasis:names:tc:opendocument:xmlns:container"}
TOLERANCE_S = 0.002


def seconds(clock):
    """A clock value of SMIL 3.0."""
    match = re.fullmatch(r"(?:(?:(\d+):)?(\d+):)?(\d+(?:\.\d+)?)(h|min|s|ms)?", clock)
    if not match:
        raise ValueError(f"no clock value: {clock}")
    hours, minutes, rest, unit = match.groups()
    value = float(rest) * {"h": 3600, "min": 60, "ms": 0.001}.get(unit, 1)
    return int(hours or 0) * 3600 + int(minutes or 0) * 60 + value


class Book:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        container = ET.fromstring(self.zip.read("META-INF/container.xml"))
        self.package_name = container.find(".//c:rootfile", NS).get("full-path")
        self.package = ET.fromstring(self.zip.read(self.package_name))
        self.items = {item.get("id"): item for item in self.package.iterfind("opf:manifest/opf:item", NS)}

    def resolve(self, base, reference):
        path, _, fragment = reference.partition("#")
        return normpath(join(dirname(base), unquote(path))) if path else base, unquote(fragment)

    def file_of(self, item):
        return self.resolve(self.package_name, item.get("href"))[0]

    def metas(self, name):
        return [m for m in self.package.iterfind("opf:metadata/opf:meta", NS) if m.get("property") == name]


class Check:
    def __init__(self, path):
        self.book = Book(path)
        self.wrong = []
        self.lengths = {}
        self.clips = {}

    def say(self, what):
        self.wrong.append(what)

    def sound_length(self, name):
        if name not in self.lengths:
            with tempfile.NamedTemporaryFile(suffix=Path(name).suffix) as file:
                file.write(self.book.zip.read(name))
                file.flush()
                shown = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0",
                                        file.name], capture_output=True, text=True, check=True)
            self.lengths[name] = float(shown.stdout)
        return self.lengths[name]

    def overlay(self, item, page):
        smil_name = self.book.file_of(item)
        root = ET.fromstring(self.book.zip.read(smil_name))
        page_bytes = self.book.zip.read(page)
        ids = [e.get("id") for e in ET.fromstring(page_bytes).iter() if e.get("id")]
        place = {name: number for number, name in enumerate(ids)}
        if len(place) != len(ids):
            self.say(f"{page}: an id is there twice")
        total, at, backwards = 0.0, {}, 0
        last = -1
        for par in root.iter("{http://www.w3.org/ns/SMIL}par"):
            text, audio = par.find("smil:text", NS), par.find("smil:audio", NS)
            target, fragment = self.book.resolve(smil_name, text.get("src"))
            if target != page:
                self.say(f"{smil_name}: {par.get('id')} refers to {target}, not to its page {page}")
            elif fragment not in place:
                self.say(f"{smil_name}: {page} has no #{fragment}")
            else:
                backwards += place[fragment] < last
                last = place[fragment]
            sound = self.book.resolve(smil_name, audio.get("src"))[0]
            begin, end = seconds(audio.get("clipBegin")), seconds(audio.get("clipEnd"))
            if not begin < end <= self.sound_length(sound) + TOLERANCE_S:
                self.say(f"{smil_name}: {par.get('id')} is no clip of {sound}: {begin} to {end}")
            if begin < at.get(sound, 0.0) - 1e-9:
                self.say(f"{smil_name}: {par.get('id')} is heard before the text ahead of it ends")
            at[sound] = end
            self.clips.setdefault(sound, []).append((begin, end, smil_name))
            total += end - begin
        if backwards:
            self.say(f"{smil_name}: {backwards} texts are not in the order of {page}")
        return total

    def style(self, page, active):
        for link in ET.fromstring(self.book.zip.read(page)).iter("{http://www.w3.org/1999/xhtml}link"):
            if link.get("rel") != "stylesheet":
                continue
            sheet = self.book.resolve(page, link.get("href"))[0]
            if sheet in self.book.zip.namelist() and f".{active}" in self.book.zip.read(sheet).decode("utf-8", "replace"):
                return
        self.say(f"{page}: none of its style sheets shows .{active}")

    def run(self):
        durations = {m.get("refines"): seconds(m.text) for m in self.book.metas("media:duration")}
        active = [m.text for m in self.book.metas("media:active-class")]
        if len(active) != 1:
            self.say("the package does not name one active class")
        totals = 0.0
        for item in self.book.items.values():
            overlay = item.get("media-overlay")
            if not overlay:
                continue
            page = self.book.file_of(item)
            total = self.overlay(self.book.items[overlay], page)
            totals += total
            if abs(durations.get(f"#{overlay}", -1) - total) > TOLERANCE_S:
                self.say(f"{page}: its duration is {durations.get(f'#{overlay}')}, its clips last {total:.3f} s")
            for name in active:
                self.style(page, name)
        if not totals:
            self.say("no page has an overlay")
        if abs(durations.get(None, -1) - totals) > TOLERANCE_S:
            self.say(f"the package's duration is {durations.get(None)}, the overlays last {totals:.3f} s")
        for sound, clips in self.clips.items():
            clips.sort()
            for (_, end, first), (begin, _, second) in zip(clips, clips[1:]):
                if begin < end - 1e-9:
                    self.say(f"{sound}: clips of {first} and {second} overlap at {begin}")


# What is put into a package, and into pages beside spans.
PUT_INTO_PACKAGE = (
    rb' media-overlay="heard-overlay-\d+"', rb'<(?:\w+:)?item id="heard-[^>]*/>\n',
    rb'<((?:\w+:)?)meta property="media:[^>]*>[^<]*</\1meta>\n')
PUT_INTO_PAGES = (
    rb'<(?:\w+:)?link rel="stylesheet" type="text/css" href="[^"]*narration[^"]*/heard\.css"/>',
    rb' id="heard-(?:x-)*\d+"')
DOCTYPE = re.compile(rb"<!DOCTYPE[^>]*>")
SPAN = re.compile(rb"<(/?)(?:\w+:)?span(\s[^>]*?)?(/?)>")
OUR_SPAN = re.compile(rb'\sid="heard-(?:x-)*\d+"')


def without(content, patterns):
    for pattern in patterns:
        content = re.sub(pattern, b"", content)
    return content


def original_page(content, original):
    """The page without our link, spans and ids. A span of the book's own that was given an id is told from ours by the
    original, which is followed side by side."""
    content = without(content, PUT_INTO_PAGES[:1])
    result, ours = b"", []
    at = 0
    for tag in SPAN.finditer(content):
        result += without(content[at:tag.start()], PUT_INTO_PAGES[1:])
        at = tag.end()
        if tag.group(1):
            keep = not ours.pop()
        else:
            bare = without(tag.group(0), PUT_INTO_PAGES[1:])
            is_ours = bool(OUR_SPAN.fullmatch(tag.group(2) or b"")) and original[len(result):].find(bare) != 0
            if not tag.group(3):
                ours.append(is_ours)
            keep = not is_ours
        if keep:
            result += without(tag.group(0), PUT_INTO_PAGES[1:])
    return result + without(content[at:], PUT_INTO_PAGES[1:])


def numbered(page):
    """With numbers in place of entities that XML does not know."""
    def number(match):
        text = unescape(match.group(0).decode())
        keep = text in "&<>\"'" or text == match.group(0).decode()
        return match.group(0) if keep else "".join(f"&#{ord(c)};" for c in text).encode()
    return re.sub(rb"&[A-Za-z]\w*;", number, page)


def as_epub3(page):
    """A page of an EPUB 2 with what EPUB 3 wants otherwise."""
    page = DOCTYPE.sub(b"<!DOCTYPE html>", page, count=1)
    page = re.sub(rb"<meta\s[^>]*http-equiv=\"Content-Type\"[^>]*>",
                  b'<meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>', page)
    page = re.sub(rb"<meta\s[^>]*http-equiv=\"(?!Content-Type\")[^>]*>", b"", page)
    return numbered(page)


# Elements of HTML 4 by those that took their place.
SUCCESSORS = {"acronym": "abbr", "basefont": "span", "big": "span", "center": "div", "dir": "ul", "font": "span",
              "menu": "ul", "nobr": "span", "strike": "s", "tfoot": "tbody", "tt": "span"}
LASTING = ("id", "class", "href", "src", "alt", "title", "{http://www.w3.org/XML/1998/namespace}lang")


def skeleton(page):
    """Elements and text of a page, without what may change in an upgrade."""
    told = [""]

    def walk(element):
        name = element.tag.rpartition("}")[2]
        is_ours = element.get("id", "").startswith("heard-")
        is_hidden = name in ("dt", "dd") and element.get("style") == "display:none" and not element.text
        is_anchor = name == "span" and list(element.attrib) == ["id"] and not element.text and not len(element)
        if name in ("link", "meta") or is_hidden or is_anchor:
            return
        name = SUCCESSORS.get(name, name)
        lasting = tuple(None if key == "id" and (is_ours or name == "a") else element.get(key) for key in LASTING)
        shown = name != "colgroup" and (name != "span" or any(lasting))
        if shown:
            told.extend(((name, lasting), ""))
        told[-1] += "" if name == "title" else element.text or ""
        for child in element:
            walk(child)
            told[-1] += child.tail or ""
        if shown:
            told.extend(("end", ""))
    walk(ET.fromstring(numbered(DOCTYPE.sub(b"", page, count=1))))
    return [part.strip() if isinstance(part, str) else part for part in told]


def same_contents(made, source):
    """Whether a package still has what an EPUB 2's had; of several dates one is kept."""
    def told(book):
        core = [(e.tag, e.text) for e in book.package.find("opf:metadata", NS)
                if e.tag.startswith("{http://purl.org/dc/") and not e.tag.endswith("}date") and (e.text or "").strip()]
        items = [tuple(item.get(key) for key in ("id", "href", "media-type")) for item in book.items.values()]
        return core, items, [e.get("idref") for e in book.package.iterfind("opf:spine/opf:itemref", NS)]
    (core, items, spine), (old_core, old_items, old_spine) = told(made), told(source)
    return core == old_core and items[:len(old_items)] == old_items and spine == old_spine


def is_page(name):
    return name.lower().endswith(("html", "htm", "xml"))


def compare(made, source):
    wrong = []
    is_epub2 = source.package.get("version", "").startswith("2")
    for name in source.zip.namelist():
        if name.endswith("/") or name == "META-INF/signatures.xml":
            continue
        if name not in made.zip.namelist():
            wrong.append(f"{name} is missing")
            continue
        original, now = source.zip.read(name), made.zip.read(name)
        if original == now:
            continue
        if name == made.package_name:
            same = same_contents(made, source) if is_epub2 else without(now, PUT_INTO_PACKAGE) == original
        else:
            page = as_epub3(original) if is_epub2 else original
            same = is_page(name) and original_page(now, page) == page
            same = same or is_epub2 and is_page(name) and skeleton(now) == skeleton(original)
            same = same or is_epub2 and name.endswith((".ncx", ".svg")) and DOCTYPE.sub(b"", original) == now
        if not same:
            wrong.append(f"{name} is not what it was")
    return wrong


def main():
    check = Check(sys.argv[1])
    check.run()
    wrong = check.wrong
    if len(sys.argv) > 2:
        wrong += compare(check.book, Book(sys.argv[2]))
    for what in wrong:
        print(what)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
