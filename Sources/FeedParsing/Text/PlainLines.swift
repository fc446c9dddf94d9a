/// Writes text without markup as HTML in which its paragraphs and lines stay what they are.
struct PlainLines {
    /// Lines of so many bytes were broken by a program, and are no lines of their writer's.
    private static let wrapped = 50...100

    private var result: [UInt8] = []
    private var breaks = 0
    private let escapes: Bool
    private let breaksLines: Bool

    /// Plain text. One of a single line is only escaped.
    static func html(of text: ArraySlice<UInt8>) -> String {
        let text = text.trimmed
        if let lines = PlainLines(text, escapes: true, breaksLines: true) {
            return String(decoding: lines.result, as: UTF8.self)
        }
        var result: [UInt8] = []
        MarkupWriter.escape(text, into: &result)
        return String(decoding: result, as: UTF8.self)
    }

    /// HTML without a single tag; nil where there is nothing to mend.
    ///
    /// - Parameter breaksLines: whether a line end is one for readers too, and not only a blank line a paragraph.
    static func paragraphs(of html: ArraySlice<UInt8>, breaksLines: Bool) -> [UInt8]? {
        guard !html.contains(.lessThan) else { return nil }
        return PlainLines(html.trimmed, escapes: false, breaksLines: breaksLines)?.result
    }

    private init?(_ text: ArraySlice<UInt8>, escapes: Bool, breaksLines: Bool) {
        guard text.contains(where: { $0 == 0x0A || $0 == 0x0D }) else { return nil }
        self.escapes = escapes
        self.breaksLines = breaksLines
        result = Array("<p>".utf8)
        var paragraph: [ArraySlice<UInt8>] = []
        for line in PlainLines.lines(text) {
            if line.contains(where: { !$0.isSpace }) {
                paragraph.append(line)
            } else if !paragraph.isEmpty {
                write(paragraph)
                result += Array("</p><p>".utf8)
                breaks += 1
                paragraph = []
            }
        }
        write(paragraph)
        result += Array("</p>".utf8)
        if breaks == 0 { return nil }
    }

    private mutating func write(_ lines: [ArraySlice<UInt8>]) {
        let isWrapped = lines.dropLast().allSatisfy { PlainLines.wrapped.contains($0.count) }
        let mark = Array((breaksLines && !isWrapped ? "<br>" : "\n").utf8)
        for (index, line) in lines.enumerated() {
            if index > 0 {
                result += mark
                breaks += mark.count > 1 ? 1 : 0
            }
            if escapes { MarkupWriter.escape(line, into: &result) } else { result += line }
        }
    }

    /// Divided at LF, CR and CR LF.
    private static func lines(_ text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = text.startIndex
        var index = start
        while index < text.endIndex {
            guard text[index] == 0x0A || text[index] == 0x0D else {
                index += 1
                continue
            }
            lines.append(text[start..<index])
            let isPair = text[index] == 0x0D && index + 1 < text.endIndex && text[index + 1] == 0x0A
            index += isPair ? 2 : 1
            start = index
        }
        lines.append(text[start...])
        return lines
    }
}
