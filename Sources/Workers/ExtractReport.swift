import BriefModel
import FoundationEssentials

/// What `briefctl extract` prints of one document: a written contract (docs/cli-json.md). Every member is always
/// there, null where nothing is known.
///
/// The child that reads the document makes all of it but the path, which is no business of the child's; whoever prints
/// it puts the path in front.
public struct ExtractReport: Encodable {
    private let article: Article
    private let identity: Identity
    private let error: String?

    init(_ article: Article, _ identity: Identity) {
        self.article = article
        self.identity = identity
        error = nil
    }

    /// Of a document that was not read.
    private init(error: String) {
        article = Article()
        identity = Identity(hashOf: "")
        self.error = error
    }

    private enum Key: String, CodingKey {
        case ok, error, title, authors, published, modified, site, url, language, series
        case number, excerpt, text, markdown, quality, warnings
        case contentHash = "content_hash"
        case hashVersion = "hash_version"
        case wordCount = "word_count"
    }

    public func encode(to encoder: any Encoder) throws {
        var members = encoder.container(keyedBy: Key.self)
        try members.encode(error == nil, forKey: .ok)
        try members.encode(error, forKey: .error)
        try members.encode(article.title, forKey: .title)
        try members.encode(article.authors, forKey: .authors)
        try members.encode(article.published, forKey: .published)
        try members.encode(article.modified, forKey: .modified)
        try members.encode(article.site, forKey: .site)
        try members.encode(article.url, forKey: .url)
        try members.encode(article.language, forKey: .language)
        try members.encode(article.series, forKey: .series)
        try members.encode(article.number, forKey: .number)
        try members.encode(article.excerpt, forKey: .excerpt)
        try members.encode(article.text, forKey: .text)
        try members.encode(article.markdown, forKey: .markdown)
        try members.encode(identity.contentHash, forKey: .contentHash)
        try members.encode(identity.hashVersion, forKey: .hashVersion)
        try members.encode(article.wordCount, forKey: .wordCount)
        try members.encode((article.quality * 1000).rounded() / 1000, forKey: .quality)
        try members.encode(article.warnings, forKey: .warnings)
    }

    /// All but the path, as one JSON object without a line end.
    func members() throws -> [UInt8] { try ExtractReport.json(self) }

    /// The line of a document that was read, without its line end, and with nothing in it that a terminal would obey,
    /// whatever the child says.
    ///
    /// - Parameter members: as `CagedReader.report` gives them.
    public static func line(path: String, members: [UInt8]) throws -> [UInt8] {
        var line = Array(#"{"path":"#.utf8)
        line.reserveCapacity(line.count + path.utf8.count + members.count + 16)
        line += try json(path)
        line.append(UInt8(ascii: ","))
        line += members.dropFirst()
        return line.escapingHiddenAsJSON
    }

    /// The line of a document that was not read.
    public static func line(path: String, error: String) throws -> [UInt8] {
        try line(path: path, members: ExtractReport(error: error).members())
    }

    private static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value)).escapingHiddenAsJSON
    }
}

extension ExtractReport {
    /// Whether bytes are one object, with something in it, on one line: its brackets and quotes close at its end, and not
    /// before. So a child that was taken over can say what it likes of its document, and nothing of another.
    static func isOneObject(_ bytes: [UInt8]) -> Bool {
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        guard bytes.count > 2, bytes.first == UInt8(ascii: "{"), bytes[1] != UInt8(ascii: "}"),
            String(validating: bytes, as: UTF8.self) != nil
        else { return false }
        for (index, byte) in bytes.enumerated() {
            if byte < 0x20 || byte == 0x7F { return false }
            if isQuoted {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isQuoted = true
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth <= 0, index < bytes.count - 1 { return false }
            default: break
            }
        }
        return depth == 0 && !isQuoted
    }
}
