import ControlProtocol
import Testing

@testable import ControlServer

@Suite struct RouterTests {
    private struct Answer {
        var status: Int
        var type: String
        var text: String
        var allow: String?
    }

    private func ask(
        _ method: String, _ target: String, door: Router.Door = .control, body: String = ""
    ) async -> Answer {
        let router = Router(service: ScriptedService(), door: door)
        let request = ControlRequest(method: method, target: target, body: Array(body.utf8))
        guard case .body(let body) = await router.answer(request) else {
            return Answer(status: 0, type: "", text: "")
        }
        return Answer(
            status: body.status, type: body.type,
            text: String(decoding: body.bytes, as: UTF8.self), allow: body.allow)
    }

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
    ])
    func `a parameter that is not understood is a bad request`(target: String) async {
        let answer = await ask("GET", target)
        #expect(answer.status == 400)
        #expect(answer.text.contains("limit") || answer.text.contains("limti"))
    }

    @Test(arguments: [("", "none/100"), ("?limit=7&cursor=c", "c/7"), ("?limit=5000", "none/1000")])
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
}
