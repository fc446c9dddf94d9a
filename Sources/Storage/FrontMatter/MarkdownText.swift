/// Reads the words of Markdown back: near enough to the text that was extracted for search and shingles.
///
/// The content hash is never made from this: front matter has it.
enum MarkdownText {
    /// The body without marks of headings, lists, quotes, code, emphasis, tables, links and pictures; one line
    /// of Markdown is one line of text. Linear in the text.
    ///
    /// - Parameter pictures: whether what stands for pictures counts. For search it does; an article's own words are
    ///   without it, and without the names of languages of code.
    static func plain(_ markdown: String, pictures: Bool = true) -> String {
        String(decoding: plain(Array(markdown.utf8)[...], pictures: pictures), as: UTF8.self)
    }

    /// The same for bytes of UTF-8.
    static func plain(_ bytes: ArraySlice<UInt8>, pictures: Bool) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + 1)
        var start = bytes.startIndex
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            let body = withoutMarks(bytes[start..<end])
            start = end + 1
            if body.isEmpty || isRule(body) || isAttachment(body) { continue }
            if !pictures, body.starts(with: "```".utf8) { continue }
            append(body, to: &text, pictures: pictures)
            text.append(UInt8(ascii: "\n"))
        }
        return text
    }

    /// Drops what stands before a line's words: "> ", "# ", "- ", "* ", "1. ", "| ".
    private static func withoutMarks(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        while let first = rest.first {
            let mark: Int
            switch first {
            case UInt8(ascii: ">"), UInt8(ascii: "|"): mark = 1
            case UInt8(ascii: "#"): mark = rest.prefix { $0 == first }.count
            case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
                mark = rest.dropFirst().first == UInt8(ascii: " ") ? 1 : 0
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                let behind = rest.dropFirst(digits.count)
                mark = behind.starts(with: ". ".utf8) && digits.count < 10 ? digits.count + 1 : 0
            default: mark = 0
            }
            if mark == 0 { break }
            rest = rest.dropFirst(mark).drop { $0 == UInt8(ascii: " ") }
        }
        return rest
    }

    /// Lines of "---", "***", "```" and the line below a table's head.
    private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
        line.allSatisfy { "-*_`~:| ".utf8.contains($0) }
    }

    /// A line that links to what is attached to the article: no text of it. Extraction writes no other link with a
    /// title.
    private static func isAttachment(_ line: ArraySlice<UInt8>) -> Bool {
        let end = Array(" \"attached\")".utf8)
        return line.first == UInt8(ascii: "[") && line.suffix(end.count).elementsEqual(end)
    }

    private static func append(
        _ line: ArraySlice<UInt8>, to text: inout [UInt8], pictures: Bool
    ) {
        var index = line.startIndex
        // What is text is copied in runs.
        var copied = index
        var closes = true
        var endsPicture = true
        func leave(out end: Int) {
            text += line[copied..<index]
            index = end
            copied = end
        }
        while index < line.endIndex {
            let byte = line[index]
            let next = index + 1
            switch byte {
            case UInt8(ascii: "\\"):
                guard next < line.endIndex, isPunctuation(line[next]) else { break }
                leave(out: next)
            case UInt8(ascii: "*"), UInt8(ascii: "`"), UInt8(ascii: "["):
                leave(out: next)
                continue
            case UInt8(ascii: "_") where !isInWord(line, index):
                leave(out: next)
                continue
            case UInt8(ascii: "!") where next < line.endIndex && line[next] == UInt8(ascii: "["):
                leave(out: next)
                guard !pictures, closes, endsPicture else { continue }
                // Where one picture does not end, none behind it does.
                guard let end = behind(UInt8(ascii: "["), UInt8(ascii: "]"), in: line, from: next)
                else {
                    endsPicture = false
                    continue
                }
                (index, closes) = behindAddress(line, end)
                copied = index
                continue
            case UInt8(ascii: "|"):
                leave(out: next)
                text.append(UInt8(ascii: " "))
                continue
            case UInt8(ascii: "]"):
                leave(out: next)
                guard closes else { continue }
                // Where one address does not end, none behind it does: looking once keeps this linear.
                (index, closes) = behindAddress(line, next)
                copied = index
                continue
            default: break
            }
            index += 1
        }
        text += line[copied...]
    }

    private static func isPunctuation(_ byte: UInt8) -> Bool {
        (0x21...0x2f).contains(byte) || (0x3a...0x40).contains(byte) || (0x5b...0x60).contains(byte)
            || (0x7b...0x7e).contains(byte)
    }

    private static func isInWord(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
        func isWord(_ index: Int) -> Bool {
            line.indices.contains(index) && line[index] != UInt8(ascii: " ")
                && !isPunctuation(line[index])
        }
        return isWord(index - 1) && isWord(index + 1)
    }

    /// The place behind the bracket that closes the one at `index`, those within it and escaped ones counted.
    private static func behind(
        _ open: UInt8, _ close: UInt8, in line: ArraySlice<UInt8>, from index: Int
    ) -> Int? {
        var depth = 0
        var position = index
        while position < line.endIndex {
            switch line[position] {
            case UInt8(ascii: "\\"): position += 1
            case open: depth += 1
            case close:
                depth -= 1
                if depth == 0 { return position + 1 }
            default: break
            }
            position += 1
        }
        return nil
    }

    /// Skips "(address)" behind a link's words; `index` is behind the bracket. Says whether the address ends.
    private static func behindAddress(
        _ line: ArraySlice<UInt8>, _ index: Int
    ) -> (index: Int, closes: Bool) {
        guard index < line.endIndex, line[index] == UInt8(ascii: "(") else { return (index, true) }
        guard let end = behind(UInt8(ascii: "("), UInt8(ascii: ")"), in: line, from: index) else {
            return (index, false)
        }
        return (end, true)
    }
}
