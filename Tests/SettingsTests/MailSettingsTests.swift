import BriefModel
import Testing

@testable import Settings

@Suite struct MailSettingsTests {
    private func read(_ lines: String) throws -> Configuration {
        try Configuration.read(
            "[[notify]]\non = \"filed\"\ndigest = \"daily 07:00\"\n" + lines, file: "b.toml",
            folder: "/etc")
    }

    @Test func `a hook sends mail`() throws {
        let hook = try #require(
            try read(
                """
                mail = "smtp://mail.example.org:587"
                from = "briefd <briefd@example.org>"
                to = ["a@example.org", "B <b@example.org>"]
                credential = "login"
                """
            ).hooks.first)
        let mail = try #require(hook.mail)
        #expect(mail.to.map(\.address) == ["a@example.org", "b@example.org"])
        #expect(mail.credential == "login" && !mail.isLocal)
        let local = try read(
            "mail = \"smtp://localhost\"\nfrom = \"a@b.example\"\nto = \"c@d.example\"")
        #expect(local.hooks.first?.mail?.isLocal == true)
    }

    @Test(arguments: [
        ("127.0.0.1:25", true), ("127.1.2.3", true), ("[::1]:587", true), ("localhost:25", true),
        ("127.example.org", false), ("localhost.example.org", false), ("10.0.0.1", false),
    ]) func `knows this machine by its addresses`(host: String, isLocal: Bool) throws {
        let address = try #require(MailAddress("a@b.example"))
        let mail = MailSettings(server: "smtp://" + host, from: address, to: [address])
        #expect(mail.isLocal == isLocal)
    }

    @Test(arguments: [
        (
            "mail = \"mail.example.org\"\nfrom = \"a@b.example\"\nto = \"c@d.example\"",
            "mail server"
        ),
        (
            "mail = \"smtp://u:p@m.example\"\nfrom = \"a@b.example\"\nto = \"c@d.example\"",
            "mail server"
        ),
        (
            "mail = \"smtp://m.example/x\"\nfrom = \"a@b.example\"\nto = \"c@d.example\"",
            "mail server"
        ),
        (
            "mail = \"smtp://m.example:0\"\nfrom = \"a@b.example\"\nto = \"c@d.example\"",
            "mail server"
        ),
        ("mail = \"smtp://m.example\"\nto = \"c@d.example\"", "comes from"),
        ("mail = \"smtp://m.example\"\nfrom = \"a@b.example\"", "whom mail is for"),
        ("mail = \"smtp://m.example\"\nfrom = \"a\"\nto = \"c@d.example\"", "no address"),
        (
            "mail = \"smtp://m.example\"\nfrom = \"a@b.example\"\nto = [\"c@d.example\", \"x\"]",
            "no address"
        ),
        ("mail = \"smtp://m.example\"\ncommand = [\"/a\"]", "another way"),
    ])
    func `what is wrong with mail is told`(lines: String, what: String) {
        do {
            _ = try read(lines)
            Issue.record("taken: \(lines)")
        } catch { #expect("\(error)".contains(what), "\(error)") }
    }
}
