import Testing

@testable import BriefModel

@Suite struct MailAddressTests {
    @Test func `reads an address with and without a name`() {
        for (text, name, address) in [
            ("desk@example.org", nil, "desk@example.org"),
            ("Desk <desk@example.org>", "Desk", "desk@example.org"),
            ("\"Desk, the\" <a.b+c@example.org>", "Desk, the", "a.b+c@example.org"),
            ("Zeitung für alle <d@example.org>", "Zeitung für alle", "d@example.org"),
            ("<d@example.org>", nil, "d@example.org"),
        ] as [(String, String?, String)] {
            let found = MailAddress(text)
            #expect(found?.name == name && found?.address == address, "\(text)")
        }
    }

    @Test(arguments: [
        "", "desk", "desk@", "@example.org", "a@b@c", "a b@example.org", "a@exam ple.org",
        "a@example.org\r\nBcc: c@example.org", "A\nB <a@example.org>", "a..b@example.org",
        "ä@example.org", "<a@example.org", "a@example.org, b@example.org",
    ])
    func `takes nothing else`(text: String) { #expect(MailAddress(text) == nil) }
}
