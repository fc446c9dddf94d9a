import ControlServer
import FoundationEssentials
import Testing

@testable import BriefDaemon

@Suite struct FeedFinderTests {
    private let finder = FeedFinder(feeds: [
        .sample("aaaa1111", "https://a.example/Feed", name: "Tide"),
        .sample("aaaa2222", "https://b.example/", title: "Tide", name: "Low Water"),
        .sample("bbbb3333", "http://c.example/x?y=1", title: "aaaa1111"),
    ])

    @Test(arguments: [
        ("aaaa1111", "aaaa1111"), ("aaaa2", "aaaa2222"), ("BBBB", "bbbb3333"),
        ("HTTPS://A.example:443/Feed#top", "aaaa1111"), ("https://b.example", "aaaa2222"),
        ("low water", "aaaa2222"), ("http://c.example/x?y=1", "bbbb3333"),
    ])
    func `a feed answers to id, short id, address and name`(text: String, id: String) throws {
        #expect(try finder.find(text).id == id)
    }

    @Test(arguments: [("aaaa", 400), ("Tide", 400), ("bbb", 404), ("", 404), ("high", 404)])
    func `says what it could be, or that nothing is called so`(text: String, status: Int) {
        let error = #expect(throws: ControlFailure.self) { try finder.find(text) }
        #expect(error?.reply.status == status)
        if status == 400 {
            #expect(error?.reply.detail.contains("aaaa1111 (https://a.example/Feed)") == true)
        }
    }
}

extension FeedSnapshot {
    static func sample(
        _ id: String, _ url: String, title: String? = nil, name: String? = nil
    ) -> FeedSnapshot {
        FeedSnapshot(
            id: id, url: url, address: url, title: title, name: name, state: .ok,
            intervalSeconds: 0, reason: "", errorsInRow: 0, pagesWaiting: 0, isMoved: false,
            tags: [])
    }
}
