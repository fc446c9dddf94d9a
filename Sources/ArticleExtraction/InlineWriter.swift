/// Writes the inlines of a block as Markdown, every character of their text escaped where it would mean
/// something.
enum InlineWriter {
    /// The lines of a block; none where it has no words.
    static func lines(_ content: [Inline]) -> [String] {
        let text = written(content, true)
        // Escapes leave no line end in a text: only breaks make one.
        guard holdsBreak(content) else { return text.isEmpty ? [] : [escapeStart(text)] }
        return text.split(separator: "\n").map { escapeStart(String($0)) }
    }

    private static func holdsBreak(_ content: [Inline]) -> Bool {
        content.contains { inline in
            switch inline {
            case .lineBreak: true
            case .emphasis(let inner), .strong(let inner), .struck(let inner): holdsBreak(inner)
            default: false
            }
        }
    }

    /// What stands within a line: a heading or a cell of a table, where no mark can begin a block.
    static func line(_ content: [Inline]) -> String { written(content, false) }

    private static func written(_ content: [Inline], _ breaks: Bool) -> String {
        var text = ""
        for (index, inline) in content.enumerated() {
            let next = index + 1 < content.count ? firstCharacter(content[index + 1]) : nil
            append(inline, to: &text, before: next, breaks: breaks)
        }
        return text
    }

    private static func append(
        _ inline: Inline, to text: inout String, before next: Character?, breaks: Bool
    ) {
        switch inline {
        case .text(let part): text += escape(part)
        case .emphasis(let inner): mark("*", inner, &text, next, breaks)
        case .strong(let inner): mark("**", inner, &text, next, breaks)
        case .code(let code): text += span(code)
        case .struck(let inner): mark("~~", inner, &text, next, breaks)
        case .formula(let tex, let isDisplay):
            text += FormulaMarkup.written(tex, isDisplay: isDisplay && breaks, &text, next)
        case .link(let url, let inner):
            let label = written(inner, false)
            let target = label.isEmpty ? nil : MarkdownTarget.written(url)
            if target != nil { escapeMark(&text) }
            text += target.map { "[\(label)](\($0))" } ?? label
        case .image(let url, let alt):
            if let target = MarkdownTarget.picture(url) { text += "![\(escape(alt))](\(target))" }
        case .footnoteReference(let label, _):
            escapeMark(&text)
            text += "[^\(MarkdownTarget.label(label))]"
        case .lineBreak: text += breaks ? "\\\n" : " "
        }
    }

    /// An exclamation mark before a link would make a picture of it.
    private static func escapeMark(_ text: inout String) {
        guard text.unicodeScalars.last == "!" else { return }
        text.unicodeScalars.removeLast()
        text += "\\!"
    }

    /// Marks that touch others would be read as longer ones, and marks between a letter and a punctuation
    /// mark would not be read at all (CommonMark 0.31 §6.2): there the words stand without.
    private static func mark(
        _ mark: String, _ inner: [Inline], _ text: inout String, _ next: Character?, _ breaks: Bool
    ) {
        let words = written(inner, breaks)
        guard let first = words.first, let last = words.last else { return }
        let touches =
            text.hasSuffix(String(mark.prefix(1))) && !text.hasSuffix("\\" + mark.prefix(1))
        let opens = text.last.map { isSpaced($0) || !isPunctuation(first) } ?? true
        let closes = next.map { isSpaced($0) || !isPunctuation(last) } ?? true
        let isClean = !first.isWhitespace && !last.isWhitespace
        text += touches || !opens || !closes || !isClean ? words : mark + words + mark
    }

    private static func isPunctuation(_ character: Character) -> Bool {
        character.isPunctuation || character.isSymbol
    }

    private static func isSpaced(_ character: Character) -> Bool {
        character.isWhitespace || isPunctuation(character)
    }

    private static func firstCharacter(_ inline: Inline) -> Character? {
        switch inline {
        case .text(let text): text.first
        case .code: "`"
        case .formula: "$"
        case .emphasis(let inner), .strong(let inner), .struck(let inner):
            inner.first.flatMap(firstCharacter)
        case .link, .footnoteReference: "["
        case .image: "!"
        case .lineBreak: " "
        }
    }

    private static func span(_ code: String) -> String {
        let clean = CleanText(code).string
        guard !clean.isEmpty else { return "" }
        var longest = 0
        var run = 0
        for byte in clean.utf8 {
            run = byte == 0x60 ? run + 1 : 0
            longest = max(longest, run)
        }
        guard longest > 0 else { return "`\(clean)`" }
        let fence = String(repeating: "`", count: longest + 1)
        return "\(fence) \(clean) \(fence)"
    }

    /// Text in which no character means anything in Markdown or HTML. White space and characters that are
    /// never shown are cleaned as in `text`.
    static func escape(_ text: String) -> String {
        let utf8 = text.utf8Span.span
        guard holdsMark(utf8) else { return text }
        let special = special.span
        var count = 0
        for index in utf8.indices where special[Int(utf8[index])] { count += 1 }
        guard count > 0 else { return text }
        var out: [UInt8] = []
        // Each of them gets one more byte at most.
        out.append(addingCapacity: utf8.count + count) { out in
            var index = 0
            while index < utf8.count {
                let byte = utf8[index]
                if special[Int(byte)] {
                    escape(utf8, &index, &out)
                } else {
                    out.append(byte)
                    index += 1
                }
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// Writes the character at an index, which is moved behind it.
    private static func escape(
        _ utf8: Span<UInt8>, _ index: inout Int, _ out: inout OutputSpan<UInt8>
    ) {
        let start = index
        let value = UTF8Scalar.next(in: utf8, &index)
        switch value {
        case 0x5C, 0x60, 0x2A, 0x5B, 0x5D, 0x3C, 0x3E, 0x7E:
            out.append(0x5C)
        case 0x24 where opensFormula(utf8, start, index):
            out.append(0x5C)
        case 0x5F
        where !(isWord(UTF8Scalar.before(start, in: utf8) ?? 0x20) && isWord(next(utf8, index))):
            out.append(0x5C)
        case 0x26 where isWord(next(utf8, index)) || next(utf8, index) == 0x23:
            out.append(0x5C)
        case 0x09, 0x0A, 0x0D, 0x2028, 0x2029:
            return out.append(0x20)
        default:
            if HiddenCharacter.isHidden(value) { return }
        }
        for place in start..<index { out.append(utf8[place]) }
    }

    /// A dollar that could end a formula which another one began, or that stands beside one.
    private static func opensFormula(_ utf8: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let before = UTF8Scalar.before(start, in: utf8) ?? 0x2E
        let after = next(utf8, end)
        if before == 0x24 || after == 0x24 { return true }
        return before > 0x20 && !isWord(after)
    }

    private static func next(_ utf8: Span<UInt8>, _ index: Int) -> UInt32 {
        var index = index
        return index < utf8.count ? UTF8Scalar.next(in: utf8, &index) : 0x20
    }

    /// Bytes that may need an escape. Those above ASCII may begin a control character (U+0080 to U+009F),
    /// a mark that turns the direction (U+061C, U+202A …) or the mark of byte order (U+FEFF).
    private static let special: [Bool] = (0...255).map { (byte: UInt8) in
        byte < 0x80 ? isMark(byte) != 0 : [0xC2, 0xD8, 0xE2, 0xEF].contains(byte)
    }

    /// Whether a byte may need an escape, or is none of ASCII: see `Span+Search.swift` on such loops.
    @inline(never)
    private static func holdsMark(_ utf8: Span<UInt8>) -> Bool {
        var found: UInt8 = 0
        for index in utf8.indices { found |= isMark(utf8[index]) }
        return found != 0
    }

    /// 0 for ASCII that means nothing: "$", "&", "*", "<", ">", "[", "\\", "]", "_", "`", "~" and control characters may.
    @inline(__always)
    private static func isMark(_ byte: UInt8) -> UInt8 {
        (byte < 0x20 ? 1 : 0) | (byte == 0x24 ? 1 : 0) | (byte == 0x26 ? 1 : 0)
            | (byte == 0x2A ? 1 : 0) | (byte == 0x3C ? 1 : 0) | (byte == 0x3E ? 1 : 0)
            | (byte &- 0x5B < 3 ? 1 : 0) | (byte &- 0x5F < 2 ? 1 : 0) | (byte >= 0x7E ? 1 : 0)
    }

    private static func isWord(_ value: UInt32) -> Bool {
        guard value >= 0x80, let scalar = Unicode.Scalar(value) else {
            return (0x30...0x39).contains(value) || (0x61...0x7A).contains(value | 0x20)
        }
        return scalar.properties.isAlphabetic
    }

    /// A line that would begin a heading, a list, a rule or a table is escaped at its start.
    private static func escapeStart(_ line: String) -> String {
        guard let byte = line.utf8.first, byte < 0x40 || byte == 0x7C, let first = line.first
        else { return line }
        if "#+-=|:".contains(first) { return "\\" + line }
        let digits = line.prefix { $0.isASCII && $0.isNumber }
        if !digits.isEmpty, digits.count < 10 {
            let rest = line[digits.endIndex...]
            if rest.hasPrefix(". ") || rest.hasPrefix(") ") || rest == "." || rest == ")" {
                return digits + "\\" + rest
            }
        }
        return line
    }
}
