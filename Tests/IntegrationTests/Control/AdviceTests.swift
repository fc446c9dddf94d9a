import Foundation
import Testing

/// What our messages tell people to do can be done.
@Suite struct AdviceTests {
    private static let sources = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    /// Every "briefctl word" and "briefctl feed word" of the texts, with the options that follow at once.
    private func advice() throws -> Set<[String]> {
        var found: Set<[String]> = []
        let files = FileManager.default.enumerator(atPath: Self.sources.path)
        while let name = files?.nextObject() as? String {
            guard name.hasSuffix(".swift") else { continue }
            let text = try String(
                contentsOf: Self.sources.appendingPathComponent(name), encoding: .utf8)
            let code = text.split(separator: "\n")
                .filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
            // Texts are broken over lines by the formatter.
            let joined = code.replacing(/"\s*\+\s*"/, with: "")
            for match in joined.matches(
                of: /briefctl ((?:feed )?[a-z]+(?:-[a-z]+)*)((?: --[a-z-]+)*)/)
            {
                found.insert(
                    match.1.split(separator: " ").map(String.init)
                        + match.2.split(separator: " ").map(String.init))
            }
        }
        return found
    }

    @Test func `every command that a message names is there, with its options`() async throws {
        let advice = try advice()
        #expect(advice.count > 8, "\(advice)")
        for words in advice.sorted(by: { $0.joined() < $1.joined() }) {
            let command = words.prefix { !$0.hasPrefix("--") }
            let help = try await run("briefctl", ["help"] + command)
            // An unknown command gets the help of all.
            let usage = "briefctl " + command.joined(separator: " ")
            #expect(help.output.contains("USAGE: \(usage)"), "\(words): \(help.output.prefix(300))")
            for option in words.dropFirst(command.count) {
                #expect(help.output.contains(option), "\(words)")
            }
        }
    }

    @Test func `a feed with a missing credential is one from the first minute, until it is given`()
        async throws
    {
        let site = try LoopbackServer { request in
            guard request.header("Authorization") != nil else { return .init(status: 401) }
            return .init(
                headers: [("Content-Type", "application/rss+xml")],
                body: "<rss version=\"2.0\"><channel><title>Tide</title></channel></rss>")
        }
        let root = try TestRoot()
        let settings = """
            [http]
            allow_hosts = ["127.0.0.1"]
            [polling]
            minimum_interval = "10ms"
            per_host_spacing = "1ms"
            """
        try root.configure(settings)
        let secrets = root.url.appendingPathComponent("secrets")
        try FileManager.default.createDirectory(at: secrets, withIntermediateDirectories: true)
        let daemon = try RunningDaemon(
            root, environment: ["CREDENTIALS_DIRECTORY": secrets.path])
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let add = try await daemon.ctl(
            "feed", "add", site.address + "/f", "--credential", "key", "--no-check")
        #expect(add.status == 1)
        #expect(
            add.errors.contains("LoadCredential=") && add.errors.contains("key"), "\(add.errors)")
        let status = try await daemon.ctl("status", "--json")
        #expect(status.status == 1)
        #expect(status.output.contains("\"feeds-credential\""), "\(status.output)")
        #expect(!status.output.contains("by themselves"))
        #expect(try await daemon.ctl("feeds").output.contains("waiting does not mend it"))
        // What is advised is done.
        try "me:secret".write(
            to: secrets.appendingPathComponent("key"), atomically: true, encoding: .utf8)
        let id = try #require(
            status.output.components(separatedBy: "feed poll ").last?.components(separatedBy: ".")
                .first)
        #expect(try await daemon.ctl("feed", "poll", id).status == 0)
        let isWell = try await waitUntil(limit: 60) {
            try await daemon.ctl("status").status == 0
        }
        #expect(isWell, "\(daemon.logText)")
        #expect(await daemon.stop() == 0)
    }

    @Test func `a feed at a private address is one at once, and works when it is allowed`()
        async throws
    {
        let site = try LoopbackServer { _ in
            .init(
                headers: [("Content-Type", "application/rss+xml")],
                body: "<rss version=\"2.0\"><channel><title>Tide</title></channel></rss>")
        }
        let root = try TestRoot()
        try root.configure("[polling]\nminimum_interval = \"10ms\"")
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        let add = try await daemon.ctl(
            "feed", "add", site.address + "/f", "--name", "Low tide", "--no-check")
        #expect(add.status == 1 && add.errors.contains("allow_hosts"), "\(add.errors)")
        #expect(try await daemon.ctl("status").output.contains("feeds-refused-address"))
        try root.configure(
            "[http]\nallow_hosts = [\"127.0.0.1\"]\n[polling]\nminimum_interval = \"10ms\"")
        let reload = try await daemon.ctl("reload")
        #expect(reload.output.contains("It names 0 feeds, 1 more"), "\(reload.output)")
        #expect(try await daemon.ctl("feed", "poll", "Low tide").status == 0)
        let isWell = try await waitUntil(limit: 60) {
            try await daemon.ctl("status").status == 0
        }
        #expect(isWell, "\(daemon.logText)")
        #expect(await daemon.stop() == 0)
    }

    @Test func `what status advises clears each problem, the gravest first`() async throws {
        let site = try LoopbackServer { _ in .init(status: 410) }
        let root = try TestRoot()
        let polling =
            "[http]\nallow_hosts = [\"127.0.0.1\"]\n[polling]\nminimum_interval = \"10ms\"\n"
        try root.configure(polling)
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        _ = try await daemon.ctl(
            "feed", "add", site.address + "/gone", "--name", "Ebb", "--no-check")
        try root.drop("tide.html", Data("%PDF-1".utf8))
        try root.configure(polling + "[nonsense]")
        #expect(try await daemon.ctl("reload").status == 1)
        func codes() async throws -> [String] {
            let text = try await daemon.ctl("status", "--json").output
            return text.components(separatedBy: "\"code\" : \"").dropFirst()
                .compactMap { $0.components(separatedBy: "\"").first }
        }
        let all = ["configuration", "feeds-gone", "spool-corrupt"]
        #expect(try await waitUntil(limit: 60) { try await codes() == all })
        let text = try await daemon.ctl("status").output
        #expect(text.components(separatedBy: "The configuration was not reloaded").count == 2)
        try root.configure(polling)
        #expect(try await daemon.ctl("reload").status == 0)
        #expect(try await codes() == ["feeds-gone", "spool-corrupt"])
        #expect(try await daemon.ctl("feed", "remove", "Ebb").status == 0)
        #expect(try await codes() == ["spool-corrupt"])
        let list = try await daemon.ctl("spool").output
        let id = try #require(
            list.split(separator: "\n").first { $0.contains("corrupt") }?.split(separator: " ")
                .first)
        #expect(try await daemon.ctl("discard", String(id)).status == 0)
        #expect(try await daemon.ctl("status").status == 0)
        #expect(await daemon.stop() == 0)
    }
}
