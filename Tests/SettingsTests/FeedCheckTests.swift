import BriefModel
import Testing

@testable import Settings

/// Through whatever door a feed comes, the same is refused.
@Suite struct FeedCheckTests {
    private static let bad: [(feed: FeedSubscription, key: String)] = [
        (FeedSubscription(url: "ftp://a.example/"), "url"),
        (FeedSubscription(url: "https://me:pw@a.example/"), "url"),
        (FeedSubscription(url: "https://[zz]/"), "url"),
        (FeedSubscription(url: "https://a.example:65536/"), "url"),
        (FeedSubscription(url: "https://a.example:0/"), "url"),
        (FeedSubscription(url: "https://[::_1]/"), "url"),
        (FeedSubscription(url: "https://[12]/"), "url"),
        (FeedSubscription(url: "https://a.example/", headers: ["a b": "c"]), "headers"),
        (FeedSubscription(url: "https://a.example/", headers: ["a": "c\r\nd: e"]), "headers"),
        (FeedSubscription(url: "https://a.example/", credential: "me:secret"), "credential"),
        (FeedSubscription(url: "https://a.example/", credential: "../x"), "credential"),
        (FeedSubscription(url: "https://a.example/", caFile: "x.pem"), "ca_file"),
        (FeedSubscription(url: "https://a.example/", name: "Q\u{7}"), "name"),
        (FeedSubscription(url: "https://a.example/", name: "\u{FFFE}"), "name"),
        (FeedSubscription(url: "https://a.example/", tags: ["a", "b\u{FFFF}"]), "tags"),
        (FeedSubscription(url: "https://a.example/", headers: ["a": "\u{FFFF}"]), "headers"),
        (FeedSubscription(url: "https://a.example/", credential: "\u{FFFF}"), "credential"),
        (
            FeedSubscription(
                url: "https://a.example/", entries: EntryRules(skipTitles: ["fine", "(open"])),
            "skip_titles"
        ),
        (
            FeedSubscription(
                url: "https://a.example/", entries: EntryRules(skipTitles: ["a\u{FFFF}"])),
            "skip_titles"
        ),
    ]

    @Test(arguments: bad)
    func `a subscription is refused for its form`(feed: FeedSubscription, key: String) {
        let faults = FeedCheck.faults(of: feed)
        #expect(faults.map(\.key) == [key] && !faults[0].isAbsence)
    }

    /// What XML cannot say does not come in by a file of XML at all.
    @Test(arguments: bad.filter { !["name", "tags"].contains($0.key) })
    func `an OPML file brings none in that a table may not name`(
        feed: FeedSubscription, key: String
    ) throws {
        let contents = try SubscriptionsFile.read(SubscriptionsFile.write([feed]))
        let cleaned = contents.feeds.allSatisfy { FeedCheck.faults(of: $0).isEmpty && $0 != feed }
        #expect(contents.feeds.isEmpty ? contents.problems.count == 1 : cleaned, "\(contents)")
    }

    @Test func `what is not there yet is no fault of form`() {
        let feed = FeedSubscription(url: "https://a.example/", caFile: "/nowhere/ca.pem")
        #expect(FeedCheck.faults(of: feed).map(\.isAbsence) == [true])
        #expect(FeedCheck.faults(of: FeedSubscription(url: "https://a.example/")).isEmpty)
    }

    @Test(arguments: ["http://[::1]/", "http://[2001:DB8::1]:8080/f", "http://[::ffff:10.0.0.1]/"])
    func `an IPv6 address is a host`(url: String) {
        #expect(FeedCheck.faults(of: FeedSubscription(url: url)).isEmpty)
    }

    /// As the description of the interface counts them.
    @Test func `a name has a thousand characters, whatever they take`() {
        for (length, isTaken) in [(1_000, true), (1_001, false)] {
            let name = String(repeating: "潮", count: length)
            let feed = FeedSubscription(url: "https://a.example/", name: name)
            #expect(FeedCheck.faults(of: feed).isEmpty == isTaken, "\(length)")
        }
    }

    @Test func `a reload swaps all but the paths`() {
        var fresh = Configuration()
        fresh.paths.store = "/elsewhere"
        fresh.spool.maxFileBytes = 77
        let running = RunningConfiguration(Configuration())
        for _ in 1...2 { #expect(running.swap(fresh), "said again, as long as it holds") }
        #expect(running.current.spool.maxFileBytes == 77)
        #expect(running.current.paths == Configuration().paths)
        #expect(!running.swap(Configuration()))
    }
}
