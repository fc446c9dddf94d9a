import Testing

@testable import ArticleExtraction

@Suite struct KeptLinesTests {
    @Test func `finds lines in order, whatever their white space`() {
        let kept = KeptLines(of: "one  line\ntwo", among: ["one line", "gone", "two", "two"])
        #expect(kept.isKept == [true, false, true, false])
    }

    @Test func `passes over a line that was changed`() {
        #expect(KeptLines(of: "changed\ntwo", among: ["one", "two"]).isKept == [false, true])
    }
}
