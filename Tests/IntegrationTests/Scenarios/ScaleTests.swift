import Foundation
import Synchronization
import Testing

/// Ten thousand feeds on a thousand hosts. Minutes long, so only where BRIEFD_SCALE is set; scripts/scale does that
/// with a release build.
@Suite(
    .serialized, .enabled(if: ProcessInfo.processInfo.environment["BRIEFD_SCALE"] != nil),
    .timeLimit(.minutes(30)))
struct ScaleTests {
    private static let hosts = 1000
    private static let feedsPerHost = 10
    private static let plainSeconds = Mutex<Double?>(nil)

    private enum Kind { case healthy, dead, slow, lying }

    private static func address(_ host: Int) -> String { "127.1.\(host / 250).\(host % 250 + 1)" }

    @Test func `asks ten thousand feeds once, over one connection a host`() async throws {
        let result = try await sweep { _ in .healthy }
        ScaleTests.plainSeconds.withLock { $0 = result.seconds }
        #expect(result.cpuMilliseconds <= 1, "\(result)")
        #expect(result.megabytes <= 150, "\(result)")
    }

    @Test func `is not kept waiting by dead, slow and lying servers`() async throws {
        let plain =
            if let seconds = ScaleTests.plainSeconds.withLock({ $0 }) {
                seconds
            } else {
                try await sweep({ _ in .healthy }).seconds
            }
        let result = try await sweep { host in
            switch host % 20 {
            case 3: .dead
            case 8: .slow
            case 13: .lying
            default: .healthy
            }
        }
        #expect(result.seconds <= plain * 1.3, "\(result), and \(plain) s without them")
        #expect(result.megabytes <= 150, "\(result)")
    }

    private struct Sweep {
        var seconds: Double
        /// Of the daemon, for each feed; its start is not counted.
        var cpuMilliseconds: Double
        var megabytes: Int
        var startSeconds: Double
    }

    private func sweep(_ kind: @escaping @Sendable (Int) -> Kind) async throws -> Sweep {
        let live = (0..<ScaleTests.hosts).filter { kind($0) != .dead }
        let kinds = Dictionary(
            uniqueKeysWithValues: live.map { (ScaleTests.address($0), kind($0)) })
        let tag = "ETag: \"one\""
        let feed = FeedText([]).rss
        let site = try ScenarioServer(on: live.map(ScaleTests.address)) { request in
            request.isConditional ? .status(304, [tag]) : .ok(feed, [tag])
        }
        let feeds = (0..<ScaleTests.hosts * ScaleTests.feedsPerHost).map { number in
            let host = ScaleTests.address(number % ScaleTests.hosts)
            return "http://\(host):\(site.port)/\(number / ScaleTests.hosts)"
        }
        let root = try TestRoot()
        let list = feeds.map { "[[feed]]\nurl = \"\($0)\"\nfull_text = \"never\"\n" }.joined()
        let http = "[http]\nallow_hosts = [\"127.0.0.0/8\"]\n"
        try root.configure(
            "[polling]\ninterval = \"1s\"\nminimum_interval = \"1s\"\nper_host_spacing = \"1ms\"\n"
                + http + list)
        let first = try await run(
            "briefd", ["run", "--once", "--config", root.configuration.path], limit: 600)
        try #require(first.status == 0, "\(first.errors.suffix(2000))")
        let before = site.requests.count
        try #require(before == live.count * ScaleTests.feedsPerHost)
        site.setAnswer { request in
            switch kinds[request.address] {
            case .slow:
                var reply = ScenarioReply(.bytes(Array("HTTP/1.1 200 OK\r\n\r\n".utf8)))
                for _ in 0..<90 { reply.pieces += [.bytes([0x20]), .pause(.seconds(1))] }
                return reply
            case .lying: return ScaleTests.lie(request)
            default: return .status(304, [tag])
            }
        }
        try root.configure("[polling]\nminimum_interval = \"1s\"\n" + http + list)
        try await Task.sleep(for: .seconds(2))
        return try await second(root, site, before, kinds.filter { $1 == .healthy }.keys.sorted())
    }

    private static func lie(_ request: ScenarioRequest) -> ScenarioReply {
        let head = "HTTP/1.1 200 OK\r\nETag: \"two\"\r\n"
        switch (Int(request.target.dropFirst()) ?? 0) % 5 {
        case 0:
            let bomb = StoredEncodings.bomb
            return ScenarioReply(
                .bytes(Array((head + "Content-Encoding: gzip\r\n\r\n").utf8) + bomb.start),
                .endless(bomb.repeated))
        case 1:
            return ScenarioReply(
                .bytes(Array((head + "\r\n<rss>").utf8)),
                .endless([UInt8](repeating: 0x20, count: 16_384)))
        case 2: return .raw(head + "Content-Length: 99999\r\n\r\n<rss>")
        case 3: return .redirect(302, request.target)
        default: return .status(429, ["Retry-After: 999999999"])
        }
    }

    private func second(
        _ root: TestRoot, _ site: ScenarioServer, _ before: Int, _ healthy: [String]
    ) async throws -> Sweep {
        let began = ContinuousClock.now
        let daemon = try RunningDaemon(root)
        defer { daemon.kill() }
        let wanted = Set(healthy)
        let total = wanted.count * ScaleTests.feedsPerHost
        var startCPU = 0.0
        var start = began
        var done = 0
        while done < total, began.duration(to: .now) < .seconds(300) {
            try await Task.sleep(for: .milliseconds(20))
            let now = site.requests.count
            if now > before, startCPU == 0 {
                startCPU = cpuSeconds(daemon)
                start = .now
            }
            guard now >= before + total else { continue }
            done = site.requests.dropFirst(before).count {
                wanted.contains($0.address) && $0.ended != nil
            }
        }
        let end = ContinuousClock.now
        let cpu = cpuSeconds(daemon) - startCPU
        let asked = site.requests.dropFirst(before)
        #expect(done == total, "\(asked.count) requests; \(daemon.logText.suffix(2000))")
        try await Task.sleep(for: .seconds(2))
        var counts: [String: Int] = [:]
        for request in site.requests.dropFirst(before) where wanted.contains(request.address) {
            counts[request.address + request.target, default: 0] += 1
        }
        #expect(counts.values.allSatisfy { $0 == 1 }, "asked twice")
        #expect(site.mostConnections.values.allSatisfy { $0 == 1 }, "more than one connection")
        let result = Sweep(
            seconds: (end - start) / .seconds(1), cpuMilliseconds: cpu * 1000 / Double(total),
            megabytes: peakMegabytes(daemon), startSeconds: (start - began) / .seconds(1))
        print("scale: \(result)")
        return result
    }

    /// User and system time of the daemon without its workers (proc(5), stat).
    private func cpuSeconds(_ daemon: RunningDaemon) -> Double {
        let path = "/proc/\(daemon.identifier)/stat"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
        guard fields.count > 12 else { return 0 }
        return ((Double(fields[11]) ?? 0) + (Double(fields[12]) ?? 0)) / 100
    }

    private func peakMegabytes(_ daemon: RunningDaemon) -> Int {
        let path = "/proc/\(daemon.identifier)/status"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let line = text.split(separator: "\n").first { $0.hasPrefix("VmHWM") }
        return (line.flatMap { Int($0.filter(\.isNumber)) } ?? 0) / 1024
    }
}
