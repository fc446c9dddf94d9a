import Foundation
import Testing

/// S18, S19 and S43: where requests and secrets must not go.
@Suite struct SafetyScenarios {
    @Test func `S18 leaves neither http nor, once there, https`() async throws {
        let secure = try await SecureServer(.good)
        let plain = try ScenarioServer { request in
            let schemes = ["/file": "file:///etc/passwd", "/ftp": "ftp://127.0.0.1/feed"]
            let target = schemes[request.target] ?? "gopher://127.0.0.1:70/feed"
            return request.target == "/feed" ? .ok(FeedText([1]).rss) : .redirect(302, target)
        }
        try secure.serve("down", .redirect(302, plain.url + "/feed"))
        let targets = ["/file", "/ftp", "/gopher"]
        let down = secure.url + "/down"
        let http = ["ca_file": "\"\(secure.authority)\""]
        try await Scenario.play(targets.map { plain.url + $0 } + [down], http: http) { scenario in
            for url in targets.map({ plain.url + $0 }) + [down] {
                let refused = try await scenario.wait(for: url) { $0.errorsInRow >= 1 }
                #expect(refused.error?.contains("redirects to") == true, "\(refused)")
            }
            let told = try await scenario.feed(down).error
            #expect(told?.contains("allow_downgrade") == true)
            #expect(plain.asked("/feed").isEmpty)
            try await scenario.expectArticles(0)
        }
        try await Scenario.play([down], http: http.merging(["allow_downgrade": "true"]) { $1 }) {
            scenario in
            _ = try await scenario.wait(for: down) { $0.isWell }
            #expect(!plain.asked("/feed").isEmpty)
        }
    }

    @Test func `S19 refuses addresses within, however they are spelled`() async throws {
        let inner = try ScenarioServer(on: ["127.0.0.1", "127.0.0.2"]) { _ in
            .ok(FeedText([1]).rss)
        }
        let port = inner.port
        let targets = [
            "http://127.0.0.1:\(port)/", "http://127.0.0.2:\(port)/", "http://127.1:\(port)/",
            "http://2130706433:\(port)/", "http://0x7f000001:\(port)/", "http://0177.1:\(port)/",
            "http://localhost:\(port)/", "http://inner.localhost:\(port)/",
            "http://[::ffff:127.0.0.1]:\(port)/", "http://[::1]:\(port)/",
            "http://169.254.169.254/latest", "http://10.1.2.3/", "http://192.168.0.1/",
            "http://[fc00::1]/", "http://[64:ff9b::7f00:1]:\(port)/", "http://0.0.0.0:\(port)/",
        ]
        let outer = try ScenarioServer { request in
            .redirect(302, targets[Int(request.target.dropFirst()) ?? 0])
        }
        let redirected = targets.indices.map { outer.url + "/\($0)" }
        let named = "http://inner.localhost:\(port)/feed"
        let http = ["allow_hosts": "[\"127.0.0.1:\(outer.port)\"]"]
        try await Scenario.play(
            redirected + [named], polling: ["interval": "\"1h\"", "backoff_start": "\"1h\""],
            http: http
        ) { scenario in
            for (url, target) in zip(redirected + [named], targets + [named]) {
                let refused = try await scenario.wait(for: url) { $0.errorsInRow >= 1 }
                #expect(
                    refused.error?.contains("allow_hosts") == true,
                    "\(target): \(refused.error ?? "")")
            }
            #expect(inner.requests.isEmpty)
            try await scenario.expectArticles(0)
        }
    }

    @Test func `S43 tells its secrets to the origin that they are for and to no other`()
        async throws
    {
        let feed = FeedText([1]).rss
        let other = try ScenarioServer { _ in .ok(feed) }
        let basic = "Basic " + Data("reader:s3cret:x".utf8).base64EncodedString()
        let site = try ScenarioServer { request in
            let sent = request.header("Authorization")
            switch request.target {
            case "/basic":
                return sent == basic ? .ok(feed) : .status(401, ["WWW-Authenticate: Basic"])
            case "/digest":
                let challenge =
                    "WWW-Authenticate: Digest realm=\"quay\", nonce=\"abc\", qop=\"auth\""
                return sent?.hasPrefix("Digest ") == true ? .ok(feed) : .status(401, [challenge])
            case "/token":
                return sent == "Bearer t0ken" && request.header("X-Key") == "k"
                    ? .redirect(302, other.url + "/elsewhere") : .status(401)
            default: return .status(404)
            }
        }
        let secrets = FileManager.default.temporaryDirectory
            .appendingPathComponent("bd-secrets-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: secrets, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: secrets) }
        try Data("reader:s3cret:x\n".utf8).write(to: secrets.appendingPathComponent("login"))
        try Data("Bearer t0ken\n".utf8).write(to: secrets.appendingPathComponent("token"))
        let feeds = [
            (site.url + "/basic", "credential = \"login\"\n"),
            (site.url + "/digest", "credential = \"login\"\n"),
            (site.url + "/token", "credential = \"token\"\nheaders = { \"X-Key\" = \"k\" }\n"),
        ]
        try await Scenario.play(
            feeds: feeds, environment: ["CREDENTIALS_DIRECTORY": secrets.path]
        ) { scenario in
            for (url, _) in feeds { _ = try await scenario.wait(for: url) { $0.isWell } }
            let digest = site.asked("/digest").compactMap { $0.header("Authorization") }
                .filter { $0.hasPrefix("Digest ") }
            #expect(digest.allSatisfy { $0.contains("username=\"reader\"") })
            #expect(
                digest.allSatisfy { $0.contains("response=\"") && $0.contains("uri=\"/digest\"") })
            #expect(!other.requests.isEmpty)
            for request in other.requests {
                #expect(request.header("Authorization") == nil && request.header("X-Key") == nil)
            }
            let shown = try await scenario.ctl("feeds", "--json").output + scenario.log
            #expect(!shown.contains("s3cret") && !shown.contains("t0ken"))
        }
    }
}
