import BriefModel

/// What `briefctl extract` prints of one document: a written contract (docs/cli-json.md). Every member is always
/// there, null where nothing is known.
///
/// The child that reads the document makes all of it but the path, which is no business of the child's; whoever prints
/// it puts the path in front.
public struct ExtractReport {
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

    /// All but the path, as one JSON object without a line end, its members in the order of their names.
    func members() -> [UInt8] {
        var json = JSONObject(
            capacity: 2_048 + article.text.utf8.count + article.markdown.utf8.count)
        json.add("authors", article.authors)
        json.add("content_hash", identity.contentHash)
        json.add("error", error)
        json.add("excerpt", article.excerpt)
        json.add("hash_version", identity.hashVersion)
        json.add("language", article.language)
        json.add("markdown", article.markdown)
        json.add("modified", article.modified)
        json.add("number", article.number)
        json.add("ok", error == nil)
        json.add("published", article.published)
        json.add("quality", (article.quality * 1000).rounded() / 1000)
        json.add("series", article.series)
        json.add("site", article.site)
        json.add("text", article.text)
        json.add("title", article.title)
        json.add("url", article.url)
        json.add("warnings", article.warnings)
        json.add("word_count", article.wordCount)
        return json.finished()
    }

    /// The line of a document that was read, without its line end, and with nothing in it that a terminal would obey,
    /// whatever the child says.
    ///
    /// - Parameter members: as `CagedReader.report` gives them.
    public static func line(path: String, members: [UInt8]) -> [UInt8] {
        var line = Array(#"{"path":"#.utf8)
        line.reserveCapacity(line.count + path.utf8.count + members.count + 16)
        line.append(json: path)
        line.append(UInt8(ascii: ","))
        line += members.dropFirst()
        return line.escapingHiddenAsJSON
    }

    /// The line of a document that was not read.
    public static func line(path: String, error: String) -> [UInt8] {
        line(path: path, members: ExtractReport(error: error).members())
    }
}

extension ExtractReport {
    /// Whether bytes are one object, with something in it, on one line: its brackets and quotes close at its end, and not
    /// before. So a child that was taken over can say what it likes of its document, and nothing of another.
    static func isOneObject(_ bytes: [UInt8]) -> Bool {
        guard bytes.count > 2, bytes.first == UInt8(ascii: "{"), bytes[1] != UInt8(ascii: "}"),
            (try? UTF8Span(validating: bytes.span)) != nil
        else { return false }
        var depth = 0
        var isQuoted = false
        var isEscaped = false
        let span = bytes.span
        var index = 0
        while index < span.count {
            // Most of it is text between quotes.
            if isQuoted, !isEscaped {
                index = span.placeOfJSONMark(from: index)
                if index == span.count { break }
            }
            let byte = span[index]
            index += 1
            if byte < 0x20 || byte == 0x7F { return false }
            if isEscaped {
                isEscaped = false
            } else if isQuoted {
                if byte == UInt8(ascii: "\"") { isQuoted = false }
                isEscaped = byte == UInt8(ascii: "\\")
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                depth += 1
            } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
                depth -= 1
                if depth <= 0, index < span.count { return false }
            }
        }
        return depth == 0 && !isQuoted
    }
}
