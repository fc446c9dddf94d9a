import BriefModel
import Foundation
import LibXML
import Testing

@testable import ArticleExtraction

/// What an editor or a feed's whole text says of one page's blocks, and what becomes of the next page's.
@Suite struct SiteLabelsOfPagesTests {
    private func words(_ number: Int, _ part: Int) -> String {
        "Report \(number) part \(part): the council of town \(number) met on day \(part) and heard what the"
            + " engineer \(number * part) had found below the old bridge, which stays closed until spring."
    }

    private func text(_ number: Int) -> [String] { (1...6).map { words(number, $0) } }

    private func page(_ number: Int, box: String = "hint") -> Page {
        let paragraphs = text(number).map { "<p>\($0)</p>" }.joined()
        let html =
            "<body><main><div class='text'>\(paragraphs)</div><div class='\(box)'><p>Whoever goes to town"
            + " \(number) may take the ferry at \(number) past nine from the quay.</p></div></main></body>"
        return PageReader.read(HTMLTree(parsing: Array(html.utf8)))
    }

    private let odds: [Float] = [0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.7]

    private func kept(_ page: Page, _ site: SiteAccount, _ odds: [Float]) -> [Bool] {
        var aid = JudgeAid()
        aid.site = site
        aid.address = 99
        let lengths = page.passages.map { max(0.5, $0.census.length) }
        let choice = BodyChoice(odds: odds, lengths: lengths)
        let kept = choice.kept()
        let verdict = BodyVerdict(kept: kept, probability: odds, quality: choice.expectedF1(kept))
        return aid.applied(to: verdict, page: page, lengths: lengths).kept
    }

    private func feed(_ number: Int, text: String, box: String = "hint") -> PageLabels? {
        FullText(text)?.labels(of: page(number, box: box), odds: odds)
    }

    @Test func `a feed's whole text tells the box beside it from two pages on`() throws {
        var site = SiteAccount()
        for number in 1...2 {
            #expect(kept(page(9), site, odds).last == true)
            let labels = try #require(feed(number, text: text(number).joined(separator: "\n")))
            var trace = PageTrace(
                address: UInt64(number), body: UInt64(number), text: [], doubted: [], samples: [])
            trace.labels = labels
            site.learn(trace, on: 0)
        }
        #expect(kept(page(9), site, odds) == [true, true, true, true, true, true, false])
        #expect(kept(page(9, box: "other"), site, odds).last == true)
    }

    @Test func `a teaser, another text, and an article that is longer than the page teach nothing`()
    {
        #expect(feed(1, text: words(1, 1)) == nil)
        #expect(feed(1, text: text(2).joined(separator: "\n")) == nil)
        #expect(feed(1, text: (text(1) + text(3)).joined(separator: "\n")) == nil)
    }

    @Test func `what an editor dropped or kept once is so on the next page`() {
        let first = page(1)
        var site = SiteAccount()
        site.taught.add(PageLabels(dropped: [SiteLines.place(6, first)]))
        var sure = odds
        sure[6] = 0.97
        #expect(kept(page(2), site, sure).last == false)
        site.taught = SiteLabels()
        site.taught.add(PageLabels(kept: [SiteLines.place(6, first)]))
        sure[6] = 0.02
        #expect(kept(page(2), site, sure).last == true)
    }

    @Test func `an editor's word for most of a page does not count on another`() {
        let first = page(1)
        var site = SiteAccount()
        site.taught.add(PageLabels(dropped: [SiteLines.place(0, first)]))
        #expect(kept(page(2), site, odds).first == true)
    }

    @Test func `an explanation names what each block is remembered by`() throws {
        let paragraphs = text(1).map { "<p>\($0)</p>" }.joined()
        let request = ExtractionRequest(
            bytes: Array("<html><body><main>\(paragraphs)</main></body></html>".utf8), type: .html,
            url: "https://town.example/1", arrival: Date(timeIntervalSince1970: 1_790_000_000))
        let passages = try ArticleExtractor().explain(request).passages
        #expect(Set(passages.map(\.line)).count == 6)
        #expect(Set(passages.map(\.place)).count == 1)
    }
}
