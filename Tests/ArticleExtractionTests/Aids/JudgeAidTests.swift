import BriefModel
import Foundation
import LibXML
import Testing

@testable import ArticleExtraction

/// What feeds' words and the memory of a site may do to a verdict, and what they may not.
@Suite struct JudgeAidTests {
    private static let notice =
        "Our reporters write to you every evening from the harbour."
    private static let boast = "Forty years of news from the quay and the islands around it."

    /// A page with a notice, three paragraphs and a line below them.
    private func page(_ number: Int, inside box: String = "note", tail: String = boast) -> Page {
        let paragraphs = (1...3).map { part in
            "<p>Report \(number) part \(part): the council of town \(number) met on day \(part) and heard what "
                + "engineer \(number * part) had found below the old bridge, which stays closed.</p>"
        }.joined()
        let html =
            "<body><div class='main'><div class='\(box)'><p>\(Self.notice)</p></div>"
            + "<div class='text'>\(paragraphs)</div><div class='tail'><p>\(tail)</p></div></div></body>"
        return PageReader.read(HTMLTree(parsing: Array(html.utf8)))
    }

    private func verdict(_ odds: [Float], _ page: Page) -> BodyVerdict {
        let choice = BodyChoice(odds: odds, lengths: lengths(page))
        let kept = choice.kept()
        return BodyVerdict(kept: kept, probability: odds, quality: choice.expectedF1(kept))
    }

    private func lengths(_ page: Page) -> [Float] {
        page.passages.map { max(0.5, $0.census.length) }
    }

    private func applied(
        _ aid: JudgeAid, _ odds: [Float], _ page: Page
    ) -> BodyVerdict {
        aid.applied(to: verdict(odds, page), page: page, lengths: lengths(page))
    }

    /// What three earlier pages taught, of which the judge thought the same.
    private func learned(
        _ odds: [Float], pages: ClosedRange<Int> = 1...3, tail: String = boast
    ) -> SiteAccount {
        var account = SiteAccount()
        for number in pages {
            var aid = JudgeAid()
            aid.site = account
            aid.address = UInt64(number)
            let page = page(number, tail: tail)
            if let trace = applied(aid, odds, page).trace { account.learn(trace, on: 0) }
        }
        return account
    }

    private func aid(_ site: SiteAccount) -> JudgeAid {
        var aid = JudgeAid()
        aid.site = site
        aid.address = 99
        return aid
    }

    private static let doubtful: [Float] = [0.6, 0.95, 0.95, 0.95, 0.2]

    @Test func `a line that stood on three pages is dropped where the judge doubts`() {
        let page = page(9)
        let result = applied(aid(learned(Self.doubtful)), Self.doubtful, page)
        #expect(verdict(Self.doubtful, page).kept == [true, true, true, true, false])
        #expect(result.kept == [false, true, true, true, false])
        #expect(!result.alone.isEmpty)
        #expect(result.siteMemory == 3)
    }

    @Test func `two pages say nothing`() {
        let result = applied(
            aid(learned(Self.doubtful, pages: 1...2)), Self.doubtful, page(9))
        #expect(result.alone.isEmpty)
        #expect(result.siteMemory == nil)
    }

    @Test func `a line of which the judge is sure stays`() {
        let sure: [Float] = [0.85, 0.95, 0.95, 0.95, 0.2]
        #expect(applied(aid(learned(sure)), sure, page(9)).alone.isEmpty)
    }

    @Test func `the same line in another template stays`() {
        let other = page(9, inside: "lead")
        #expect(applied(aid(learned(Self.doubtful)), Self.doubtful, other).alone.isEmpty)
    }

    @Test func `memory never takes more than a third of a body`() {
        let doubted: [Float] = [0.6, 0.6, 0.6, 0.6, 0.6]
        var account = SiteAccount()
        for number in 1...4 as ClosedRange<UInt64> {
            let lines = SiteLines(page: page(9), odds: doubted)
            var trace = lines.trace(
                of: page(9), verdict(doubted, page(9)), account, at: number)
            (trace.body, trace.doubted, trace.text) = (number, trace.text + trace.doubted, [])
            account.learn(trace, on: 0)
        }
        #expect(applied(aid(account), doubted, page(9)).alone.isEmpty)
    }

    @Test func `a verdict that nothing changes is the verdict as it was`() {
        let page = page(9)
        let plain = verdict(Self.doubtful, page)
        let result = applied(aid(SiteAccount()), Self.doubtful, page)
        #expect(result.probability == plain.probability)
        #expect(result.quality == plain.quality)
        #expect(result.trace != nil)
        #expect(applied(JudgeAid(), Self.doubtful, page).trace == nil)
    }

    @Test func `the words of a summary mark the beginning`() {
        var aid = JudgeAid()
        aid.summary =
            "Report 9 part 1: the council of town 9 met on day 1 and heard what engineer 9 had found."
        let result = applied(aid, Self.doubtful, page(9))
        #expect(result.kept == [false, true, true, true, false])
        #expect(!result.alone.isEmpty)
        #expect(result.siteMemory == nil)
    }

    @Test(arguments: [
        "Read more", "Comments", "",
        "Another story of another town altogether, with its own mayor, its own river and its own trouble.",
        "the of and on met had below what which stays day part heard old found closed",
    ])
    func `a summary that is not this article's changes nothing`(_ summary: String) {
        var aid = JudgeAid()
        aid.summary = summary
        #expect(applied(aid, Self.doubtful, page(9)).alone.isEmpty)
    }

    @Test func `a hostile summary does not put the site's furniture in the article's place`() {
        var aid = JudgeAid()
        aid.summary = Self.boast
        let result = applied(aid, [0.2, 0.95, 0.75, 0.7, 0.2], page(9))
        #expect(result.kept[1] && result.kept[2] && result.kept[3])
    }

    @Test func `only the words of a feed are taken, and only for a page`() {
        var request = ExtractionRequest(
            bytes: [], url: "https://example.org/a#b", known: KnownFacts(summary: "Its own words."),
            arrival: .init(timeIntervalSince1970: 0))
        #expect(JudgeAid(request).summary == nil)
        request.known.titleIsOfFeed = true
        #expect(JudgeAid(request).summary == "Its own words.")
        request.scope = .content
        #expect(JudgeAid(request).summary == nil)
    }

    @Test func `a page without an address is not remembered`() {
        var request = ExtractionRequest(
            bytes: [], arrival: .init(timeIntervalSince1970: 0), site: SiteAccount())
        #expect(JudgeAid(request).site == nil)
        request.url = "https://example.org/"
        #expect(JudgeAid(request).site != nil)
    }
}
