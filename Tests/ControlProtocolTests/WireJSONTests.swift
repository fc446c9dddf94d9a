import ControlProtocol
import Foundation
import Testing

@Suite struct WireJSONTests {
    @Test func `what is not known is null, not left out`() throws {
        let item = FeedItem(id: "a", url: "https://example.org/f", address: "x", state: "ok")
        let text = String(decoding: try WireJSON.encode(item), as: UTF8.self)
        for key in [
            "title", "last_success", "last_status", "last_poll", "next_due", "interval_seconds",
            "reason", "error",
        ] {
            #expect(text.contains("\"\(key)\":null"))
        }
        #expect(text.contains("https://example.org/f"), "slashes are not escaped")
    }

    @Test func `a field that an older daemon leaves out reads as null`() throws {
        let text = #"{"items":[]}"#
        let page = try WireJSON.decode(ItemPage<FeedItem>.self, from: Array(text.utf8))
        #expect(page.next == nil)
    }

    @Test func `replies survive the way there and back`() throws {
        let page = ItemPage(
            items: [
                ArticleItem(
                    id: "ab", path: "articles/a.md", title: "T", published: nil,
                    filed: "2026-11-21T06:00:00Z", url: nil, contentHash: "sha256:00",
                    sightings: [.init(source: "spool:a", when: "2026-11-21T06:00:00Z")],
                    supersedes: nil, near: [.init(id: "cd", kind: "edited", share: 0.9)])
            ], next: "c")
        let bytes = try WireJSON.encode(page)
        #expect(try WireJSON.decode(ItemPage<ArticleItem>.self, from: bytes) == page)
    }

    private static let replies: [any Encodable & Sendable] = [
        StatusReply(
            ok: true, summary: "", problems: [], version: "", started: "", state: .running,
            feeds: .init(), spool: .init(), articles: .init(), queue: .init()),
        StatusReply.Feeds(), StatusReply.Spool(), StatusReply.Articles(), StatusReply.Queue(),
        StatusReply.Trouble(code: "", since: "", what: "", next: ""),
        ItemPage<EventItem>(items: []),
        EventItem(id: 1, when: "", kind: "", subject: "", what: ""),
        FeedItem(id: "", url: "", address: "", state: ""),
        SpoolFileItem(id: "", name: "", queue: "", since: "", size: 0, attempts: 0, reason: nil),
        ArticleItem(
            id: "", path: "", title: nil, published: nil, filed: "", url: nil, contentHash: nil,
            sightings: [], supersedes: nil, near: []),
        DoneReply(what: ""), SubscriptionImportReply(added: 0, known: []),
        ProblemReply(type: "", title: "", status: 400, detail: ""),
    ]

    @Test(arguments: replies.indices)
    func `no reply leaves a field out`(index: Int) throws {
        let reply = Self.replies[index]
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(try WireJSON.encode(reply)))
                as? [String: Any])
        // A wrapped property is a stored one with an underscore.
        let fields = Mirror(reflecting: reply).children.compactMap(\.label)
            .map { $0.hasPrefix("_") ? String($0.dropFirst()) : $0 }
        #expect(object.count == fields.count, "\(type(of: reply)): \(object.keys) for \(fields)")
    }
}
