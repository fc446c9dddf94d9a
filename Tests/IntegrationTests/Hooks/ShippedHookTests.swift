import Foundation
import Testing

/// The programs in contrib/hooks, started as briefd starts them: with JSON on standard input.
@Suite struct ShippedHookTests {
    private static let folder: String = {
        var folder = URL(filePath: #filePath)
        for _ in 0..<4 { folder.deleteLastPathComponent() }
        return folder.appending(path: "contrib/hooks").path
    }()

    private static let article = #"""
        {"id":"3f2a","title":"A \"quoted\" <b>title</b> $(touch pwned) `id` | x","url":"https://n.example/1?a=1&b=2",\#
        "site":"Harbour Notes","filed":"2026-11-27T01:00:00Z","published":"2026-11-20","excerpt":"Short.",\#
        "content_hash":"sha256:1"}
        """#

    private static let digest =
        #"{"id":"msg_2","type":"digest","timestamp":"2026-11-29T06:00:00Z","hook":"week","articles":"#
        + #"[{"priority":5,"file":"x","article":"# + article + "}]}"

    private let root: TestRoot
    private let told: String

    init() throws {
        root = try TestRoot()
        let file = root.url.appending(path: "article.md")
        try "---\nid: \"a\"\n---\n\n# Ferry\n\nThe ferry waits.\n\nNobody rows.\n".write(
            to: file, atomically: true, encoding: .utf8)
        told =
            #"{"id":"msg_1","type":"article.filed","timestamp":"2026-11-28T07:00:00Z","hook":"desk","priority":9,"#
            + "\"file\":\"\(file.path)\",\"article\":\(Self.article)}"
    }

    private func start(
        _ name: String, _ arguments: [String], _ input: String
    ) async throws -> Finished {
        try await run(Self.folder + "/" + name, arguments, input: input)
    }

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func body(_ server: LoopbackServer) throws -> [String: Any] {
        let request = try #require(server.requests.first)
        #expect(request.method == "POST" && request.header("content-type") == "application/json")
        return try object(String(decoding: request.body, as: UTF8.self))
    }

    @Test func `ntfy posts title and address, and fails where nobody answers`() async throws {
        let server = try LoopbackServer { _ in .init() }
        let topic = "http://127.0.0.1:\(server.port)/topic"
        let done = try await start("ntfy", [topic], told)
        #expect(done.status == 0, "\(done.errors)")
        let sent = try body(server)
        #expect(sent["topic"] as? String == "topic" && sent["priority"] as? Int == 5)
        #expect((sent["message"] as? String)?.contains("$(touch pwned) `id` | x") == true)
        #expect(sent["click"] as? String == "https://n.example/1?a=1&b=2")
        try await server.close()
        #expect(try await start("ntfy", [topic], told).status != 0)
        let problem = #"{"id":"m","type":"problem","problem":{"what":"The disk is full."}}"#
        let dry = try await start("ntfy", ["--dry-run", topic], problem)
        #expect(dry.status == 0 && dry.output.contains("The disk is full."), "\(dry)")
    }

    @Test func `slack posts a link, from an address in a file`() async throws {
        let server = try LoopbackServer { _ in .init() }
        let file = root.url.appending(path: "address")
        try "http://127.0.0.1:\(server.port)/services/x\n".write(
            to: file, atomically: true, encoding: .utf8)
        let done = try await start("slack", [file.path], told)
        #expect(done.status == 0, "\(done.errors)")
        let text = try #require(try body(server)["text"] as? String)
        #expect(text.hasPrefix("<https://n.example/1?a=1&b=2|A \"quoted\" &lt;b&gt;title"))
        #expect(server.requests.first?.path == "/services/x")
        let many = try await start("slack", ["--dry-run", file.path], Self.digest)
        #expect(many.status == 0 && many.output.contains("(Harbour Notes)"), "\(many)")
        try await server.close()
    }

    @Test func `mail-digest writes one letter, whose subject no title gets into`() async throws {
        let done = try await start(
            "mail-digest", ["--dry-run", "--from", "a@b.example", "--to", "c@d.example"],
            Self.digest)
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.output.contains("Subject: briefd: 1 article\n"))
        #expect(done.output.contains("Message-ID: <msg_2@briefd.invalid>"))
        #expect(done.output.contains("A \"quoted\" <b>title</b>"))
    }

    @Test func `epub-of-the-week makes a book once`() async throws {
        let folder = root.url.path
        let dry = try await start("epub-of-the-week", ["--dry-run", folder], Self.digest)
        #expect(
            dry.output
                == "briefctl export --epub filed>=2026-11-27 > \(folder)/briefd-2026-11-29.epub\n")
        let empty = #"{"id":"m","type":"digest","timestamp":"2026-11-29T06:00:00Z","articles":[]}"#
        let none = try await start("epub-of-the-week", [folder], empty)
        #expect(none.status == 0 && none.output.isEmpty, "\(none)")
    }

    @Test func `embeddings asks for each piece and keeps the vectors`() async throws {
        let server = try LoopbackServer { _ in
            .init(
                body: #"{"data":[{"embedding":[0.5,1]},{"embedding":[1,2]},{"embedding":[3,4]}]}"#)
        }
        let file = root.url.appending(path: "vectors.jsonl")
        let done = try await start(
            "embeddings",
            [
                "--server", "http://127.0.0.1:\(server.port)/v1", "--model", "small", "--file",
                file.path, "--words", "3",
            ], told)
        #expect(done.status == 0, "\(done.errors)")
        let sent = try body(server)
        #expect(sent["input"] as? [String] == ["# Ferry", "The ferry waits.", "Nobody rows."])
        let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 3)
        let row = try object(String(lines[1]))
        #expect(row["id"] as? String == "3f2a" && row["piece"] as? Int == 1)
        #expect(row["embedding"] as? [Int] == [1, 2])
        try await server.close()
    }
}
