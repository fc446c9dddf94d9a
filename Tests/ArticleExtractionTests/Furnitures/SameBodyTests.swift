import BriefModel
import FoundationEssentials
import Testing

@testable import ArticleExtraction

/// One body in forty furnitures: five layouts in eight languages.
@Suite struct SameBodyTests {
    private struct Miss: CustomStringConvertible {
        var name: String
        var extra: [Substring]
        var lost: [Substring]

        var description: String { "\(name): extra \(extra), lost \(lost)" }
    }

    private func read(_ html: String) throws -> Article {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html,
                arrival: Date(timeIntervalSince1970: 1_790_000_000)))
    }

    @Test func `the text is the same in 95 of 100 furnitures`() throws {
        let body = FurnishedBody.english
        let wanted = body.text.split(separator: "\n")
        var misses: [Miss] = []
        var count = 0
        for words in FurnitureWords.all {
            for layout in FurnishedPage.Layout.allCases {
                count += 1
                let article = try read(FurnishedPage(body: body, words: words).html(layout))
                guard article.text != body.text else { continue }
                let found = article.text.split(separator: "\n")
                misses.append(
                    Miss(
                        name: "\(layout.rawValue) \(words.language)",
                        extra: found.filter { !wanted.contains($0) },
                        lost: wanted.filter { !found.contains($0) }))
            }
        }
        #expect(count == 40)
        #expect(misses.count * 20 <= count, "\(misses.map(\.description).joined(separator: "\n"))")
    }

    @Test(arguments: FurnishedPage.Layout.allCases)
    func `the title is the article's in every layout`(layout: FurnishedPage.Layout) throws {
        for words in FurnitureWords.all {
            let page = FurnishedPage(body: .english, words: words).html(layout)
            #expect(try read(page).title == FurnishedBody.english.title)
        }
    }
}
