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
        let utf8 = text.utf8Span.span
        var splitter = LineSplitter()
        var index = 0
        while index < utf8.count {
            if splitter.isAtStart {
                let end = utf8.endOfPlain(from: index)
                if end == utf8.count || utf8[end] == 0x0A || utf8[end] == 0x0D {
                    splitter.takePlain(index..<end, of: text)
                    index = end
                    if end == utf8.count { break }
                }
            }
            splitter.take(UTF8Scalar.next(in: utf8, &index))
        }
        if !splitter.isAtStart { splitter.close() }
        return splitter.lines
    }

    private var lines: [RawLine] = []
    private var blanks = 0
    /// The line without its indent and without the spaces that may end it.
    private var bytes: [UInt8] = []
    /// The same where it is a part of the text as it stands.
    private var plain: Substring = ""
    private var indent = 0
    private var spaces = 0
    private var width = 0
    private var wasReturn = false
    private var startsPage = false

    private init() {}

    private var isAtStart: Bool { bytes.isEmpty && plain.isEmpty && indent == 0 }

    /// Takes a whole line of visible ASCII and blanks, as most lines are: nothing in it is put in another form.
    private mutating func takePlain(_ place: Range<Int>, of text: String) {
        guard !place.isEmpty else { return }
        let line = text.slice(place)
        plain = Substring(line.utf8.drop { $0 == 0x20 })
        indent = place.count - plain.utf8.count
        while plain.utf8.last == 0x20 {
            plain = Substring(plain.utf8.dropLast())
            spaces += 1
        }
        width = indent + plain.utf8.count
        wasReturn = false
    }

    private mutating func take(_ value: UInt32) {
        defer { wasReturn = value == 0x0D }
        switch value {
        case 0x0A:
            if !wasReturn { close() }
        case 0x0C:
            close()
            startsPage = true
        case 0x0D, 0x0B, 0x85, 0x2028, 0x2029: close()
        case 0x09: space(8 - ((bytes.isEmpty ? indent : width) + spaces) % 8)
        case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: space(1)
        case 0x3000: space(2)
        case 0x00...0x1F, 0x7F, 0x200B, 0x2060, 0xFEFF, 0xFFF9...0xFFFC: return
        default: add(value)
        }
    }

    private mutating func space(_ count: Int) {
        if bytes.isEmpty { indent += count } else { spaces += count }
    }

    private mutating func add(_ value: UInt32) {
        if bytes.isEmpty { width = indent }
        if spaces > 0 {
            bytes.append(contentsOf: repeatElement(0x20, count: spaces))
            width += spaces
            spaces = 0
        }
        width += Self.isWide(value) ? 2 : 1
        if value < 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value))
        } else {
            bytes.append(addingCapacity: 4) { UTF8Scalar.append(value, to: &$0) }
        }
    }

    private mutating func close() {
        StreamSafeText.mend(&bytes)
        let text = plain.isEmpty ? String(decoding: bytes, as: UTF8.self) : String(plain)
        if text.isEmpty {
            blanks += 1
        } else {
            lines.append(
                RawLine(
                    text: text, indent: indent, width: width, blanksBefore: blanks,
                    endsInBreak: spaces > 1, startsPage: startsPage))
            blanks = 0
            startsPage = false
        }
        bytes.removeAll(keepingCapacity: true)
        plain = ""
        (indent, spaces, width) = (0, 0, 0)
    }

    /// Whether a text has more lines than a number, blank ones left out. Nothing is kept.
    static func holdsMore(than limit: Int, _ utf8: [UInt8]) -> Bool {
        // Each takes two bytes, the end of the line before it included.
        guard utf8.count > 2 * limit else { return false }
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
    static func isWide(_ scalar: Unicode.Scalar) -> Bool { isWide(scalar.value) }

    private static func isWide(_ value: UInt32) -> Bool {
        switch value {
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

extension Span<UInt8> {
    private static var block: Int { 64 }

    /// Where visible ASCII and blanks end that stand at a place.
    fileprivate func endOfPlain(from start: Int) -> Int {
        var index = start
        // Many at a time, as long as none is anything else.
        while count - index >= Self.block, extracting(index..<index + Self.block).isPlain {
            index += Self.block
        }
        while index < count, self[index] &- 0x20 < 0x5F { index += 1 }
        return index
    }
}
