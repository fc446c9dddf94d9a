import Foundation
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
