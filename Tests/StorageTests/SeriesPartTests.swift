import BriefModel
import ContentIdentity
import Foundation
import Testing

@testable import Storage

/// Parts of a long read that has one address for all its pages.
@Suite struct SeriesPartTests {
    private let fixture: StoreFixture
    private let store: ArticleStore

    init() throws {
        fixture = try StoreFixture()
        store = try ArticleStore(at: fixture.path, identify: .content)
    }

    private static let address = "https://quay.example/reads/the-long-way"

    /// A part of eight paragraphs, between a standfirst and a note on the author that all parts have.
    private static func part(
        _ number: Int, title: String, published: String? = "2026-03-04", seed: Int? = nil,
        key: String? = nil, days: Double = 0, frame: Int = 1
    ) -> Filing {
        let own = (0..<8).map { paragraph in
            (0..<24).map { "w\(seed ?? number)x\(paragraph)x\($0)" }.joined(separator: " ") + "."
        }
        let shared = (0..<frame).map {
            "All parts begin with the words of one standfirst, its \($0)th line."
        }
        let text = (shared + own + ["Ann Miller walks and writes about it."]).joined(
            separator: "\n")
        let article = Article(
            title: title, authors: ["Ann Miller"], published: published, url: address, text: text,
            markdown: text.replacing("\n", with: "\n\n"), wordCount: 210, quality: 0.9,
            extractor: "briefd/1")
        let entry = key.map { Origin.FeedEntry(feed: "feed", key: $0, ownsLink: true) }
        return Filing(
            article: article, identity: Identity(text: text),
            origin: Origin(source: "spool:part\(number).html", entry: entry),
            original: Array("<p>\(number) \(text)".utf8), originalType: "text/html",
            arrival: StoreFixture.arrival.addingTimeInterval(days * 86_400))
    }

    private func parts(of id: String) throws -> Set<String> {
        Set(try store.catalogue.article(id).listing.seriesParts)
    }

    @Test(arguments: [
        ["The long way", "The long way", "The long way"],
        ["The long way", "The long way – page 2", "The long way – page 3"],
        ["The long way (1/3)", "The long way (2/3)", "The long way (3/3)"],
        ["Part I: The sea", "Part II: The hills", "Part III: The town"],
    ])
    func `files the parts of a long read for themselves, and links them`(titles: [String]) throws {
        var ids: [String] = []
        for (number, title) in titles.enumerated() {
            let outcome = try store.file(Self.part(number, title: title))
            #expect(outcome == .filed(id: outcome.id, near: []))
            ids.append(outcome.id)
        }
        for id in ids { #expect(try parts(of: id) == Set(ids).subtracting([id])) }
        let last = try store.catalogue.article(ids[2])
        #expect(last.file.contains("series_part: ["))
        #expect(last.listing.near.isEmpty)
        #expect(try store.catalogue.duplicates().items.isEmpty)
        #expect(try store.verify().findings.isEmpty)
        let other = try StoreFixture()
        try fixture.copy(["articles", "superseded", "originals", "sightings"], to: other)
        let rebuilt = try ArticleStore(at: other.path, identify: .content)
        #expect(
            Set(try rebuilt.catalogue.article(ids[0]).listing.seriesParts)
                == Set(ids).subtracting([ids[0]]))
    }

    @Test(arguments: [nil, "k"]) func `never lets a part take the place of another one`(
        key: String?
    ) throws {
        // Most of the text is the frame that both parts have.
        let first = try store.file(Self.part(1, title: "The long way, part 1", frame: 60))
        let second = try store.file(
            Self.part(2, title: "The long way, part 2", key: key, frame: 60))
        guard case .filed = second else { return #expect(Bool(false), "\(second)") }
        #expect(try parts(of: second.id) == [first.id])
        #expect(try store.catalogue.articles(ArticleQuery()).items.count == 2)
    }

    @Test func `never takes a part for another one's copy`() throws {
        var first = Self.part(1, title: "Part 1: The long way")
        first.article.published = nil
        _ = try store.file(first)
        var second = Self.part(2, title: "Part 2: The long way", seed: 1)
        second.article.text += "\nRead on tomorrow"
        second.identity = Identity(text: second.article.text)
        guard case .filed = try store.file(second) else {
            return #expect(Bool(false), "taken for a copy")
        }
    }

    @Test func `revises a part by what comes in its place`() throws {
        let first = try store.file(Self.part(1, title: "The long way, part 1"))
        let second = try store.file(Self.part(2, title: "The long way, part 2"))
        var again = Self.part(2, title: "The long way, part 2")
        again.article.text = again.article.text.replacing("w2x3x3", with: "lantern")
        again.article.markdown = again.article.text.replacing("\n", with: "\n\n")
        again.identity = Identity(text: again.article.text)
        again.original.append(0x20)
        let revised = try store.file(again)
        #expect(revised == .revision(id: revised.id, supersedes: second.id))
        #expect(try parts(of: revised.id) == [first.id])
    }

    @Test func `links no pages of a section, of another day, or walls`() throws {
        _ = try store.file(Self.part(1, title: "The long way"))
        var others = [
            Self.part(2, title: "Another story"),
            Self.part(3, title: "The long way", published: "2026-03-09"),
            Self.part(4, title: "The long way", published: nil),
        ]
        var wall = Self.part(5, title: "The long way")
        wall.article.text =
            "To read on, sign in or take out a subscription. It costs less than tea."
        wall.identity = Identity(text: wall.article.text)
        others.append(wall)
        for other in others {
            let outcome = try store.file(other)
            #expect(try parts(of: outcome.id).isEmpty)
        }
    }

    @Test func `links no reports that take turns at one address`() throws {
        _ = try store.file(Self.part(1, title: "The tide today", published: nil))
        let next = try store.file(Self.part(2, title: "The tide today", published: nil, days: 1))
        #expect(try parts(of: next.id).isEmpty)
    }
}

/// What a headline says of the part that stands below it.
@Suite struct PartTitleTests {
    @Test(arguments: [
        ("The Long Way, part 2", "the long way", 2), ("The Long Way (Part Two)", "the long way", 2),
        ("Page 3 of 4: The Long Way", "the long way", 3), ("The long way 2/3", "the long way", 2),
        ("Der lange Weg – Teil II", "der lange weg", 2),
        ("Der lange Weg, 2. Teil", "der lange weg", 2),
        ("Le long chemin (partie 4)", "le long chemin", 4), ("El camino, página 2", "el camino", 2),
        ("Долгий путь. Часть 3", "долгий путь", 3), ("長い道 第３回", "長い道", 3),
        ("漫长的路（下）", "漫长的路", 3), ("漫长的路 第二部分", "漫长的路", 2), ("먼 길 2부", "먼 길", 2),
    ])
    func `reads the part, and the name without it`(title: String, name: String, number: Int) {
        let part = PartTitle(title)
        #expect(part.name == name)
        #expect(part.number == number)
    }

    @Test(arguments: [
        "The Long Way", "Taking part in 2026's vote", "24/7 help", "Terminal 2 opens",
        "World War II",
        "下", "Catch-22", "9/11 remembered in the town",
    ])
    func `finds no part where none is named`(title: String) {
        #expect(PartTitle(title).number == nil)
    }
}
