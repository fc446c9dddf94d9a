"""Containers made by hand, byte by byte, so that they can say what no honest program would: for scripts/bombs and
scripts/fuzz/seeds."""
import struct
import zlib

PAGE = b"<html><body><article><h1>The ferry</h1><p>" + b"The ferry ran aground at noon. " * 30 + b"</p></article></body></html>"


def deflated(count, byte=b" "):
    """The same as raw deflate: one block of 32 MiB, over and over."""
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    one = engine.compress(byte * (32 << 20)) + engine.flush(zlib.Z_FULL_FLUSH)
    return one * (count >> 25) + zlib.compressobj(9, zlib.DEFLATED, -15).flush()


def archive(entries):
    """A ZIP archive of (name, deflated bytes, size, checksum); names may be bytes, places may be shared."""
    output, directory, places = bytearray(), bytearray(), {}
    for name, packed, size, crc in entries:
        name = name if isinstance(name, bytes) else name.encode()
        wide = size > 0xFFFFFFFE
        extra = struct.pack("<HHQ", 1, 8, size) if wide else b""
        stated = 0xFFFFFFFF if wide else size
        if id(packed) not in places:
            places[id(packed)] = len(output)
            output += struct.pack("<IHHHHHIIIHH", 0x04034B50, 45, 0x800, 8, 0, 0, crc, len(packed), stated, len(name), 0)
            output += name + packed
        directory += struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 45, 45, 0x800, 8, 0, 0, crc, len(packed), stated,
                                 len(name), len(extra), 0, 0, 0, 0, places[id(packed)]) + name + extra
    count = len(entries)
    if count > 0xFFFE:
        place = len(output) + len(directory)
        end64 = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, count, count, len(directory), len(output))
        end64 += struct.pack("<IIQI", 0x07064B50, 0, place, 1)
    else:
        end64 = b""
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, min(count, 0xFFFF), min(count, 0xFFFF), len(directory), len(output), 0)
    return bytes(output + directory + end64 + end)


def packed(files, pages=()):
    """A ZIP archive of files that are what they say, and `pages` of (name, deflated, size, checksum) that need not be."""
    entries = []
    for name, content in files:
        engine = zlib.compressobj(9, zlib.DEFLATED, -15)
        entries.append((name, engine.compress(content) + engine.flush(), len(content), zlib.crc32(content)))
    return archive(entries + list(pages))


def tar_header(name, size, kind=b"0", base256=False):
    header = bytearray(512)
    header[:min(100, len(name))] = name[:100]
    header[100:107] = b"0000644"
    header[124:136] = b"\x80" + size.to_bytes(11, "big") if base256 else b"%011o\0" % size
    header[148:156] = b" " * 8
    header[156:157] = kind
    header[257:265] = b"ustar\x0000"
    header[148:156] = b"%06o\0 " % sum(header)
    return bytes(header)


def tar(files, end=True):
    output = b""
    for name, content in files:
        if len(name) > 100:
            output += tar_header(b"././@LongLink", len(name) + 1, b"L") + (name + b"\0").ljust(-(-(len(name) + 1) // 512) * 512, b"\0")
        output += tar_header(name, len(content)) + content + b"\0" * (-len(content) % 512)
    return output + (b"\0" * 1024 if end else b"")


def pdf(streams, more=b""):
    """One page for each of the streams: (filters, bytes)."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>",
               b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(len(streams))), len(streams)),
               b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for number, (filters, content) in enumerate(streams):
        objects.append(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % (5 + 2 * number))
        objects.append(b"<< /Length %d /Filter [%s] >>\nstream\n" % (len(content), filters) + content + b"\nendstream")
    output, places = b"%PDF-1.5\n", []
    for number, one in enumerate(objects):
        places.append(len(output))
        output += b"%d 0 obj\n" % (number + 1) + one + b"\nendobj\n"
    table = len(output)
    output += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return output + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, more, table)


def mail(parts):
    head = b"From: ada@quay.example\nTo: b@quay.example\nSubject: Bells\nDate: Fri, 06 Mar 2026 09:30:00 +0100\nMIME-Version: 1.0\n"
    return head + b"Content-Type: multipart/mixed; boundary=b\n\n" + b"".join(b"--b\nContent-Type: text/html\n\n" + PAGE + b"\n" for _ in range(parts)) + b"--b--\n"


CONTAINER = b'<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'


def opf(names, title):
    items = b"".join(b'<item id="i%d" href="%s" media-type="application/xhtml+xml"/>' % (n, name) for n, name in enumerate(names))
    refs = b"".join(b'<itemref idref="i%d"/>' % n for n in range(len(names)))
    return (b'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>' + title + b'</dc:title></metadata>'
            b"<manifest>" + items + b"</manifest><spine>" + refs + b"</spine></package>")


def epub(names, pages, title=b"Bells"):
    return packed([("mimetype", b"application/epub+zip"), ("META-INF/container.xml", CONTAINER), ("p.opf", opf(names, title))], pages)


WORD = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'


def docx(body, types=b"<Types/>"):
    return packed([("[Content_Types].xml", types), ("word/document.xml", body)])


def warc(blocks):
    return b"".join(b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://quay.example/%d\r\nContent-Type: application/http\r\nContent-Length: %d\r\n\r\n" % (n, size)
                    + block + b"\r\n\r\n" for n, (size, block) in enumerate(blocks))


def deflate(content):
    engine = zlib.compressobj(9, zlib.DEFLATED, -15)
    return engine.compress(content) + engine.flush()
