#!/usr/bin/env python3
"""Makes EPUB 2 files in the manners of those that converters write, with what HTML has no more.

    bench/publish/old_epubs.py FOLDER

They are for bench/publish/epubs.py: `gutenberg.epub` as a digital library makes them of old web pages,
`calibre.epub` as of a word processor's, `indesign.epub` as of a layout's.
"""
import pathlib
import struct
import sys
import zipfile
import zlib

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="{0}" media-type="application/oebps-package+xml"/></rootfiles></container>
"""
DOCTYPE = ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">')
STRICT = ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
          '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">')
TALE = [("It was late, and the lamp was low.", "&ldquo;Who is there?&rdquo; said Maren."),
        ("In the morning the harbour was white.", "&ldquo;Snow!&rdquo; cried Maren. &ldquo;All of it.&rdquo;"),
        ("Nobody came by that day, nor the next.", "&ldquo;So it is,&rdquo; said Mr. Dunn&mdash;and left.")]


def png():
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    rows = b"".join(b"\0" + b"\x30\x60\x90" * 60 for _ in range(80))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 60, 80, 8, 2, 0, 0, 0)) +
            chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def ncx(identifier, points):
    text = "".join(f'<navPoint id="np-{i}" playOrder="{i}"><navLabel><text>{label}</text></navLabel>'
                   f'<content src="{address}"/></navPoint>\n' for i, (label, address) in enumerate(points, 1))
    return ('<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE ncx PUBLIC "-//NISO//DTD ncx 2005-1//EN" '
            '"http://www.daisy.org/z3986/2005/ncx-2005-1.dtd">\n'
            '<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="en"><head>'
            f'<meta name="dtb:uid" content="{identifier}"/><meta name="dtb:depth" content="1"/>'
            '<meta name="dtb:totalPageCount" content="0"/><meta name="dtb:maxPageNumber" content="0"/></head>'
            f'<docTitle><text>The Lamp</text></docTitle><navMap>\n{text}</navMap></ncx>\n')


def write(path, package, entries):
    with zipfile.ZipFile(path, "w") as epub:
        epub.writestr("mimetype", "application/epub+zip")
        epub.writestr("META-INF/container.xml", CONTAINER.format(package))
        for name, content in entries.items():
            epub.writestr(name, content, zipfile.ZIP_DEFLATED)


def gutenberg(path):
    """Anchors with names, numbers of pages, tables of old web pages."""
    identifier = "http://example.org/ebooks/1"

    def page(number, body):
        return (f"<?xml version='1.0' encoding='UTF-8'?>\n{DOCTYPE}\n"
                '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en-GB">\n<head>\n'
                '<meta http-equiv="Content-Type" content="application/xhtml+xml; charset=utf-8"/>\n'
                '<meta http-equiv="Content-Style-Type" content="text/css"/>\n'
                f"<title>The Lamp, by A. Writer&mdash;part {number}</title>\n"
                '<link href="pgepub.css" rel="stylesheet" type="text/css"/>\n'
                '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>\n'
                '<meta name="DC.Creator" scheme="x" content="A. Writer"/>\n</head>\n'
                f'<body bgcolor="#FFFFFF" text="#000000" link="blue" vlink="purple">{body}</body></html>\n')
    chapters = "".join(
        f'<hr width="65%" size="2" noshade="noshade" align="center"/>\n<h2 align="center"><a name="chap{i:02}"></a>'
        f'CHAPTER {"I" * i}</h2>\n<p class="noindent" align="justify"><a name="page{i}" id="Page_{i}"></a>'
        f'<span class="pagenum"><tt>[{i}]</tt></span>{one}</p>\n<p>{two}<br clear="all"/></p>\n'
        for i, (one, two) in enumerate(TALE, 1))
    front = ('<h1 align="center">The Lamp</h1>\n<center><big><b>BY A. WRITER</b></big><br/>'
             '<font size="-1" color="gray" face="Times, serif">With a picture</font></center>\n'
             '<div align="center"><img src="cover.png" alt="" border="0" width="50%" hspace="4" align="middle"/></div>\n'
             '<table border="0" cellpadding="4" cellspacing="0" summary="contents" width="80%" align="center">\n'
             '<col width="20%"/><col width="80%"/>\n<tfoot><tr><td colspan="2" align="right">The end</td></tr></tfoot>\n'
             '<tbody>' + "".join(f'<tr valign="top"><td nowrap="nowrap" align="right" width="20%">{"I" * i}.</td>'
                                 f'<td bgcolor="#eee"><a href="two.html#chap{i:02}">Chapter</a></td></tr>\n'
                                 for i in (1, 2, 3)) +
             '</tbody></table>\n<table border="3" rules="all" frame="box"><tr><th abbr="w" axis="a" height="20">What</th>'
             '<td scope="row">Oil</td></tr></table>\n<ul type="square" compact="compact"><li value="3">One</li></ul>\n'
             '<ol start="2" type="i"><li type="A">Two</li></ol>\n<dl><dd>No term</dd></dl><dl><dt>No meaning</dt></dl>\n'
             '<pre width="40">  The  tide\n</pre><p><acronym title="x">T.L.</acronym> <strike>was</strike> <u>is</u> '
             '<s>so</s> <a href="#x" name="top">up</a><a name="x" rev="made"></a></p>\n')
    items = '<item id="css" href="pgepub.css" media-type="text/css"/>'
    write(path, "OEBPS/content.opf", {
        "OEBPS/content.opf": f"""<?xml version='1.0' encoding='UTF-8'?>
<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:opf="http://www.idpf.org/2007/opf"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="2.0" unique-identifier="id">
<metadata><dc:rights>Public domain.</dc:rights>
<dc:identifier opf:scheme="URI" id="id">{identifier}</dc:identifier>
<dc:creator opf:file-as="Writer, A.">A. Writer</dc:creator><dc:title>The Lamp</dc:title>
<dc:language xsi:type="dcterms:RFC4646">en</dc:language><dc:subject>Lamps</dc:subject>
<dc:date opf:event="publication">2010-01-01</dc:date>
<dc:date opf:event="conversion">2020-02-02T02:02:02.123456+00:00</dc:date>
<dc:source>http://example.org/1</dc:source><meta name="cover" content="item1"/></metadata>
<manifest><item id="item1" href="cover.png" media-type="image/png"/>{items}
<item id="item2" href="wrap.html" media-type="application/xhtml+xml"/>
<item id="item3" href="one.html" media-type="application/xhtml+xml"/>
<item id="item4" href="two.html" media-type="application/xhtml+xml"/>
<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/></manifest>
<spine toc="ncx"><itemref idref="item2" linear="no"/><itemref idref="item3" linear="yes"/>
<itemref idref="item4" linear="yes"/></spine>
<guide><reference type="toc" title="Contents" href="one.html"/><reference type="cover" title="Cover" href="wrap.html"/>
</guide></package>
""",
        "OEBPS/toc.ncx": ncx(identifier, [("The Lamp", "one.html")] +
                             [("CHAPTER " + "I" * i, f"two.html#chap{i:02}") for i in (1, 2, 3)]),
        "OEBPS/pgepub.css": ".pagenum { position: absolute; left: 92% }\np { text-indent: 1em }\n",
        "OEBPS/cover.png": png(),
        "OEBPS/wrap.html": page(0, '<div style="text-align:center"><img src="cover.png" alt="Cover" /></div>'),
        "OEBPS/one.html": page(1, front),
        "OEBPS/two.html": page(2, chapters)})


def calibre(path):
    """What is left of a word processor's fonts, pictures that fill a page, titles that are empty."""
    identifier = "urn:uuid:00000000-0000-4000-8000-000000000002"

    def page(body, title="Unknown"):
        return ("<?xml version='1.0' encoding='utf-8'?>\n"
                '<html xmlns="http://www.w3.org/1999/xhtml" lang="en-us" xml:lang="en">\n  <head>\n'
                f"    <title>{title}</title>\n"
                '    <meta name="calibre:cover" content="true"/>\n'
                '    <meta http-equiv="Content-Type" content="text/html; charset=utf-8"/>\n'
                '  <link href="../stylesheet.css" rel="stylesheet" type="text/css"/>\n'
                '<link href="../page_styles.css" rel="stylesheet" type="text/css"/>\n'
                '<style type="text/css" title="override_css">@page {padding: 0pt; margin:0pt}</style></head>\n'
                f'  <body class="calibre" background="" topmargin="0">{body}</body></html>\n')
    pages = {f"text/part{i:04}.html": page(
        f'<h2 class="calibre1" id="calibre_toc_{i}"><font class="calibre2" face="Georgia" size="5"><b class="calibre3">'
        f'Chapter {i}</b></font></h2>\n<p class="calibre4" align="left"><font color="#000080" size="3">{one}</font></p>\n'
        f'<div class="calibre5"><p class="calibre4"><big class="x">{two}</big></p>'
        '<blockquote class="b"><p>A <tt class="t">line</tt> set in, <nobr>and on</nobr>.</p></blockquote></div>'
        '<table class="t" width="100%" border="1" cellspacing="2" bordercolor="black"><tbody class="t"><tr class="r" '
        'height="20"><td class="d" valign="middle" width="120">Oil</td><td class="d" align="char" char=".">1.5</td></tr>'
        '</tbody></table><div class="mbp_pagebreak" height="0"></div>', "" if i == 2 else "Unknown")
             for i, (one, two) in enumerate(TALE, 1)}
    cover = ("<?xml version='1.0' encoding='utf-8'?>\n"
             '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head>'
             '<meta http-equiv="Content-Type" content="text/html; charset=UTF-8"/>'
             '<meta name="calibre:cover" content="true"/><title/></head><body><div>'
             '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" '
             'width="100%" height="100%" viewBox="0 0 60 80" preserveAspectRatio="none">'
             '<image width="60" height="80" xlink:href="cover.png"/></svg></div></body></html>\n')
    items = "".join(f'<item href="{name}" id="id{i}" media-type="application/xhtml+xml"/>\n'
                    for i, name in enumerate(pages, 1))
    refs = "".join(f'<itemref idref="id{i}"/>' for i in range(1, len(pages) + 1))
    write(path, "content.opf", {
        "content.opf": f"""<?xml version='1.0' encoding='utf-8'?>
<package xmlns="http://www.idpf.org/2007/opf" version="2.0" unique-identifier="uuid_id">
  <metadata xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:opf="http://www.idpf.org/2007/opf"
   xmlns:dcterms="http://purl.org/dc/terms/" xmlns:calibre="http://calibre.kovidgoyal.net/2009/metadata"
   xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:creator opf:role="aut" opf:file-as="Writer, A.">A. Writer</dc:creator>
    <dc:contributor opf:role="bkp">calibre (0.8.51) [http://calibre-ebook.com]</dc:contributor>
    <meta name="calibre:timestamp" content="2012-05-19T07:06:50+00:00"/>
    <meta name="calibre:title_sort" content="Lamp, The"/>
    <meta name="calibre:series" content="Lights"/><meta name="calibre:series_index" content="1"/>
    <dc:title>The Lamp</dc:title><dc:date>0101-01-01T00:00:00+00:00</dc:date><dc:language>en</dc:language>
    <dc:identifier id="uuid_id" opf:scheme="uuid">{identifier}</dc:identifier>
    <dc:identifier opf:scheme="calibre">00000000-0000-4000-8000-000000000002</dc:identifier>
    <meta name="cover" content="cover"/>
  </metadata>
  <manifest>
    <item href="cover.png" id="cover" media-type="image/png"/>
    <item href="titlepage.xhtml" id="titlepage" media-type="application/xhtml+xml"/>
    {items}<item href="stylesheet.css" id="css" media-type="text/css"/>
    <item href="page_styles.css" id="page_css" media-type="text/css"/>
    <item href="toc.ncx" media-type="application/x-dtbncx+xml" id="ncx"/>
  </manifest>
  <spine toc="ncx"><itemref idref="titlepage"/>{refs}</spine>
  <guide><reference href="titlepage.xhtml" type="cover" title="Cover"/></guide>
</package>
""",
        "toc.ncx": ncx(identifier, [(f"Chapter {i}", f"{name}#calibre_toc_{i}") for i, name in enumerate(pages, 1)]),
        "stylesheet.css": ".calibre { display: block; font-size: 1em; margin: 0 5pt }\n",
        "page_styles.css": "@page { margin-bottom: 5pt; margin-top: 5pt }\n",
        "cover.png": png(), "titlepage.xhtml": cover, **pages})


def indesign(path):
    """Languages at each paragraph, a template for pages, fonts, lists by hand."""
    identifier = "urn:uuid:00000000-0000-4000-8000-000000000003"

    def page(body):
        return ('<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n' + STRICT + "\n"
                '<html xmlns="http://www.w3.org/1999/xhtml">\n\t<head>\n\t\t<title></title>\n'
                '\t\t<link href="template.css" rel="stylesheet" type="text/css" />\n'
                '\t\t<link href="page-template.xpgt" rel="stylesheet" '
                'type="application/vnd.adobe-page-template+xml" />\n'
                '\t\t<meta name="Adept.expected.resource" content="urn:uuid:1"/>\n\t</head>\n'
                f'\t<body id="book" xml:lang="en-GB">\n{body}\t</body>\n</html>\n')
    pages = {f"Lamp-{i}.xhtml": page(
        f'\t\t<div class="Basic-Text-Frame" id="_idContainer{i:03}">\n\t\t\t<h1 id="toc_marker-{i}" class="head" '
        f'lang="en-US" xml:lang="en-GB"><a name="_idTextAnchor{i:03}" id="_idTextAnchor{i:03}"></a>Chapter {i}</h1>\n'
        f'\t\t\t<p class="body" xml:lang="en-US"><span lang="de-DE" xml:lang="de-DE" class="c">{one}</span></p>\n'
        f'\t\t\t<p class="body" xml:lang="en-US"><a name="note" href="#n{i}">{two}</a></p>\n'
        '\t\t\t<ul><li class="bullet" value="1">Oil</li></ul>\n'
        f'\t\t\t<img class="frame" src="cover.png" alt="cover.png" width="100%" height="auto" id="n{i}"/>\n'
        '\t\t\t<table id="t" class="t" cellspacing="0" cellpadding="0"><colgroup><col width="40pt"/><col/></colgroup>'
        '<tbody><tr><td class="d" colspan="0"><p align="center">Oil</p></td></tr></tbody></table>\n\t\t</div>\n')
             for i, (one, two) in enumerate(TALE, 1)}
    items = "".join(f'<item id="c{i}" href="{name}" media-type="application/xhtml+xml" />'
                    for i, name in enumerate(pages, 1))
    refs = "".join(f'<itemref idref="c{i}" />' for i in range(1, len(pages) + 1))
    page_list = "".join(f'<page name="{i}" href="{name}"/>' for i, name in enumerate(pages, 1))
    write(path, "OEBPS/content.opf", {
        "OEBPS/content.opf": f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<package xmlns="http://www.idpf.org/2007/opf" unique-identifier="bookid" version="2.0">
\t<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">
\t\t<meta name="generator" content="Adobe InDesign" /><meta name="cover" content="cover.png" />
\t\t<dc:title>The Lamp</dc:title><dc:creator opf:role="aut">A. Writer</dc:creator><dc:subject></dc:subject>
\t\t<dc:description></dc:description><dc:publisher></dc:publisher><dc:date>2013</dc:date><dc:source></dc:source>
\t\t<dc:relation></dc:relation><dc:coverage></dc:coverage><dc:rights></dc:rights><dc:language>en-GB</dc:language>
\t\t<dc:identifier id="bookid" opf:scheme="UUID">{identifier}</dc:identifier>
\t</metadata>
\t<manifest>{items}<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml" />
\t\t<item id="map" href="page-map.xml" media-type="application/oebps-page-map+xml" />
\t\t<item id="css" href="template.css" media-type="text/css" />
\t\t<item id="xpgt" href="page-template.xpgt" media-type="application/vnd.adobe-page-template+xml" />
\t\t<item id="cover.png" href="cover.png" media-type="image/png" /></manifest>
\t<spine toc="ncx" page-map="map">{refs}</spine>
\t<guide><reference type="text" title="Begin" href="Lamp-1.xhtml" /></guide>
\t<tours><tour id="t1" title="All"><site title="One" href="Lamp-1.xhtml"/></tour></tours>
</package>
""",
        "OEBPS/toc.ncx": ncx(identifier, [(f"Chapter {i}", f"{name}#toc_marker-{i}") for i, name in enumerate(pages, 1)]),
        "OEBPS/page-map.xml": f'<page-map xmlns="http://www.idpf.org/2007/opf">{page_list}</page-map>\n',
        "OEBPS/page-template.xpgt": '<ade:template xmlns="http://www.w3.org/1999/xhtml" '
                                    'xmlns:ade="http://ns.adobe.com/2006/ade"><ade:style/></ade:template>\n',
        "OEBPS/template.css": "p.body { margin: 0; text-indent: 12pt }\n",
        "OEBPS/cover.png": png(), **{f"OEBPS/{name}": page for name, page in pages.items()}})


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in (gutenberg, calibre, indesign):
        make(folder / f"{make.__name__}.epub")


if __name__ == "__main__":
    main()
