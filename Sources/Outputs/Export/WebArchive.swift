import BriefModel
import FoundationEssentials
import Hashing
import Storage

/// The documents as they came, as a web archive: WACZ 1.1.1 (specs.webrecorder.net) of WARC 1.1 (ISO 28500).
///
/// What is kept of an arrival is its bytes, their type and when, not the server's answer: so they are `resource` records.
/// Articles without an http or https address are left out, for nobody could ask for them.
public struct WebArchive: ExportFormat {
    /// A file of records is closed beyond this: bytes. So much is in memory, and some hundred bytes an article.
    private static let pieceLimit = 32 << 20

    private struct Line {
        var key: String
        var text: String
    }

    private struct Resource {
        var path: String
        var digest: String
        var count: Int
    }

    private let title: String
    private let original: @Sendable (_ sha: String) -> [UInt8]?
    private var zip = ZipWriter()
    private var records: [UInt8] = []
    private var number = 0
    private var index: [Line] = []
    private var pages: [UInt8] = []
    private var resources: [Resource] = []
    private var latest = "1970-01-01T00:00:00Z"

    /// - Parameter original: the bytes of a document by their SHA-256; nil where they are gone.
    public init(title: String, original: @escaping @Sendable (_ sha: String) -> [UInt8]?) {
        self.title = title
        self.original = original
        records = Self.head
        var json = JSONObject()
        json.add("format", "json-pages-1.0")
        json.add("id", "pages")
        json.add("title", "All Pages")
        pages = json.finished() + [0x0A]
    }

    /// The record, behind a line with its type and digest; empty for what is left out.
    public func write(_ row: ExportRow, _ file: [UInt8]?) -> [UInt8] {
        guard let url = WebAddress.link(row.url), url.lowercased().hasPrefix("http"), let file,
            let front = try? MarkdownFile.parse(file, path: row.path).front,
            let bytes = original(front.original)
        else { return [] }
        var type = OutputFact.mediaType(front.originalType) ?? "application/octet-stream"
        let mime = type
        let charset = front.originalCharset
        if type.hasPrefix("text/"), !charset.isEmpty, charset.utf8.allSatisfy(Self.isToken) {
            type += "; charset=" + charset
        }
        let digest = "sha256:" + SHA256Digest.hex(of: bytes)
        let record = Self.record(
            [
                ("WARC-Type", "resource"), ("WARC-Target-URI", url), ("WARC-Date", row.filed),
                ("WARC-Record-ID", "<\(OutputFact.urn("briefd original " + row.id))>"),
                ("WARC-Block-Digest", digest), ("WARC-Payload-Digest", digest),
                ("Content-Type", type),
            ], bytes)
        return Array("\(mime) \(digest)\n".utf8) + record
    }

    public mutating func add(_ row: ExportRow, _ piece: [UInt8]) -> [UInt8] {
        guard let end = piece.firstIndex(of: 0x0A), let url = WebAddress.link(row.url) else {
            return []
        }
        let facts = String(decoding: piece[..<end], as: UTF8.self).split(separator: " ")
        var out: [UInt8] = []
        if records.count + piece.count > Self.pieceLimit, records.count > Self.head.count {
            out = close()
        }
        let time = row.filed.filter(\.isNumber)
        var json = JSONObject()
        json.add("url", url)
        json.add("mime", facts.first.map(String.init))
        json.add("status", "200")
        json.add("digest", facts.last.map(String.init))
        json.add("length", "\(piece.count - end - 1)")
        json.add("offset", "\(records.count)")
        json.add("filename", name)
        let text = String(decoding: json.finished(), as: UTF8.self)
        index.append(Line(key: "\(Self.key(of: url)) \(time)", text: text))
        var page = JSONObject()
        page.add("id", row.id)
        page.add("url", url)
        page.add("ts", row.filed)
        page.add("title", row.title)
        pages += page.finished() + [0x0A]
        records += piece[(end + 1)...]
        latest = max(latest, row.filed)
        return out
    }

    public mutating func end() throws -> [UInt8] {
        var out = close()
        let lines = index.sorted { ($0.key, $0.text) < ($1.key, $1.text) }
            .map { "\($0.key) \($0.text)\n" }
        out += enter("indexes/index.cdx", Array(lines.joined().utf8), packs: true)
        out += enter("pages/pages.jsonl", pages, packs: true)
        let package = package
        out += zip.add("datapackage.json", package)
        var digest = JSONObject()
        digest.add("path", "datapackage.json")
        digest.add("hash", "sha256:" + SHA256Digest.hex(of: package))
        out += zip.add("datapackage-digest.json", digest.finished())
        guard zip.written < Int(UInt32.max) - 1 << 20 else {
            throw ExportError.tooLarge(limit: Int(UInt32.max))
        }
        return out + zip.end()
    }

    private var name: String { "data-\(number).warc.gz" }

    private mutating func close() -> [UInt8] {
        let out = enter("archive/" + name, records, packs: false)
        number += 1
        records = Self.head
        return out
    }

    private mutating func enter(_ path: String, _ bytes: [UInt8], packs: Bool) -> [UInt8] {
        resources.append(
            Resource(path: path, digest: SHA256Digest.hex(of: bytes), count: bytes.count))
        return zip.add(path, bytes, packs: packs)
    }

    private var package: [UInt8] {
        let all = resources.map { resource in
            var json = JSONObject()
            json.add("name", resource.path.split(separator: "/").last.map(String.init))
            json.add("path", resource.path)
            json.add("hash", "sha256:" + resource.digest)
            json.add("bytes", resource.count)
            return String(decoding: json.finished(), as: UTF8.self)
        }
        var json = JSONObject()
        json.add("profile", "data-package")
        json.add("title", title)
        // When the latest of it was filed: the same articles give the same file.
        json.add("created", latest)
        json.add("wacz_version", "1.1.1")
        json.add("software", "briefd \(Version.number)")
        json.add("resources", json: "[" + all.joined(separator: ",") + "]")
        return json.finished()
    }

    private static let head = record(
        [
            ("WARC-Type", "warcinfo"), ("WARC-Date", "1970-01-01T00:00:00Z"),
            ("WARC-Record-ID", "<\(OutputFact.urn("briefd warcinfo"))>"),
            ("Content-Type", "application/warc-fields"),
        ], Array("software: briefd \(Version.number)\r\nformat: WARC File Format 1.1\r\n".utf8))

    /// A record, packed by itself (WARC 1.1, annex D).
    private static func record(_ fields: [(String, String)], _ block: [UInt8]) -> [UInt8] {
        var text = "WARC/1.1\r\n"
        for (name, value) in fields { text += "\(name): \(value)\r\n" }
        text += "Content-Length: \(block.count)\r\n\r\n"
        return Gzip.compress(Array(text.utf8) + block + Array("\r\n\r\n".utf8))
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || "-_.:+".utf8.contains(byte)
    }

    /// What an index is sorted by: "org,example)/path?query", lower case, without "www.", the query's parts in order.
    static func key(of url: String) -> String {
        let rest = url.lowercased().split(
            separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard rest.count == 3 else { return url }
        let whole = rest[2].prefix { $0 != "#" }
        let authority = whole.prefix { $0 != "/" && $0 != "?" }
        var path = whole.dropFirst(authority.count).prefix { $0 != "?" }
        if path.count > 1, path.last == "/" { path.removeLast() }
        let query = whole.drop { $0 != "?" }.dropFirst().split(separator: "&").sorted()
        let colon = authority.lastIndex(of: ":") ?? authority.endIndex
        let host = authority[..<colon].withoutWWW
        let port = [":80", ":443"].contains(authority[colon...]) ? "" : authority[colon...]
        return host.split(separator: ".").reversed().joined(separator: ",") + port + ")"
            + (path.isEmpty ? "/" : path)
            + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
    }
}
