import BriefModel
import ContentIdentity
import Foundation
import Storage
import Testing

/// The same article in another cut is one article.
@Suite struct VariantTests {
    private let fixture: StoreFixture
    private let store: ArticleStore

    init() throws {
        fixture = try StoreFixture()
        store = try ArticleStore(at: fixture.path, identify: .content)
    }

    /// Paragraphs in which no five words agree.
    private static func body(_ seed: Int, paragraphs: Int = 8) -> String {
        (0..<paragraphs).map { paragraph in
            (0..<24).map { "w\(seed)x\(paragraph)x\($0)" }.joined(separator: " ") + "."
        }.joined(separator: "\n")
    }

    private static func filing(
        _ text: String, title: String? = "The ferry is back", authors: [String] = [],
        published: String? = nil, source: String = "spool:a.html", type: DocumentType = .html,
        quality: Double = 0.9, key: String? = nil, isPartial: Bool = false
    ) -> Filing {
        var article = Article(
            title: title, authors: authors, published: published, text: text,
            markdown: text.replacing("\n", with: "\n\n"), wordCount: 100, quality: quality,
            extractor: "briefd/1")
        article.type = type
        return Filing(
            article: article, identity: Identity(text: text),
            origin: Origin(
                source: source,
                entry: key.map { Origin.FeedEntry(feed: "feed", key: $0, ownsLink: true) }),
            original: Array((source + text).utf8),
            originalType: type == .html ? "text/html" : "text/plain", isPartial: isPartial,
            arrival: StoreFixture.arrival)
    }

    private let text = body(1)
    private var copy: String { "Ann Miller\n" + text + "\nSent from my phone" }

    @Test func `notes a copy, and knows it by its own hash from then on`() throws {
        let first = try store.file(Self.filing(text))
        let pasted = Self.filing(copy, title: nil, source: "spool:copy.txt", type: .text)
        #expect(try store.file(pasted) == .sighting(id: first.id))
        #expect(try fixture.text("sightings/2026-09.jsonl").contains(#""kind":"variant""#))
        var again = pasted
        again.origin.source = "spool:again.txt"
        again.original = Array("other bytes".utf8)
        #expect(try store.file(again) == .sighting(id: first.id))
        let page = try store.catalogue.articles(ArticleQuery())
        #expect(page.items.map(\.sightings.count) == [2])
        #expect(try store.catalogue.counts().sightings == 2)
        #expect(try store.verify().findings.isEmpty)
        #expect(try fixture.files("originals").count == 3)
    }

    @Test func `knows copies after the catalogue was made anew`() throws {
        let first = try store.file(Self.filing(text))
        _ = try store.file(Self.filing(copy, source: "spool:copy.txt", type: .text))
        let other = try StoreFixture()
        try fixture.copy(["articles", "superseded", "originals", "sightings"], to: other)
        let rebuilt = try ArticleStore(at: other.path, identify: .content)
        #expect(try rebuilt.catalogue.counts().sightings == 1)
        let again = Self.filing(copy, source: "spool:again.txt", type: .text)
        #expect(try rebuilt.file(again) == .sighting(id: first.id))
        #expect(try rebuilt.verify().findings.isEmpty)
    }

    @Test func `lets the better copy take the article's place, quietly`() throws {
        let first = try store.file(Self.filing(text, key: "k", isPartial: true))
        let whole = try store.file(Self.filing(copy, source: "spool:whole.html"))
        #expect(whole == .updated(id: whole.id))
        #expect(whole.id != first.id)
        let page = try store.catalogue.articles(ArticleQuery())
        #expect(page.items.map(\.id) == [whole.id])
        let again = try store.file(Self.filing(text, source: "spool:first.html"))
        #expect(again == .sighting(id: whole.id))
        #expect(try store.verify().findings.isEmpty)
    }

    /// What a later version of the article adds: no figure, no quotation.
    private static let addition =
        "The mayor has since given up the whole plan and asked the families of the quay to forgive him."

    @Test func `lets a copy that goes on take the place, and loses no closing paragraph`() throws {
        let first = try store.file(Self.filing(text))
        let longer = Self.filing(text + "\n" + Self.addition, source: "spool:longer.html")
        let second = try store.file(longer)
        #expect(second == .updated(id: second.id) && second.id != first.id)
        #expect(
            try store.file(Self.filing(text, source: "spool:again.html"))
                == .sighting(id: second.id))
        let page = try store.catalogue.articles(ArticleQuery())
        #expect(page.items.map(\.id) == [second.id])
        #expect(try store.verify().findings.isEmpty)
    }

    @Test func `lets the next entry on top take the place`() throws {
        let first = try store.file(Self.filing(text))
        let next = try store.file(
            Self.filing(Self.addition + "\n" + text, source: "spool:next.html"))
        #expect(next == .updated(id: next.id) && next.id != first.id)
    }

    @Test func `takes what is longer first for the article`() throws {
        let longer = try store.file(Self.filing(text + "\n" + Self.addition))
        #expect(
            try store.file(Self.filing(text, source: "spool:first.html"))
                == .sighting(id: longer.id))
    }

    /// A sentence of few words that is no furniture.
    private static let news = "The court acquitted the mayor on Friday."

    @Test(arguments: [true, false])
    func `loses no new sentence at an end, however short`(isFirst: Bool) throws {
        let first = try store.file(Self.filing(text, type: .text))
        let longer = isFirst ? Self.news + "\n" + text : text + "\n" + Self.news
        let second = try store.file(Self.filing(longer, source: "spool:b.txt", type: .text))
        #expect(second == .updated(id: second.id) && second.id != first.id)
        let page = try store.catalogue.articles(ArticleQuery())
        #expect(page.items.map(\.id) == [second.id])
        // What has less is a copy of what has more.
        let again = Self.filing(copy, source: "spool:c.txt", type: .text)
        #expect(try store.file(again) == .sighting(id: second.id))
    }

    @Test func `files both where each has a sentence that the other has not`() throws {
        _ = try store.file(Self.filing(Self.news + "\n" + text, type: .text))
        let other = Self.filing(
            text + "\nNobody in the town believes it any more.", source: "spool:b.txt", type: .text)
        guard case .filed(_, let near) = try store.file(other) else {
            Issue.record("noted as a copy")
            return
        }
        #expect(near.count == 1)
    }

    @Test func `takes a new sentence of the article's own address for a revision`() throws {
        var page = Self.filing(text)
        page.article.url = "https://quay.example/ferry"
        let first = try store.file(page)
        var later = Self.filing(text + "\n" + Self.news, source: "spool:b.html")
        later.article.url = "https://quay.example/ferry"
        #expect(try store.file(later) == .revision(id: Self.id(later), supersedes: first.id))
    }

    private static func id(_ filing: Filing) -> String {
        String((filing.identity.contentHash ?? "").dropFirst("sha256:".count).prefix(16))
    }

    @Test func `passes over a note on the author`() throws {
        let first = try store.file(Self.filing(text, authors: ["Ann Miller"], type: .text))
        let copy = Self.filing(
            text + "\nAnn Miller writes about harbours and lives in Dunlake.",
            authors: ["Ann Miller"], source: "spool:b.txt", type: .text)
        #expect(try store.file(copy) == .sighting(id: first.id))
    }

    @Test func `files a longer text that is not to take the place`() throws {
        _ = try store.file(Self.filing(text))
        let pasted = Self.filing(
            text + "\n" + Self.addition, source: "spool:longer.txt", type: .text)
        guard case .filed(_, let near) = try store.file(pasted) else {
            Issue.record("noted as a copy")
            return
        }
        #expect(near.count == 1)
    }

    @Test func `files what is cut, changed, or another article's`() throws {
        _ = try store.file(
            Self.filing(text, authors: ["Ann Miller"], published: "2026-03-04"))
        let half = Self.body(1, paragraphs: 4)
        let changed = text.replacing("w1x3x9", with: "lantern")
        let longer = text + "\n" + Self.body(2, paragraphs: 5)
        for other in [half, changed, longer] {
            let outcome = try store.file(Self.filing(other, source: "spool:\(other.count).html"))
            guard case .filed = outcome else {
                Issue.record("\(outcome)")
                continue
            }
        }
    }

    @Test func `tells articles apart that state other facts`() throws {
        _ = try store.file(
            Self.filing(text, authors: ["Ann Miller"], published: "2026-03-04"))
        let otherDay = Self.filing(
            copy, authors: ["Ann Miller"], published: "2026-03-06", source: "spool:b.html")
        let otherHead = Self.filing(
            "Boats\n" + text, title: "Boats again", authors: ["Ben Ward"], source: "spool:c.html")
        for filing in [otherDay, otherHead] {
            guard case .filed = try store.file(filing) else {
                Issue.record("not told apart")
                continue
            }
        }
    }

    /// A caption that one judge took for the article's, with a figure and a quotation.
    private static let caption = "The quay on 4 March, “as it never was before”, seen from pier 12."

    private func captioned() -> String {
        var lines = text.components(separatedBy: "\n")
        lines.insert(Self.caption, at: 4)
        return lines.joined(separator: "\n")
    }

    @Test(arguments: [true, false]) func `knows a copy by what its page holds`(
        isRead: Bool
    ) throws {
        let other = try StoreFixture()
        let rules =
            isRead
            ? IdentityRules.content.reading { String(decoding: $0.bytes, as: UTF8.self) } : .content
        let store = try ArticleStore(at: other.path, identify: rules)
        var page = Self.filing(text)
        page.original = Array(("Home\nNews\n" + captioned()).utf8)
        let first = try store.file(page)
        var copy = Self.filing(captioned(), source: "spool:a.txt", type: .text)
        copy.original = Array(captioned().utf8)
        let outcome = try store.file(copy)
        guard isRead else {
            guard case .filed = outcome else { return #expect(Bool(false), "\(outcome)") }
            return
        }
        #expect(outcome == .sighting(id: first.id))
        // What the page does not hold is another text.
        let edited = captioned().replacing("pier 12", with: "pier 13")
        var second = Self.filing(edited, source: "spool:b.txt", type: .text)
        second.original = Array(edited.utf8)
        guard case .filed = try store.file(second) else {
            return #expect(Bool(false), "another figure")
        }
    }

    @Test func `links what is near, with its kind and share, over a rebuild`() throws {
        let first = try store.file(Self.filing(text))
        let half = Self.body(1, paragraphs: 4)
        let part = try store.file(Self.filing(half, title: "Part", source: "spool:b.html"))
        #expect(part == .filed(id: part.id, near: [first.id]))
        let link = NearLink(id: first.id, kind: .excerptOf, share: 1)
        #expect(try store.catalogue.article(part.id).listing.near == [link])
        let back = try #require(try store.catalogue.article(first.id).listing.near.first)
        #expect(back == NearLink(id: part.id, kind: .contains, share: 1))
        #expect(
            try store.catalogue.article(part.id).file.contains("near_kinds: [\"excerpt-of 1.00\"]"))
        let other = try StoreFixture()
        try fixture.copy(["articles", "superseded", "originals", "sightings"], to: other)
        let rebuilt = try ArticleStore(at: other.path, identify: .content)
        #expect(try rebuilt.catalogue.article(part.id).listing.near == [link])
    }

    @Test func `finds a teaser of 25 words beside its article, whichever came first`() throws {
        let teaser = text.split(separator: " ").prefix(25).joined(separator: " ") + "…"
        let first = try store.file(Self.filing(text))
        let second = try store.file(Self.filing(teaser, title: "News", source: "spool:b.html"))
        #expect(second == .filed(id: second.id, near: [first.id]))
        let other = try StoreFixture()
        let reversed = try ArticleStore(at: other.path, identify: .content)
        let third = try reversed.file(Self.filing(teaser, title: "News"))
        let fourth = try reversed.file(Self.filing(text, source: "spool:b.html"))
        #expect(fourth == .filed(id: fourth.id, near: [third.id]))
    }

    @Test(arguments: [5, 6, 7, 8, 9]) func `finds the end of an article beside it`(seed: Int) throws
    {
        let first = try store.file(Self.filing(Self.body(seed, paragraphs: 20)))
        let end = Self.body(seed, paragraphs: 20).split(separator: "\n").suffix(8)
            .joined(separator: "\n")
        let second = try store.file(Self.filing(end, title: "The end", source: "spool:b.html"))
        #expect(second == .filed(id: second.id, near: [first.id]))
    }

    @Test func `keeps a group of a thousand near copies usable`() throws {
        let release = Self.body(1, paragraphs: 3)
        let copies = (0..<1_000).map { number in
            Self.filing(
                release.replacing("w1x2x3", with: "copy\(number)"), title: "Copy \(number)",
                source: "spool:\(number).html")
        }
        let outcomes = try store.file(copies).map { try $0.get() }
        for outcome in outcomes.dropFirst() {
            guard case .filed(_, let near) = outcome else {
                return #expect(Bool(false), "\(outcome)")
            }
            #expect((1...10).contains(near.count))
        }
        let page = try store.catalogue.duplicates(limit: 100)
        #expect(page.items.count == 100 && page.items.allSatisfy { $0.near.count <= 100 })
    }

    @Test func `tells entries of one feed apart but under one title`() throws {
        _ = try store.file(Self.filing(text, title: "Monday", key: "a"))
        let other = try store.file(Self.filing(copy, title: "Tuesday", key: "b"))
        guard case .filed = other else { return #expect(Bool(false), "\(other)") }
    }

    @Test func `takes a few words above the headline for none of its own`() throws {
        let note =
            "You might like what they say about it here, since you were there on the very day."
        let first = try store.file(Self.filing(text))
        let passed = Self.filing(
            note + "\nThe ferry is back\n" + text, title: nil, source: "spool:note.txt", type: .text
        )
        #expect(try store.file(passed) == .sighting(id: first.id))
        // Without the headline it may be news.
        let news = Self.filing(
            "The yard has lost the other ferry as well.\n" + text, title: nil,
            source: "spool:news.txt", type: .text)
        #expect(try store.file(news) != .sighting(id: first.id))
    }
}
