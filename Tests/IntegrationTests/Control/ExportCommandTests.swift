import Foundation
import Testing

/// Articles out of the store and into the spool, by briefctl.
@Suite struct ExportCommandTests {
    private func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func `an export goes on where the last one ended`() async throws {
        let root = try TestRoot()
        try root.configure()
        let config = root.configuration.path
        for number in 1...4 { try root.drop("t/n\(number).html", Prose.page(number)) }
        #expect(try await run("briefd", ["run", "--once", "--config", config]).status == 0)
        let first = try await run("briefctl", ["export", "--config", config, "--limit", "3"])
        #expect(first.status == 0, "\(first.errors)")
        let some = try lines(first.output)
        #expect(some.count == 3)
        for line in some {
            #expect(
                (line["text"] as? String)?.isEmpty == false && line["tags"] as? [String] == ["t"])
            #expect((line["markdown"] as? String)?.hasPrefix("---") == false)
        }
        let since = try #require(some.last?["since"] as? String)
        let rest = try await run(
            "briefctl", ["export", "--jsonl", "--config", config, "--since", since])
        #expect(try lines(rest.output).count == 1)
        let none = try await run("briefctl", ["export", "--config", config, "nothingsaysthis"])
        #expect(none.status == 0 && none.output.isEmpty)
        let bad = try await run("briefctl", ["export", "--config", config, "--since", "soon"])
        #expect(bad.status == 2 && bad.errors.contains("2026-11-21"))
        let table = try await run("briefctl", ["export", "--csv", "--config", config])
        #expect(table.output.hasPrefix("id,title,authors"))
        let book = root.url.appendingPathComponent("b.epub").path
        let made = try await run("briefctl", ["export", "--epub", "--config", config, "-o", book])
        #expect(made.status == 0, "\(made.errors)")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: book))
        #expect(bytes.starts(with: [0x50, 0x4b]) && bytes.count > 2_000)
        let page = try await run("briefctl", ["export", "--html", "--config", config])
        #expect(page.output.components(separatedBy: "<article").count == 5)
    }

    @Test func `what another program kept is filed with its facts and tags`() async throws {
        let root = try TestRoot()
        try root.configure()
        let config = root.configuration.path
        let page = Prose.page(7)
        let body = try #require(
            page.components(separatedBy: "</h1>").last?.components(separatedBy: "<div").first)
        let entry: [String: Any] = [
            "title": "What the keeper wrote", "url": "https://kept.example/7", "tags": ["kept"],
            "content": body, "published_at": "2025-01-02T03:04:05+00:00",
            "published_by": ["Ann Keeper"],
        ]
        let file = root.url.appendingPathComponent("wallabag.json")
        try JSONSerialization.data(withJSONObject: [entry]).write(to: file)
        let dry = try await run("briefctl", ["import", "--dry-run", "--config", config, file.path])
        #expect(dry.status == 0 && dry.output.contains("1 documents"), "\(dry)")
        #expect(root.files(below: root.incoming).isEmpty)
        let done = try await run("briefctl", ["import", "--config", config, file.path])
        #expect(done.status == 0, "\(done.errors)")
        #expect(try await run("briefd", ["run", "--once", "--config", config]).status == 0)
        let text = try #require(root.articleTexts().first)
        for words in [
            "title: \"What the keeper wrote\"", "url: \"https://kept.example/7\"",
            "tags: [\"kept\"]",
            "published: \"2025-01-02T03:04:05", "authors: [\"Ann Keeper\"]",
        ] {
            #expect(text.contains(words), "\(words): \(text.prefix(900))")
        }
        let bad = try await run("briefctl", ["import", "--config", config, config])
        #expect(bad.status == 1 && bad.errors.contains("no JSON"), "\(bad)")
    }

    @Test func `a model asks in its own protocol, and is told what it asked wrongly`() async throws
    {
        let root = try TestRoot()
        try root.configure()
        try root.drop("n1.html", Prose.page(1))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(await waitUntil(limit: 60) { root.articles().count == 1 })
        let questions = [
            #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-03-26"}}"#,
            #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#,
            #"{"jsonrpc":"2.0","id":"two","method":"tools/list"}"#,
            #"{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"search","arguments":{}}}"#,
            #"{"jsonrpc":"2.0","id":4,"method":"tools/call","params":{"name":"get","arguments":{"id":"zz"}}}"#,
            #"{"jsonrpc":"2.0","id":5,"method":"tools/call","params":{"name":"delete","arguments":{}}}"#,
            #"{"jsonrpc":"2.0","id":6,"method":"nothing"}"#, "no json", "[]", "{}", "",
            #"{"jsonrpc":"2.0","id":7,"method":"ping"}"#,
        ]
        let session = try await run(
            "briefctl", ["--runtime", root.runtime.path, "mcp"],
            input: questions.joined(separator: "\n") + "\n")
        #expect(session.status == 0, "\(session.errors)")
        let answers = try lines(session.output)
        #expect(answers.count == 10, "\(session.output)")
        let start = try #require(answers[0]["result"] as? [String: Any])
        #expect(start["protocolVersion"] as? String == "2025-03-26")
        #expect(answers[1]["id"] as? String == "two")
        let found = try #require(answers[2]["result"] as? [String: Any])
        #expect("\(found)".contains("total") && found["isError"] as? Bool == false, "\(found)")
        let missing = try #require(answers[3]["result"] as? [String: Any])
        #expect(missing["isError"] as? Bool == true)
        for (index, code) in [(4, -32602), (5, -32601), (6, -32700), (7, -32600), (8, -32600)] {
            let error = answers[index]["error"] as? [String: Any]
            #expect(error?["code"] as? Int == code, "\(answers[index])")
        }
        #expect(answers[9]["id"] as? Int == 7)
        #expect(await daemon.stop() == 0)
    }
}
