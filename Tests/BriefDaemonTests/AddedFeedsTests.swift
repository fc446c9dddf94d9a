import BriefModel
import Foundation
import Logging
import Settings
import Testing

@testable import BriefDaemon

@Suite final class AddedFeedsTests {
    private let folder = FileManager.default.temporaryDirectory
        .appendingPathComponent("added-\(UUID().uuidString)").path
    private let status = DaemonStatus()
    private let log = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    private func looked() -> AddedFeeds {
        var added = AddedFeeds(state: folder)
        added.look(status, log: log)
        return added
    }

    private func put(_ text: String, _ name: String = AddedFeeds.name) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
    }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.posixPermissions]
            as? Int
    }

    @Test func `keeps what it was given, for its own account alone`() throws {
        var added = looked()
        let feeds = [
            FeedSubscription(url: "https://a.example/?token=quay", headers: ["X-Key": "hush"])
        ]
        try added.replace(with: feeds)
        #expect(looked().feeds == feeds)
        #expect(try mode(AddedFeeds.name) == 0o600)
        #expect(status.problems.isEmpty)
    }

    @Test(arguments: [
        "<opml><body><outline xmlUrl=\"https://a.example/\" b:header-X Y=\"v\"/></body></opml>",
        "<opml><body><outline xmlUrl=\"https://a.example/\" text=\"\u{FFFE}\"/></body></opml>",
        "<opml><body><outline xmlUrl=\"https://a.example/\"/><outline xmlUrl=\"ftp://b/\"/></body></opml>",
        "<opml><body><outline xmlUrl=\"https://a.example/\"/><outline xmlU",
    ])
    func `sets aside what is damaged, goes on with the rest and says so`(text: String) throws {
        try put(text)
        var added = looked()
        #expect(added.feeds.map(\.url) == ["https://a.example/"])
        #expect(status.problems.map(\.code) == [.subscriptions])
        let kept = try String(contentsOfFile: "\(folder)/\(AddedFeeds.damaged)1", encoding: .utf8)
        #expect(kept == text)
        let reason = try String(
            contentsOfFile: "\(folder)/\(AddedFeeds.damaged)1.reason.json", encoding: .utf8)
        #expect(reason.contains("\"why\""))
        try added.replace(with: added.feeds + [FeedSubscription(url: "https://c.example/")])
        // The problem stays until somebody has looked at the copy.
        #expect(looked().feeds.count == 2)
        #expect(status.problems.map(\.code) == [.subscriptions])
        try FileManager.default.removeItem(atPath: "\(folder)/\(AddedFeeds.damaged)1")
        _ = looked()
        #expect(status.problems.isEmpty)
    }

    @Test(arguments: ["", "\0\0\0\0", "no list at all", "<html><p>sorry"])
    func `a file that is no list at all keeps nobody from starting`(text: String) throws {
        try put(text)
        var added = looked()
        #expect(added.feeds.isEmpty)
        #expect(status.problems.map(\.code) == [.subscriptions])
        try added.replace(with: [FeedSubscription(url: "https://c.example/")])
        #expect(looked().feeds.count == 1)
    }

    @Test func `a file that cannot be read is not overwritten`() throws {
        try FileManager.default.createDirectory(
            atPath: "\(folder)/\(AddedFeeds.name)", withIntermediateDirectories: true)
        var added = looked()
        #expect(status.problems.map(\.code) == [.subscriptions])
        #expect(throws: AddedFeedsError.self) {
            try added.replace(with: [FeedSubscription(url: "https://c.example/")])
        }
        try FileManager.default.removeItem(atPath: "\(folder)/\(AddedFeeds.name)")
        try put("<opml><body><outline xmlUrl=\"https://a.example/\"/></body></opml>")
        added.look(status, log: log)
        #expect(added.feeds.count == 1 && status.problems.isEmpty)
    }

    @Test func `closes what an earlier version left open to the group`() throws {
        try put("<opml><body><outline xmlUrl=\"https://a.example/\"/></body></opml>")
        try put("", "errors.jsonl")
        try StateFiles.closeToOthers(in: folder)
        _ = looked()
        for name in [AddedFeeds.name, "feeds.sqlite", "errors.jsonl"] {
            #expect(try mode(name) == 0o600, "\(name)")
        }
    }

    @Test func `what is configured wins, however it is spelled`() throws {
        var added = looked()
        try added.replace(with: [
            FeedSubscription(url: "HTTPS://A.example/f#x"),
            FeedSubscription(url: "https://b.example/"),
        ])
        let joined = added.joined(with: [FeedSubscription(url: "https://a.example/f")])
        #expect(joined.map(\.url) == ["https://a.example/f", "https://b.example/"])
    }

    @Test func `a credential goes to the hosts that have it`() {
        let known = [FeedSubscription(url: "https://a.example/f", credential: "quay")]
        let hosts = CredentialHosts(known)
        let more = FeedSubscription(url: "http://A.example:8080/g", credential: "quay")
        #expect(hosts.refusal(of: more) == nil)
        let other = FeedSubscription(url: "https://b.example/f", credential: "quay")
        #expect(hosts.refusal(of: other)?.contains("belongs to a.example") == true)
        #expect(hosts.refusal(of: FeedSubscription(url: "https://b.example/f")) == nil)
        let own = FeedSubscription(url: "https://b.example/f", credential: "pier")
        #expect(hosts.refusal(of: own) == nil)
    }
}
