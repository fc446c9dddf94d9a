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
        #expect(
            await waitUntil(limit: 60) {
                root.files(below: root.store).contains { $0.hasSuffix(".md") }
            })
        let list = try await SocketQuestion.answer(.GET, "/articles", socket: socket)
        let page = String(decoding: list.body, as: UTF8.self)
        #expect(list.status == 200)
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
}
