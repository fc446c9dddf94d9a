import FeedFetching
import FoundationEssentials
import Testing

@Suite struct HTTPDateTests {
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
}
