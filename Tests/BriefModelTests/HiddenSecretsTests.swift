import BriefModel
import Testing

@Suite struct HiddenSecretsTests {
    @Test(arguments: [
        ("https://a.example/f?token=QUAY", "https://a.example/f?token=***"),
        (
            "https://a.example/f?id=7&access_token=QUAY&n=2#top",
            "https://a.example/f?id=7&access_token=***&n=2#top"
        ),
        ("a?API-KEY=QUAY b?apikey=QUAY", "a?API-KEY=*** b?apikey=***"),
        (
            "x?X-Amz-Signature=QUAY&X-Amz-Credential=QUAY/2026",
            "x?X-Amz-Signature=***&X-Amz-Credential=***"
        ),
        ("f?authToken=QUAY;sig=QUAY", "f?authToken=***;sig=***"),
        ("say \"https://a/?password=QUAY\" twice", "say \"https://a/?password=***\" twice"),
        (
            "f?to=https%3A%2F%2Fb%2F%3Fkey%3DQUAY%26n%3D1",
            "f?to=https%3A%2F%2Fb%2F%3Fkey%3D***%26n%3D1"
        ),
        ("f?key=QU%26AY&n=1", "f?key=***&n=1"),
        ("feed:https://me:QUAY@a.example/f", "feed:https://***@a.example/f"),
        ("f#access_token=QUAY", "f#access_token=***"),
        ("<a href=\"f?a=1&amp;auth=QUAY&amp;b=2\">", "<a href=\"f?a=1&amp;auth=***&amp;b=2\">"),
    ])
    func `hides the value and keeps the rest`(text: String, shown: String) {
        #expect(text.hidingSecrets == shown)
        #expect(shown.hidingSecrets == shown, "once hidden it stays as it is")
        #expect(shown.lacksSecrets && !text.lacksSecrets)
    }

    @Test(arguments: [
        "https://a.example/feed?id=7&format=rss", "https://a.example/?keyword=tide&monkey=1",
        "https://a.example/@quay/feed", "token=QUAY without an address", "mail quay@a.example",
        "https://a.example/token/QUAY", "f?token=", "key_pair_id=7", "author=Ann&authors=B", "",
        "f?key-pair-id=7",
    ])
    func `leaves alone what is no secret`(text: String) {
        #expect(text.hidingSecrets == text)
    }

    @Test func `reads each byte a fixed number of times`() {
        for piece in ["?", "&a", "%3F", "://", "?key=", "%26key%3D", "https://me:"] {
            let text = String(repeating: piece, count: 300_000 / piece.utf8.count)
            let clock = ContinuousClock()
            #expect(clock.measure { _ = text.hidingSecrets } < .seconds(5), "\(piece)")
        }
    }
}
