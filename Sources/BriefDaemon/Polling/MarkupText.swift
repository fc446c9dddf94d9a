/// Makes plain text of HTML, roughly: tags, comments, scripts and style sheets go, references are read. For counting
/// and comparing words, never for what is filed. Linear.
enum MarkupText {
    /// - Parameter omitting: elements whose text is left out as well, in lower case.
    static func plain(_ html: String, omitting: Set<String> = []) -> String {
        let bytes = Array(html.utf8)
        let muted = omitting.union(["script", "style", "template", "title"])
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var open: [String] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "<"), let tag = tag(in: bytes, at: index) {
                index = tag.end
                if tag.isClosing {
                    if let place = open.lastIndex(of: tag.name) { open.removeSubrange(place...) }
                } else if muted.contains(tag.name), open.count < 32 {
                    open.append(tag.name)
                }
                if !inlineNames.contains(tag.name) { space(&text) }
            } else if byte == UInt8(ascii: "&"),
                let (bytesOfReference, end) = reference(bytes, index)
            {
                if open.isEmpty { text += bytesOfReference }
                index = end
            } else {
                if open.isEmpty {
                    if byte <= 0x20 { space(&text) } else { text.append(byte) }
                }
                index += 1
            }
        }
        while text.last == 0x20 { text.removeLast() }
        return String(decoding: text, as: UTF8.self)
    }

    /// The pictures, films, sounds and frames of a piece of HTML, as they stand there.
    static func media(in html: String) -> [String] {
        let bytes = Array(html.utf8)
        var found: [String] = []
        var index = 0
        while index < bytes.count, found.count < 100 {
            guard bytes[index] == UInt8(ascii: "<"), let tag = tag(in: bytes, at: index) else {
                index += 1
                continue
            }
            let start = index
            index = tag.end
            guard !tag.isClosing, ["img", "iframe", "video", "audio"].contains(tag.name) else {
                continue
            }
            if tag.name != "img" {
                while index < bytes.count {
                    guard bytes[index] == UInt8(ascii: "<"),
                        let end = self.tag(in: bytes, at: index)
                    else {
                        index += 1
                        continue
                    }
                    index = end.end
                    if end.isClosing, end.name == tag.name { break }
                }
            }
            found.append(String(decoding: bytes[start..<index], as: UTF8.self))
        }
        return found
    }

    /// A text as the value of an attribute.
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
            .replacing("<", with: "&lt;")
    }

    private static let inlineNames: Set<String> = [
        "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "em", "font", "i", "kbd", "mark",
        "q", "s", "small", "span", "strong", "sub", "sup", "tt", "u", "var", "wbr",
    ]

    private static func space(_ text: inout [UInt8]) {
        if let last = text.last, last != 0x20 { text.append(0x20) }
    }

    /// A tag or a comment that begins at a place; nil where a "<" is only a character.
    private static func tag(
        in bytes: [UInt8], at start: Int
    ) -> (name: String, isClosing: Bool, end: Int)? {
        var index = start + 1
        guard index < bytes.count else { return nil }
        if bytes[index...].starts(with: "!--".utf8) {
            index += 3
            while index < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
            return ("!", false, min(bytes.count, index + 3))
        }
        let isClosing = bytes[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let nameStart = index
        while index < bytes.count, isNamePart(bytes[index]) { index += 1 }
        guard index > nameStart || (index < bytes.count && "!?".utf8.contains(bytes[index])) else {
            return nil
        }
        let name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
        var quote: UInt8?
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == quote {
                quote = nil
            } else if quote == nil, bytes[index - 2] == UInt8(ascii: "="),
                byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
            {
                quote = byte
            } else if quote == nil, byte == UInt8(ascii: ">") {
                break
            }
        }
        return (name, isClosing, index)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
    }

    /// A character reference that begins at a place: those of numbers, and the names that feeds use.
    private static func reference(_ bytes: [UInt8], _ start: Int) -> (text: [UInt8], end: Int)? {
        let window = bytes[(start + 1)..<min(bytes.count, start + 12)]
        guard let end = window.firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: window[..<end], as: UTF8.self)
        guard name.first == "#" else {
            return (Array((names[name] ?? "").utf8), end + 1)
        }
        let digits = name.dropFirst()
        let value =
            digits.first == "x" || digits.first == "X"
            ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar == "\u{A0}" ? [0x20] : Array(String(scalar).utf8), end + 1)
    }

    /// What is in none of them is a letter with a mark, most of the time, and only missing from its word.
    private static let names = [
        "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "hellip": "…",
        "rarr": "→", "raquo": "»", "laquo": "«", "ndash": "–", "mdash": "—", "lsquo": "‘",
        "rsquo": "’", "ldquo": "“", "rdquo": "”", "bull": "•", "middot": "·",
    ]
}
