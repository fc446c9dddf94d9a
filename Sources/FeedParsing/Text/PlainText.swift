import Charsets

/// Makes plain text of a fragment of HTML, for titles and names.
enum PlainText {
    /// Tags and comments left out, references resolved, white space folded.
    ///
    /// Only what looks like a tag of HTML is one: "1 < 2" and "<T>" stay.
    static func of(html: ArraySlice<UInt8>) -> String {
        let trimmed = html.trimmed
        if isPlain(trimmed) { return trimmed.string }
        guard html.contains(where: { $0 == .lessThan || $0 == .ampersand }) else {
            return folded(html)
        }
        var result: [UInt8] = []
        result.reserveCapacity(html.count)
        let closing = ClosingTags(html)
        var index = html.startIndex
        while index < html.endIndex {
            let byte = html[index]
            if byte == .lessThan, let end = tagEnd(in: html, at: index),
                !closing.isMissing(for: html[index..<end])
            {
                if !isInline(html[index..<end]) { result.append(0x20) }
                index = end
            } else if byte == .ampersand, let (text, end) = reference(in: html, at: index) {
                result += text
                index = end
            } else {
                result.append(byte)
                index += 1
            }
        }
        return folded(result[...])
    }

    /// A text that ought to be plain and has references all the same: they are resolved, what looks like a tag stays.
    static func withoutReferences(_ text: ArraySlice<UInt8>) -> String {
        guard text.contains(.ampersand) else { return folded(text) }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var index = text.startIndex
        while index < text.endIndex {
            if text[index] == .ampersand, let (found, end) = reference(in: text, at: index),
                text[end - 1] == .semicolon
            {
                result += found
                index = end
            } else {
                result.append(text[index])
                index += 1
            }
        }
        return folded(result[...])
    }

    /// Whether there is nothing to do: no markup, no white space but single spaces.
    private static func isPlain(_ text: ArraySlice<UInt8>) -> Bool {
        var previous: UInt8 = 0
        for byte in text {
            if byte <= .lessThan {
                if byte == .lessThan || byte == .ampersand || byte < 0x20 { return false }
                if byte == 0x20, previous == 0x20 { return false }
            }
            previous = byte
        }
        return true
    }

    /// White space folded to single spaces, none at the ends.
    static func folded(_ text: ArraySlice<UInt8>) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var wasSpace = true
        for byte in text {
            if byte.isSpace {
                if !wasSpace { result.append(0x20) }
                wasSpace = true
            } else {
                result.append(byte)
                wasSpace = false
            }
        }
        if result.last == 0x20 { result.removeLast() }
        StreamSafeText.mend(&result)
        return String(decoding: result, as: UTF8.self)
    }

    /// The bytes of a reference and the place behind it.
    static func reference(
        in html: ArraySlice<UInt8>, at start: Int
    ) -> (text: [UInt8], end: Int)? {
        var end = start + 1
        while end < html.endIndex, end - start < 32, html[end].isReferencePart { end += 1 }
        let isClosed = end < html.endIndex && html[end] == .semicolon
        guard end > start + 1, isClosed || html[start + 1] == .numberSign,
            let found = CharacterReference.resolve(html[(start + 1)..<end])
        else { return nil }
        return (found.utf8, isClosed ? end + 1 : end)
    }

    /// Bytes that a tag or a comment in a title or a name may have: what is longer is text.
    private static let tagLimit = 1_024

    /// The place behind the tag or comment at `start`; nil where there is none.
    private static func tagEnd(in html: ArraySlice<UInt8>, at start: Int) -> Int? {
        let rest = html[start..<min(html.endIndex, start + tagLimit)]
        if rest.starts(with: "<!--".utf8) {
            var index = start + 4
            while let mark = rest[index...].firstIndex(of: .greaterThan) {
                if rest[mark - 1] == 0x2D, rest[mark - 2] == 0x2D { return mark + 1 }
                index = mark + 1
            }
            return nil
        }
        var nameStart = start + 1
        if nameStart < rest.endIndex, rest[nameStart] == .slash { nameStart += 1 }
        var nameEnd = nameStart
        while nameEnd < rest.endIndex, rest[nameEnd].isLetter || rest[nameEnd].isDigit {
            nameEnd += 1
        }
        guard nameEnd > nameStart, HTMLNames.isElement(rest[nameStart..<nameEnd]) else {
            return nil
        }
        return closing(in: rest, from: nameEnd)
    }

    /// The place behind the `>` of a tag. Quoted values are passed over; a tag whose quotes do not match ends at its
    /// first `>`, and one in which another begins is none.
    private static func closing(in html: ArraySlice<UInt8>, from: Int) -> Int? {
        var first: Int?
        var index = from
        while index < html.endIndex, html[index] != .greaterThan {
            let byte = html[index]
            if byte == .lessThan { return first }
            if byte == .doubleQuote || byte == .singleQuote, html[index - 1] == .equals {
                guard let end = html[(index + 1)...].firstIndex(of: byte) else {
                    let mark = html[index...].firstIndex(of: .greaterThan)
                    return first ?? mark.map { $0 + 1 }
                }
                if first == nil {
                    first = html[index..<end].firstIndex(of: .greaterThan).map { $0 + 1 }
                }
                index = end
            }
            index += 1
        }
        return index < html.endIndex ? index + 1 : first
    }

    private static func isInline(_ tag: ArraySlice<UInt8>) -> Bool {
        let name = tag.dropFirst().drop { $0 == .slash }.prefix { $0.isLetter || $0.isDigit }
        return HTMLNames.isInline(name)
    }
}
