import Testing

@testable import BriefModel
@testable import Settings

@Suite struct UnitTextTests {
    @Test(arguments: [
        ("200ms", 200), ("90s", 90_000), ("15m", 900_000), ("1h", 3_600_000), ("8d", 691_200_000),
        ("1h30m", 5_400_000), ("0s", 0),
    ])
    func `durations are read`(text: String, milliseconds: Int) {
        #expect(DurationText.parse(text) == .milliseconds(milliseconds))
    }

    @Test(arguments: [
        "", "90", "s", "1 h", "-1s", "1.5h", "1y", "99999999999999999999s", "999999w",
    ])
    func `what is no duration is refused`(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test(arguments: ["200ms", "1m30s", "15m", "1h", "8d", "0s"])
    func `a duration is written as it is read`(text: String) throws {
        let duration = try #require(DurationText.parse(text))
        #expect(DurationText.format(duration) == text)
    }

    @Test(arguments: [
        ("16 MiB", 16 << 20), ("16MiB", 16 << 20), ("500 kB", 500_000), ("1 GiB", 1 << 30),
        ("512 B", 512),
    ])
    func `sizes are read`(text: String, bytes: Int) {
        #expect(SizeText.parse(text) == bytes)
    }

    @Test(arguments: ["", "16", "MiB", "1.5 MiB", "-1 B", "99999999 GiB"])
    func `what is no size is refused`(text: String) {
        #expect(SizeText.parse(text) == nil)
    }

    @Test func `a suggestion is near or there is none`() {
        #expect(Suggestion.nearest(to: "timout", among: ["timeout", "proxy"]) == "timeout")
        #expect(Suggestion.nearest(to: "colour", among: ["timeout", "proxy"]) == nil)
    }

    @Test(arguments: [
        ("localhost", true), ("localhost:80", true), ("10.0.0.0/8:80", true), ("::1", true),
        ("[::1]:80", true), ("[fd00::]/8:80", true), ("10.0.0.0/33", false), ("host:0", false),
        ("http://host", false), ("", false), ("example.org/8", false),
    ])
    func `an allowed host is a host, an address or a network`(text: String, isSound: Bool) {
        #expect((AllowedHost.fault(text) == nil) == isSound)
    }
}
