import Testing

@testable import LibXML

/// Pages made to be slow: each is read in a fraction of a second, and the limits leave room for slow machines and
/// debug builds.
@Suite(.serialized) struct HTMLBoundsTests {
    private func page(_ part: String, _ count: Int, _ end: String = "") -> [UInt8] {
        Array((String(repeating: part, count: count) + end).utf8)
    }

    @Test(
        .timeLimit(.minutes(5)),
        arguments: [
            "</i>", "</unknown>", "</p>", "<", "&", "<!--", "<!", "</", "<script>", "<style>",
            "<textarea>", "<svg>", "<script><!--<script></script>", "<script><!--</script>",
            "<a b='",
            "<b>", "<table><tr><td>", "<a b=\"c\"d", "<title>", "<x-y>", "<svg><p></svg>", "\0",
            "\u{80}", "&#1;", "<body a=b>", "<form>",
        ])
    func `reads the same thing over and over in linear time`(part: String) {
        let tree = HTMLTree(parsing: page(part, 100_000))
        #expect(!tree.nodes.isEmpty)
    }

    @Test(.timeLimit(.minutes(5)))
    func `reads a million siblings`() {
        let tree = HTMLTree(parsing: page("<p>a", 1_000_000))
        #expect(tree.nodes.filter { $0.tag == .p }.count == 1_000_000)
    }

    @Test(.timeLimit(.minutes(5)))
    func `reads a tag with two hundred thousand attributes`() {
        let names = (0..<200_000).map { "a\($0)=1" }.joined(separator: " ")
        let html = "<p \(names) \(String(repeating: "class=b ", count: 200_000)) id=c>d</p>"
        let tree = HTMLTree(parsing: Array(html.utf8))
        let paragraph = tree.nodes.firstIndex { $0.tag == .p } ?? 0
        #expect(tree.attribute(.id, of: paragraph) == "c")
        #expect(tree.attributes.count == 2)
    }

    @Test(.timeLimit(.minutes(5)))
    func `reads a text of 16 MB as one`() {
        let tree = HTMLTree(parsing: page("lorem ipsum dolo", 1 << 20))
        #expect(tree.nodes.last.map { $0.content.count } == 16 << 20)
        #expect(tree.nodes.filter { $0.tag == .text }.count == 1)
    }

    @Test func `reads a page however short it is cut`() {
        let html = Array(
            "<html><p title='a&amp;'>é<!-- b --><script>'<!--<script>'</script><svg></svg>&#228;"
                .utf8)
        for count in 0...html.count {
            let tree = HTMLTree(parsing: Array(html[..<count]))
            #expect(tree.nodes.allSatisfy { Int($0.end) <= tree.nodes.count })
            #expect(tree.nodes.allSatisfy { Int($0.content.upperBound) <= tree.utf8.count })
        }
    }
}
