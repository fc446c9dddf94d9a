import Foundation
import Testing

@testable import FeedFetching

@Suite struct RetryAfterTests {
    private let now = Date(timeIntervalSince1970: 784_111_777)  // Sun, 06 Nov 1994 08:49:37 GMT
    private let ceiling = Duration.seconds(172_800)

    @Test(arguments: [
        ("120", 120), ("Sun, 06 Nov 1994 08:51:37 GMT", 120),
        ("Sunday, 06-Nov-94 08:51:37 GMT", 120), ("Sun Nov  6 08:51:37 1994", 120),
        ("315360000", 172_800), ("99999999999999999999999999", 172_800),
    ])
    func `reads seconds and dates, up to the ceiling`(text: String, seconds: Int) {
        #expect(RetryAfter.parse(text, now: now, ceiling: ceiling) == .seconds(seconds))
    }

    @Test(arguments: ["", "0", "-5", "soon", "1.5", "Sun, 06 Nov 1994 08:00:00 GMT", "1994-11-06"])
    func `takes junk and the past for nothing`(text: String) {
        #expect(RetryAfter.parse(text, now: now, ceiling: ceiling) == nil)
    }
}
