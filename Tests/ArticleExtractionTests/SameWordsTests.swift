import Testing

@testable import ArticleExtraction

/// `text` and `markdown` say the same words but for alt texts and the targets of links: checked over made
/// pages, whose Markdown is read back by our own reader.
@Suite struct SameWordsTests {
    /// SplitMix64: the same pages on every run.
    private struct Dice {
        var state: UInt64

        mutating func roll(_ sides: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var value = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
            value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
            return Int((value ^ value >> 31) % UInt64(sides))
        }

        mutating func pick<Value>(_ values: [Value]) -> Value { values[roll(values.count)] }
    }

    private static let pieces = [
        "ferry", "sound", "nine", "2024", "1.", "-", "*", "#", "snake_case", "_x_", "a|b",
        "&amp;lt;", "[x](y)",
        "!", "&lt;b&gt;", "`", "\\", "café", "渡船", "don't", "“quoted”", "...", "=", "+", "~~", "C#",
        "(z)", "||", "3)",
    ]

    /// Our reader is simpler than CommonMark where marks touch one another: spaces keep them apart.
    private static func inline(_ dice: inout Dice, _ depth: Int) -> String {
        var html = ""
        for _ in 0...dice.roll(6) {
            let inner = depth > 0 ? inline(&dice, depth - 1) : dice.pick(pieces)
            switch dice.roll(12) {
            case 0: html += "<b>\(inner)</b>"
            case 1: html += "<em>\(inner)</em>"
            case 2: html += "<a href='/l\(dice.roll(9))'>\(inner)</a>"
            case 3: html += "<code>\(dice.pick(pieces))</code>"
            case 4: html += "<br>"
            case 5: html += "<sup>\(inner)</sup>"
            default: html += dice.pick(pieces)
            }
            html += " "
        }
        return html
    }

    private static func block(_ dice: inout Dice, _ depth: Int) -> String {
        let text = inline(&dice, 2)
        guard depth > 0 else { return "<p>\(text)</p>" }
        func inner(_ dice: inout Dice) -> String {
            (0...dice.roll(2)).map { _ in block(&dice, depth - 1) }.joined()
        }
        switch dice.roll(9) {
        case 0: return "<h\(2 + dice.roll(4))>\(text)</h2>"
        case 1: return "<ul><li>\(inner(&dice))</li><li>\(text)</li></ul>"
        case 2: return "<ol start=\(dice.roll(20))><li>\(text)</li><li>\(inner(&dice))</li></ol>"
        case 3: return "<blockquote>\(inner(&dice))</blockquote>"
        case 4: return "<pre>\(dice.pick(pieces))\n  \(dice.pick(pieces))</pre>"
        case 5:
            let (a, b) = (dice.pick(pieces), dice.pick(pieces))
            return "<table><tr><th>\(a)<th>two<tr><td>\(b)<td>\(text)</table>"
        case 6: return "<div>\(text)\(inner(&dice))\(text)</div>"
        case 7: return "<dl><dt>\(text)</dt><dd>\(inner(&dice))</dd></dl>"
        default: return "<p>\(text)</p>"
        }
    }

    @Test func `text and Markdown say the same words`() {
        for seed in 0..<400 {
            var dice = Dice(state: UInt64(seed))
            let html = (0...dice.roll(5)).map { _ in Self.block(&dice, 3) }.joined(separator: "\n")
            let blocks = blocks(of: html)
            let markdown = MarkdownWriter.write(blocks)
            let lines = markdown.split(separator: "\n", omittingEmptySubsequences: false)
            let again = words(
                TextWriter.write(MarkdownBlocks.read(lines.map(String.init)[...]).blocks))
            let text = words(TextWriter.write(blocks))
            let place = zip(again, text).prefix { $0 == $1 }.count
            #expect(
                again == text,
                "seed \(seed), word \(place): \(html)\n\(markdown)")
            #expect(liveParts(of: markdown) == [], "seed \(seed)")
        }
    }
}
