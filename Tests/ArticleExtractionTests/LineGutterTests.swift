import Testing

@testable import ArticleExtraction

/// Texts with a number or a sign before each line.
@Suite struct LineGutterTests {
    private let lines = [
        "The lock at Alderholm", "", "The lock at Alderholm was mended last winter by the same",
        "masons who had built the quay, and the first barge went through",
        "it on the second of March.", "",
        "Nobody had told the keeper, who was asleep when the barge",
        "came round the bend and blew its horn three times over.", "",
        "  He opened the gate in his slippers, as he says himself, and",
        "  has kept his boots beside the bed since that morning.",
    ]
    private var text: String { lines.joined(separator: "\n") }

    private func stripped(_ text: String) -> [String] {
        let lines = LineGutter.stripped(LineSplitter.lines(of: text))
        return lines.flatMap { line in
            [String](repeating: "", count: line.blanksBefore)
                + [String(repeating: " ", count: line.indent) + line.text]
        }
    }

    private func numbered(_ mark: String, from first: Int = 1) -> String {
        lines.enumerated().map { "\($0 + first)\(mark)\($1)" }.joined(separator: "\n")
    }

    @Test(arguments: [": ", " | ", "  ", "\t", "|"])
    func `lose the numbers of their lines`(mark: String) {
        let text = numbered(mark == "|" ? "| " : mark)
        #expect(stripped(text) == lines)
    }

    @Test func `lose numbers that begin elsewhere, and are set to the right`() {
        #expect(stripped(numbered(" ", from: 141)) == lines)
        let padded = lines.enumerated().map { place, line in
            String(repeating: " ", count: place < 9 ? 3 : 2) + "\(place + 1) " + line
        }
        #expect(stripped(padded.joined(separator: "\n")) == lines)
    }

    @Test func `lose the number of each fifth line`() {
        let long = lines + [""] + lines
        let text = long.enumerated().map { place, line in
            let number = place + 1
            let isMarked = number.isMultiple(of: 5) && !line.isEmpty
            return (isMarked ? "\(number)" + (number < 10 ? "   " : "  ") : "    ") + line
        }
        // The fifth, tenth, fifteenth and twentieth bear one.
        #expect(stripped(text.joined(separator: "\n")) == long)
    }

    @Test(arguments: ["|", "#", "//", ";", "%", "│", "AM>"])
    func `lose a sign before each line`(sign: String) {
        #expect(stripped(lines.map { sign + " " + $0 }.joined(separator: "\n")) == lines)
    }

    @Test func `lose what makes them a comment`() {
        let text = "/*\n" + lines.map { " * " + $0 + "\n" }.joined() + " */"
        #expect(stripped(text) == lines)
        let bracketed = lines.enumerated().map { "[\($0 + 1)] \($1)" }.joined(separator: "\n")
        #expect(stripped(bracketed) == lines)
    }

    @Test(arguments: [
        // A list, a ranking, a table, and headings one below the other.
        (1...9).map { "\($0). Alderholm \($0 * 3) points" },
        (1...9).map { "\($0) Alderholm \($0 * 3)" },
        (1...9).map { "| Alderholm | \($0) |" },
        (1...9).map { "# Part \($0)" },
        (1...9).map { "\($0)) The \($0). barge went through the lock without waiting." },
        // Numbers that do not count up.
        [3, 1, 4, 1, 5, 9, 2, 6, 5].map { "\($0) barges went through it on that day, and" },
    ])
    func `keep what is no gutter`(lines: [String]) {
        #expect(stripped(lines.joined(separator: "\n")) == lines)
    }
}
