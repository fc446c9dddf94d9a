import Testing

@testable import Settings

@Suite struct KeyLinesTests {
    private let lines = KeyLines(
        """
        top = 1
        [a.b]
        text = \"\"\"
        fake = 1
        \"\"\"
        real = 2
        [[feed]]
        url = "x"
        # url = "comment"
        [[feed]]
        "url" = "y"
        [feed.headers]
        "X-A" = "1"
        """)

    @Test(arguments: [
        ("top", 1), ("a.b.text", 3), ("a.b.real", 6), ("feed[1].url", 8), ("feed[2].url", 11),
        ("feed[2].headers.X-A", 13), ("feed[2].missing", 10), ("feed[9].url", nil),
        ("a.b.fake", 2),
    ])
    func `keys are found on their lines, else their tables`(key: String, line: Int?) {
        #expect(lines.line(of: key) == line)
    }
}
