extension String {
    /// Without the given characters, each of one scalar, at both ends.
    func trimmed(of characters: String) -> String {
        let unwanted = characters.unicodeScalars
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !unwanted.contains($0) }),
            let last = scalars.lastIndex(where: { !unwanted.contains($0) })
        else { return "" }
        if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex {
            return self
        }
        return String(scalars[first...last])
    }

    /// How often the bytes of another text stand in this one, without overlap.
    func occurrences(of text: String, limit: Int = .max) -> Int {
        utf8Span.span.occurrences(of: text.utf8Span.span, limit: limit)
    }

    /// The words between white space: many times faster than by characters.
    func splitAtSpaces(maxSplits: Int = .max) -> [Substring] {
        let bytes = utf8Span.span
        var words: [Substring] = []
        var start = 0
        var index = 0
        while index < bytes.count, words.count < maxSplits {
            let place = index
            guard TextFolding.isSpace(UTF8Scalar.next(in: bytes, &index)) else { continue }
            if place > start { words.append(slice(start..<place)) }
            start = index
        }
        if start < bytes.count { words.append(slice(start..<bytes.count)) }
        return words
    }

    /// What stands at these bytes, which begin and end with characters.
    func slice(_ place: Range<Int>) -> Substring {
        let start = utf8.index(utf8.startIndex, offsetBy: place.lowerBound)
        return self[start..<utf8.index(start, offsetBy: place.count)]
    }

    /// The parts between the bytes of another text, without empty ones.
    func parts(between separator: String) -> [String] {
        let bytes = utf8Span.span
        let needle = separator.utf8Span.span
        var parts: [String] = []
        var start = 0
        while start <= bytes.count {
            let end = bytes.firstPlace(of: needle, from: start) ?? bytes.count
            if end > start { parts.append(String(slice(start..<end))) }
            start = end + needle.count
        }
        return parts
    }
}

// The standard library's own go by characters and make a table for each question; here these are asked thousands of
// times a page, for a few letters each. In this module, therefore, they go by bytes, which is the same for folded text.

extension String {
    /// Whether the bytes of a part stand in the text; those of an empty one do in no text.
    func holds(_ part: String) -> Bool { utf8Span.span.holds(part.utf8Span.span) }

    /// Whether the bytes of a part stand in the text; those of an empty one do in every text.
    func contains(_ part: String) -> Bool { part.isEmpty || holds(part) }

    /// Whether a character of ASCII stands in the text, alone or with marks on it.
    func holds(_ byte: UInt8) -> Bool { utf8Span.span.holds(byte) }

    /// Whether a digit of ASCII stands in the text.
    var holdsDigit: Bool { utf8Span.span.holdsDigit }

    /// The first characters of the text.
    func beginning(_ length: Int) -> Substring {
        guard utf8.count > length else { return self[...] }
        // Of ASCII each is a byte, where none stands for the end of a line together with the next. The one behind them
        // must be of it, too: it may be a mark on the last.
        let bytes = utf8Span.span.extracting(0...length)
        return bytes.isASCII && !bytes.holds(0x0D) ? slice(0..<length) : prefix(length)
    }

    /// Whether the text has more characters; no more of them are looked at.
    func isLonger(than length: Int) -> Bool {
        utf8.count > length && beginning(length).endIndex < endIndex
    }

    /// Where the bytes of a part stand first; nil where they do not, or where they are none.
    func firstRange(of part: String) -> Range<Index>? { self[...].firstRange(of: part) }

    /// An address from its host on.
    var withoutScheme: Substring {
        firstRange(of: "://").map { self[$0.upperBound...] } ?? self[...]
    }
}

extension Substring {
    /// Whether the text begins with the bytes of a part.
    func hasPrefix(_ part: String) -> Bool { utf8Span.span.holds(part.utf8Span.span, at: 0) }

    /// Whether the text ends with the bytes of a part.
    func hasSuffix(_ part: String) -> Bool {
        utf8Span.span.holds(part.utf8Span.span, at: utf8.count - part.utf8.count)
    }

    /// Whether the bytes of a part stand in the text; those of an empty one do in every text.
    func contains(_ part: String) -> Bool {
        part.isEmpty || utf8Span.span.holds(part.utf8Span.span)
    }

    /// Where the bytes of a part stand first; nil where they do not, or where they are none.
    func firstRange(of part: String) -> Range<Index>? {
        guard let place = utf8Span.span.firstPlace(of: part.utf8Span.span) else { return nil }
        let start = utf8.index(startIndex, offsetBy: place)
        return start..<utf8.index(start, offsetBy: part.utf8.count)
    }
}
