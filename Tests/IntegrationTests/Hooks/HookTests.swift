import Foundation
import Synchronization
import Testing

@Suite(.serialized) struct HookTests {
    /// Ids of articles that a receiver took, by the ids of the messages.
    private final class Taken: Sendable {
        let articles = Mutex<[String: String]>([:])
        let repeats = Mutex(0)

        func take(_ request: LoopbackServer.Request) {
            guard let id = request.header("webhook-id"),
                let object = try? JSONSerialization.jsonObject(with: Data(request.body)),
                let fields = object as? [String: Any], fields["id"] as? String == id,
                let article = fields["article"] as? [String: Any],
                let name = article["id"] as? String
            else { return }
            let known = articles.withLock { $0.updateValue(name, forKey: id) }
            if known != nil { repeats.withLock { $0 += 1 } }
        }

        var all: [String] { articles.withLock { $0.values.sorted() } }
    }

    private func ids(_ root: TestRoot) -> [String] {
        root.articleTexts().compactMap { text in
            text.split(separator: "\n").first { $0.hasPrefix("id: ") }
                .map { String($0.dropFirst(5).dropLast()) }
        }.sorted()
    }

    @Test func `every article reaches a receiver that dies, over kills of the daemon`() async throws
    {
        let taken = Taken()
        let answer: LoopbackServer.Answer = { request in
            // It may also die before it has done anything, or after it has done all.
            if Int.random(in: 0..<4) == 0 { return .init(status: 0) }
            taken.take(request)
            return .init(status: [200, 200, 200, 500, 0].randomElement() ?? 200)
        }
        var server = try LoopbackServer(answer)
        let port = server.port
        let root = try TestRoot()
        try root.configure(
            """
            [http]
            allow_hosts = ["127.0.0.1"]
            [[notify]]
            name = "desk"
            on = ["filed", "revised"]
            webhook = "http://127.0.0.1:\(port)/in"
            retry_start = "50ms"
            retry_ceiling = "200ms"
            """)
        let count = 60
        for round in 0..<6 {
            let daemon = try RunningDaemon(root)
            for seed in 0..<(count / 6) {
                try root.drop("hook-\(round)-\(seed).txt", Prose.text(4_000 + round * 100 + seed))
            }
            let least = root.articles().count + 2
            _ = await waitUntil(limit: 60) { root.articles().count >= least }
            if round % 2 == 1 {
                try await server.close()
                try await Task.sleep(for: .milliseconds(200))
                server = try LoopbackServer(port: port, answer)
            }
            daemon.kill()
        }
        let daemon = try RunningDaemon(root)
        let isDone = await waitUntil(limit: 240) {
            root.articles().count == count && Set(taken.all).count == count
        }
        #expect(
            isDone,
            "\(root.articles().count) filed, \(taken.all.count) told: \(daemon.logText.suffix(3000))"
        )
        #expect(Array(Set(taken.all)).sorted() == ids(root))
        // One id for one article, however often it came.
        #expect(taken.all.count == count)
        let isEmpty = await waitUntil(limit: 60) {
            let hooks = try? await daemon.ctl("hooks", "--json").output
            return hooks?.contains("\"waiting\" : 0") ?? false
        }
        #expect(isEmpty)
        #expect(await daemon.stop() == 0)
    }

    @Test func `hooks that hang, flood, fail or are not there delay no filing`() async throws {
        let root = try TestRoot()
        let out = root.url.appendingPathComponent("told").path
        let hooks = [
            ("hangs", "\"sleep 1000\""), ("floods", "\"exec yes\""), ("fails", "\"exit 1\""),
            ("works", "\"cat >> \(out)\""),
        ].map { name, script in
            """
            [[notify]]
            name = "\(name)"
            on = "filed"
            command = ["/bin/sh", "-c", \(script)]
            timeout = "2s"
            retry_start = "100ms"
            """
        }.joined(separator: "\n")
        try root.configure(
            hooks + """

                [[notify]]
                name = "missing"
                on = "filed"
                command = ["/nowhere/tell"]
                retry_start = "100ms"
                [[notify]]
                name = "sport"
                on = "filed"
                when = "title:nosuchword"
                command = ["/bin/false"]
                """)
        let daemon = try RunningDaemon(root)
        for seed in 0..<8 { try root.drop("slow-\(seed).txt", Prose.text(5_000 + seed)) }
        let isFiled = await waitUntil(limit: 60) { root.articles().count == 8 }
        #expect(isFiled, "\(daemon.logText.suffix(2000))")
        let isTold = await waitUntil(limit: 60) {
            let text = (try? String(contentsOfFile: out, encoding: .utf8)) ?? ""
            return text.split(separator: "\n").count == 8
        }
        #expect(isTold, "\(daemon.logText.suffix(2000))")
        let isKnown = await waitUntil(limit: 60) {
            let hooks = (try? await daemon.ctl("hooks"))?.output ?? ""
            return hooks.contains("/nowhere/tell cannot be started")
                && hooks.contains("took longer than") && hooks.contains("ends with status 1")
        }
        let shown = try await daemon.ctl("hooks").output
        #expect(isKnown, "\(shown)")
        let list = try await daemon.ctl("hooks", "--json").output
        #expect(list.contains("\"name\" : \"sport\"") && list.contains("\"delivered\" : 8"))
        let isProblem = await waitUntil(limit: 90) {
            ((try? await daemon.ctl("status"))?.output ?? "").contains("hooks-failing")
        }
        #expect(isProblem)
        #expect(await daemon.stop() == 0)
    }

    @Test func `a receiver that is gone is stopped, and tried again when told to`() async throws {
        let isBack = Switch()
        let server = try LoopbackServer { _ in .init(status: isBack.isOn ? 200 : 410) }
        let root = try TestRoot()
        try root.configure(
            """
            [http]
            allow_hosts = ["127.0.0.1"]
            [[notify]]
            on = "filed"
            webhook = "\(server.address)/in"
            """)
        let daemon = try RunningDaemon(root)
        try root.drop("one.txt", Prose.text(6_001))
        let isStopped = await waitUntil(limit: 90) {
            ((try? await daemon.ctl("hooks"))?.output ?? "").contains("stopped")
        }
        #expect(isStopped, "\(daemon.logText.suffix(2000))")
        let dead = try await daemon.ctl("hooks", "dead")
        #expect(dead.output.contains("hook 1") && dead.output.contains("410"))
        #expect(try await daemon.ctl("hooks", "retry", "hok 1").status == 1)
        isBack.turnOn()
        #expect(try await daemon.ctl("hooks", "retry", "hook 1").output.contains("1 dead letter"))
        let isTold = await waitUntil(limit: 90) {
            ((try? await daemon.ctl("hooks", "--json"))?.output ?? "").contains("\"delivered\" : 1")
        }
        #expect(isTold)
        #expect(await daemon.stop() == 0)
    }

    @Test func `an outbox that is damaged is set aside`() async throws {
        let root = try TestRoot()
        let told = root.url.appendingPathComponent("told").path
        try root.configure(
            "[[notify]]\non = \"filed\"\ncommand = [\"/bin/sh\", \"-c\", \"cat >> \(told)\"]\n")
        let state = root.url.appendingPathComponent("state")
        try Data(repeating: 65, count: 9_000).write(
            to: state.appendingPathComponent("hooks.sqlite"))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady())
        try root.drop("one.txt", Prose.text(6_004))
        let isTold = await waitUntil(limit: 120) {
            FileManager.default.fileExists(atPath: told)
        }
        #expect(isTold, "\(daemon.logText.suffix(2000))")
        #expect(root.files(below: state).contains { $0.hasPrefix("hooks.sqlite.damaged-") })
        #expect(await daemon.stop() == 0)
    }

    @Test func `private addresses are no receivers`() async throws {
        let server = try LoopbackServer { _ in .init(status: 200) }
        let root = try TestRoot()
        try root.configure("[[notify]]\non = \"filed\"\nwebhook = \"\(server.address)/in\"\n")
        let daemon = try RunningDaemon(root)
        try root.drop("one.txt", Prose.text(6_002))
        let isRefused = await waitUntil(limit: 90) {
            ((try? await daemon.ctl("hooks"))?.output ?? "").contains("allow_hosts")
        }
        #expect(isRefused, "\(daemon.logText.suffix(2000))")
        #expect(server.requests.isEmpty)
        #expect(await daemon.stop() == 0)
    }
}
