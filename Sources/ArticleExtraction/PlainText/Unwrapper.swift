/// Undoes hard wraps: joins the lines of a paragraph that was filled to a width.
///
/// Works on a whole text. The width is the one that explains most of it: a line is full when the next
/// line's first word would not have fitted. Without such a width lines stay as they are.
struct Unwrapper {
    typealias RawLine = LineSplitter.RawLine

    private let lines: [RawLine]
    /// The width that the text was filled to; nil where it was not.
    let width: Int?
    /// How lines are indented where that is what parts paragraphs.
    private let paragraphs: ParagraphIndent?
    private let columns: [Bool]
    private let hyphens: Hyphens
    /// Whether the width was told by open sentences: lines may be shorter then.
    private let isRagged: Bool

    /// - Parameter isWrapped: whether something else says that the text was filled to a width, as that of a mail is.
    /// - Parameter isPrinted: whether it was copied from pages, at whose line ends words are cut.
    init(_ lines: [RawLine], isWrapped: Bool = false, isPrinted: Bool = false) {
        self.lines = lines
        let columns = Columns.find(in: lines)
        self.columns = columns
        hyphens = Hyphens(lines, isPrinted: isPrinted)
        let longest = zip(lines, columns).reduce(0) { $1.1 ? $0 : max($0, $1.0.width) }
        let even =
            RaggedWrap.isVerseThroughout(lines)
            ? nil
            : Self.wrapWidth(of: lines)
                ?? (isWrapped && (60...100).contains(longest) ? longest : nil)
        let ragged = even == nil ? RaggedWrap.width(of: lines, columns) : nil
        width = even ?? ragged
        isRagged = ragged != nil
        paragraphs = width.flatMap { ParagraphIndent(lines, columns, width: $0) }
    }

    /// The lines with hard wraps undone and marks taken off.
    func unwrapped() -> [TextLine] {
        var result: [TextLine] = []
        var text = ""
        var open: TextLine?
        func close() {
            if var line = open {
                line.text = Self.squeezed(text)
                if !line.text.isEmpty { result.append(line) }
            }
            open = nil
        }
        for (index, line) in lines.enumerated() {
            if let opened = open, index > 0, continues(index) || hangs(index, below: opened, text) {
                if hyphens.isDropped(between: lines[index - 1].text, and: line.text) {
                    text.removeLast()
                    text += line.text
                } else {
                    Self.join(&text, line.text)
                }
                continue
            }
            close()
            if columns[index] {
                result.append(
                    TextLine(
                        text: Self.squeezed(line.text), indent: line.indent,
                        blanksBefore: line.blanksBefore,
                        raw: String(repeating: " ", count: min(line.indent, 80)) + line.text))
                continue
            }
            let (marker, rest) = LineMarker.split(line.text)
            open = TextLine(
                text: "", marker: marker,
                mark: Self.mark(of: line.text, before: rest),
                indent: line.indent, blanksBefore: line.blanksBefore)
            text = rest
        }
        close()
        return ListMarks.settled(result)
    }

    /// What stands before the text behind a mark, with one space; empty without a mark.
    private static func mark(of line: String, before rest: String) -> String {
        guard rest.utf8.count < line.utf8.count else { return "" }
        return String(Substring(line.utf8.dropLast(rest.utf8.count))).trimmed(of: " ") + " "
    }

    /// Whether a line goes on with an item or a note whose first line hangs out before it.
    private func hangs(_ index: Int, below opened: TextLine, _ text: String) -> Bool {
        let line = lines[index]
        guard line.blanksBefore == 0, line.indent > opened.indent + 1, !columns[index],
            LineMarker.split(line.text).marker == .none, !Self.isLettered(line.text)
        else { return false }
        switch opened.marker {
        case .bullet, .ordered: return true
        case .none: return text.hasPrefix("[") && text.prefix(8).contains("] ")
        case .heading, .quote: return false
        }
    }

    /// "a) North side"
    private static func isLettered(_ text: String) -> Bool {
        let mark = text.prefix(3)
        return mark.count == 3 && mark.first?.isLetter ?? false && mark.hasSuffix(") ")
    }

    /// Whether a line goes on with the paragraph of the line before.
    private func continues(_ index: Int) -> Bool {
        let line = lines[index]
        let before = lines[index - 1]
        guard !columns[index], !columns[index - 1] else { return false }
        if line.continuesPage { return true }
        if let paragraphs, line.blanksBefore == 0 {
            if line.indent == paragraphs.first { return false }
            if line.indent == paragraphs.others { return true }
        }
        if line.blanksBefore == 0, Hyphens.isCut(before.text, line.text), width != nil {
            return true
        }
        if let width, line.blanksBefore == 0, line.indent == before.indent,
            before.width <= width + 2 || before.text.holds("://"), before.width * 2 >= width,
            line.text.unicodeScalars.first?.properties.isLowercase ?? false,
            !Self.endsSentence(before.text), !Self.isLettered(line.text)
        {
            return LineMarker.split(before.text).marker != .quote
        }
        guard let width, line.blanksBefore == 0, before.width <= width + 2,
            Self.isFull(
                before, next: line,
                width: isRagged ? width - RaggedWrap.slack(of: width, line) : width),
            !isRagged || !Self.endsSentence(before.text) || isSpaced
        else { return false }
        // Where words are not spaced, paragraphs begin with an indent.
        if line.indent > before.indent, line.text.unicodeScalars.first.map(Self.isUnspaced) ?? false
        {
            return false
        }
        let strict = LineMarker.split(line.text, isContinuation: true)
        if strict.marker != .none { return false }
        let loose = LineMarker.split(line.text)
        // A dash or a number may open an item or stand within a sentence.
        if loose.marker != .none { return !Self.endsSentence(before.text) }
        return true
    }

    /// Whether empty lines part the paragraphs.
    private var isSpaced: Bool { lines.dropFirst(2).contains { $0.blanksBefore > 0 } }

    static func isFull(_ line: RawLine, next: RawLine, width: Int) -> Bool {
        guard line.width * 5 >= width * 2 else { return false }
        var room = 0
        for scalar in next.text.unicodeScalars {
            if scalar == " " { break }
            room += LineSplitter.isWide(scalar) ? 2 : 1
            if room > width { break }
            if isUnspaced(scalar) { break }
        }
        let gap = line.text.unicodeScalars.last.map(isUnspaced) ?? false ? 0 : 1
        return line.width + gap + room > width
    }

    private static func wrapWidth(of lines: [RawLine]) -> Int? {
        guard lines.count >= 4 else { return nil }
        let total = lines.reduce(0) { $0 + $1.width }
        var best = 0
        var bestWidth: Int?
        let widths = Set(lines.map(\.width)).filter { (38...132).contains($0) }
        for width in widths.sorted() {
            var explained = 0
            var lowered = 0
            var full = 0
            for index in 1..<lines.count where lines[index].blanksBefore == 0 {
                let before = lines[index - 1]
                guard before.width <= width, isFull(before, next: lines[index], width: width) else {
                    continue
                }
                explained += before.width
                full += 1
                if startsWithin(lines[index].text) { lowered += 1 }
            }
            let beyond = lines.reduce(0) { $0 + ($1.width > width ? $1.width : 0) }
            let score = explained - beyond
            if full >= 3, lowered * 4 >= full, score > best {
                best = score
                bestWidth = width
            }
        }
        return best * 10 >= total * 3 ? bestWidth : nil
    }

    /// Whether a line begins as the middle of a sentence does.
    private static func startsWithin(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else {
            return false
        }
        return first.properties.isLowercase || !first.properties.isUppercase
    }

    static func endsSentence(_ text: String) -> Bool {
        SentenceMarks.endsSentence(text) || text.hasSuffix(":")
    }

    static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
        (0x3001...0x9FFF).contains(scalar.value) || (0xFF01...0xFF65).contains(scalar.value)
            || (0xE00...0xE7F).contains(scalar.value)
    }

    private static func join(_ text: inout String, _ next: String) {
        let last = text.unicodeScalars.last
        let first = next.unicodeScalars.first
        let isHyphenated =
            last == "-"
            && text.unicodeScalars.dropLast().last.map { $0.properties.isAlphabetic }
                ?? false
            && !joiners.contains { next.hasPrefix($0) }
        let isUnspacedJoin = last.map(isUnspaced) ?? false && first.map(isUnspaced) ?? false
        if !isHyphenated, !isUnspacedJoin { text += " " }
        text += next
    }

    /// After "pre-" these begin a word of their own.
    private static let joiners = ["and ", "or ", "und ", "oder ", "et ", "ou ", "y ", "o ", "to "]

    private static func squeezed(_ text: String) -> String {
        guard text.holds("  ") else { return text.trimmed(of: " ") }
        return text.split(separator: " ").joined(separator: " ")
    }
}
