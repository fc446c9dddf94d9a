import BriefModel
import Foundation
import Synchronization
import Testing

@testable import FeedFetching

@Suite struct StrictTransportTests {
    private let now = Date(timeIntervalSince1970: 1_800_000_000)

    private func secured(_ strict: StrictTransport, _ url: String, after: Double = 0) throws
        -> String
    {
        strict.secured(try FeedURL(url), now: now + after).text
    }

    @Test func `asks over TLS once a host said so, for as long as it said`() throws {
        let strict = StrictTransport()
        strict.hear("max-age=100", from: try FeedURL("https://a.example/x"), now: now)
        #expect(try secured(strict, "http://a.example/y?z") == "https://a.example/y?z")
        #expect(try secured(strict, "http://a.example:8080/y") == "https://a.example:8080/y")
        #expect(try secured(strict, "http://b.a.example/") == "http://b.a.example/")
        #expect(try secured(strict, "http://a.example/", after: 101) == "http://a.example/")
        strict.hear("max-age=0", from: try FeedURL("https://a.example/x"), now: now)
        #expect(try secured(strict, "http://a.example/") == "http://a.example/")
    }

    @Test func `hears wishes for hosts below`() throws {
        let strict = StrictTransport()
        strict.hear(
            "MAX-AGE=\"100\" ; includeSubDomains", from: try FeedURL("https://a.example/"), now: now
        )
        #expect(try secured(strict, "http://c.b.a.example/") == "https://c.b.a.example/")
        #expect(try secured(strict, "http://xa.example/") == "http://xa.example/")
    }

    @Test(arguments: [
        ("max-age=100", "http://a.example/"), ("max-age=100", "https://192.0.2.1/"),
        ("max-age=100", "https://[2001:db8::1]/"), ("max-age=soon", "https://a.example/"),
        ("includeSubDomains", "https://a.example/"), ("max-age=", "https://a.example/"),
    ])
    func `hears nothing else`(field: String, url: String) throws {
        let strict = StrictTransport()
        strict.hear(field, from: try FeedURL(url), now: now)
        let plain = url.replacingOccurrences(of: "https", with: "http")
        #expect(try secured(strict, plain) == plain)
    }
}

@Suite struct StrictHostsTests {
    private func policy(_ host: String) -> StrictHost {
        StrictHost(
            host: host, until: Date(timeIntervalSince1970: 2_000_000_000), includesSubdomains: false
        )
    }

    @Test func `forgets what was needed longest ago, and keeps its bound`() {
        var hosts = StrictHosts([policy("old.example"), policy("used.example")], limit: 100)
        var forgotten: [String] = []
        for number in 0..<1000 {
            hosts.use("used.example")
            forgotten += hosts.set(policy("n\(number).example"), source: "feed \(number)")
            #expect(hosts.count <= 100)
        }
        #expect(hosts["used.example"] != nil && forgotten.contains("old.example"))
        #expect(hosts["n999.example"] != nil)
        #expect(forgotten.count + hosts.count == 1002)
    }

    @Test func `one feed pushes out none of another`() {
        var hosts = StrictHosts([policy("mine.example")], limit: 100, limitOfSource: 10)
        for number in 0..<1000 { _ = hosts.set(policy("n\(number).wild.example"), source: "one") }
        #expect(hosts.count <= 11 && hosts["mine.example"] != nil)
        hosts.remove("mine.example")
        #expect(hosts["mine.example"] == nil)
    }

    @Test func `tells what to forget beyond this run`() throws {
        let told = Mutex<[StrictHost]>([])
        let strict = StrictTransport { host in told.withLock { $0.append(host) } }
        let now = Date(timeIntervalSince1970: 1_800_000_000)
        for number in 0...StrictHosts.limitOfSource {
            let url = try FeedURL("https://n\(number).wild.example/")
            strict.hear("max-age=9999", from: url, source: "feed", now: now)
        }
        let last = try FeedURL("https://n\(StrictHosts.limitOfSource).wild.example/")
        strict.hear("max-age=0", from: last, source: "feed", now: now)
        let gone = told.withLock { $0.filter { $0.until == .distantPast }.map(\.host) }
        #expect(gone.first == "n0.wild.example" && gone.last == last.host)
    }
}
