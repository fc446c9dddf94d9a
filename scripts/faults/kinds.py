"""Files of every kind that is read, around texts of our own making: what mixed.py drops. No program is needed for it."""
import base64, bz2, gzip, io, json, lzma, plistlib, tarfile, zipfile
from house import feed, page, prose, text

SPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
          'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
          ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"')


def zstd(data):
    """One frame of stored blocks (RFC 8878 §3.1.1), with its size."""
    blocks, most = b"", 1 << 17
    for place in range(0, len(data), most):
        piece = data[place:place + most]
        blocks += (len(piece) << 3 | (place + most >= len(data))).to_bytes(3, "little") + piece
    return b"\x28\xb5\x2f\xfd\xa0" + len(data).to_bytes(4, "little") + blocks


def zipped(files, first=None):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def tar(files):
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        for name, data in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return made.getvalue()


def base64_lines(data):
    return base64.encodebytes(data)


def mail(number):
    return (f"From: Ada Marl <ada@quay.example>\r\nTo: reader@quay.example\r\nSubject: Matter {number}\r\n"
            f"Date: Fri, 6 Mar 2026 09:30:00 +0100\r\nMessage-ID: <{number}@quay.example>\r\nMIME-Version: 1.0\r\n"
            "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n").encode() \
        + base64_lines(page(number))


def mailbox(numbers):
    return b"\n".join(b"From ada@quay.example Fri Mar  6 09:30:00 2026\n" + mail(n).replace(b"\r\n", b"\n")
                      for n in numbers)


def mhtml(number):
    return (f"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://quay.example/{number}\r\n"
            f"Subject: Matter {number}\r\nDate: Fri, 6 Mar 2026 09:30:00 -0000\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="--b--"\r\n\r\n\r\n----b--\r\n'
            "Content-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n"
            f"Content-Location: https://quay.example/{number}\r\n\r\n").encode() \
        + base64_lines(page(number)) + b"\r\n----b----\r\n"


def docx(number):
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in [f"Matter {number}"] + prose(number))
    return zipped({
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {SPACES[0]}><w:body>{body}</w:body></w:document>"})


def odt(number):
    body = "".join(f"<text:p>{p}</text:p>" for p in [f"Matter {number}"] + prose(number))
    return zipped({"content.xml": f"<office:document-content {SPACES[1]}><office:body><office:text>{body}"
                                  "</office:text></office:body></office:document-content>"},
                  "application/vnd.oasis.opendocument.text")


def rtf(number):
    return ("{\\rtf1\\ansi " + "\\par ".join([f"Matter {number}"] + prose(number)) + "}").encode()


def epub(numbers):
    items = "".join(f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers)
    spine = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    files = {
        "META-INF/container.xml":
            '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile'
            ' full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
        "book.opf":
            '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Register</dc:title></metadata>'
            f"<manifest>{items}</manifest><spine>{spine}</spine></package>"}
    for number in numbers:
        body = "".join(f"<p>{p}</p>" for p in prose(number))
        files[f"{number}.xhtml"] = ('<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Matter'
                                    f" {number}</title></head><body><h1>Matter {number}</h1>{body}</body></html>")
    return zipped(files, "application/epub+zip")


def pdf(number):
    """One page of Helvetica (ISO 32000-1 §7.5)."""
    lines = []
    for paragraph in prose(number):
        line = ""
        for word in paragraph.split():
            if len(line) + len(word) > 84:
                lines.append(line)
                line = ""
            line += (" " if line else "") + word
        lines += [line, ""]
    drawn = "BT /F 10 Tf 13 TL 60 780 Td " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F 5 0 R >> >> >>",
        f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    made, places = "%PDF-1.4\n", []
    for index, content in enumerate(objects):
        places.append(len(made))
        made += f"{index + 1} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (made + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
            f"<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n").encode()


def warc(numbers):
    made = b""
    for number in numbers:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number)
        made += (f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/{number}\r\n"
                 f"WARC-Date: 2026-03-06T09:30:00Z\r\nContent-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"
    return made


def web_archive(number):
    return plistlib.dumps({"WebMainResource": {
        "WebResourceData": page(number), "WebResourceMIMEType": "text/html",
        "WebResourceURL": f"https://quay.example/{number}"}}, fmt=plistlib.FMT_BINARY)


def json_feed(numbers):
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Register", "items": [
        {"id": f"j{n}", "title": f"Matter {n}", "content_html": "".join(f"<p>{p}</p>" for p in prose(n))}
        for n in numbers]}).encode()


def pages(numbers):
    return {f"folder/{n}.html": page(n) for n in numbers}


# Suffix, how many documents stand in it, and what makes it of their numbers.
KINDS = [
    (".html", 1, lambda n: page(*n)), (".txt", 1, lambda n: text(*n)), (".md", 1, lambda n: b"# " + text(*n)),
    (".html.gz", 1, lambda n: gzip.compress(page(*n))), (".txt.xz", 1, lambda n: lzma.compress(text(*n))),
    (".html.bz2", 1, lambda n: bz2.compress(page(*n))), (".txt.zst", 1, lambda n: zstd(text(*n))),
    (".zip", 3, lambda n: zipped(pages(n))), (".tar", 3, lambda n: tar(pages(n))),
    (".tar.gz", 3, lambda n: gzip.compress(tar(pages(n)))), (".tar.xz", 3, lambda n: lzma.compress(tar(pages(n)))),
    (".tbz2", 3, lambda n: bz2.compress(tar(pages(n)))), (".tar.zst", 3, lambda n: zstd(tar(pages(n)))),
    (".eml", 1, lambda n: mail(*n)), (".mbox", 3, mailbox), (".mhtml", 1, lambda n: mhtml(*n)),
    (".webarchive", 1, lambda n: web_archive(*n)), (".warc", 2, warc),
    (".warc.gz", 2, lambda n: gzip.compress(warc(n))), (".docx", 1, lambda n: docx(*n)),
    (".odt", 1, lambda n: odt(*n)), (".rtf", 1, lambda n: rtf(*n)), (".epub", 2, epub), (".pdf", 1, lambda n: pdf(*n)),
    (".xml", 3, feed), (".json", 3, json_feed), (".json.xz", 3, lambda n: lzma.compress(json_feed(n))),
]
