#!/usr/bin/env python3
"""Makes hostile books, gives each to fullcast, and checks what comes of it.

    hostile.py FULLCAST [NAME...]   runs all of them, or those of these names

For each file of the table: the exit code, the words its message must have (the file's name among
them), at most 10 s of CPU time and 512 MB, and no other file written. The table is the specification.
"""

import io
import os
import pathlib
import resource
import struct
import subprocess
import sys
import tempfile
import zipfile

SECONDS, MEGABYTES = 10, 512

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""

PAGE = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>The Lamp</title></head>
<body>%s</body></html>"""

TEXT = "<h1>The Lamp</h1><p>The tide was late, and nobody spoke.</p>"


def package(manifest='<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>',
            spine='<itemref idref="a"/>', prolog=""):
    return f"""<?xml version="1.0"?>{prolog}
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="i"><metadata
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="i">x</dc:identifier>
<dc:title>The Lamp</dc:title><dc:language>en</dc:language></metadata>
<manifest>{manifest}</manifest><spine>{spine}</spine></package>"""


def archive(files):
    """A content may be a list of parts, each with how often it comes: then it is never whole here."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as book:
        for name, content in files:
            parts = content if isinstance(content, list) else [(content, 1)]
            with book.open(name, "w") as entry:
                for part, times in parts:
                    data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogateescape")
                    for _ in range(times):
                        entry.write(data)
    return out.getvalue()


def inflated(before, megabytes, behind):
    return [(before, 1), ("a" * (1 << 20), megabytes), (behind, 1)]


def epub(page=PAGE % TEXT, more=(), opf=None):
    return archive([("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER),
                    ("book.opf", opf or package()), ("a.xhtml", page), *more])


def bomb(megabytes):
    before, behind = (PAGE % "<p>|</p>").split("|")
    return epub(inflated(before, megabytes, behind))


def lying_bomb(megabytes):
    """An entry that declares 100 bytes and delivers more."""
    data = bytearray(bomb(megabytes))
    for signature, size_at, name_at in ((b"PK\1\2", 24, 46), (b"PK\3\4", 22, 30)):
        at = data.find(signature)
        while at >= 0:
            if data[at + name_at:at + name_at + 7] == b"a.xhtml":
                data[at + size_at:at + size_at + 4] = struct.pack("<I", 100)
            at = data.find(signature, at + 4)
    return bytes(data)


def laughs(tag):
    entities = '<!ENTITY l0 "lol">' + "".join(
        f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f"<!DOCTYPE {tag} [{entities}]>"


def bombed_page(tag="html"):
    return (PAGE % "<h1>One</h1><p>&l9;</p>").replace("?>", "?>" + laughs(tag), 1)


def external_page(url):
    return (PAGE % "<h1>One</h1><p>The tide was late. &x;</p>").replace(
        "?>", f'?><!DOCTYPE html [<!ENTITY x SYSTEM "{url}">]>', 1)


def nested(tag, size=1 << 20):
    depth = size // (2 * len(tag) + 5)
    return f"<{tag}>" * depth + "The tide was late." + f"</{tag}>" * depth


def nav(items):
    return (PAGE % f'<nav xmlns:epub="http://www.idpf.org/2007/ops" epub:type="toc"><ol>{items}</ol>'
            "</nav>")


NAV_ITEM = '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
PAGE_ITEM = '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/>'


def cyclic_ncx():
    points = '<navPoint id="p"><navLabel><text>One</text></navLabel><content src="toc.ncx#p"/>' * 3000
    return ('<?xml version="1.0"?><ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>'
            + points + "</navPoint>" * 3000 + "</navMap></ncx>")


def encryption(algorithm, uri):
    return ("META-INF/encryption.xml",
            '<?xml version="1.0"?><encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" '
            'xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod '
            f'Algorithm="{algorithm}"/><enc:CipherData><enc:CipherReference URI="{uri}"/>'
            "</enc:CipherData></enc:EncryptedData></encryption>")


WORD = """<?xml version="1.0"?><w:document
xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>|</w:body></w:document>"""


def docx(body, more=()):
    before, behind = WORD.split("|")
    document = [(before, 1), *(body if isinstance(body, list) else [(body, 1)]), (behind, 1)]
    return archive([
        ("[Content_Types].xml", '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/'
         'package/2006/content-types"/>'),
        ("_rels/.rels", '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/'
         'package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/'
         'officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
         "</Relationships>"),
        ("word/document.xml", document), *more])


def fb2(body, prolog=""):
    return (f'<?xml version="1.0" encoding="utf-8"?>{prolog}<FictionBook '
            'xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description><title-info>'
            "<book-title>The Lamp</book-title><lang>en</lang></title-info></description><body>"
            f"{body}</body></FictionBook>").encode()


FONTS = "http://www.idpf.org/2008/embedding"
AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"
MANY = [(f"pages/{n}.xhtml", "x") for n in range(25_000)]

# name, bytes (made when needed), exit code, words of the output
TABLE = [
    ("good.epub", epub, 0, []),
    ("bomb.epub", lambda: bomb(300), 1, ["a.xhtml", "unpacks to more than a book can hold"]),
    ("lying.epub", lambda: lying_bomb(300), 1, []),
    ("outside.epub", lambda: epub(more=[("../outside.txt", "x"), ("/tmp/outside.txt", "x")]), 0, []),
    ("outside-page.epub", lambda: epub(
        opf=package('<item id="a" href="../../../etc/passwd" media-type="application/xhtml+xml"/>')),
     1, []),
    ("many.epub", lambda: epub(more=MANY), 1, ["a book has at most"]),
    ("entities.epub", lambda: epub(bombed_page()), 0, []),
    ("entities-package.epub", lambda: epub(opf=package(prolog=laughs("package"))), 0, []),
    ("external.epub", lambda: epub(external_page("file:///etc/passwd")), 0, []),
    ("network.epub", lambda: epub(external_page("http://192.0.2.1/x")), 0, []),
    ("nested.epub", lambda: epub(PAGE % ("<h1>One</h1>" + nested("div"))), None, []),
    ("nested.html", lambda: ("<h1>One</h1>" + nested("div")).encode(), None, []),
    ("nested-open.html", lambda: b"<h1>One</h1>" + b"<b><i><div>" * 100_000 + b"text", None, []),
    ("nested.fb2", lambda: fb2(nested("section")), None, []),
    ("nested.docx", lambda: docx(nested("w:p")), None, []),
    ("contents-cycle.epub", lambda: epub(
        more=[("nav.xhtml", nav('<li><a href="nav.xhtml#x">One</a></li>' * 2000))],
        opf=package(PAGE_ITEM + NAV_ITEM)), 0, []),
    ("contents-deep.epub", lambda: epub(
        more=[("toc.ncx", cyclic_ncx())],
        opf=package(PAGE_ITEM + '<item id="n" href="toc.ncx" media-type="application/x-dtbncx+xml"/>')),
     0, []),
    ("spine-repeats.epub", lambda: epub(
        opf=package(spine='<itemref idref="a"/>' * 5000)), None, []),
    ("broken-utf8.epub", lambda: epub((PAGE % TEXT).replace("late", "l\udce9te")), 0, []),
    ("truncated.epub", lambda: epub(PAGE % ("<p>" + "tide " * 50_000 + "</p>"))[:900], 1, []),
    ("no-directory.epub", lambda: epub()[:-40], 1, []),
    ("drm.epub", lambda: epub(more=[encryption(AES, "a.xhtml")]), 1, ["encrypted (DRM)", "a.xhtml"]),
    ("fonts.epub", lambda: epub(more=[encryption(FONTS, "f.otf"), ("f.otf", "x")]), 0, []),
    ("no-spine.epub", lambda: epub(opf=package(spine="")), 1, ["spine"]),
    ("no-text.epub", lambda: epub(PAGE % '<img src="a.png"/>'), 1, ["no text"]),
    ("no-container.epub", lambda: archive([("book.opf", package())]), 1, ["container.xml"]),
    ("no-package.epub", lambda: archive([("META-INF/container.xml", CONTAINER)]), 1,
     ["names no package"]),
    ("missing-page.epub", lambda: archive(
        [("META-INF/container.xml", CONTAINER), ("book.opf", package())]), 1, ["a.xhtml"]),
    ("not-a-zip.epub", lambda: b"The tide was late.", 1, []),
    ("empty.epub", lambda: b"", 1, []),
    ("entities.fb2", lambda: fb2("<section><p>&l9;</p></section>", laughs("FictionBook")), 1, []),
    ("no-text.fb2", lambda: fb2("<section></section>"), 1, ["no text"]),
    ("broken.fb2", lambda: fb2("<section><p>The tide")[:-40], 1, []),
    ("bomb.docx", lambda: docx(
        inflated("<w:p><w:r><w:t>", 300, "</w:t></w:r></w:p>")), 1, []),
    ("no-document.docx", lambda: archive([("a.txt", "x")]), 1, []),
    ("no-text.docx", lambda: docx("<w:p/>"), 1, ["no text"]),
    ("no-text.html", lambda: b"<html><body><script>x</script></body></html>", 1, ["no text"]),
    ("binary.txt", lambda: bytes(range(256)) * 50, 1, ["NUL"]),
    ("blank.md", lambda: b"\n \n", 1, ["no text"]),
    ("one-line.txt", lambda: b"word " * 1_000_000, None, []),
    ("brackets.md", lambda: b"[" * 300_000 + b"a", None, []),
    ("dense-line.txt", lambda: b'"Yes," said Tom. "No," said Ann. ' * 30_000, 0, []),
    ("quotations.txt", lambda: b'"A." "B."\n\n' * 1_000_000, 1, ["paragraphs"]),
    ("quotation-marks.txt", lambda: b'"A" "B" ' * 2_500_000, 1,
     ["quotation-marks.txt:1:", "quotation marks", "cut it"]),
    ("words.txt", lambda: b"a b " * 5_000_000, 1, ["words and marks", "cut it"]),
    ("paragraphs.txt", lambda: b"a\n\n" * 660_000, 1, ["paragraphs"]),
    ("headings.txt", lambda: b"Chapter 1\n\nA.\n\n" * 300_000, 1, ["paragraphs"]),
    ("lines.txt", lambda: b"a\n" * 10_000_000, 1, ["lines"]),
    ("paragraphs.md", lambda: b"# A\n\nb\n\n" * 900_000, 1, ["paragraphs"]),
    ("marks.md", lambda: b"*a* " * 5_000_000, 1, ["marks"]),
    ("tags.html", lambda: b"<p>a</p>" * 2_500_000, 1, ["tags"]),
    ("attributes.html", lambda: b"<p " + b"".join(b"a%d=b " % n for n in range(2_000_000)), 1,
     ["too many attributes"]),
    ("references.html", lambda: b"<p>" + b"&amp; " * 3_500_000, 1, ["references"]),
    ("tags.epub", lambda: epub(PAGE % ("<p>a</p>" * 2_500_000)), 1, ["tags"]),
    ("tags.fb2", lambda: fb2("<section>" + "<p>a</p>" * 2_500_000 + "</section>"), 1, ["tags"]),
    ("tags.docx", lambda: docx("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 600_000), 1, ["tags"]),
    ("too-long.txt", lambda: b"word word.\n" * 2_200_000, 1, ["MB of text"]),
    ("utf-16.txt", lambda: ("word " * 2_000_000).encode("utf-16"), 1, ["UTF-16"]),
    ("quotes.txt", lambda: b'"a \'b ' * 100_000, None, []),
]


def apart(work):
    """Runs work() in a process of its own, so that what memory it takes counts for no other."""
    child = os.fork()
    if child == 0:
        status = 2
        try:
            status = 1 if work() else 0
        finally:
            sys.stdout.flush()
            os._exit(status)
    return os.waitpid(child, 0)[1]


def run(program, folder, name, expected_exit, words):
    try:
        ran = subprocess.run([program, "annotate", name, "-o", "out/script.json", "--quiet"],
                             cwd=folder, capture_output=True, timeout=60 * SECONDS, check=False)
    except subprocess.TimeoutExpired:
        print(f"FAIL {name}: hangs")
        return True
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    output = (ran.stdout + ran.stderr).decode("utf-8", "replace").strip()
    wrong = []
    if ran.returncode not in ((0, 1) if expected_exit is None else (expected_exit,)):
        wrong.append(f"exit {ran.returncode}")
    if ran.returncode == 1 and name not in output:
        wrong.append("does not name the file")
    wrong += [f'does not say "{word}"' for word in words if word not in output]
    if seconds > SECONDS:
        wrong.append("takes too long")
    if megabytes > MEGABYTES:
        wrong.append("takes too much memory")
    made = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()} - {name}
    if made - {"out/script.json"} or (made and ran.returncode != 0):
        wrong.append(f"wrote {sorted(made)}")
    print(f"{'FAIL' if wrong else 'ok'} {name}: exit {ran.returncode}, {seconds:.1f} s, "
          f"{megabytes:.0f} MB: {output[-200:]}" + "".join(f"; {w.upper()}" for w in wrong))
    return bool(wrong)


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    wanted, failed = sys.argv[2:], 0
    cases = [case for case in TABLE if not wanted or case[0] in wanted]
    for name, make, *expected in cases:
        with tempfile.TemporaryDirectory() as name_of_folder:
            folder = pathlib.Path(name_of_folder)
            apart(lambda: (folder / name).write_bytes(make()) == 0)
            failed += apart(lambda: run(program, folder, name, *expected)) != 0
    print(f"{failed} of {len(cases)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
