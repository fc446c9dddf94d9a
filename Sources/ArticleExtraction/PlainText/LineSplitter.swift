import Charsets

/// Cuts a text into lines, blank ones counted, ends of any system understood.
struct LineSplitter {
    /// One line as it stands, without its end and without white space behind.
    struct RawLine {
        /// Tabs are expanded, exotic spaces plain, invisible characters gone.
        var text: String
        var indent: Int
        /// Columns, the indent included: an ideograph takes two.
        var width: Int
        var blanksBefore: Int
        /// Whether two spaces or more stood behind it: in Markdown the line ends there.
        var endsInBreak = false
        /// Whether a form feed stands before it: the first line of a page.
        var startsPage = false
        /// Whether the sentence of the page before goes on in it.
        var continuesPage = false
    }

    static func lines(of text: String) -> [RawLine] {
        var lines: [RawLine] = []
        var blanks = 0
        // The line without its indent and without the spaces that may end it.
        var bytes: [UInt8] = []
        var indent = 0
        var spaces = 0
        var width = 0
        var wasReturn = false
        var startsPage = false
        func close() {
            if bytes.isEmpty {
                blanks += 1
            } else {
                StreamSafeText.mend(&bytes)
                lines.append(
                    RawLine(
                        text: String(decoding: bytes, as: UTF8.self), indent: indent, width: width,
                        blanksBefore: blanks, endsInBreak: spaces > 1, startsPage: startsPage))
                blanks = 0
                startsPage = false
            }
            bytes.removeAll(keepingCapacity: true)
            (indent, spaces, width) = (0, 0, 0)
        }
        func space(_ count: Int) {
            if bytes.isEmpty { indent += count } else { spaces += count }
        }
        func add(_ scalar: Unicode.Scalar) {
            if bytes.isEmpty { width = indent }
            if spaces > 0 {
                bytes.append(contentsOf: repeatElement(0x20, count: spaces))
                width += spaces
                spaces = 0
            }
            width += isWide(scalar) ? 2 : 1
            if scalar.value < 0x80 {
                bytes.append(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar.value {
            case 0x0A:
                if !wasReturn { close() }
            case 0x0C:
                close()
                startsPage = true
            case 0x0D, 0x0B, 0x85, 0x2028, 0x2029: close()
            case 0x09: space(8 - ((bytes.isEmpty ? indent : width) + spaces) % 8)
            case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: space(1)
            case 0x3000: space(2)
            case 0x00...0x1F, 0x7F, 0x200B, 0x2060, 0xFEFF, 0xFFF9...0xFFFC: continue
            default: add(scalar)
            }
        }
        if !bytes.isEmpty || indent > 0 { close() }
        return lines
    }

    /// Whether a text has more lines than a number, blank ones left out. Nothing is kept.
    static func holdsMore(than limit: Int, _ utf8: [UInt8]) -> Bool {
        let bytes = utf8.span
        var count = 0
        var isOpen = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isEnd: Bool
            switch byte {
            case 0x0A...0x0D: isEnd = true
            case 0xC2: isEnd = index + 1 < bytes.count && bytes[index + 1] == 0x85
            case 0xE2:
                isEnd =
                    index + 2 < bytes.count && bytes[index + 1] == 0x80
                    && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
            default: isEnd = false
            }
            index += isEnd && byte > 0x7F ? (byte == 0xC2 ? 2 : 3) : 1
            if isEnd {
                isOpen = false
            } else if !isOpen, byte > 0x20 {
                isOpen = true
                count += 1
                if count > limit { return true }
            }
        }
        return false
    }

    /// Whether a character takes two columns: ideographs, syllables and the marks that go with them.
    static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6:
            true
        default: false
        }
    }

    /// All lines, blank ones included, with tabs expanded, and of the white space behind them two spaces left where
    /// there were more.
    static func plainLines(of text: String) -> [String] {
        var lines: [String] = []
        for line in Self.lines(of: text) {
            for _ in 0..<min(line.blanksBefore, 3) { lines.append("") }
            let end = line.endsInBreak ? "  " : ""
            lines.append(String(repeating: " ", count: min(line.indent, 400)) + line.text + end)
        }
        return lines
    }
}
