import Foundation
import Testing

@Suite struct SpoolFilingTests {
    @Test func `files a page once and leaves the spool empty`() async throws {
        let root = try TestRoot()
        try root.configure()
        try root.drop("harbour/2026/page.html", Prose.page(1))
        let end = try await run("briefd", ["run", "--once", "--config", root.configuration.path])
        #expect(end.status == 0, "\(end.errors)")
        #expect(root.articles().count == 1)
        let text = try #require(root.articleTexts().first)
        #expect(text.contains(Prose.paragraphs(1)[2]))
        #expect(!text.contains("Share this") && !text.contains("cookies"))
        #expect(text.contains("\"harbour\"") && text.contains("\"2026\""))
        let spool = root.incoming.deletingLastPathComponent()
        let left = root.files(below: spool).filter { !$0.hasSuffix(".lock") && !$0.hasPrefix(".") }
        #expect(left.isEmpty, "\(left)")
    }

    @Test func `recognises one article in every guise`() async throws {
        let root = try TestRoot()
        try root.configure()
        let text = Prose.text(2)
        try root.drop("first.txt", text)
        #expect(try await once(root).status == 0)
        #expect(root.articles().count == 1)

        try root.drop("crlf.txt", text.replacingOccurrences(of: "\n", with: "\r\n"))
        try root.drop("utf16.txt", try #require(text.data(using: .utf16)))
        try root.drop("wrapped.txt", wrapped(text, at: 72))
        try root.drop("page.html", Prose.page(2))
        try root.drop(
            "furniture.txt",
            "Skip to content\nHome\nNews\nSport\n\n" + text
                + "\nShare this:\nFacebook\nTwitter\n\nLeave a Reply\n\n"
                + "Your email address will not be published.\n")
        try root.drop("again.txt", text)
        #expect(try await once(root).status == 0)
        #expect(root.articles().count == 1, "\(root.articles())")
        #expect(root.sightings().count == 6)
    }

    @Test func `keeps what it cannot use and writes the reason beside it`() async throws {
        let root = try TestRoot()
        try root.configure()
        try root.drop("scan.xlsx", "PK not really")
        try root.drop(
            "picture.html", Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0]))
        try root.drop("broken.txt.gz", Data([0x1F, 0x8B, 8, 0, 1, 2, 3]))
        try FileManager.default.createSymbolicLink(
            atPath: root.incoming.appendingPathComponent("passwd.txt").path,
            withDestinationPath: "/etc/passwd")
        _ = unsafe mkfifo(root.incoming.appendingPathComponent("pipe.txt").path, 0o600)
        try root.drop("good.html", Prose.page(3))
        let end = try await once(root)
        #expect(end.status == 1)
        #expect(root.articles().count == 1)
        let corrupt = try FileManager.default.contentsOfDirectory(atPath: root.corrupt.path)
        for name in ["scan.xlsx", "picture.html", "broken.txt.gz", "passwd.txt", "pipe.txt"] {
            #expect(corrupt.contains(name), "\(name) in \(corrupt)")
            #expect(corrupt.contains(name + ".reason.json"), "\(name) in \(corrupt)")
        }
        let reason = try Data(
            contentsOf: root.corrupt.appendingPathComponent("scan.xlsx.reason.json"))
        let fields = try #require(
            JSONSerialization.jsonObject(with: reason) as? [String: Any])
        for key in ["file", "since", "code", "what", "why", "next"] {
            #expect(fields[key] is String, "\(key)")
        }
        #expect(!root.articleTexts().joined().contains("root:"))
    }

    @Test func `files the entries of a dropped feed from their own content`() async throws {
        let root = try TestRoot()
        try root.configure()
        let items = (10..<13).map { seed in
            let body = Prose.paragraphs(seed).map { "<p>\($0)</p>" }.joined()
            return "<item><title>\(Prose.title(seed))</title><guid>tag:\(seed)</guid>"
                + "<description><![CDATA[\(body)]]></description></item>"
        }
        try root.drop(
            "feed.xml",
            "<rss version=\"2.0\"><channel><title>Quay</title>\(items.joined())</channel></rss>")
        #expect(try await once(root).status == 0)
        #expect(root.articles().count == 3)
        #expect(root.articleTexts().allSatisfy { $0.contains("register says.") })
    }

    @Test func `keeps entries of a dropped feed apart that link to parts of one page`() async throws
    {
        let root = try TestRoot()
        try root.configure()
        func feed(_ last: String) -> String {
            let notes = ["A first note.", "A second note.", last].enumerated().map { number, text in
                "<item><title>V\(number)</title><link>http://x.example/changes#v\(number)</link>"
                    + "<guid>v\(number)</guid><description>\(text)</description></item>"
            }
            return "<rss version=\"2.0\"><channel><title>Changes</title>\(notes.joined())"
                + "<item><title>Bare</title><link>http://x.example/bare</link></item>"
                + "<item></item></channel></rss>"
        }
        for (name, last) in [
            ("a.xml", "A third note."), ("b.xml", "A third note."),
            ("c.xml", "It was mended since."),
        ] {
            try root.drop(name, feed(last))
            #expect(try await once(root).status == 0)
            #expect(root.articles().count == 4)
        }
        let old = root.store.appendingPathComponent("superseded")
        #expect(root.files(below: old).count == 1)
        #expect(root.sightings().count { $0.contains("\"revision\"") } == 1)
        #expect(root.sightings().count { $0.contains("\"sighting\"") } == 7)
        #expect(root.articleTexts().joined().contains("It was mended since."))
    }

    private func once(_ root: TestRoot) async throws -> Finished {
        try await run("briefd", ["run", "--once", "--config", root.configuration.path])
    }

    private func wrapped(_ text: String, at width: Int) -> String {
        text.components(separatedBy: "\n").map { line in
            var lines: [String] = [""]
            for word in line.split(separator: " ") {
                if lines[lines.count - 1].count + word.count + 1 > width { lines.append("") }
                let last = lines.count - 1
                lines[last] += lines[last].isEmpty ? String(word) : " " + word
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }

    @Test func `does not say that all is done while a file is still being written`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        try root.drop("whole.txt", Prose.text(7001))
        let half = root.incoming.appendingPathComponent("half.txt")
        try Data(Prose.text(7002).utf8).write(to: half)
        let writer = try FileHandle(forUpdating: half)
        let once = ["run", "--once", "--config", root.configuration.path]
        let first = try await run("briefd", once)
        #expect(first.status == 1)
        #expect(first.errors.contains("the spool is not empty"))
        #expect(root.articles().count == 1)
        try writer.close()
        let second = try await run("briefd", once)
        #expect(second.status == 0)
        #expect(root.articles().count == 2)
    }

    @Test func `does not say that all is done while a folder is left alone for its name`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        try root.drop("talk.part/whole.txt", Prose.text(7011))
        try root.drop("@eaDir/thumb.txt", Prose.text(7012))
        try root.drop("half.html.partial", Prose.page(7013))
        try root.drop("Dispatch - example.com", Prose.page(7014))
        let first = try await once(root)
        #expect(first.status == 1)
        #expect(first.errors.contains("talk.part"), "\(first.errors)")
        #expect(!first.errors.contains("@eaDir"))
        #expect(root.articles().count == 1)
        try FileManager.default.moveItem(
            at: root.incoming.appendingPathComponent("talk.part"),
            to: root.incoming.appendingPathComponent("talk"))
        #expect(try await once(root).status == 0)
        #expect(root.articles().count == 2)
        #expect(root.files(below: root.corrupt).isEmpty)
    }

    @Test func `files all of two folders in one go, however many one of them has`() async throws {
        let root = try TestRoot()
        try root.configure()
        for (folder, count) in [("parish", 20), ("harbour", 130)] {
            for number in 0..<count {
                let text =
                    "The keeper of the \(folder) closed gate \(number) before the barge came.\n"
                try root.drop(
                    "\(folder)/\(number).txt", "Note \(number) of the \(folder)\n\n" + text)
            }
        }
        let end = try await once(root)
        #expect(end.status == 0, "\(end.errors.suffix(2_000))")
        #expect(root.articles().count == 150)
    }
}
