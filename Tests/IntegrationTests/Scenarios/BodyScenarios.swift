import Foundation
import Testing

/// S33 to S36: bodies that are packed, too large, cut, or no feed at all.
@Suite struct BodyScenarios {
    @Test func `S33 unpacks what it said it takes, and bears wrong labels`() async throws {
        let cases: [(label: String, pack: @Sendable ([UInt8]) -> [UInt8])] = [
            ("gzip", StoredEncodings.gzip), ("x-gzip", StoredEncodings.gzip),
            ("deflate", StoredEncodings.zlib), ("deflate", StoredEncodings.deflated),
            ("br", StoredEncodings.brotli), ("zstd", StoredEncodings.zstandard),
            ("", StoredEncodings.gzip),
        ]
        let site = try ScenarioServer { request in
            let index = Int(request.target.dropFirst()) ?? 0
            let body = Array(FeedText([index + 1]).rss.utf8)
            let type = "Content-Type: application/rss+xml"
            guard index < cases.count else {
                return .status(200, [type, "Content-Encoding: gzip"], body: body)
            }
            let (label, pack) = cases[index]
            let offered = request.header("Accept-Encoding") ?? ""
            let isOffered =
                label.isEmpty || offered.contains(label.replacingOccurrences(of: "x-", with: ""))
            return isOffered
                ? .status(
                    200, [type] + (label.isEmpty ? [] : ["Content-Encoding: \(label)"]),
                    body: pack(body)) : .status(200, [type], body: body)
        }
        let urls = (0...cases.count).map { site.url + "/\($0)" }
        try await Scenario.play(urls, polling: ["interval": "\"1h\""]) { scenario in
            for url in urls.dropLast() {
                _ = try await scenario.wait(for: url) { $0.isWell }
            }
            let mislabelled = try await scenario.wait(for: urls[cases.count]) {
                $0.lastStatus != nil || $0.error != nil
            }
            #expect(
                mislabelled.isWell || mislabelled.error?.contains("encoding") == true,
                "\(mislabelled)")
            let offered = site.requests[0].header("Accept-Encoding") ?? ""
            #expect(offered.contains("gzip") && offered.contains("deflate"))
            #expect(try await scenario.articles().count >= cases.count)
        }
    }

    @Test func `S34 stops at the limit of size, counted after unpacking`() async throws {
        let site = try ScenarioServer { request in
            let head = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nETag: \"a\"\r\n"
            switch request.target {
            case "/bomb":
                let bomb = StoredEncodings.bomb
                return ScenarioReply(
                    .bytes(Array((head + "Content-Encoding: gzip\r\n\r\n").utf8) + bomb.start),
                    .endless(bomb.repeated))
            case "/unlabelled":
                let bomb = StoredEncodings.bomb
                let size = 60 * bomb.repeated.count + bomb.start.count
                let bytes =
                    bomb.start + [[UInt8]](repeating: bomb.repeated, count: 60).flatMap { $0 }
                return ScenarioReply(
                    .bytes(Array((head + "Content-Length: \(size)\r\n\r\n").utf8) + bytes))
            case "/endless":
                let text = Array(FeedText([1]).rss.utf8)
                return ScenarioReply(.bytes(Array((head + "\r\n").utf8)), .endless(text))
            default:
                return ScenarioReply(
                    .bytes(Array((head + "Content-Length: 2147483648\r\n\r\n<rss>").utf8)), .hang)
            }
        }
        let targets = ["/bomb", "/unlabelled", "/endless", "/length"]
        try await Scenario.play(
            targets.map { site.url + $0 }, polling: ["minimum_interval": "\"1h\""],
            http: ["max_body": "\"1 MiB\"", "timeout": "\"5m\""]
        ) { scenario in
            for target in targets {
                let refused = try await scenario.wait(for: site.url + target) { $0.error != nil }
                #expect(refused.error?.contains("1048576") == true, "\(refused.error ?? "")")
            }
            try await scenario.expectArticles(0)
            #expect(scenario.peakMegabytes < 250, "\(scenario.peakMegabytes) MB")
        }
    }

    @Test func `S35 waits for no slow server, and takes no cut body for a whole one`()
        async throws
    {
        let body = FeedText([1, 2]).rss
        let targets = ["/drip", "/silent", "/closed", "/short", "/chunks"]
        let mended = Switch()
        let site = try ScenarioServer { request in
            guard !mended.isOn else { return .ok(body) }
            let head = "HTTP/1.1 200 OK\r\nETag: \"cut\"\r\nContent-Type: text/xml\r\n"
            let half = body.prefix(body.count / 2)
            let whole = "Content-Length: \(body.utf8.count)\r\n\r\n"
            switch request.target {
            case "/drip":
                var reply = ScenarioReply(.bytes(Array((head + whole).utf8)))
                for byte in body.utf8.prefix(30) {
                    reply.pieces += [.bytes([byte]), .pause(.seconds(1))]
                }
                return reply
            case "/silent": return ScenarioReply(.hang)
            case "/closed": return ScenarioReply(.close)
            case "/short": return .raw(head + whole + half)
            default:
                let size = String(half.utf8.count, radix: 16)
                return .raw(head + "Transfer-Encoding: chunked\r\n\r\n\(size)\r\n\(half)\r\n")
            }
        }
        try await Scenario.play(
            targets.map { site.url + $0 },
            polling: ["backoff_start": "\"1s\""],
            http: ["timeout": "\"1500ms\""]
        ) { scenario in
            for target in targets {
                let failing = try await scenario.wait(for: site.url + target) {
                    $0.errorsInRow > 0
                }
                #expect(failing.error != nil && failing.state == "failing", "\(target)")
            }
            mended.turnOn()
            for target in targets {
                _ = try await scenario.wait(for: site.url + target) { $0.isWell }
                #expect(site.asked(target).allSatisfy { !$0.isConditional }, "\(target)")
            }
            try await scenario.expectArticles(2)
        }
    }

    @Test func `S36 keeps what it has where something else than the feed comes`() async throws {
        let body = FeedText([1]).rss
        let page = "<html><head><title>Parked</title></head><body>Buy this name</body></html>"
        let site = try ScenarioServer { request in
            guard request.count != 1 else { return .ok(body, ["ETag: \"good\""]) }
            let bad = "ETag: \"bad\""
            switch request.target {
            case "/empty": return .status(200, ["Content-Type: text/xml", bad])
            case "/parked":
                return .status(200, ["Content-Type: text/html", bad], body: Array(page.utf8))
            default:
                return .status(
                    403, ["Content-Type: text/html", "Server: cloudflare", bad],
                    body: Array("<title>Just a moment...</title>".utf8))
            }
        }
        let targets = ["/empty", "/parked", "/challenge"]
        try await Scenario.play(targets.map { site.url + $0 }) { scenario in
            for target in targets {
                let failing = try await scenario.wait(for: site.url + target) {
                    $0.errorsInRow >= 2
                }
                #expect(failing.error != nil && failing.state == "failing")
                let later = site.asked(target).dropFirst()
                #expect(later.allSatisfy { $0.header("If-None-Match") == "\"good\"" }, "\(target)")
            }
            try await scenario.expectArticles(1)
        }
    }
}
