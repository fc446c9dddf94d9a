import Foundation
import Testing

/// The pages for a browser, of a daemon that lives.
@Suite struct WebPagesServedTests {
    @Test func `articles are shown at a socket, for looking only`() async throws {
        let root = try TestRoot()
        let socket = root.runtime.appending(path: "web.sock").path
        try root.configure("[web]\nlisten = \"unix:\(socket)\"\n")
        try root.drop("a.html", Prose.page(1))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        func list() async throws -> String {
            let list = try await SocketQuestion.answer(.GET, "/articles", socket: socket)
            #expect(list.status == 200)
            return String(decoding: list.body, as: UTF8.self)
        }
        // A file stands there a moment before the list knows it.
        #expect(try await waitUntil(limit: 60) { try await list().contains("1 article<") })
        let page = try await list()
        let link = try #require(page.firstMatch(of: /href="(\/articles\/[0-9a-f]{16})"/)).1
        for path in ["/", String(link), "/feeds", "/spool", "/errors", "/style.css"] {
            let answer = try await SocketQuestion.answer(.GET, path, socket: socket)
            #expect(answer.status == 200, "\(path)")
            #expect(!answer.body.isEmpty && answer.body.count < 100_000, "\(path)")
        }
        for path in ["/nothing", "/articles/0123456789abcdef", "/articles/%2e%2e"] {
            #expect(try await SocketQuestion.answer(.GET, path, socket: socket).status == 404)
        }
        #expect(try await SocketQuestion.answer(.POST, "/articles", socket: socket).status == 405)
        #expect(await daemon.stop() == 0)
    }

    @Test func `who has the token steers from the pages, until it is changed`() async throws {
        let root = try TestRoot()
        let socket = root.runtime.appending(path: "web.sock").path
        try root.configure("[web]\nlisten = \"unix:\(socket)\"\noperate = true\n")
        try root.drop("a.html", Prose.page(1))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let place = root.url.appending(path: "state/web-token")
        let token = try String(contentsOf: place, encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(token.count >= 16)
        let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        let form = ("Content-Type", "application/x-www-form-urlencoded")
        func page(_ path: String, _ cookie: String) async throws -> String {
            let answer = try await SocketQuestion.answer(
                .GET, path, headers: [("Cookie", cookie)], socket: socket)
            #expect(answer.status == 200, "\(path)")
            return String(decoding: answer.body, as: UTF8.self)
        }
        let signIn = try await SocketQuestion.whole(
            .POST, "/login", headers: [form], body: "token=\(token)", socket: socket)
        #expect(signIn.status == 303)
        let cookie = String((signIn.cookie ?? "").prefix { $0 != ";" })
        // An article's file is there before its row is.
        var list = ""
        #expect(
            try await waitUntil(limit: 60) {
                list = try await page("/articles", cookie)
                return list.contains("href=\"/articles/")
            })
        let link = String(try #require(list.firstMatch(of: /href="(\/articles\/[0-9a-f]{16})"/)).1)
        let article = try await page(link, cookie)
        let key = String(try #require(article.firstMatch(of: /name="key" value="([0-9a-f]+)"/)).1)
        #expect(try await page(link + "/explain", cookie).contains("kept"))
        func press(_ path: String, _ key: String) async throws -> Int {
            try await SocketQuestion.answer(
                .POST, path, headers: [form, ("Cookie", cookie)], body: "key=\(key)",
                socket: socket
            ).status
        }
        #expect(try await press(link + "/forget", "0") == 403)
        #expect(try await press(link + "/forget", key) == 303)
        #expect(try await page("/articles", cookie).contains("role=\"status\""))
        #expect(try await press(link + "/forget", key) == 404)
        for path in ["/feeds/ab/remove", "/spool/ab/discard", "/articles/ab/current", "/feeds/ab"] {
            #expect(try await press(path, key) == 404, "\(path)")
        }
        try Data("another token of some length\n".utf8).write(to: place)
        #expect(try await press("/feeds/ab/poll", key) == 403)
        #expect(!(try await page("/feeds", cookie)).contains("name=\"key\""))
        #expect(await daemon.stop() == 0)
    }
}
