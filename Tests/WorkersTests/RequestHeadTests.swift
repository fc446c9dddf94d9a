import BriefModel
import Foundation
import Testing

@testable import Workers

@Suite struct RequestHeadTests {
    private static let arrival = Date(timeIntervalSince1970: 1_790_000_000.125)

    private static let full = ExtractionRequest(
        bytes: [], type: .html, name: "Möwen.html", charset: "windows-1252",
        url: "https://ferry.example/a?b=c", savedFrom: "https://ferry.example/b", scope: .content,
        known: KnownFacts(
            title: "A title", titleIsOfFeed: true, authors: ["Ann Miller"], published: "2026-03-04",
            categories: ["Boats"],
            enclosures: [Enclosure(url: "https://ferry.example/a.mp3", type: "audio/mpeg")]),
        arrival: arrival,
        siteRule: SiteRule(file: "ferry.example.txt", text: "body: //article"), site: account)

    private static let account: SiteAccount = {
        var account = SiteAccount()
        account.learn(
            PageTrace(address: 1, body: 2, text: [3], doubted: [4], samples: []), on: 20_000)
        return account
    }()

    @Test(arguments: [
        ExtractionRequest(bytes: [], arrival: arrival),
        ExtractionRequest(bytes: [], type: .markdown, name: "", url: "", arrival: arrival), full,
    ])
    func `gives back what it was made of`(request: ExtractionRequest) throws {
        #expect(try RequestHead.read(try RequestHead.bytes(of: request)) == request)
    }

    @Test func `carries no bytes of the document`() throws {
        let request = ExtractionRequest(bytes: [1, 2, 3], arrival: Self.arrival)
        let head = try RequestHead.bytes(of: request)
        #expect(head.count < 64)
        #expect(try RequestHead.read(head).bytes.isEmpty)
    }

    @Test func `refuses what is cut off or goes on`() throws {
        let head = try RequestHead.bytes(of: Self.full)
        for count in 0..<head.count {
            #expect(throws: (any Error).self) { try RequestHead.read(Array(head.prefix(count))) }
        }
        #expect(throws: (any Error).self) { try RequestHead.read(head + [0]) }
        #expect(throws: (any Error).self) {
            try RequestHead.read([UInt8](repeating: 0xFF, count: 64))
        }
    }
}
