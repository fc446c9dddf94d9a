import Curl
import FeedFetching
import FoundationEssentials
import Testing

/// HTTPDate, RetryAfter, CachePolicy and Validators: what is read out of header fields.
@Suite struct HeaderPolicyTests {
    /// Sun, 06 Nov 1994 08:49:37 GMT.
    private let moment = Date(timeIntervalSince1970: 784_111_777)

    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
        "Sun Nov  6 08:49:37 1994", "sun, 6 nov 1994 08:49:37 gmt",
    ])
    func `reads the three forms of a date`(text: String) {
        #expect(HTTPDate.parse(text, now: moment) == moment)
    }

    @Test(arguments: ["", "0", "-1", "tomorrow", "Sun, 06 Foo 1994 08:49:37 GMT", "1994-11-06"])
    func `reads no date into anything else`(text: String) {
        #expect(HTTPDate.parse(text, now: moment) == nil)
    }

    @Test(arguments: [
        ("120", 120.0), ("Sun, 06 Nov 1994 08:51:37 GMT", 120), ("315360000", 172_800),
        ("99999999999999999999999", 172_800), ("Sun, 06 Nov 2094 08:51:37 GMT", 172_800),
    ])
    func `hears Retry-After up to the ceiling`(text: String, seconds: Double) {
        let wait = RetryAfter.parse(text, now: moment, ceiling: .seconds(172_800))
        #expect(wait == .seconds(seconds))
    }

    @Test(arguments: ["", "-5", "0", "soon", "1e3", "Sun, 06 Nov 1994 08:48:37 GMT"])
    func `ignores junk in Retry-After`(text: String) {
        #expect(RetryAfter.parse(text, now: moment, ceiling: .seconds(60)) == nil)
    }

    private func freshness(_ fields: [(String, String)]) -> Duration? {
        let headers = HTTPHeaders(fields.map { HTTPHeader($0.0, $0.1) })
        return CachePolicy.freshness(headers, now: moment)
    }

    @Test func `counts what is left of max-age`() {
        #expect(freshness([("Cache-Control", "public, max-age=7200")]) == .seconds(7200))
        #expect(
            freshness([("cache-control", "Max-Age=\"3600\", s-maxage=9"), ("Age", "3000")])
                == .seconds(600))
        #expect(freshness([("Cache-Control", "max-age=60"), ("Age", "60")]) == nil)
        #expect(freshness([("Cache-Control", "s-maxage=7200")]) == nil)
    }

    @Test func `counts Expires from Date, and max-age wins`() {
        let expires = ("Expires", "Sun, 06 Nov 1994 10:49:37 GMT")
        #expect(freshness([expires]) == .seconds(7200))
        #expect(
            freshness([expires, ("Date", "Sun, 06 Nov 1994 09:49:37 GMT")]) == .seconds(3600))
        #expect(freshness([expires, ("Cache-Control", "max-age=5")]) == .seconds(5))
    }

    @Test(arguments: [
        [("Cache-Control", "no-cache")], [("Cache-Control", "no-store, max-age=600")],
        [("Cache-Control", "max-age=0")], [("Cache-Control", "max-age=-1")], [("Expires", "0")],
        [("Expires", "Sun, 06 Nov 1994 07:49:37 GMT")],
    ])
    func `what is stale at once says nothing`(fields: [(String, String)]) {
        #expect(freshness(fields) == nil)
    }
}
