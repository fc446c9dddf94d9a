import Charsets

/// Reads the character set that a page declares in `<meta>` or in its XML declaration.
enum DeclaredCharset {
    /// The label in the first 8 KiB (HTML looks through 1 KiB, pages are later), in lower case; nil where
    /// there is none.
    static func find(in bytes: [UInt8]) -> String? {
        guard ByteSearch.place(of: UInt8(ascii: "<"), in: bytes, from: 0) != nil else { return nil }
        var head = Array(bytes.prefix(8_192))
        for index in head.indices where (0x41...0x5A).contains(head[index]) { head[index] |= 0x20 }
        if head.starts(with: "<?xml".utf8), let end = place(of: "?>", in: head[...]),
            let label = label(after: "encoding", in: head[..<end])
        {
            return label
        }
        var rest = head[...]
        while let meta = place(of: "<meta", in: rest) {
            rest = rest[meta...]
            let end = rest.firstIndex(of: 0x3E) ?? rest.endIndex
            if let label = label(after: "charset", in: rest[..<end]) { return label }
            rest = rest[end...]
        }
        return nil
    }

    private static func label(after name: String, in text: ArraySlice<UInt8>) -> String? {
        guard let found = place(of: name, in: text) else { return nil }
        var rest = text[(found + name.utf8.count)...].drop(while: isSpace)
        guard rest.first == 0x3D else { return nil }
        rest = rest.dropFirst().drop { isSpace($0) || $0 == 0x22 || $0 == 0x27 }
        let label = rest.prefix(while: isLabel)
        return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }

    /// Letters, digits, and "-", "_" or ":".
    private static func isLabel(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x30...0x3A, 0x2D, 0x5F: true
        default: false
        }
    }

    private static func place(of name: String, in text: ArraySlice<UInt8>) -> Int? {
        text.span.firstPlace(of: name.utf8Span.span).map { text.startIndex + $0 }
    }
}
