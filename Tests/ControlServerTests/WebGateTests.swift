import ControlProtocol
import Foundation
import Synchronization
import Testing

@testable import ControlServer

/// Who may steer from the pages, and who may not.
@Suite struct WebGateTests {
    private static let token = "0123456789abcdef0123456789abcdef"

    /// What can be changed under the gate's feet.
    private final class World: Sendable {
        let token = Mutex<String?>(WebGateTests.token)
        let now = Mutex(Date(timeIntervalSince1970: 1_800_000_000))
        let done = Mutex<[String]>([])

        var gate: WebGate {
            WebGate(
                clock: { self.now.withLock { $0 } }, token: { self.token.withLock { $0 } })
        }
    }

    private struct Desk: WebDoor {
        let world: World

        func page(_ request: WebRequest) async throws -> WebPage {
            .html("\(request.visitor?.formKey ?? "nobody")|\(request.visitor?.message ?? "")")
        }
        func act(_ request: WebRequest) async throws -> WebDone {
            let what = request.segments.joined(separator: "/")
            world.done.withLock { $0.append(what) }
            return WebDone(message: "did \(what)", next: "/feeds")
        }
        func problem(_ failure: ControlFailure) -> WebPage { .html(failure.reply.type) }
    }

    private struct Browser {
        let world: World
        let router: WebRouter
        var cookie: String?
        var formKey = ""
        var fields = ["sec-fetch-site": "same-origin", "origin": "http://localhost:8460"]

        init(_ world: World) {
            self.world = world
            router = WebRouter(
                door: Desk(world: world), hosts: WebRouter.names(port: 8460, []), gate: world.gate)
        }

        func ask(
            _ path: String, _ method: String = "GET", form: String? = nil, host: String? = nil
        ) async -> ControlResponse.Body? {
            var all = ["host": host ?? "localhost:8460"]
            all["cookie"] = cookie.map { "a=b; briefd_session=\($0)" }
            if method == "POST" {
                all["content-type"] = "application/x-www-form-urlencoded"
                all.merge(fields) { $1 }
            }
            let request = ControlRequest(
                method: method, target: path, fields: all, body: Array((form ?? "").utf8))
            guard case .body(let body) = await router.answer(request) else { return nil }
            return body
        }

        func page() async -> [String] {
            String(decoding: await ask("/")?.bytes ?? [], as: UTF8.self)
                .split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }

        mutating func signIn(_ token: String = WebGateTests.token) async -> Int? {
            let answer = await ask("/login", "POST", form: "token=\(token)")
            let text = answer?.fields["Set-Cookie"] ?? ""
            if let match = text.firstMatch(of: #/briefd_session=([0-9a-f]+);/#) {
                cookie = String(match.1)
                formKey = await page().first ?? ""
            }
            return answer?.status
        }

        func poll(key: String? = nil) async -> Int? {
            await ask("/feeds/ab/poll", "POST", form: "key=\(key ?? formKey)")?.status
        }
    }

    private func signedIn(_ world: World) async -> Browser {
        var browser = Browser(world)
        #expect(await browser.signIn() == 303)
        return browser
    }

    @Test func `who has the token steers, and is told once what was done`() async {
        let world = World()
        let browser = await signedIn(world)
        let answer = await browser.ask("/feeds/ab/poll", "POST", form: "key=\(browser.formKey)")
        #expect(answer?.status == 303 && answer?.fields["Location"] == "/feeds")
        #expect(world.done.withLock { $0 } == ["feeds/ab/poll"])
        #expect(await browser.page().last == "did feeds/ab/poll")
        #expect(await browser.page().last == "")
    }

    @Test func `the cookie is out of the reach of scripts and of other sites`() async {
        let browser = Browser(World())
        let plain = await browser.ask("/login", "POST", form: "token=\(Self.token)")
        let text = plain?.fields["Set-Cookie"] ?? ""
        #expect(text.contains("HttpOnly") && text.contains("SameSite=Strict"))
        #expect(text.contains("Path=/") && !text.contains("Secure") && !text.contains("Domain"))
        var proxied = browser
        proxied.fields["origin"] = "https://localhost:8460"
        let secure = await proxied.ask("/login", "POST", form: "token=\(Self.token)")
        #expect(secure?.fields["Set-Cookie"]?.contains("; Secure") == true)
    }

    @Test func `a foreign name is refused, whatever is known`() async {
        let world = World()
        let browser = await signedIn(world)
        for host in ["evil.example", "evil.example:8460", "localhost"] {
            let answer = await browser.ask(
                "/feeds/ab/poll", "POST", form: "key=\(browser.formKey)", host: host)
            #expect(answer?.status == 421)
        }
        #expect(world.done.withLock { $0 } == [])
    }

    @Test(arguments: [
        ["sec-fetch-site": "cross-site"], ["sec-fetch-site": "same-site"],
        ["sec-fetch-site": "none"], ["origin": "http://evil.example"], ["origin": "null"],
        ["origin": "http://localhost:80"], ["origin": "http://evil.example:8460"], ["origin": ""],
    ])
    func `another site's form does nothing, even with the session's key`(
        fields: [String: String]
    ) async {
        let world = World()
        var browser = await signedIn(world)
        browser.fields = fields
        #expect(await browser.poll() == 403)
        #expect(world.done.withLock { $0 } == [])
        var fresh = Browser(world)
        fresh.fields = fields
        #expect(await fresh.signIn() == 403)
    }

    @Test func `a form without the session's key does nothing`() async {
        let world = World()
        let (browser, other) = (await signedIn(world), await signedIn(world))
        for key in ["", "0", other.formKey, browser.formKey + "0", browser.cookie ?? ""] {
            #expect(await browser.poll(key: key) == 403)
        }
        var silent = browser
        silent.fields = [:]
        #expect(await silent.poll(key: "") == 403)
        #expect(world.done.withLock { $0 } == [])
        #expect(await silent.poll() == 303)
    }

    @Test func `without a session nothing is done`() async {
        let world = World()
        var browser = Browser(world)
        for cookie in [nil, "", "0", String(repeating: "0", count: 32)] {
            browser.cookie = cookie
            #expect(await browser.poll() == 403)
        }
        #expect(world.done.withLock { $0 } == [])
    }

    @Test func `a token that was changed ends the sessions that it opened`() async {
        let world = World()
        let thief = await signedIn(world)
        world.token.withLock { $0 = "fedcba9876543210fedcba9876543210" }
        #expect(await thief.poll() == 403)
        #expect(await thief.page().first == "nobody")
        world.token.withLock { $0 = Self.token }
        #expect(await thief.poll() == 403, "an ended session does not come back")
        world.token.withLock { $0 = nil }
        var late = Browser(world)
        #expect(await late.signIn() == 503)
        #expect(world.done.withLock { $0 } == [])
    }

    @Test func `a token that is soon tried is none`() async {
        let world = World()
        for token in ["", "short", "fifteen-letters"] {
            world.token.withLock { $0 = token }
            var browser = Browser(world)
            #expect(await browser.signIn(token) == 503)
        }
    }

    @Test func `a session ends by itself, and by signing out`() async {
        let world = World()
        let browser = await signedIn(world)
        world.now.withLock { $0 += Double(WebGate.seconds) - 1 }
        #expect(await browser.poll() == 303)
        world.now.withLock { $0 += 2 }
        #expect(await browser.poll() == 403)
        let again = await signedIn(world)
        let gone = await again.ask("/logout", "POST", form: "key=\(again.formKey)")
        #expect(gone?.fields["Set-Cookie"]?.contains("Max-Age=0") == true)
        #expect(await again.poll() == 403)
    }

    @Test func `ten thousand wrong tokens open nothing, and ten thousand right ones fill nothing`()
        async
    {
        let world = World()
        var browser = Browser(world)
        var answers: [Int: Int] = [:]
        for index in 0..<10_000 {
            answers[await browser.signIn("wrong-token-\(index)-xxxxxxxx") ?? 0, default: 0] += 1
        }
        #expect(answers[403] == 10 && answers[429] == 9_990)
        #expect(await browser.signIn() == 429, "nor does the right one, for a minute")
        world.now.withLock { $0 += 61 }
        for _ in 0..<10_000 { #expect(await browser.signIn() == 303) }
        #expect(await browser.poll() == 303)
    }

    @Test(arguments: ["application/json", "text/plain", "multipart/form-data; boundary=x", ""])
    func `what is no form is not taken`(type: String) async {
        let world = World()
        let browser = await signedIn(world)
        let request = ControlRequest(
            method: "POST", target: "/feeds/ab/poll",
            fields: [
                "host": "localhost:8460", "content-type": type,
                "cookie": "briefd_session=\(browser.cookie ?? "")",
            ], body: Array("key=\(browser.formKey)".utf8))
        guard case .body(let body) = await browser.router.answer(request) else { return }
        #expect(body.status == 415)
    }

    @Test(arguments: ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
    func `there are two ways only`(method: String) async {
        let answer = await Browser(World()).ask("/", method)
        #expect(answer?.status == 405 && answer?.allow == "GET, HEAD, POST")
    }
}
