import Hashing

/// An article's file: front matter in YAML, the title as heading, and the body in Markdown.
public struct MarkdownFile: Sendable, Equatable {
    public var front: FrontMatter
    /// Markdown, without the title.
    public var body: String
    /// The heading where it differs from the title of the front matter: somebody changed one of the two.
    var editedHeading: String?

    public init(front: FrontMatter, body: String) {
        self.front = front
        self.body = body
    }

    /// Whether both say the same; the hash of the file that one was read from is nothing that it says.
    public static func == (one: MarkdownFile, other: MarkdownFile) -> Bool {
        var front = one.front
        front.fileHash = other.front.fileHash
        return front == other.front && one.body == other.body
            && one.editedHeading == other.editedHeading
    }

    /// The file as it is written: UTF-8, line ends LF, one at the end.
    public var bytes: [UInt8] {
        var front = front
        front.fileHash = hash
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.utf8.count + 2048)
        bytes += "---\n".utf8
        bytes += front.yaml.utf8
        bytes += "---\n\n".utf8
        if let title = front.title { bytes += "# \(Self.heading(title))\n\n".utf8 }
        bytes += body.utf8
        if !body.isEmpty, bytes.last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
        return bytes
    }

    /// "sha256:" and 64 hex digits over facts and body, whatever way they are set down: the order of keys, quotes,
    /// blanks at the ends of lines, line ends and lines that are none of ours make no difference.
    var hash: String {
        var front = front
        front.fileHash = nil
        front.isEdited = false
        front.extra = []
        front.otherAliases = []
        var bytes = Array(front.yaml.utf8)
        for line in body.utf8.split(separator: UInt8(ascii: "\n")) {
            var line = line
            while let last = line.last, last == 0x20 || last == 0x09 || last == 0x0D {
                line.removeLast()
            }
            guard !line.isEmpty else { continue }
            bytes += line
            bytes.append(UInt8(ascii: "\n"))
        }
        return "sha256:" + SHA256Digest.hex(of: bytes)
    }

    /// Whether facts and body are those that briefd wrote; nil where the file does not bear its hash.
    var isAsWritten: Bool? {
        guard let fileHash = front.fileHash else { return nil }
        return editedHeading == nil && fileHash == hash
    }

    /// Reads a file that was written like that, and whatever an editor made of it: another encoding or line ends,
    /// front matter in other forms of YAML or none at all. A fact that is not there stays empty. Throws `damaged`
    /// where the file is no text.
    ///
    /// Front matter ends at the first line "---", and no value that we write can hold one.
    public static func parse(_ bytes: [UInt8], path: String) throws(StorageError) -> MarkdownFile {
        guard let text = EditedText.decode(bytes) else {
            throw .damaged(path: path, why: bytes.isEmpty ? "it is empty" : "it is no text")
        }
        guard text.contains(where: { !$0.isWhitespace }) else {
            throw .damaged(path: path, why: "it is empty")
        }
        let (lines, bodyStart) = head(of: text)
        var file = MarkdownFile(front: FrontMatter(yaml: lines), body: "")
        let newline = UInt8(ascii: "\n")
        var body = withoutBlankLines(text.utf8[bodyStart...])
        if body.starts(with: "# ".utf8), file.front.title != nil || lines.isEmpty {
            let line = String(Substring(body.prefix { $0 != newline }.dropFirst(2)))
            body = withoutBlankLines(body.drop { $0 != newline })
            file.takeHeading(line)
        }
        if body.last == newline { body.removeLast() }
        file.body = String(Substring(body))
        return file
    }

    private static func withoutBlankLines(_ text: Substring.UTF8View) -> Substring.UTF8View {
        var text = text
        while let first = text.first(where: { $0 != 0x20 && $0 != 0x09 }), first == 0x0A {
            text = text.drop { $0 != 0x0A }.dropFirst()
        }
        return text
    }

    /// The body of a file, without its facts and its title: much faster than reading both, for files as briefd writes
    /// them; others are read whole.
    public static func body(of bytes: [UInt8], path: String) -> ArraySlice<UInt8> {
        if let body = plainBody(of: bytes) { return body }
        let file = try? parse(bytes, path: path)
        return Array((file?.body ?? "").utf8)[...]
    }

    private static func plainBody(of bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let newline = UInt8(ascii: "\n")
        guard bytes.starts(with: "---\nid: \"".utf8), isPlainText(bytes) else { return nil }
        var start = 4
        while start < bytes.count {
            guard let end = bytes[start...].firstIndex(of: newline) else { return nil }
            if bytes[start..<end].elementsEqual("---".utf8) {
                var body = bytes[(end + 1)...].drop { $0 == newline }
                if body.starts(with: "# ".utf8), let line = body.firstIndex(of: newline) {
                    body = body[(line + 1)...].drop { $0 == newline }
                }
                while body.last == newline { body.removeLast() }
                return body
            }
            start = end + 1
        }
        return nil
    }

    /// Whether a text is UTF-8 with the line ends that briefd writes: an editor may have saved it otherwise.
    private static func isPlainText(_ bytes: [UInt8]) -> Bool {
        let span = bytes.span
        for index in span.indices where span[index] < 0x20 {
            if span[index] == 0 || span[index] == 0x0D { return false }
        }
        do {
            _ = try UTF8Span(validating: span)
            return true
        } catch {
            return false
        }
    }

    /// The words of a body in Markdown of UTF-8, a block a line.
    public static func text(of body: ArraySlice<UInt8>) -> [UInt8] {
        MarkdownText.plain(body, pictures: false)
    }

    /// The heading is the title; where the two differ, one of them was edited.
    private mutating func takeHeading(_ line: String) {
        let heading = String(LooseYAML.trimmed(Substring(line)))
        guard heading != front.title.map(Self.heading) else { return }
        let words = MarkdownText.plain(heading).filter { $0 != "\n" }
        if front.title != nil, front.fileHash == nil { return }
        editedHeading = words.isEmpty ? nil : words
    }

    /// The lines between two "---"; none where the text does not begin with such a line. Where the second is missing
    /// they end with the first empty line or heading, if our keys are among them.
    private static func head(of text: String) -> (lines: [Substring], bodyStart: String.Index) {
        let newline = UInt8(ascii: "\n")
        var start = text.utf8.firstIndex { $0 != newline && $0 != 0x20 } ?? text.startIndex
        var lines: [Substring] = []
        var openEnd: (count: Int, start: String.Index)?
        var isFirst = true
        while start < text.endIndex {
            let end = text.utf8[start...].firstIndex(of: newline) ?? text.endIndex
            let line = text[start..<end]
            let next = end < text.endIndex ? text.utf8.index(after: end) : end
            if isFirst {
                guard LooseYAML.trimmed(line) == "---" else { break }
                isFirst = false
            } else if line.hasPrefix("---") || line.hasPrefix("..."),
                ["---", "..."].contains(LooseYAML.trimmed(line))
            {
                return (lines, next)
            } else {
                if openEnd == nil, LooseYAML.isBlank(line) || line.hasPrefix("# ") {
                    openEnd = (lines.count, start)
                }
                lines.append(line)
            }
            start = next
        }
        guard let openEnd else { return ([], text.startIndex) }
        let ours = lines.prefix(openEnd.count)
        let isOurs = ours.contains { $0.hasPrefix("content_hash:") || $0.hasPrefix("filed:") }
        return isOurs ? (Array(ours), openEnd.start) : ([], text.startIndex)
    }

    /// A title on one line, in which nothing is markup.
    static func heading(_ title: String) -> String {
        var heading = ""
        var pendingSpace = false
        for scalar in title.unicodeScalars {
            if scalar.properties.isWhitespace || scalar.properties.generalCategory == .control {
                pendingSpace = !heading.isEmpty
                continue
            }
            if pendingSpace { heading += " " }
            pendingSpace = false
            if "\\`*_[]<#".unicodeScalars.contains(scalar) { heading += "\\" }
            heading.unicodeScalars.append(scalar)
        }
        return heading
    }
}
