import Curl
import Foundation
import Testing

@testable import FeedFetching

@Suite struct CachePolicyTests {
    private let now = Date(timeIntervalSince1970: 784_111_777)

    private func freshness(_ headers: [(String, String)]) -> Duration? {
        CachePolicy.freshness(
            HTTPHeaders(headers.map { HTTPHeader($0.0, $0.1) }), now: now)
    }

    @Test func `counts max-age less the age`() {
        #expect(freshness([("Cache-Control", "public, Max-Age=7200")]) == .seconds(7200))
        #expect(freshness([("Cache-Control", "max-age=3600"), ("Age", "3000")]) == .seconds(600))
        #expect(freshness([("Cache-Control", "max-age=\"60\""), ("Age", "-1")]) == .seconds(60))
    }

    @Test func `counts from Date to Expires`() {
        let date = ("Date", "Sun, 06 Nov 1994 08:49:37 GMT")
        #expect(
            freshness([date, ("Expires", "Sun, 06 Nov 1994 09:49:37 GMT")]) == .seconds(3600))
    }

    @Test(arguments: [
        [("Cache-Control", "max-age=0")], [("Cache-Control", "no-cache, max-age=60")],
        [("Cache-Control", "no-store")], [("Expires", "0")],
        [("Expires", "Sun, 06 Nov 1994 08:00:00 GMT")], [("Cache-Control", "s-maxage=60")],
        [("Cache-Control", "max-age=60"), ("Age", "90")], [],
    ])
    func `hears nothing in what is stale at once`(headers: [(String, String)]) {
        #expect(freshness(headers) == nil)
    }
}
