import Testing

@testable import ArticleExtraction

/// Columns of a table, and what only looks like them.
@Suite struct ColumnsTests {
    private static let items = [
        "The ferry goes every half hour.", "Bicycles are carried for nothing.",
        "Dogs pay the fare of a child.", "The last boat goes at ten.",
    ]

    private static func read(_ list: [String]) -> [Block] {
        let text = """
            The ferry is back

            The ferry between Dunlake and the islands went out again on Tuesday morning, four months after a storm.

            \(list.joined(separator: "\n"))

            Nobody would say when the second boat is to be mended, although it could be ready before the winter.
            """
        return PlainTextReader.read(text).blocks
    }

    @Test(arguments: ["-   ", "*\t", "•   ", "o   ", "§\t", "#.  ", "–  "])
    func `are none where an item stands apart from its mark`(mark: String) {
        let list = Self.items.enumerated().map { index, item in
            (mark == "#.  " ? "\(index + 1).  " : mark) + item
        }
        let blocks = Self.read(list).filter { block in
            if case .list = block { return true }
            return false
        }
        #expect(blocks.map { InlineText.plain($0) }.joined().contains(Self.items[0]))
        #expect(blocks.count == 1, "\(Self.read(list))")
    }

    @Test func `are those of rows that begin with numbers`() {
        let rows = [
            "1.  Dunlake     12   34", "2.  Alderholm    9   27", "3.  Brackwell    7   21",
        ]
        #expect(
            Columns.find(in: LineSplitter.lines(of: rows.joined(separator: "\n"))) == [
                true, true, true,
            ])
    }
}
