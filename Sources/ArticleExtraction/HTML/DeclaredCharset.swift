/// Reads the character set that a page declares in `<meta>` or in its XML declaration.
enum DeclaredCharset {
    /// The label in the first 8 KiB (HTML looks through 1 KiB, pages are later); nil where there is none.
    static func find(in bytes: [UInt8]) -> String? {
        let head = String(decoding: bytes.prefix(8_192), as: UTF8.self).lowercased()
        if head.hasPrefix("<?xml"), let end = head.firstRange(of: "?>"),
            let label = label(after: "encoding", in: head[..<end.lowerBound])
        {
            return label
        }
        var rest = head[...]
        while let meta = rest.firstRange(of: "<meta") {
            rest = rest[meta.upperBound...]
            let end = rest.firstIndex(of: ">") ?? rest.endIndex
            if let label = label(after: "charset", in: rest[..<end]) { return label }
            rest = rest[end...]
        }
        return nil
    }

    private static func label(after name: String, in text: Substring) -> String? {
        guard let found = text.firstRange(of: name) else { return nil }
        var rest = text[found.upperBound...].drop { $0.isWhitespace }
        guard rest.first == "=" else { return nil }
        rest = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
        let label = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:".contains($0)) }
        return label.isEmpty ? nil : String(label)
    }
}
