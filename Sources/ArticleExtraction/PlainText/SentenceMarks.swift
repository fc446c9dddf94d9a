/// The marks that end and divide sentences, in any script.
enum SentenceMarks {
    /// Whether a line ends as a sentence does, closing quotes and brackets aside.
    static func endsSentence(_ text: String) -> Bool {
        for scalar in text.unicodeScalars.reversed() {
            if isCloser(scalar) { continue }
            return isEnd(scalar)
        }
        return false
    }

    /// Whether a line announces what stands below it, marks of direction behind its colon aside.
    static func endsInColon(_ text: some StringProtocol) -> Bool {
        let last = text.unicodeScalars.last { scalar in
            scalar != " " && scalar.properties.generalCategory != .format
        }
        return last == ":" || last == "："
    }

    /// How many sentence ends a line holds.
    static func count(in text: String) -> Int {
        let bytes = text.utf8Span.span
        var count = 0
        var isBehindEnd = false
        var index = 0
        while index < bytes.count {
            // Most characters are letters of ASCII.
            if (bytes[index] | 0x20) &- 0x61 < 26 {
                index += 1
                isBehindEnd = false
                continue
            }
            let scalar = Unicode.Scalar(UTF8Scalar.next(in: bytes, &index)) ?? "\u{FFFD}"
            let isWide = isWideEnd(scalar)
            if isWide || isBehindEnd && (scalar == " " || isCloser(scalar)) { count += 1 }
            isBehindEnd = !isWide && isEnd(scalar)
        }
        return isBehindEnd ? count + 1 : count
    }

    static func isComma(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "，", "、", "،", ";", "；": true
        default: false
        }
    }

    private static func isCloser(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\"", "'", "”", "’", "»", "«", "“", ")", "]", "）", "」", "』", "》", "】", "*", "_", "›":
            true
        default: false
        }
    }
    private static func isWideEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "．": true
        default: false
        }
    }
    private static func isEnd(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔", "．", "\u{37E}": true
        default: false
        }
    }
}
