import BriefModel
import Foundation
import Testing

@testable import Workers

@Suite struct AnswerChecksTests {
    private func document(
        hash: String?, words: Int = 3, quality: Double = 0.5, version: Int = 1
    ) -> ReadDocument {
        var article = Article()
        article.text = "Three plain words"
        article.wordCount = words
        article.quality = quality
        return ReadDocument(
            article: article,
            identity: Identity(contentHash: hash, hashVersion: version, shingles: .init()))
    }

    private let sound = "sha256:" + String(repeating: "0f", count: 32)

    @Test func `takes what a reader says`() throws {
        for document in [document(hash: sound), document(hash: nil, words: 0)] {
            #expect(try Frame.answer(document).decodeDocument() == document)
        }
    }

    @Test(arguments: [
        "sha256:../../../../etc/cron.d/" + String(repeating: "a", count: 40), "sha256:",
        "sha256:" + String(repeating: "0F", count: 32), "md5:" + String(repeating: "0", count: 67),
        "sha256:" + String(repeating: "/", count: 64), "",
    ])
    func `takes nothing for a hash that could be a path`(hash: String) throws {
        let answer = try Frame.answer(document(hash: hash))
        #expect(throws: ReadingError.self) { try answer.decodeDocument() }
    }

    @Test(arguments: [(-1, 0.5, 1), (.max, 0.5, 1), (3, -0.1, 1), (3, 1e300, 1), (3, 0.5, .min)])
    func `refuses numbers that overflow`(words: Int, quality: Double, version: Int) throws {
        let answer = try Frame.answer(
            document(hash: sound, words: words, quality: quality, version: version))
        #expect(throws: ReadingError.self) { try answer.decodeDocument() }
    }

    @Test(
        arguments: [
            [], [9], [9, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 255, 255, 255, 255],
            [1, 0, 0, 0, 0, 0, 0, 0, 0xFF], [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3],
            [UInt8](repeating: 0, count: 8) + [UInt8](repeating: 7, count: 16),
        ] as [[UInt8]])
    func `refuses texts and shingles that do not add up`(body: [UInt8]) throws {
        var answer = try Frame.answer(document(hash: nil, words: 0))
        answer.body = body
        #expect(throws: ReadingError.self) { try answer.decodeDocument() }
    }

    @Test(arguments: [
        #"{"a":1}"#, #"{"a":"{[\"","b":["x",{"c":null}]}"#, #"{"title":"Türme \u0085"}"#,
    ])
    func `prints one object`(line: String) throws {
        #expect(try Frame(kind: .answer, head: Array(line.utf8)).decodeReport() == Array(line.utf8))
    }

    @Test(arguments: [
        "", "{}", "7", #""{"a":1}""#, #"{"a":1}{"b":2}"#, "{\"a\":1}\n{\"b\":2}", #"{"a":"}"#,
        #"{"a":1}]"#, #"{"a":[1}"#, "{\"a\":\"\u{1B}[2J\"}", "{\"a\":\"\u{7F}\"}", #"{"a":1} "#,
    ])
    func `prints nothing that is more or less than one object`(line: String) {
        #expect(throws: ReadingError.self) {
            try Frame(kind: .answer, head: Array(line.utf8)).decodeReport()
        }
    }

    @Test func `takes times that no calendar has out of a feed`() throws {
        var feed = ParsedFeed(format: .rss)
        feed.updated = Date(timeIntervalSince1970: 1e300)
        feed.published = Date(timeIntervalSince1970: 1_790_000_000)
        feed.hints.ttlMinutes = .max
        feed.hints.updatePeriodSeconds = -5
        feed.entries = [Entry(published: Date(timeIntervalSince1970: -1e18))]
        let answer = try Frame(kind: .answer, encoding: feed)
        let read = try answer.decodeFeed()
        #expect(read.updated == nil && read.published == feed.published)
        #expect(read.hints.ttlMinutes == nil && read.hints.updatePeriodSeconds == nil)
        #expect(read.entries.map(\.published) == [nil])
    }
}
