import ControlProtocol
import Foundation
import SchemaSupport
import Testing

@testable import ControlServer

@Suite struct APIDocumentTests {
    @Test func `refers to nothing that is not in it`() throws {
        let description = try OpenAPI(WireJSON.encode(APIDocument.value))
        #expect(description.danglingReferences.isEmpty)
        #expect(description.operations.count == RouteTable.all.count)
    }

    @Test func `is the same each time`() throws {
        #expect(
            try WireJSON.encode(APIDocument.value) == WireJSON.encode(APIDocument.value))
    }

    /// The page for people is to say the same. `APIPage.text` is what it shall say; with BRIEFD_WRITE_DOCS set it is written.
    @Test func `stands in docs`() throws {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/http-api.md").standardized
        if ProcessInfo.processInfo.environment["BRIEFD_WRITE_DOCS"] != nil {
            try Data(APIPage.text.utf8).write(to: path)
        }
        let text = try String(contentsOf: path, encoding: .utf8)
        #expect(
            text == APIPage.text,
            "docs/http-api.md is not what the routes say: run this test with BRIEFD_WRITE_DOCS=1")
    }

    /// Whatever has a value shows; whatever has none is null: both are in the schema of the type.
    @Test func `full replies fit`() throws {
        let description = try OpenAPI(WireJSON.encode(APIDocument.value))
        let seen = ArticleItem.Seen(source: "s", when: "2026-11-28T00:00:00Z", kind: "variant")
        var article = ArticleItem(
            id: "ab", path: "p", title: nil, published: nil, filed: "2026-11-28T00:00:00Z",
            url: nil,
            contentHash: nil, sightings: [seen], supersedes: nil,
            near: [.init(id: "cd", kind: "overlaps", share: 0.5), .init(id: "ef")])
        article.wordCount = 7
        let event = EventItem(
            id: 1, when: "2026-11-28T00:00:00Z", kind: "filed", subject: "ab", what: "filed")
        let letter = DeadLetterItem(
            id: "1", hook: "h", kind: "filed", subject: "ab", created: "2026-11-28T00:00:00Z",
            died: "2026-11-28T00:00:00Z", attempts: 1, why: "")
        let hook = HookItem(
            name: "h", on: ["filed"], way: "command", target: "/bin/true", state: "ok", waiting: 0,
            dead: 0, delivered: 0, lost: 0, failuresInRow: 0, lastDelivered: nil,
            failingSince: nil, nextTry: nil, error: nil)
        let file = SpoolFileItem(
            id: "1", name: "n", queue: "corrupt", since: "2026-11-28T00:00:00Z", size: 1,
            attempts: 0)
        func check(_ path: String, _ value: some Encodable, _ method: String = "GET") throws {
            let misfits = description.misfits(
                method, path, status: 200, type: "application/json",
                body: try WireJSON.encode(value))
            #expect(misfits == [], "\(path)")
        }
        try check("/v1/articles", ItemPage(items: [article], total: 1, since: "1"))
        try check("/v1/articles/ab", article)
        try check("/v1/errors", ItemPage(items: [event], dropped: 3))
        try check("/v1/dead-letters", ItemPage(items: [letter], next: "1"))
        try check("/v1/hooks", ItemPage(items: [hook]))
        try check("/v1/spool", ItemPage(items: [file]))
        try check(
            "/v1/feeds", ItemPage(items: [FeedItem(id: "1", url: "u", address: "u", state: "ok")]))
        let looked = FeedLookItem(
            number: 1, url: "u", newest: [.init(title: nil, published: nil, url: nil)])
        try check("/v1/look", FeedLookReply(url: "u", feeds: [looked]), "POST")
    }
}
