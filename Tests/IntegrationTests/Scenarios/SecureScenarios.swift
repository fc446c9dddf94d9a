import Foundation
import Testing

/// S53: what is asked over TLS, and names and addresses of other kinds.
@Suite struct SecureScenarios {
    private static let feed = ScenarioReply.ok(FeedText([1]).rss, ["Connection: close"])

    @Test func `S53 says what is wrong with a certificate, and bears it only where told`()
        async throws
    {
        let faults: [(SecureServer.Certificate, word: String)] = [
            (.expired, "expired"), (.otherHost, "match"), (.selfSigned, "self-signed"),
        ]
        var servers: [SecureServer] = []
        for (kind, _) in faults + [(.good, "")] {
            let server = try await SecureServer(kind)
            try server.serve("feed", SecureScenarios.feed)
            try server.serve("told", SecureScenarios.feed)
            servers.append(server)
        }
        let well = "https://bücher.localhost:\(servers[3].port)/feed"
        let feeds =
            servers.prefix(3).flatMap {
                [($0.url + "/feed", ""), ($0.url + "/told", "tls_verify = false\n")]
            } + [(well, "")]
        let polling = [
            "interval": "\"1h\"", "backoff_start": "\"1h\"", "backoff_ceiling": "\"1h\"",
        ]
        try await Scenario.play(
            feeds: feeds, polling: polling, http: ["ca_file": "\"\(servers[3].authority)\""]
        ) { scenario in
            for (server, fault) in zip(servers, faults) {
                let failing = try await scenario.wait(for: server.url + "/feed") {
                    $0.errorsInRow == 1
                }
                let error = failing.error ?? ""
                #expect(error.contains("TLS") && error.contains(fault.word), "\(error)")
                _ = try await scenario.wait(for: server.url + "/told") { $0.isWell }
                #expect(server.asked == ["told"])
            }
            _ = try await scenario.wait(for: well) { $0.isWell }
        }
    }

    @Test func `S53 asks a host that wants it over TLS only`() async throws {
        let server = try await SecureServer(.good)
        let strict = "Strict-Transport-Security: max-age=600"
        try server.serve("first", .ok(FeedText([1]).rss, [strict, "Connection: close"]))
        try server.serve("second", SecureScenarios.feed)
        let first = "https://strict.localhost:\(server.port)/first"
        let second = "http://strict.localhost:\(server.port)/second"
        try await Scenario.play([first], http: ["ca_file": "\"\(server.authority)\""]) { scenario in
            _ = try await scenario.wait(for: first) { $0.isWell }
            let added = try await scenario.ctl("feed", "add", second, "--full-text", "never")
            #expect(added.status == 0, "\(added.errors)")
            _ = try await scenario.wait(for: second) { $0.isWell }
            #expect(server.asked.contains("second"))
            try await scenario.restart()
            let count = server.asked.count { $0 == "second" }
            #expect(await scenario.until { server.asked.count { $0 == "second" } > count })
        }
    }

    @Test func `S53 speaks with a server that speaks HTTP 2 only`() async throws {
        let server = try await MinimalHTTP2Server(body: FeedText([1]).rss)
        let url = "https://localhost:\(server.port)/feed"
        try await Scenario.play(
            [url], polling: ["interval": "\"1h\""], http: ["ca_file": "\"\(server.authority)\""]
        ) { scenario in
            _ = try await scenario.wait(for: url) { $0.isWell }
            try await scenario.expectArticles(1)
        }
    }

    @Test func `S53 reaches a host that has an IPv6 address only`() async throws {
        let feed = FeedText([1]).rss
        let site: ScenarioServer
        do {
            site = try ScenarioServer(on: ["::1"]) { _ in .ok(feed) }
        } catch {
            // A machine without IPv6 has nothing to show.
            return
        }
        let url = "http://[::1]:\(site.port)/feed"
        try await Scenario.play([url], http: ["allow_hosts": "[\"::1\"]"]) { scenario in
            _ = try await scenario.wait(for: url) { $0.isWell }
            #expect(site.requests[0].header("Host") == "[::1]:\(site.port)")
        }
    }
}
