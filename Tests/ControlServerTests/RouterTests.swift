import ControlProtocol
import SchemaSupport
import Testing

@testable import ControlServer

@Suite struct RouterTests {
    private struct Answer {
        var status: Int
        var type: String
        var text: String
        var allow: String?
    }

    /// Every answer is held against the description too.
    private func ask(
        _ method: String, _ target: String, door: Router.Door = .control, body: String = "",
        type: String? = nil
    ) async -> Answer {
        let router = Router(service: ScriptedService(), door: door)
        let request = ControlRequest(
            method: method, target: target, fields: type.map { ["content-type": $0] } ?? [:],
            body: Array(body.utf8))
        guard case .body(let body) = await router.answer(request) else {
            return Answer(status: 0, type: "", text: "")
        }
        let misfits = Self.description?.misfits(
            method, target, status: body.status, type: body.type, body: body.bytes)
        #expect(misfits == [], "\(method) \(target)")
        return Answer(
            status: body.status, type: body.type,
            text: String(decoding: body.bytes, as: UTF8.self), allow: body.allow)
    }

    private static let description = try? OpenAPI(WireJSON.encode(APIDocument.value))

    @Test(arguments: ["POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
    func `the status socket only shows`(method: String) async {
        let answer = await ask(method, "/v1/status", door: .status)
        #expect(answer.status == 405)
        #expect(answer.allow == "GET, HEAD")
        #expect(answer.type == "application/problem+json")
    }

    @Test func `a method that a path does not take is refused with those it takes`() async {
        let answer = await ask("POST", "/v1/status")
        #expect(answer.status == 405)
        #expect(answer.allow == "GET, HEAD")
        #expect(await ask("GET", "/v1/reload").allow == "POST")
    }

    @Test func `an original is given as bytes that no browser shows`() async {
        let answer = await ask("GET", "/v1/articles/ab/original", door: .status)
        #expect(answer.status == 200 && answer.type == "application/octet-stream")
        #expect(answer.text == "<p>ab")
    }

    @Test func `an unknown path is a problem of its own`() async throws {
        let answer = await ask("GET", "/v1/nothing")
        #expect(answer.status == 404)
        let problem = try WireJSON.decode(ProblemReply.self, from: Array(answer.text.utf8))
        #expect(problem.status == 404)
        #expect(problem.detail.contains("/v1/nothing"))
    }

    @Test(arguments: [
        "/v1/feeds?limit=0", "/v1/feeds?limit=x", "/v1/feeds?limti=5", "/v1/status?limit=5",
        "/v1/feeds?limit=1&limit=2", "/v1/feeds?limit=%2B5", "/v1/feeds?limit=",
        "/v1/hooks?limit=-1",
    ])
    func `a parameter that is not understood is a bad request`(target: String) async {
        let answer = await ask("GET", target)
        #expect(answer.status == 400)
        #expect(answer.text.contains("limit") || answer.text.contains("limti"))
    }

    @Test(arguments: [
        ("", "none/100"), ("?limit=7&cursor=c", "c/7"), ("?limit=5000", "none/1000"),
        ("?limit=99999999999999999999", "none/1000"),
    ])
    func `pages are bounded`(query: String, next: String) async throws {
        let answer = await ask("GET", "/v1/feeds" + query)
        let page = try WireJSON.decode(ItemPage<FeedItem>.self, from: Array(answer.text.utf8))
        #expect(page.next == next)
    }

    @Test(arguments: ["/v1/duplicates", "/v1/errors"])
    func `every list is gone on with by its cursor`(path: String) async throws {
        let answer = await ask("GET", path + "?cursor=7.a")
        #expect(answer.status == 200)
        #expect(answer.text.contains(#""next":"7.a""#), "\(answer.text)")
    }

    @Test func `a feed is added as it is sent`() async throws {
        let answer = await ask(
            "POST", "/v1/feeds",
            body: #"{"url":"https://example.org/f","full_text":"never","headers":{"X-A_b":"1"}}"#)
        #expect(answer.status == 201)
        let reply = try WireJSON.decode(DoneReply.self, from: Array(answer.text.utf8))
        #expect(reply.what == "https://example.org/f")
        #expect(reply.id == "1", "names of headers are not turned into camel case")
        #expect(await ask("POST", "/v1/feeds", body: "{}").status == 400)
    }

    @Test func `a failure of the service keeps its status`() async {
        #expect(await ask("GET", "/v1/articles/ab").status == 404)
    }

    @Test(arguments: [
        ("POST", "/v1/feeds", #"{"url":"https://example.org/f","tgas":[]}"#, "did you mean tags?"),
        ("POST", "/v1/feeds", #"{"url":7}"#, "url is to be string"),
        ("POST", "/v1/feeds", #"{"url":"u","tags":[1]}"#, "tags[0]"),
        ("POST", "/v1/feeds", #"{"url":"u","headers":{"A":null}}"#, "headers.A is null"),
        ("POST", "/v1/feeds", #"["u"]"#, "the body is to be"),
        ("POST", "/v1/feeds", "", "no JSON"),
        ("POST", "/v1/subscriptions", #"{"feeds":[{"url":"u"},{"uri":"u"}]}"#, "feeds[1].uri"),
        ("POST", "/v1/reload", #"{"now":true}"#, "now"),
        ("DELETE", "/v1/feeds/ab", "x", "no JSON"),
    ])
    func `a body that does not fit is refused, and the place in it named`(
        method: String, path: String, body: String, word: String
    ) async {
        let answer = await ask(method, path, body: body)
        #expect(answer.status == 400)
        #expect(answer.text.contains(word), "\(answer.text)")
    }

    @Test func `an empty object is nothing, where nothing is taken`() async {
        #expect(await ask("POST", "/v1/reload", body: "{}").status == 200)
    }

    @Test(arguments: [
        ("application/json; charset=utf-8", 201), ("application/vnd.api+json", 201),
        ("application/x-www-form-urlencoded", 201), ("text/xml", 415), ("multipart/form-data", 415),
        ("", 415),
    ])
    func `a body says to be JSON, or nothing of itself`(type: String, status: Int) async {
        let body = #"{"url":"https://example.org/f"}"#
        #expect(await ask("POST", "/v1/feeds", body: body, type: type).status == status)
        #expect(await ask("POST", "/v1/feeds", body: body).status == 201)
    }

    @Test func `methods of one path are named together`() async {
        #expect(await ask("PUT", "/v1/feeds").allow == "GET, HEAD, POST")
        #expect(await ask("GET", "/v1/feeds/ab").allow == "DELETE")
    }

    @Test func `whatever is described is answered as described`() async throws {
        let description = try #require(Self.description)
        for (path, method) in description.operations where path != "/v1/events" {
            let target = path.replacing("{id}", with: "ab").replacing("{name}", with: "ab")
                .replacing("{path}", with: "recent.atom")
            let body =
                switch path {
                case "/v1/subscriptions": #"{"feeds":[{"url":"https://example.org/f"}]}"#
                case "/v1/feeds", "/v1/look": #"{"url":"https://example.org/f"}"#
                default: ""
                }
            let answer = await ask(method.uppercased(), target, body: body)
            #expect(answer.status < 300 || path == "/v1/articles/{id}", "\(method) \(path)")
        }
    }
}
