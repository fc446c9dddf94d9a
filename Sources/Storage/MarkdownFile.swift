/// An article's file: front matter in YAML, the title as heading, and the body in Markdown.
public struct MarkdownFile: Sendable, Equatable {
    public var front: FrontMatter
    /// Markdown, without the title.
    public var body: String

    public init(front: FrontMatter, body: String) {
        self.front = front
        self.body = body
    }

    /// The file as it is written: UTF-8, line ends LF, one at the end.
    public var bytes: [UInt8] {
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

    /// Reads a file that was written like that; nothing of its body can pass for front matter, as that ends
    /// at the first line "---" and no value within can hold one.
    public static func parse(_ bytes: [UInt8], path: String) throws(StorageError) -> MarkdownFile {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .damaged(path: path, why: "not UTF-8")
        }
        let (lines, bodyStart) = try head(of: text, path: path)
        let front: FrontMatter
        do {
            front = try FrontMatter(yaml: lines)
        } catch {
            throw .damaged(path: path, why: "front matter cannot be read: \(error.line)")
        }
        let newline = UInt8(ascii: "\n")
        var body = text.utf8[bodyStart...].drop { $0 == newline }
        if front.title != nil, body.starts(with: "# ".utf8) {
            body = body.drop { $0 != newline }.drop { $0 == newline }
        }
        if body.last == newline { body.removeLast() }
        return MarkdownFile(front: front, body: String(Substring(body)))
    }

    private static func head(
        of text: String, path: String
    ) throws(StorageError) -> (lines: [Substring], bodyStart: String.Index) {
        guard text.utf8.starts(with: "---\n".utf8) else {
            throw .damaged(path: path, why: "front matter is missing")
        }
        var lines: [Substring] = []
        var start = text.utf8.index(text.startIndex, offsetBy: 4)
        while let end = text.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = text[start..<end]
            start = text.utf8.index(after: end)
            if line == "---" { return (lines, start) }
            lines.append(line)
        }
        throw .damaged(path: path, why: "front matter does not end")
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
