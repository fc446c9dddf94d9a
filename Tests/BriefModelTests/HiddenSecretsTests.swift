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
        ("f?id_token=QUAY&idToken=QUAY", "f?id_token=***&idToken=***"),
        ("f?apitoken=QUAY&access-token=QUAY", "f?apitoken=***&access-token=***"),
        ("f?auth_key=QUAY&authkey=QUAY", "f?auth_key=***&authkey=***"),
        ("f?refreshtoken=QUAY&clientsecret=QUAY", "f?refreshtoken=***&clientsecret=***"),
        ("f;jsessionid=QUAY?PHPSESSID=QUAY", "f;jsessionid=***?PHPSESSID=***"),
        ("f?a=1&amp;key=QU?AY", "f?a=1&amp;key=***"),
        ("f?session_id=QUAY&connect.sid=QUAY", "f?session_id=***&connect.sid=***"),
        ("f?user%5Btoken%5D=QUAY&api%5Fkey=QUAY", "f?user%5Btoken%5D=***&api%5Fkey=***"),
        ("f?%74oken=QUAY", "f?%74oken=***"),
        ("f?to=b%253Ftoken%253DQUAY%2526n%253D1", "f?to=b%253Ftoken%253D***%2526n%253D1"),
        ("f?to=b%3Fkey%3DQU%2526AY%26n%3D1", "f?to=b%3Fkey%3D***%26n%3D1"),
        ("f?to=https%3A%2F%2Fme%3AQUAY%40b%2Ff", "f?to=https%3A%2F%2F***%40b%2Ff"),
        ("see \"//me:QUAY@a.example/f\"", "see \"//***@a.example/f\""),
        ("https://me:QU@AY@a.example/f", "https://***@a.example/f"),
        ("f?X-Goog-Signature=QUAY&hdnea=QUAY", "f?X-Goog-Signature=***&hdnea=***"),
        ("<a href=\"f?a=1&amp;auth=QUAY&amp;b=2\">", "<a href=\"f?a=1&amp;auth=***&amp;b=2\">"),
    ])
    func `hides the value and keeps the rest`(text: String, shown: String) {
        #expect(text.hidingSecrets == shown)
        #expect(shown.hidingSecrets == shown, "once hidden it stays as it is")
        #expect(shown.lacksSecrets && !text.lacksSecrets, "\(shown)")
    }

    @Test(arguments: [
        "https://a.example/feed?id=7&format=rss", "https://a.example/?keyword=tide&monkey=1",
        "https://a.example/@quay/feed", "token=QUAY without an address", "mail quay@a.example",
        "https://a.example/token/QUAY", "f?token=", "key_pair_id=7", "author=Ann&authors=B", "",
        "f?key-pair-id=7", "f?keyId=7", "a//b@c.example", "//cdn.example/@quay/f",
        "f?id=7&hockey=1&turkey=2&tokens=3&sidebar=4", "50%=@", "%", "%3", "https%3A%2F%2Fa%2F%40b",
    ])
    func `leaves alone what is no secret`(text: String) {
        #expect(text.hidingSecrets == text)
    }

    @Test func `reads each byte a fixed number of times`() {
        for piece in [
            "?", "&a", "%3F", "://", "?key=", "%26key%3D", "https://me:", "%", "%25", "%2F", "//",
            "%3A%2F%2F", "&%61",
        ] {
            let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
            let clock = ContinuousClock()
            #expect(clock.measure { _ = text.hidingSecrets } < .seconds(5), "\(piece)")
        }
    }
}
