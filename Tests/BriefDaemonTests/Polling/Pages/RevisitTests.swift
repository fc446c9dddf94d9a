import BriefModel
import Curl
import FeedFetching
import Foundation
import Storage
import Testing

@testable import BriefDaemon

/// Pages of filed articles that are asked for again.
@Suite struct RevisitTests {
    private static let page = "http://pages.example/1"
    private static let hour = 3600.0

    private func fixture(
        _ answer: @escaping @Sendable (HTTPRequest) -> HTTPResponse
    ) throws -> PollingFixture {
        var fixture = try PollingFixture { request in
            request.url == PollingFixture.feed
                ? .text(PollingFixture.json([PollingFixture.link(1)]), for: request)
                : answer(request)
        }
        fixture.settings.revisits = [.seconds(3600), .seconds(24 * 3600)]
        return fixture
    }

    private static func text(_ request: HTTPRequest, _ more: String = "") -> HTTPResponse {
        .text(
            PollingFixture.page(request.url) + more, headers: [("ETag", "\"v\(more.count)\"")],
            for: request)
    }

    private func requests(_ fixture: PollingFixture) -> [HTTPRequest] {
        fixture.server.requests.filter { $0.url == Self.page }
    }

    @Test func `come at their times after the filing, over a restart, with validators`()
        async throws
    {
        let fixture = try fixture { request in
            request.headers.contains { $0.name == "If-None-Match" }
                ? .text("", status: 304, for: request) : Self.text(request)
        }
        try await fixture.polling().pollDueOnce()
        #expect(fixture.sink.filings.count == 1 && requests(fixture).count == 1)
        fixture.clock.pass(Self.hour - 60)
        try await fixture.polling().pollDueOnce()
        #expect(requests(fixture).count == 1)
        fixture.clock.pass(120)
        try await fixture.polling().pollDueOnce()
        #expect(requests(fixture).count == 2)
        #expect(
            requests(fixture)[1].headers.first { $0.name == "If-None-Match" }?.value == "\"v0\"")
        fixture.clock.pass(22 * Self.hour)
        try await fixture.polling().pollDueOnce()
        #expect(requests(fixture).count == 2)
        fixture.clock.pass(2 * Self.hour)
        for _ in 0..<2 { try await fixture.polling().pollDueOnce() }
        #expect(requests(fixture).count == 3)
        fixture.clock.pass(1000 * Self.hour)
        try await fixture.polling().pollDueOnce()
        #expect(requests(fixture).count == 3)
        #expect(fixture.sink.filings.count == 1)
    }

    @Test func `file a page that says something else`() async throws {
        let fixture = try fixture { Self.text($0) }
        try await fixture.polling().pollDueOnce()
        fixture.server.setAnswer { request in
            request.url == PollingFixture.feed
                ? .text(PollingFixture.json([PollingFixture.link(1)]), for: request)
                : Self.text(request, " and a correction that was added later")
        }
        fixture.clock.pass(Self.hour + 60)
        try await fixture.polling().pollDueOnce()
        let filings = fixture.sink.filings
        #expect(filings.map(\.isRevisit) == [false, true])
        #expect(filings.last?.article.text.hasSuffix("added later") == true)
        #expect(filings[0].origin.entry?.key == filings[1].origin.entry?.key)
    }

    @Test(arguments: [200, 403, 404, 500, 503])
    func `file no wall and no error page, and go on by the plan`(status: Int) async throws {
        let fixture = try fixture { Self.text($0) }
        try await fixture.polling().pollDueOnce()
        fixture.server.setAnswer { request in
            if request.url == PollingFixture.feed {
                return .text(PollingFixture.json([PollingFixture.link(1)]), for: request)
            }
            return .text("Subscribe", status: status, for: request)
        }
        fixture.clock.pass(Self.hour + 60)
        try await fixture.polling().pollDueOnce()
        #expect(fixture.sink.filings.count == 1)
        #expect(requests(fixture).count == 2)
        fixture.server.setAnswer { request in
            request.url == PollingFixture.feed
                ? .text(PollingFixture.json([PollingFixture.link(1)]), for: request)
                : Self.text(request, " and a correction that was added later")
        }
        fixture.clock.pass(24 * Self.hour)
        try await fixture.polling().pollDueOnce()
        #expect(fixture.sink.filings.count == 2)
    }

    @Test func `ask no page that is gone for good, and none at all unless they are wanted`()
        async throws
    {
        var fixture = try fixture { Self.text($0) }
        try await fixture.polling().pollDueOnce()
        fixture.server.setAnswer { request in
            request.url == PollingFixture.feed
                ? .text(PollingFixture.json([PollingFixture.link(1)]), for: request)
                : .text("", status: 410, for: request)
        }
        fixture.clock.pass(Self.hour + 60)
        try await fixture.polling().pollDueOnce()
        fixture.clock.pass(48 * Self.hour)
        try await fixture.polling().pollDueOnce()
        #expect(requests(fixture).count == 2)
        fixture = try self.fixture { Self.text($0) }
        fixture.settings.revisits = []
        try await fixture.polling().pollDueOnce()
        fixture.clock.pass(48 * Self.hour)
        try await fixture.polling().pollDueOnce()
        #expect(requests(fixture).count == 1)
    }
}
