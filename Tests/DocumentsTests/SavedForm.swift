import Hashing
import Packing

/// One page in the forms that browsers and crawlers keep it in.
enum SavedForm: String, CaseIterable {
    case html, gzip, zip, tar, mhtml, mhtmlQuoted, singleFile, webarchive, webarchiveXML, warc, wacz
    case mail, mailQuoted, mailbox
    case xz, bzip2, zstd, tarXZ, tarBzip2, tarZstd, warcZstd

    private static let address = "https://harbour.example/notes/ferry"

    var name: String {
        switch self {
        case .html: "page.html"
        case .gzip: "page.html.gz"
        case .zip: "page.zip"
        case .tar: "page.tar.gz"
        case .mhtml: "page.mhtml"
        case .mhtmlQuoted: "page.mht"
        case .singleFile: "page (saved).html"
        case .webarchive: "page.webarchive"
        case .webarchiveXML: "page-xml.webarchive"
        case .warc: "page.warc.gz"
        case .wacz: "page.wacz"
        case .mail: "page.eml"
        case .mailQuoted: "quoted.eml"
        case .mailbox: "page.mbox"
        case .xz: "page.html.xz"
        case .bzip2: "page.html.bz2"
        case .zstd: "page.html.zst"
        case .tarXZ: "page.txz"
        case .tarBzip2: "page.tar.bz2"
        case .tarZstd: "page.tar.zst"
        case .warcZstd: "page.warc.zst"
        }
    }

    func bytes(of page: [UInt8]) -> [UInt8] {
        switch self {
        case .html: return page
        case .gzip: return Gzip.compress(page)
        case .xz: return Compression.xz.packed(page)
        case .bzip2: return Compression.bzip2.packed(page)
        case .zstd: return Compression.zstd.packed(page)
        case .tarXZ: return Compression.xz.packed(Self.tar(page))
        case .tarBzip2: return Compression.bzip2.packed(Self.tar(page))
        case .tarZstd: return Compression.zstd.packed(Self.tar(page))
        case .warcZstd: return Compression.zstd.packed(Self.warc(page))
        case .zip:
            var zip = ZIPBuilder()
            zip.add("notes/page.html", page)
            zip.add("notes/page_files/style.css", "p {}")
            return zip.bytes
        case .tar: return Gzip.compress(Self.tar(page))
        case .mhtml: return Self.mhtml(page, isQuoted: false)
        case .mhtmlQuoted: return Self.mhtml(page, isQuoted: true)
        case .singleFile: return Self.singleFile(page)
        case .webarchive: return Self.binaryList(page)
        case .webarchiveXML: return Self.list(page)
        case .warc: return Gzip.compress(Self.warc(page))
        case .wacz:
            var zip = ZIPBuilder()
            zip.add("datapackage.json", "{}")
            zip.add("archive/data.warc.gz", Gzip.compress(Self.warc(page)), isDeflated: false)
            return zip.bytes
        case .mail: return Self.mail(page, isQuoted: false)
        case .mailQuoted: return Self.mail(page, isQuoted: true)
        case .mailbox:
            return Array("From ada@quay.example Fri Mar  6 09:30:00 2026\n".utf8)
                + Self.mail(page, isQuoted: false)
        }
    }

    private static func tar(_ page: [UInt8]) -> [UInt8] {
        var tar = TarBuilder()
        tar.add("notes/page.html", page)
        return tar.finished
    }

    private static func mhtml(_ page: [UInt8], isQuoted: Bool) -> [UInt8] {
        let head = """
            From: <Saved by Blink>\r
            Snapshot-Content-Location: \(address)\r
            Subject: =?utf-8?Q?The=20ferry?=\r
            Date: Fri, 6 Mar 2026 09:30:00 -0000\r
            MIME-Version: 1.0\r
            Content-Type: multipart/related;\r
            \ttype="text/html";\r
            \tboundary="----MultipartBoundary--x----"\r
            \r
            \r
            ------MultipartBoundary--x----\r
            Content-Type: text/html\r
            Content-ID: <frame-1@mhtml.blink>\r
            Content-Transfer-Encoding: \(isQuoted ? "quoted-printable" : "base64")\r
            Content-Location: \(address)\r
            \r

            """
        return Array(head.utf8) + (isQuoted ? quoted(page) : base64(page))
            + Array(
                "\r\n------MultipartBoundary--x----\r\nContent-Type: text/css\r\n\r\np {}\r\n------MultipartBoundary--x------\r\n"
                    .utf8)
    }

    private static func mail(_ page: [UInt8], isQuoted: Bool) -> [UInt8] {
        let head = """
            From: Ada Marl <ada@quay.example>
            To: reader@quay.example
            Subject: Have you seen this?
            Date: Fri, 6 Mar 2026 09:30:00 +0100
            Message-ID: <1@quay.example>
            MIME-Version: 1.0
            Content-Type: text/html
            Content-Transfer-Encoding: \(isQuoted ? "quoted-printable" : "base64")


            """
        return Array(head.utf8) + (isQuoted ? quoted(page) : base64(page)) + [0x0A]
    }

    private static func singleFile(_ page: [UInt8]) -> [UInt8] {
        let note =
            "<!--\n Page saved with SingleFile \n url: \(address) \n saved date: Fri Mar 06 2026\n-->"
        guard let place = page.firstIndex(of: 0x3E) else { return page }
        return Array(page[...place]) + Array(note.utf8) + Array(page[(place + 1)...])
    }

    private static func warc(_ page: [UInt8]) -> [UInt8] {
        let packed = Gzip.compress(page)
        let block =
            Array(
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n\(String(packed.count, radix: 16))\r\n"
                    .utf8) + packed + Array("\r\n0\r\n\r\n".utf8)
        let picture = Array("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx".utf8)
        return record("warcinfo", Array("software: x\r\n".utf8)) + record("response", picture)
            + record("response", block)
    }

    private static func record(_ type: String, _ block: [UInt8]) -> [UInt8] {
        let target = type == "response" ? "WARC-Target-URI: \(address)\r\n" : ""
        return Array(
            "WARC/1.0\r\nWARC-Type: \(type)\r\n\(target)WARC-Date: 2026-03-06T09:30:00Z\r\nContent-Length: \(block.count)\r\n\r\n"
                .utf8) + block + Array("\r\n\r\n".utf8)
    }

    private static func list(_ page: [UInt8]) -> [UInt8] {
        Array(
            "<?xml version=\"1.0\"?><plist version=\"1.0\"><dict><key>WebMainResource</key><dict><key>WebResourceData</key><data>\n"
                .utf8) + base64(page)
            + Array(
                "</data><key>WebResourceMIMEType</key><string>text/html</string><key>WebResourceURL</key><string>\(address)</string></dict></dict></plist>"
                    .utf8)
    }

    /// Objects: the list, the resource's key, the resource, its keys and values.
    private static func binaryList(_ page: [UInt8]) -> [UInt8] {
        let objects: [[UInt8]] = [
            [0xD1, 1, 2], string("WebMainResource"),
            [0xD3, 3, 4, 5, 6, 7, 8], string("WebResourceData"), string("WebResourceMIMEType"),
            string("WebResourceURL"), [0x4F, 0x12] + number(page.count, 4) + page,
            string("text/html"), string(address),
        ]
        var bytes = Array("bplist00".utf8)
        var offsets: [UInt8] = []
        for object in objects {
            offsets += number(bytes.count, 4)
            bytes += object
        }
        let table = bytes.count
        return bytes + offsets + [0, 0, 0, 0, 0, 0, 4, 1] + number(objects.count, 8)
            + number(0, 8) + number(table, 8)
    }

    private static func string(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return (bytes.count < 15 ? [0x50 | UInt8(bytes.count)] : [0x5F, 0x10, UInt8(bytes.count)])
            + bytes
    }

    /// Big endian.
    private static func number(_ value: Int, _ width: Int) -> [UInt8] {
        (0..<width).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    private static func quoted(_ bytes: [UInt8]) -> [UInt8] {
        let digits = Array("0123456789ABCDEF".utf8)
        var output: [UInt8] = []
        var column = 0
        for byte in bytes {
            if byte == 0x0A {
                output += [0x0D, 0x0A]
                column = 0
                continue
            }
            if column > 70 {
                output += [0x3D, 0x0D, 0x0A]
                column = 0
            }
            let isPlain =
                (0x21...0x7E).contains(byte) && byte != 0x3D || byte == 0x20 && column < 70
            output += isPlain ? [byte] : [0x3D, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            column += isPlain ? 1 : 3
        }
        return output
    }

    static func base64(_ bytes: [UInt8]) -> [UInt8] {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var output: [UInt8] = []
        for place in stride(from: 0, to: bytes.count, by: 3) {
            let three = bytes[place..<min(place + 3, bytes.count)]
            var value = 0
            for byte in three { value = value << 8 | Int(byte) }
            value <<= 8 * (3 - three.count)
            for index in 0..<4 {
                output.append(
                    index <= three.count ? letters[value >> (18 - 6 * index) & 63] : 0x3D)
            }
            if output.count % 78 == 76 { output += [0x0D, 0x0A] }
        }
        return output
    }
}
