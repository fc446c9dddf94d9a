import Foundation
import Testing

@Suite(.serialized) struct PackedFilingTests {
    private func once(_ root: TestRoot) async throws -> Finished {
        try await run("briefd", ["run", "--once", "--config", root.configuration.path])
    }

    private func reason(_ name: String, in root: TestRoot) throws -> [String: Any] {
        let url = root.corrupt.appendingPathComponent(name + ".reason.json")
        let object = try JSONSerialization.jsonObject(with: try Data(contentsOf: url))
        return object as? [String: Any] ?? [:]
    }

    @Test func `files each document of an archive, a mailbox and a mail`() async throws {
        let root = try TestRoot()
        try root.configure()
        let zip = PackedFiles.zip([
            ("press/2026/page.html", Data(Prose.page(1).utf8)),
            ("note.txt", Data(Prose.text(2).utf8)),
            ("letter.eml", Data(PackedFiles.mail(3).utf8)), ("logo.png", Data([0x89, 0x50])),
        ])
        try root.drop("week.zip", zip)
        try root.drop("list.mbox", PackedFiles.mailbox(10..<15))
        try root.drop("wrongly named.txt", PackedFiles.mail(20))
        try root.drop(
            "wrongly named.html", PackedFiles.zip([("a.html", Data(Prose.page(21).utf8))]))
        let end = try await once(root)
        #expect(end.status == 0, "\(end.errors)")
        #expect(root.articles().count == 10)
        let texts = root.articleTexts().joined()
        #expect(texts.contains("source: \"spool:week.zip#press/2026/page.html\""))
        #expect(texts.contains("tags: [\"press\", \"2026\"]"))
        #expect(texts.contains("source: \"spool:list.mbox#5\""))
        #expect(texts.contains("original_type: \"message/rfc822\""))
        #expect(!texts.contains("We use cookies"))
        #expect(root.files(below: root.corrupt).isEmpty)

        try root.drop("again.zip", zip)
        #expect(try await once(root).status == 0)
        #expect(root.articles().count == 10 && root.sightings().count == 3)

        let verified = try await run("briefctl", ["verify", "--config", root.configuration.path])
        #expect(verified.status == 0, "\(verified.output)")
        let again = try await run("briefctl", ["reprocess", "--config", root.configuration.path])
        #expect(again.status == 0, "\(again.errors)")
        #expect(root.articles().count == 10)
        #expect(root.articleTexts().joined().contains("original_type: \"message/rfc822\""))
    }

    @Test func `files a mail that is cut off as partial, also when it is read again`() async throws
    {
        let root = try TestRoot()
        try root.configure()
        let words = "<html><body>" + Prose.paragraphs(30).map { "<p>\($0)</p>\n" }.joined()
        let mail = PackedFiles.mail(30).components(separatedBy: "Content-Type")[0]
        try root.drop("cut.eml", mail + "Content-Type: text/html\n\n" + words)
        let whole = PackedFiles.mail(31).components(separatedBy: "Content-Type")[0]
        let other = "<html><body>" + Prose.paragraphs(31).map { "<p>\($0)</p>\n" }.joined()
        try root.drop("whole.eml", whole + "Content-Type: text/html\n\n" + other + "</body></html>")
        #expect(try await once(root).status == 0)
        for isAgain in [false, true] {
            if isAgain {
                let end = try await run(
                    "briefctl", ["reprocess", "--config", root.configuration.path])
                #expect(end.status == 0, "\(end.errors)")
            }
            let texts = root.articleTexts()
            #expect(texts.count == 2)
            let partial = texts.filter { $0.contains("partial: true") }
            #expect(partial.count == 1 && partial[0].contains("cut.eml"), "\(texts)")
            #expect(partial.first?.contains("cut off") == true)
        }
    }

    @Test func `keeps what holds nothing to file, with the reason`() async throws {
        let root = try TestRoot()
        try root.configure(spool: "max_file = \"1 MiB\"")
        let bomb = PackedFiles.zip([])
        try root.drop("empty.zip", bomb)
        try root.drop("pictures.zip", PackedFiles.zip([("a.png", Data([0x89, 0x50, 0x4E, 0x47]))]))
        let whole = PackedFiles.zip([("a.html", Data(Prose.page(1).utf8))])
        try root.drop("cut.zip", whole.prefix(whole.count / 2))
        try root.drop(
            "feeds.opml",
            "<opml version=\"2.0\"><body><outline xmlUrl=\"http://x.example/\"/></body></opml>")
        try root.drop(
            "large.zip",
            PackedFiles.zip([("a.html", Data(repeating: 0x20, count: 1 << 20))]))
        let end = try await once(root)
        #expect(end.status == 1)
        for (name, code) in [
            ("empty.zip", "nothing-readable"), ("pictures.zip", "nothing-readable"),
            ("cut.zip", "damaged"), ("feeds.opml", "feed-list"), ("large.zip", "too-large"),
        ] {
            #expect(try reason(name, in: root)["code"] as? String == code, "\(name)")
        }
        #expect(root.articles().isEmpty)
    }

    @Test func `files each message once although it is killed in the middle of a mailbox`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        let count = 60
        try root.drop("list.mbox", PackedFiles.mailbox(3_000..<3_000 + count))
        for round in 1...4 {
            let daemon = try RunningDaemon(root)
            try await Task.sleep(for: .milliseconds(200 + 130 * round))
            daemon.kill()
        }
        let daemon = try RunningDaemon(root)
        let isFiled = await waitUntil(limit: 120) {
            root.articles().count >= count && root.files(below: root.incoming).isEmpty
        }
        #expect(isFiled, "\(root.articles().count) articles; \(daemon.logText.suffix(2000))")
        #expect(await daemon.stop() == 0)
        let texts = root.articleTexts()
        for seed in 3_000..<3_000 + count {
            let first = Prose.paragraphs(seed)[0]
            #expect(texts.filter { $0.contains(first) }.count == 1, "message \(seed)")
        }
        #expect(root.files(below: root.corrupt).isEmpty)
    }
}
