import Testing

@testable import ControlServer

@Suite struct RouteTests {
    @Test(arguments: [
        ("/v1/status", Route.status), ("/v1/feeds", .feeds), ("/v1/articles/ab", .article("ab")),
        ("/v1/articles/ab/original", .original("ab")),
        ("/feeds/recent.atom", .output(["recent.atom"])),
        ("/feeds/tag/a%2Fb.atom", .output(["tag", "a/b.atom"])),
        ("/v1/feeds/ab", .feed("ab")), ("/v1/feeds/ab/poll", .feedAction("ab", .poll)),
        ("/v1/spool/a%2Fb/retry", .spoolAction("a/b", .retry)), ("/metrics", .metrics),
        ("/healthz", .healthz), ("/v1/look", .look), ("/readyz", .readyz),
    ])
    func `paths lead to routes`(path: String, route: Route) {
        let request = ControlRequest(method: "GET", target: path, body: [])
        #expect(Route(request.segments) == route)
    }

    @Test(arguments: [
        "/", "/v1", "/v2/status", "/v1/statuses", "/v1/feeds/ab/burn", "/v1/spool/ab",
        "/v1/articles/ab/copy",
    ])
    func `other paths lead nowhere`(path: String) {
        #expect(Route(ControlRequest(method: "GET", target: path, body: []).segments) == nil)
    }

    @Test func `a query is decoded`() {
        let request = ControlRequest(method: "GET", target: "/v1/articles?q=a+b%26c&tag=", body: [])
        #expect(request.query == ["q": "a b&c", "tag": ""])
    }
}
