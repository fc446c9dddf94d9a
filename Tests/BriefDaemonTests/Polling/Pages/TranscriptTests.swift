import BriefModel
import Foundation
import Storage
import Testing

@testable import BriefDaemon

@Suite struct TranscriptTests {
    private typealias Fixture = PollingFixture
    private static let place = "http://pages.example/1.vtt"
    private static let captions =
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Nine boats lay in the harbour.\n"

    private func episode(type: String = "text/vtt", title: String? = nil) -> Entry {
        var entry = Fixture.whole(1)
        entry.enclosures = [
            Enclosure(url: "http://pages.example/1.mp3", type: "audio/mpeg"),
            Enclosure(url: Self.place, type: type, title: title),
        ]
        return entry
    }

    private func fixture(_ entry: Entry, _ answer: String, status: Int = 200) throws -> Fixture {
        let json = Fixture.json([entry])
        return try Fixture { request in
            request.url == Fixture.feed
                ? .text(json, for: request) : .text(answer, status: status, for: request)
        }
    }

    @Test func `stands below what the entry says, though that is whole`() async throws {
        let fixture = try fixture(episode(), Self.captions)
        await (try fixture.polling()).pollDueOnce()
        let filing = try #require(fixture.sink.filings.last)
        let original = String(decoding: filing.original, as: UTF8.self)
        #expect(!filing.isPartial)
        #expect(original.hasPrefix(Fixture.whole(1).content ?? "-"))
        #expect(
            original.hasSuffix(
                "<h2>Transcript</h2>\n<p><strong>Ada:</strong> Nine boats lay in the harbour.</p>\n"
            ))
        #expect(fixture.server.count(Self.place) == 1)
        // It is known now.
        fixture.clock.advance(90_000)
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.server.count(Self.place) == 1)
        #expect(fixture.sink.filings.count == 1)
    }

    @Test(arguments: [("<html><p>Not here", 200), ("gone", 404)])
    func `is waited for, while the entry is filed without it`(answer: String, status: Int)
        async throws
    {
        let fixture = try fixture(episode(), answer, status: status)
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.filings.map(\.isPartial) == [true])
        let original = fixture.sink.filings.map { String(decoding: $0.original, as: UTF8.self) }
        #expect(original == [Fixture.whole(1).content])
    }

    @Test func `is fetched as plain text where that is all, and not as a page or data`() {
        let plain = episode(type: "text/plain", title: Enclosure.transcriptTitle)
        #expect(plain.transcript?.url == Self.place)
        for type in ["text/html", "application/json"] {
            #expect(episode(type: type, title: Enclosure.transcriptTitle).transcript == nil)
        }
        // A text that goes with an entry need not be what is said.
        #expect(episode(type: "text/plain").transcript == nil)
    }

    @Test(arguments: [FeedSubscription.FullText.never, .always])
    func `is left alone where the feed's setting says what to read`(
        setting: FeedSubscription.FullText
    ) throws {
        let entry = episode()
        let keyed = try #require(EntryKeys.assign([entry], passing: []).entries.first)
        #expect(EntryContent(keyed, fullText: .auto) == .page(Self.place))
        #expect(EntryContent(keyed, fullText: setting) != .page(Self.place))
    }
}
