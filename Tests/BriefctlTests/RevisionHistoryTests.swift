import ControlProtocol
import Testing

@testable import briefctl

/// What `show --history` tells.
@Suite struct RevisionHistoryTests {
    private func article(_ id: String, _ filed: String, _ title: String, _ blocks: [String])
        -> ArticleItem
    {
        let body = blocks.joined(separator: "\n\n")
        return ArticleItem(
            id: id, path: "articles/\(id).md", title: title, published: nil, filed: filed,
            url: nil, contentHash: nil, sightings: [], supersedes: nil, near: [],
            markdown: "---\nid: \"\(id)\"\ntitle: \"\(title)\"\n---\n\n# \(title)\n\n\(body)\n")
    }

    private let texts = [
        "The ferry will stop in June, the council said.", "Nobody had asked the passengers.",
    ]

    private var articles: [ArticleItem] {
        [
            article("aa", "2026-11-20T08:00:00Z", "The ferry stops", texts),
            article(
                "bb", "2026-11-20T09:00:00Z", "The ferry goes on",
                [
                    "The ferry will stop in July, the council said.", texts[1],
                    "Correction: it is July.",
                ]),
        ]
    }

    private let headlines = [
        ArticleItem.Headline(
            id: "aa", when: "2026-11-20T08:30:00Z", title: "The ferry stops",
            titleBefore: "Ferry \u{1B}[2J news"),
        ArticleItem.Headline(
            id: "bb", when: "2026-11-20T09:30:00Z", title: "The ferry goes on",
            titleBefore: "The ferry stops"),
    ]

    @Test func `a line a text and a headline, earliest first, with the words that came and went`()
        throws
    {
        let history = try RevisionHistory(of: articles, headlines: headlines, withChanges: false)
        #expect(
            history.lines() == [
                "2026-11-20T08:00:00Z  aa  filed: Ferry \\u{1b}[2J news",
                "2026-11-20T08:30:00Z  aa  headline \"Ferry \\u{1b}[2J news\" → \"The ferry stops\"",
                "2026-11-20T09:00:00Z  bb  +5 -1 words",
                "2026-11-20T09:30:00Z  bb  headline \"The ferry stops\" → \"The ferry goes on\"",
            ])
        let report = history.report
        #expect(report.id == "bb" && report.revisions.map(\.id) == ["aa", "aa", "bb", "bb"])
        #expect(
            report.revisions.map(\.titleBefore) == [
                nil, "Ferry \u{1B}[2J news", nil, "The ferry stops",
            ])
        #expect(report.revisions.allSatisfy { $0.changes.isEmpty })
    }

    @Test func `with the changes themselves where they are asked for`() throws {
        let history = try RevisionHistory(of: articles, headlines: headlines, withChanges: true)
        let lines = history.lines().joined(separator: "\n")
        #expect(lines.contains("[-June,-]") && lines.contains("{+July,+}"))
        #expect(lines.contains("    + Correction: it is July."))
        #expect(!lines.contains("~ title"))
        #expect(
            history.report.revisions.map { $0.changes.map(\.kind) } == [
                [], ["fact"], ["reworded", "added"], ["fact"],
            ])
    }

    @Test func `a headline that came with a new text stands beside its words`() throws {
        let history = try RevisionHistory(of: articles, withChanges: true)
        #expect(
            history.lines()[1]
                == "2026-11-20T09:00:00Z  bb  +5 -1 words; headline \"The ferry stops\" → \"The ferry goes on\""
        )
        #expect(history.report.revisions[1].changes.first?.field == "title")
    }

    @Test func `one text has no history, and none at all is none`() throws {
        let one = try RevisionHistory(of: [articles[0]], withChanges: true)
        #expect(one.lines() == ["2026-11-20T08:00:00Z  aa  filed: The ferry stops"])
        #expect(try RevisionHistory(of: [], withChanges: true).lines() == [])
    }
}
