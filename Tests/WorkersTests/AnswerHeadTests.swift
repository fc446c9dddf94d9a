import BriefModel
import Foundation
import Testing

@testable import Workers

@Suite struct AnswerHeadTests {
    private static let hash = "sha256:" + String(repeating: "0f", count: 32)

    /// No field of it has the value that it has in an empty one; texts and shingles travel elsewhere.
    private static let full: ReadDocument = {
        var article = Article(
            title: "Möwen", authors: ["Ann Miller", "Ben Holt"], published: "2026-03-04",
            modified: "2026-03-05T09:14:00+01:00", site: "The Ferry",
            url: "https://ferry.example/a", language: "de-CH", series: "Letters", number: "7",
            excerpt: "It ran aground.", externalURL: "https://ferry.example/b",
            commentsURL: "https://ferry.example/c", categories: ["Boats"],
            enclosures: [Enclosure(url: "https://ferry.example/a.mp3", type: "audio/mpeg")],
            wordCount: 1, quality: 0.625, warnings: ["one", "two"], type: .html, format: .mail,
            charset: "windows-1252", extractor: "briefd/1", siteMemory: 3,
            statement: PageStatement(
                titles: ["Möwen"], addresses: ["https://ferry.example/a"], isArticle: true,
                published: "2026-03-04", asksForProof: true))
        article.isCut = true
        var identity = Identity(contentHash: hash, hashVersion: 1, shingles: Shingles())
        identity.unaidedHash = hash
        return ReadDocument(
            article: article, identity: identity,
            trace: PageTrace(address: 1, body: 2, text: [3], doubted: [4], samples: []))
    }()

    private static let empty = ReadDocument(
        article: Article(),
        identity: Identity(contentHash: nil, hashVersion: 0, shingles: Shingles()))

    @Test(arguments: [empty, full])
    func `gives back what it was made of`(document: ReadDocument) throws {
        #expect(try AnswerHead.read(try AnswerHead.bytes(of: document)) == document)
    }

    @Test func `is tried with a value in each field`() {
        let pairs: [(full: Any, empty: Any)] = [
            (Self.full.article, Self.empty.article), (Self.full.identity, Self.empty.identity),
        ]
        let elsewhere: Set<String> = ["text", "markdown", "shingles"]
        for (full, empty) in pairs {
            for (field, other) in zip(
                Mirror(reflecting: full).children, Mirror(reflecting: empty).children)
            where !elsewhere.contains(field.label ?? "") {
                #expect("\(field.value)" != "\(other.value)", "\(field.label ?? "")")
            }
        }
    }

    @Test func `refuses what is cut off or goes on`() throws {
        let head = try AnswerHead.bytes(of: Self.full)
        for count in 0..<head.count {
            #expect(throws: (any Error).self) { try AnswerHead.read(Array(head.prefix(count))) }
        }
        #expect(throws: (any Error).self) { try AnswerHead.read(head + [0]) }
        #expect(throws: (any Error).self) {
            try AnswerHead.read([UInt8](repeating: 0xFF, count: 256))
        }
    }

    @Test func `refuses text that is none`() throws {
        var head = try AnswerHead.bytes(of: Self.full)
        // The first byte of the title.
        head[4] = 0xFF
        #expect(throws: (any Error).self) { try AnswerHead.read(head) }
    }
}
