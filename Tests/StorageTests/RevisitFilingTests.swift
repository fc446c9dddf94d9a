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

    @Test func `is nothing where the article was forgotten`() throws {
        let first = try file(Self.text, isRevisit: false)
        _ = try store.forget(first.id)
        #expect(try file(Self.text.reversed()) == .unchanged(id: ""))
        #expect(try store.catalogue.counts().total == 0)
    }
}
