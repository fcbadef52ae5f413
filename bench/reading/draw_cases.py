#!/usr/bin/env python3
"""Finds what is hard to read aloud in real books, and draws cases by a seed.

    draw_cases.py SHARED [--each N] [--seed S] [--total N] [--half learn|judge] [--except FILE...] > cases

SHARED holds benchmarks/dialogue/*/novel.txt and books/. A case is its class and a few words with the
token in braces, apart by a tab. In a class no token is drawn more than three times, so that "Mr."
does not stand for all titles. --total goes on with one more of each class in turn until there are N.
--half keeps what rules are learnt from apart from what they are judged by; --except leaves out the
cases of earlier files. Who writes the readings adds a third field: what the braces are read as.
"""
import argparse
import collections
import html
import pathlib
import random
import re
import zipfile
import zlib

ROMAN = r"(?=[IVXLC]+\b)(?:C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))\b"
TITLES = r"(?:Mr|Mrs|Ms|Messrs|Dr|St|Ste|Capt|Col|Gen|Lieut|Lt|Sergt|Sgt|Maj|Rev|Hon|Prof|Esq|Jun|Jr|Sen|Sr|Mme|Mlle|Gov|Pres|Mons|Bart)\."
OTHERS = (r"(?:&c\.?|etc\.|i\. ?e\.|e\. ?g\.|viz\.|No\.|Nos\.|vol\.|Vol\.|vols\.|p\.|pp\.|ch\.|Chap\.|ed\.|vs\.|cf\.|"
          r"ib\.|ibid\.|inst\.|ult\.|prox\.|Co\.|Bros\.|Ltd\.|Ave\.|Rd\.|Sq\.|ft\.|(?<=\d )in\.|lbs?\.|oz\.|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.|"
          r"Mt\.|Fig\.|fig\.|q\.v\.|P\.S\.|N\.B\.|B\.C\.|A\.D\.|approx\.|pop\.|alt\.)")
MONEY = r"(?:£ ?\d+(?:,\d+)*(?:[.:]\d+)?(?: \d+s\.?)?(?: \d+d\.?)?|\$ ?\d+(?:,\d+)*(?:\.\d+)?(?: million)?|\d[\d,]*l\.|\d+s\. ?\d+d\.|\d+s\.|\d+d\.|\d+¢)"
NAMES = r"(?:[A-Z][a-z]{2,})"

CLASSES = {
    "title": rf"\b{TITLES}",
    "abbreviation": rf"(?<![\w.]){OTHERS}(?!\w)",
    "roman_heading": rf"^(?:(?:CHAPTER|Chapter|BOOK|Book|PART|Part|VOLUME|Volume|ADVENTURE|Adventure|STAVE|ACT|SCENE|Section) +)?({ROMAN})(?=[.:]|$)",
    "roman_name": rf"\b{NAMES} (?!I\b)({ROMAN})(?!')",
    "year": r"(?<![\w,.$£])(?:1[0-9]{3}|20[0-2]\d)(?:s|[-–]\d{2,4})?(?![\w,]|\.\d)",
    "money": rf"(?<!\w){MONEY}(?!\w)",
    "time": r"(?<![\w:])(?:\d{1,2}[:.]\d{2}(?: ?[aApP]\. ?[mM]\.| ?[AP]M)?|\d{1,2} ?[aApP]\. ?[mM]\.)(?![\w:])",
    "fraction": r"(?<![\w/])(?:\d+[ -]?)?[½¼¾⅓⅔⅛⅜⅝⅞]|(?<![\w/])(?:\d+[ -])?\d{1,2}/\d{1,2}(?![\w/])",
    "decimal": r"(?<![\w.,])\d+\.\d+(?![\w.]| ?[ap]\.)",
    "ordinal": r"(?<!\w)\d+(?:st|nd|rd|th)\b",
    "number": r"(?<![\w.,:/£$-])(?:\d{1,3}(?:,\d{3})+|\d+)(?: ?%|°)?(?![\w:/]|[.,]\d|-\d)",
    "capitals": r"(?<![\w.'-])[A-Z]{2,}(?:'[A-Z]+)?(?![\w.'-])",
    "initials": r"(?<![\w.])(?:[A-Z]\.[ ]?){1,4}(?=[ ,;)\]]|$)|(?<![\w.])(?:[A-Z]\.){2,}",
    "dash": r"\w+(?:--|—| - | – |---)\w+",
    "ellipsis": r"\w+ ?(?:\.\.\.+|(?:\. ?){2,}\.|…)",
    "stutter": r"\b([A-Za-z]{1,3})[-—–]+\1[a-z]*(?:[-—–]+\1[a-z]*)*|\b([A-Za-z])-(?i:\2)[a-z]+\b",
    "drop_cap": r"^[\"“']?[A-Z]{2,}(?: [A-Z]+){0,5}(?=,? [a-z])|^[A-Z] [A-Z]{2,}",
    "blank": (r"\b[A-Z][a-z]*\.? (?:[A-Z])?(?:——+|----+|___+)|\b(?:Mr|Mrs|Miss|Lord|Lady|Captain|Colonel|Dr|General|Count|Baron|of|at|in)\.? [A-Z](?:—|--)+(?=[ ,.;!?'])|"
              r"\b1[78][-—]{1,4}(?!\d)|\b[DdB][-—]+[nde]+\b|\b[A-Z](?:—|--)+shire"),
    "old": (r"\b(?:to-(?:day|morrow|night)|connexion|shew(?:n|ed|ing|s)?|chuse|chusing|stile|surprize[sd]?|gaol|'?tis|'?twas|'?twere|'?twill|o'?clock|"
            r"any ?thing|every body|grey|befel|dropt|stopt|blest|waggons?|sopha|teaze[sd]?|croud|expence|encrease|controul|ancle|cloaths|staid|"
            r"extacy|phrenzy|ideot|diningroom|phantasy|hiccough|burthen|plough|draught|quay|reflexion|inflexion|complexion|vext|fixt|ha'porth|"
            r"ma'am|e'en|e'er|ne'er|o'er|th'|i'|ye|wi'|'em|good-bye|ay|aye|eh|viscount|victuals|boatswain|forecastle|waistcoat|halfpenny|twopence|clew|hallo|St\. John)\b"),
    "symbol": r"(?:[A-Za-z]+ )?[&§+=×÷@] [A-Za-z]+|§ ?\d+|\d+°|(?<![\w/.-])[a-z]+/[a-z]+(?![\w/.-])|\b\d+[A-Z]\b|\w&\w|(?<![\w.])\d+(?:\.\d+)?%",
}


def books(shared):
    for path in sorted(shared.glob("benchmarks/dialogue/*/novel.txt")):
        yield path.parent.name, path.read_text("ascii", "replace")
    for name, encoding in (("alice-gutenberg-utf8.txt", "utf-8-sig"), ("leaving-atlanta.txt", "utf-8-sig"),
                           ("sherlock-gutenberg-latin1.txt", "latin-1")):
        yield name, (shared / "books" / name).read_bytes().decode(encoding, "replace")
    for name in ("alice-standard-ebooks.epub", "childrens-literature.epub", "georgia-pls-ssml.epub", "wasteland.epub"):
        with zipfile.ZipFile(shared / "books" / name) as archive:
            for entry in sorted(archive.namelist()):
                if entry.endswith(("html", "htm")):
                    text = archive.read(entry).decode("utf-8", "replace")
                    text = re.sub(r"(?s)<head.*?</head>|<script.*?</script>", "", text)
                    text = re.sub(r"\s+", " ", text)
                    text = re.sub(r"</(?:p|h\d|li|td|tr|div|section|dd|dt|figcaption)>|<br ?/?>", "\n\n", text)
                    yield name, html.unescape(re.sub(r"<[^>]+>", "", text))


def paragraphs(text):
    text = text.replace("\r\n", "\n").replace("\u00a0", " ").replace("\u2060", "")
    for part in re.split(r"\n\s*\n", text):
        part = " ".join(part.split()).replace("{", "(").replace("}", ")").replace("’", "'").replace("‘", "'")
        if part:
            yield part


def context(text, begin, end, words):
    before = text[:begin].split(" ")
    left = " ".join(before[-words - 1:]) if len(before) > words + 1 else text[:begin]
    after = text[end:].split(" ")
    right = " ".join(after[:words + 1])
    return f"{left}{{{text[begin:end]}}}{right}"


def is_in_half(half, text):
    """Halves of all cases by a hash of their text, the same in every run."""
    return half is None or (zlib.crc32(text.encode()) & 1 == 0) == (half == "learn")


def draw(cases, limit):
    """The first cases, up to the limit, of which no token stands there more than three times."""
    taken = collections.Counter()
    drawn = []
    for token, text in cases:
        if taken[token] < 3 and len(drawn) < limit:
            taken[token] += 1
            drawn.append(text)
    return drawn


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("shared", type=pathlib.Path)
    parser.add_argument("--each", type=int, default=17)
    parser.add_argument("--seed", type=int, default=1895)
    parser.add_argument("--total", type=int, default=0)
    parser.add_argument("--half", choices=("learn", "judge"))
    parser.add_argument("--except", dest="known", nargs="*", type=pathlib.Path, default=[])
    parser.add_argument("--words", type=int, default=3)
    parser.add_argument("--count", action="store_true", help="only count the tokens of each class")
    options = parser.parse_args()
    patterns = {name: re.compile(pattern) for name, pattern in CLASSES.items()}
    found = collections.defaultdict(dict)  # class -> token -> contexts; a dict keeps the order
    for _, text in books(options.shared):
        for paragraph in paragraphs(text):
            for name, pattern in patterns.items():
                for match in pattern.finditer(paragraph):
                    if not match.group().strip():
                        continue
                    group = 1 if name.startswith("roman") and match.group(1) else 0
                    begin, end = match.span(group)
                    if name == "roman_heading" and len(paragraph) > 60:
                        continue
                    token = paragraph[begin:end]
                    found[name].setdefault(token, {})[context(paragraph, begin, end, options.words)] = True
    known = set()
    for path in options.known:
        known |= {line.split("\t")[1] for line in path.read_text("utf-8").splitlines()}
    random_numbers = random.Random(options.seed)
    drawn = {}
    for name in CLASSES:
        cases = [(token, text) for token, texts in found[name].items() for text in texts
                 if text not in known and is_in_half(options.half, text)]
        if options.count:
            print(name, len(cases), "in", len(found[name]), "forms")
            continue
        random_numbers.shuffle(cases)
        drawn[name] = draw(cases, max(options.each, options.total))
    taken = {name: drawn[name][:options.each] for name in drawn}
    more = [(rank, name) for rank in range(options.each, options.total) for name in drawn
            if rank < len(drawn[name])]
    for rank, name in more[:max(0, options.total - sum(map(len, taken.values())))]:
        taken[name].append(drawn[name][rank])
    for name in taken:
        for text in taken[name]:
            print(f"{name}\t{text}")


if __name__ == "__main__":
    main()
