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

    @Test(arguments: [
        (["text/plain"], 0), (["text/html"], 0), (["application/json"], 0),
        (["text/html", "text/plain"], 1), (["text/plain", "application/json"], 1),
        (["text/html", "application/json", "application/srt"], 2),
        (["application/rtf", "text/html; charset=utf-8"], 1), (["text/vtt", "application/srt"], 0),
    ])
    func `is fetched in the best form of those that are offered`(types: [String], best: Int) {
        var entry = Fixture.whole(1)
        entry.enclosures = types.indices.map {
            .transcript(url: "http://pages.example/\($0)", type: types[$0])
        }
        #expect(entry.transcript()?.url == "http://pages.example/\(best)")
    }

    @Test func `is the one of the language that is spoken`() {
        var entry = Fixture.whole(1)
        entry.enclosures = [
            .transcript(url: "http://pages.example/en.vtt", type: "text/vtt", language: "en"),
            .transcript(url: "http://pages.example/de.txt", type: "text/plain", language: "de-AT"),
        ]
        #expect(entry.transcript(feedLanguage: "de")?.url.hasSuffix("de.txt") == true)
        #expect(entry.transcript(feedLanguage: "en-GB")?.url.hasSuffix("en.vtt") == true)
        // Nobody says what is spoken, or nothing is in that language.
        #expect(entry.transcript()?.url.hasSuffix("en.vtt") == true)
        #expect(entry.transcript(feedLanguage: "fr")?.url.hasSuffix("en.vtt") == true)
        entry.language = "de"
        #expect(entry.transcript(feedLanguage: "en")?.url.hasSuffix("de.txt") == true)
    }

    @Test func `is none in a form that is for no reader, nor what only goes with an entry`() {
        #expect(episode(type: "application/pdf", title: "Transcript").transcript() == nil)
        // A text that goes with an entry need not be what is said.
        #expect(episode(type: "text/plain").transcript() == nil)
        #expect(episode(type: "text/html", title: "Transcript of the court").transcript() == nil)
    }

    @Test func `may be a page, whose words are read as a page's`() async throws {
        let page = "<html><body><cite>Ada:</cite> <p>Nine boats lay in the harbour.</p></body>"
        let fixture = try fixture(episode(type: "text/html", title: "Transcript"), page)
        await (try fixture.polling()).pollDueOnce()
        let filing = try #require(fixture.sink.filings.last)
        #expect(!filing.isPartial)
        let original = String(decoding: filing.original, as: UTF8.self)
        #expect(original.contains("<h2>Transcript</h2>"))
        #expect(original.contains("Nine boats lay in the harbour."))
    }

    @Test(arguments: [
        ("text/html", "<html><h1>Page not found</h1>"),
        ("application/json", "{\"error\": \"gone\"}"),
        ("application/json", "<html>Not here"), ("text/plain", "{\"error\": \"gone\"}"),
        ("text/vtt", "There is no transcript."), ("text/html", "{\"error\": \"gone\"}"),
    ])
    func `is not what says that there is none`(type: String, answer: String) async throws {
        let fixture = try fixture(episode(type: type, title: "Transcript"), answer)
        await (try fixture.polling()).pollDueOnce()
        #expect(fixture.sink.filings.map(\.isPartial) == [true])
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
