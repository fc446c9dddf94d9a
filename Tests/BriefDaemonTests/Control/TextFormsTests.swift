import BriefModel
import ControlProtocol
import Settings
import Testing

@testable import BriefDaemon
@testable import Storage

/// What the description of the interface says of texts is what their readers take.
@Suite struct TextFormsTests {
    /// Texts near the border: made of what the forms are made of, and cut from whole ones. The same each time.
    private static func texts(_ seeds: [String], count: Int = 4_000) -> [String] {
        var state: UInt64 = 0x9E37_79B9_7F4A_7C15
        func next(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let pieces = Array("0189azAZfg.-+_:pcrsmhdw/ \n\u{301}é٣").map(String.init)
        return (0..<count).map { _ in
            var scalars = Array(seeds[next(seeds.count)].unicodeScalars)
            for _ in 0...next(3) {
                let piece = Array(pieces[next(pieces.count)].unicodeScalars)
                let place = next(scalars.count + 1)
                if next(2) == 0, place < scalars.count { scalars.remove(at: place) }
                scalars.insert(contentsOf: piece, at: min(place, scalars.count))
            }
            return String(String.UnicodeScalarView(scalars))
        } + seeds
    }

    private static func fits(_ text: String, _ schema: ControlProtocol.Schema) throws -> Bool {
        if case .either(let kinds) = schema.kind {
            return try kinds.contains { $0.pattern != nil ? try fits(text, $0) : false }
        }
        let pattern = try Regex(try #require(schema.pattern)).matchingSemantics(.unicodeScalar)
        return try pattern.wholeMatch(in: text) != nil
    }

    private static let cursors = [
        "0.0", "kqz1.7", "-a.b", "p.1y2p0ij32e8e8.1", "p.-0.0", "r.5", "r.-5", "c0.", "c-1.af",
        "c1y2p0ij32e8e7.0123456789abcdef", "0", "", "zzzzzzzzzzzzz.zzzzzzzzzzzzz",
    ]

    @Test func `cursors of articles`() throws {
        for text in Self.texts(Self.cursors) {
            let isTaken = ArticleQuery.Order.allCases.contains {
                (try? ListCursor(text: text, order: $0)) != nil
            }
            #expect(try isTaken == Self.fits(text, .articleCursor), "\(text.debugDescription)")
            #expect(
                try ((try? ListCursor(text: text, order: .filed)) != nil)
                    == Self.fits(text, .filedCursor), "\(text.debugDescription)")
            #expect(
                try ArticleQuery.isFollowing(text) == Self.fits(text, .momentOrPlace("")),
                "\(text.debugDescription)")
        }
    }

    @Test func `cursors of feeds`() throws {
        let seeds = ["0.ab12.https://a.example/x.y", "4.a.b", "5.a.b", "0..b", "0.a.", "00.a.b"]
        for text in Self.texts(seeds) {
            #expect(
                try (FeedPlace(cursor: text) != nil) == Self.fits(text, .feedCursor),
                "\(text.debugDescription)")
        }
    }

    @Test func `what is taken of a feed fits its form`() throws {
        let seeds = ["1h30m", "999999999ms", "0000000001s", "15m", "100w"]
        for text in Self.texts(seeds) where DurationText.parse(text) != nil {
            #expect(try Self.fits(text, .duration), "\(text.debugDescription)")
        }
        func isTaken(_ change: (inout FeedSubscription) -> Void) -> Bool {
            var feed = FeedSubscription(url: "https://a.example/")
            change(&feed)
            return FeedCheck.faults(of: feed).allSatisfy(\.isAbsence)
        }
        for text in Self.texts(["token", ".", "..", "a.b-c_d", "..a", "a/b", ":"]) {
            #expect(
                try isTaken { $0.credential = text } == Self.fits(text, .credentialName("")),
                "\(text.debugDescription)")
        }
        let addresses = ["https://a.example/x", "HTTP://[::1]:80/", "http://é.example?q#f"]
        for text in Self.texts(addresses) where isTaken({ $0.url = text }) {
            #expect(try Self.fits(text, .feedAddress("")), "\(text.debugDescription)")
        }
        for text in Self.texts(["a", "Night trains", "a\u{85}b", "\u{FFFE}"])
        where isTaken({ $0.name = text }) {
            #expect(try Self.fits(text, .line()), "\(text.debugDescription)")
        }
    }
}
