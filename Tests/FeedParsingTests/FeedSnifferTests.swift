import Testing

@testable import FeedParsing

@Suite struct FeedSnifferTests {
    @Test(arguments: FeedFixture.allCases) func `knows every format`(fixture: FeedFixture) throws {
        #expect(FeedSniffer.isFeed(try fixture.bytes))
    }

    @Test(arguments: [
        "<html><body>rss</body></html>", "<!DOCTYPE html><title>x</title>", "{\"items\": 3}",
        "<?xml version='1.0'?><opml/>", "words about <rss", "", "<!-- <rss> --><svg/>",
    ]) func `is not deceived by`(text: String) {
        #expect(!FeedSniffer.isFeed(Array(text.utf8)))
    }

    @Test func `sees through a wide encoding`() {
        let bytes: [UInt8] = "<rss version='2.0'>".utf8.flatMap { [0, $0] as [UInt8] }
        #expect(FeedSniffer.isFeed([0xFE, 0xFF] + bytes))
    }
}
