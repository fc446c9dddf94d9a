import Testing

@testable import ControlServer

@Suite struct RouteTests {
    private func find(_ method: String, _ path: String) -> (name: String, values: [String])? {
        let request = ControlRequest(method: method, target: path, body: [])
        return RouteTable.find(request.segments)
            .first { $0.endpoint.methods.contains(method) }
            .map { ($0.endpoint.name, $0.values) }
    }

    @Test(arguments: [
        ("/v1/status", "getStatus", []), ("/v1/feeds", "listFeeds", []),
        ("/v1/articles/ab", "getArticle", ["ab"]),
        ("/v1/articles/ab/original", "getOriginal", ["ab"]),
        ("/feeds/recent.atom", "getOutput", ["recent.atom"]),
        ("/feeds/tag/a%2Fb.atom", "getOutput", ["tag", "a/b.atom"]), ("/metrics", "getMetrics", []),
        ("/healthz", "getHealth", []), ("/readyz", "getReadiness", []),
        ("/v1/articles/a+b", "getArticle", ["a+b"]), ("http://x/v1/status", "getStatus", []),
    ])
    func `paths lead to routes`(path: String, name: String, values: [String]) throws {
        let found = try #require(find("GET", path))
        #expect(found.name == name)
        #expect(found.values == values)
    }

    @Test(arguments: [
        ("/v1/feeds/ab/poll", "pollFeed", ["ab"]), ("/v1/spool/a%2Fb/retry", "retryFile", ["a/b"]),
        ("/v1/look", "look", []), ("/v1/articles/ab/forget", "forgetArticle", ["ab"]),
    ])
    func `and what is done there`(path: String, name: String, values: [String]) throws {
        let found = try #require(find("POST", path))
        #expect(found.name == name)
        #expect(found.values == values)
    }

    @Test(arguments: [
        "/", "/v1", "/v2/status", "/v1/statuses", "/v1/feeds/ab/burn", "/v1/spool/ab",
        "/v1/articles/ab/copy", "/feeds",
    ])
    func `other paths lead nowhere`(path: String) {
        let request = ControlRequest(method: "GET", target: path, body: [])
        #expect(RouteTable.find(request.segments).isEmpty)
    }

    /// A verb that no route leads to cannot be asked for.
    @Test func `every verb has its route`() {
        for verb in ArticleVerb.allCases {
            #expect(find("POST", "/v1/articles/ab/\(verb.rawValue)") != nil, "\(verb)")
        }
        for verb in FeedVerb.allCases {
            #expect(find("POST", "/v1/feeds/ab/\(verb.rawValue)") != nil, "\(verb)")
        }
        for verb in SpoolVerb.allCases {
            #expect(find("POST", "/v1/spool/ab/\(verb.rawValue)") != nil, "\(verb)")
        }
    }

    @Test func `no two routes are one`() {
        let places = RouteTable.all.map { "\($0.method.rawValue) \($0.path.text)" }
        #expect(Set(places).count == places.count)
        #expect(Set(RouteTable.all.map(\.name)).count == places.count)
    }

    @Test func `a query is decoded`() {
        let request = ControlRequest(method: "GET", target: "/v1/articles?q=a+b%26c&tag=", body: [])
        #expect(request.query == ["q": "a b&c", "tag": ""])
    }
}
