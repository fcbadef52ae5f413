#!/usr/bin/env python3
"""Checks a W3C audiobook in its packaging.

    audiobook.py LPF

Written from Audiobooks (W3C Recommendation, 10 November 2020), Publication Manifest (of the same day) and Lightweight
Packaging Format (W3C Note). Prints what breaks a rule ("must") or a recommendation ("should"), a line each; exit status 1
if a rule is broken. Needs Python only, and ffprobe for the sound's length.
"""
import json
import re
import subprocess
import sys
import tempfile
import zipfile
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

CONTEXT = ["https://schema.org", "https://www.w3.org/ns/pub-context"]
PROFILE = "https://www.w3.org/TR/audiobooks/"
# Audiobooks, 4.3: what a manifest should hold beside what it must.
RECOMMENDED = ["accessMode", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary", "author", "duration",
               "id", "inLanguage", "readBy"]
DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
TOLERANCE_S = 0.2  # ffprobe counts what MP3 encoders put around the sound


def as_list(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def seconds(duration):
    match = DURATION.fullmatch(duration) if isinstance(duration, str) else None
    if not match or duration in ("P", "PT"):
        return None
    days, hours, minutes, rest = (float(part or 0) for part in match.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + rest


class Contents(HTMLParser):
    """The links of the one element with the role doc-toc."""

    def __init__(self):
        super().__init__()
        self.tocs, self.open, self.links, self.headings = 0, [], [], 0

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        inside = any(inside for _, inside in self.open)
        if "doc-toc" in (attributes.get("role") or "").split():
            self.tocs += 1
            inside = True
        if inside and tag == "a":
            self.links.append(attributes.get("href") or "")
        if tag not in ("meta", "link", "br", "img", "hr"):
            self.open.append((tag, inside))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass


class Check:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        self.broken, self.missed = [], []

    def must(self, holds, what):
        if not holds:
            self.broken.append(what)
        return holds

    def should(self, holds, what):
        if not holds:
            self.missed.append(what)

    def sound_length(self, name):
        with tempfile.NamedTemporaryFile(suffix=Path(name).suffix) as file:
            file.write(self.zip.read(name))
            file.flush()
            shown = subprocess.run(["ffprobe", "-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0",
                                    file.name], capture_output=True, text=True, check=True)
        return float(shown.stdout)

    def file_of(self, url):
        parts = urlsplit(url)
        return None if parts.scheme or parts.netloc else unquote(parts.path)

    def resource(self, resource, where):
        if not self.must(isinstance(resource, dict) and isinstance(resource.get("url"), str) and resource["url"],
                         f"{where}: a resource has no url"):
            return None
        url = resource["url"]
        self.must("#" not in url, f"{where}: {url} has a fragment")
        self.must(re.fullmatch(r"[!-~]+", url) and not re.search(r'[ "<>\\^`{|}]', url), f"{where}: {url} is no URL")
        types = as_list(resource.get("type"))
        self.must(not types or "LinkedResource" in types, f"{where}: {url} is no LinkedResource")
        self.should("encodingFormat" in resource, f"{where}: {url} does not tell its format")
        name = self.file_of(url)
        if name is not None:
            self.must(name in self.names, f"{where}: {url} is not in the archive")
        return name

    def reading_order(self, manifest):
        order = as_list(manifest.get("readingOrder"))
        self.must(order, "there is no reading order")
        total, names = 0.0, []
        for resource in order:
            name = self.resource(resource, "readingOrder")
            if name is None:
                continue
            names.append(name)
            kind = resource.get("encodingFormat", "")
            self.must(kind.startswith("audio/"), f"readingOrder: {name} is no sound but {kind}")
            length = seconds(resource.get("duration"))
            self.must("duration" not in resource or length is not None, f"readingOrder: {name} has no ISO 8601 duration")
            self.should(length is not None, f"readingOrder: {name} does not tell its duration")
            if length is not None and name in self.names:
                total += length
                self.must(abs(length - self.sound_length(name)) < TOLERANCE_S,
                          f"readingOrder: {name} does not last {length} s")
        self.must(len(set(names)) == len(names), "readingOrder: a file is there twice")
        whole = seconds(manifest.get("duration"))
        if whole is not None:
            self.must(abs(whole - total) < TOLERANCE_S, f"the duration is {whole} s, the parts last {total:.3f} s")
        return names

    def contents(self, name, order):
        page = Contents()
        page.feed(self.zip.read(name).decode("utf-8"))
        self.must(page.tocs == 1, f"{name}: not one element has the role doc-toc, but {page.tocs}")
        self.must(page.links, f"{name}: the contents are empty")
        at = (0, -1.0)
        for link in page.links:
            target, _, fragment = link.partition("#")
            if not self.must(unquote(target) in order, f"{name}: {link} leads to nothing in the reading order"):
                continue
            time = re.fullmatch(r"t=(\d+(?:\.\d+)?)", fragment)
            self.must(not fragment or time, f"{name}: {link} is no media fragment")
            here = (order.index(unquote(target)), float(time.group(1)) if time else 0.0)
            self.must(here >= at, f"{name}: {link} is not in the reading order")
            at = here

    def metadata(self, manifest):
        context = as_list(manifest.get("@context"))
        self.must(context[:2] == CONTEXT, f"@context does not begin with {CONTEXT}")
        self.must(PROFILE in as_list(manifest.get("conformsTo")), f"it does not conform to {PROFILE}")
        self.must("Audiobook" in as_list(manifest.get("type")), "its type is not Audiobook")
        names = [n["value"] if isinstance(n, dict) else n for n in as_list(manifest.get("name"))]
        self.must(names and all(isinstance(n, str) and n for n in names), "it has no name")
        for language in as_list(manifest.get("inLanguage")):
            self.must(LANGUAGE.fullmatch(language), f"{language} is no language tag")
        if "duration" in manifest:
            self.must(seconds(manifest["duration"]) is not None, "its duration is not ISO 8601")
        if "datePublished" in manifest:
            self.must(re.fullmatch(r"\d{4}(-\d\d(-\d\d(T.*)?)?)?", manifest["datePublished"]),
                      "the date of publication is not ISO 8601")
        self.must(manifest.get("readingProgression", "ltr") in ("ltr", "rtl"), "readingProgression is neither ltr nor rtl")
        for key in RECOMMENDED:
            self.should(manifest.get(key), f"it does not tell {key}")

    def run(self):
        if not self.must("publication.json" in self.names, "there is no publication.json"):
            return
        self.must(len(set(self.names)) == len(self.names), "an entry is in the archive twice")
        try:
            manifest = json.loads(self.zip.read("publication.json").decode("utf-8"))
        except ValueError as error:
            self.must(False, f"publication.json is no JSON in UTF-8: {error}")
            return
        self.metadata(manifest)
        order = self.reading_order(manifest)
        resources = as_list(manifest.get("resources"))
        names = [self.resource(resource, "resources") for resource in resources]
        self.must(not set(names) & set(order), "a file is both in the reading order and in the resources")

        def with_rel(rel):
            return [(r, n) for r, n in zip(resources, names) if isinstance(r, dict) and rel in as_list(r.get("rel"))]

        contents, covers = with_rel("contents"), with_rel("cover")
        self.must(len(contents) < 2 and len(covers) < 2, "there are two tables of contents or two covers")
        self.should(contents, "there is no table of contents")
        self.should(covers, "there is no cover")
        for _, name in contents:
            self.contents(name, order)
        for cover, name in covers:
            self.must(cover.get("encodingFormat", "").startswith("image/"), f"the cover {name} is no picture")
            self.should(cover.get("name"), f"the cover {name} has no text in its place")
        listed = set(order) | set(names) | {"publication.json"}
        for name in self.names:
            self.should(name in listed or name == "index.html", f"{name} is in no list")


def main():
    check = Check(sys.argv[1])
    check.run()
    for what in check.broken:
        print("must:", what)
    for what in check.missed:
        print("should:", what)
    return 1 if check.broken else 0


if __name__ == "__main__":
    sys.exit(main())
