import BriefModel
import ContentIdentity
import Testing

@testable import Storage

/// What a page that was asked for again does to the article that it is of.
@Suite struct RevisitFilingTests {
    private let fixture: StoreFixture
    private let store: ArticleStore
    private static let text = (1...8).map {
        "Paragraph \($0) tells what the council decided about the ferry, and who was asked before that."
    }

    init() throws {
        fixture = try StoreFixture()
        store = try ArticleStore(at: fixture.path, identify: .content)
    }

    private func file(
        _ lines: [String], title: String = "The ferry", isRevisit: Bool = true, key: String = "k"
    ) throws -> FilingOutcome {
        let text = lines.joined(separator: "\n")
        var filing = StoreFixture.filing(text, title: title, key: key)
        filing.article.markdown = lines.joined(separator: "\n\n")
        filing.identity = Identity(text: text)
        filing.isRevisit = isRevisit
        return try store.file(filing)
    }

    private func isRevision(_ lines: [String]) throws -> Bool {
        _ = try file(Self.text, isRevisit: false)
        if case .revision = try file(lines) { return true }
        return false
    }

    @Test(arguments: [
        (["Share this story", "12 comments"], false), (["By Ann Miller"], false),
        (["Correction: the first version gave a wrong name for the ferry's owner."], true),
        (["The council met again on Monday and changed what it had said about the ferry."], true),
    ]) func `is a revision by a sentence, not by lines around the text`(
        more: [String], isChange: Bool
    ) throws {
        #expect(try isRevision(Self.text + more) == isChange)
    }

    @Test func `is a revision by a word or a figure`() throws {
        var lines = Self.text
        lines[3] = lines[3].replacing("ferry", with: "bridge")
        #expect(try isRevision(lines))
    }

    @Test func `is none where the text is as it was, and notes nothing`() throws {
        let first = try file(Self.text, isRevisit: false)
        #expect(try file(Self.text) == .unchanged(id: first.id))
        #expect(try store.catalogue.article(first.id).listing.sightings.isEmpty)
    }

    @Test func `is none where most of the text is gone, unless it was withdrawn`() throws {
        _ = try file(Self.text, isRevisit: false)
        for wall in [
            Array(Self.text.prefix(3)),
            ["Subscribe to read the whole of this article now, please."],
        ] {
            guard case .unchanged = try file(wall) else {
                Issue.record("\(wall)")
                continue
            }
        }
        guard
            case .revision = try file([
                "This article has been retracted because its main source could not be confirmed."
            ])
        else {
            Issue.record("a retraction was not taken")
            return
        }
    }

    @Test func `is none where a meter shows the beginning, or another page stands there`() throws {
        _ = try file(Self.text, isRevisit: false)
        let meter = "Subscribe to read the rest of this story. Already a subscriber? Sign in."
        let others = (1...9).map {
            "Story \($0): a lantern was found at the weekend, and nobody knows who lost it there."
        }
        for (lines, title) in [
            (Array(Self.text.prefix(6)), "The ferry"), (Self.text.prefix(6) + [meter], "The ferry"),
            (Self.text.prefix(5) + [String(Self.text[5].prefix(40)) + " …", meter], "The ferry"),
            (others, "Page not found"),
            (["The page that you look for has been removed."] + others, "Not here"),
            (["The page that you look for has been removed."], "Not here"),
        ] as [([String], String)] {
            guard case .unchanged = try file(lines, title: title) else {
                Issue.record("\(title): \(lines)")
                return
            }
        }
        // The last words of it were changed, and nothing was cut off.
        var lines = Self.text
        lines[7] = "Paragraph 8 tells it otherwise."
        guard case .revision = try file(lines) else {
            Issue.record("an edit at the end was not taken")
            return
        }
    }

    @Test(arguments: [
        ("This article has been retracted.", true), ("We have withdrawn this story.", true),
        ("Cet article a été retiré par la rédaction.", true), ("本記事は撤回しました。", true),
        ("The page has been removed. Read our latest story.", false),
        ("The link to this article was removed from our page.", false),
        ("Troops were withdrawn. The report says so.", false), ("The lamp was taken down.", false),
    ])
    func `tells withdrawn articles from pages that are gone`(text: String, isTold: Bool) {
        #expect(Withdrawal.isTold(in: Article(title: "A title", text: text)) == isTold)
    }

    @Test func `is nothing where the article was forgotten`() throws {
        let first = try file(Self.text, isRevisit: false)
        _ = try store.forget(first.id)
        #expect(try file(Self.text.reversed()) == .unchanged(id: ""))
        #expect(try store.catalogue.counts().total == 0)
    }
}
