import BriefModel
import Foundation
import Glibc
import Testing

/// What breaks in an operator's first hour: the status names it, and what it advises is typed to the letter, after which all is
/// well. Credentials, private addresses and a bad configuration stand in `AdviceTests`, files and folders that may not be read
/// in `PermissionTests`, a daemon that hangs or is none in `ExitStatusTests`, a damaged store in `VerifyTests`.
@Suite struct OperatorsHourTests {
    private struct Status: Decodable {
        struct Problem: Decodable {
            var code: String
            var what: String
            var next: String
        }

        var ok: Bool
        var state: String
        var problems: [Problem]
    }

    private func status(_ daemon: RunningDaemon) async throws -> Status {
        let text = try await daemon.ctl("status", "--json").output
        return try JSONDecoder().decode(Status.self, from: Data(text.utf8))
    }

    private func problem(
        _ code: String, _ daemon: RunningDaemon
    ) async throws -> Status.Problem? {
        try await status(daemon).problems.first { $0.code == code }
    }

    private func isWell(_ daemon: RunningDaemon, within limit: Double = 30) async throws -> Bool {
        try await waitUntil(limit: limit) {
            let status = try await status(daemon)
            return status.ok && status.problems.isEmpty
        }
    }

    /// The command in an advice, up to where the sentence goes on.
    private func command(_ start: String, in advice: String) throws -> [String] {
        let from = try #require(advice.firstRange(of: start), "\(advice)").lowerBound
        let words = advice[from...].split(separator: " ").prefix(4).map {
            $0.trimmingCharacters(in: CharacterSet(charactersIn: ".,;"))
        }
        return Array(words.dropFirst())
    }

    private static let polling = """
        [http]
        allow_hosts = ["127.0.0.1"]
        [polling]
        minimum_interval = "10ms"
        interval = "1h"
        adaptive = false
        per_host_spacing = "1ms"
        backoff_start = "20ms"
        backoff_ceiling = "50ms"

        """

    @Test(arguments: ["lost", "junk", "down"])
    func `a feed that does not answer as one is named, and works when it is asked again`(
        fault: String
    ) async throws {
        let isMended = Switch()
        let site = try LoopbackServer { _ in
            switch (isMended.isOn, fault) {
            case (true, _):
                .init(
                    headers: [("Content-Type", "application/rss+xml")],
                    body: "<rss version=\"2.0\"><channel><title>Tide</title></channel></rss>")
            case (_, "lost"): .init(status: 404)
            case (_, "down"): .init(status: 500)
            default: .init(headers: [("Content-Type", "text/html")], body: "<p>Parked.</p>")
            }
        }
        let root = try TestRoot()
        try root.configure(Self.polling + "[[feed]]\nurl = \"\(site.address)/feed\"\n")
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(
            try await waitUntil(limit: 30) {
                try await problem("feeds-failing", daemon) != nil
            }, "\(daemon.logText)")
        let told = try #require(try await problem("feeds-failing", daemon))
        #expect(told.what.contains(site.address + "/feed"), "\(told)")
        isMended.turnOn()
        let typed = try command("briefctl feed poll", in: told.next)
        let done = try await run("briefctl", ["--runtime", root.runtime.path] + typed)
        #expect(done.status == 0, "\(typed): \(done.errors)")
        #expect(try await isWell(daemon), "\(daemon.logText)")
        #expect(await daemon.stop() == 0)
    }

    @Test func `dropped files that are nothing are named, and go when they are let go`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        let picture = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) + Data(count: 600)
        try root.drop("empty.html", "")
        try root.drop("paper.html", Data("%PDF-1".utf8))
        try root.drop("picture.html", picture)
        try root.drop("brief.html", Prose.page(9301))
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(
            try await waitUntil(limit: 30) {
                try await problem("spool-corrupt", daemon)?.what.hasPrefix("3 dropped files")
                    == true
            }, "\(daemon.logText)")
        let told = try #require(try await problem("spool-corrupt", daemon))
        #expect(told.next.contains("briefctl spool") && told.next.contains("briefctl discard ID"))
        let list = try await daemon.ctl("spool").output
        let ids = list.split(separator: "\n").filter { $0.contains("corrupt") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
        #expect(ids.count == 3, "\(list)")
        for id in ids { #expect(try await daemon.ctl("discard", id).status == 0) }
        #expect(try await isWell(daemon))
        #expect(root.articles().count == 1)
        #expect(await daemon.stop() == 0)
    }

    @Test func `workers that are killed come again, and what they held is filed`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        for round in 0..<3 {
            try root.drop("\(round).html", Prose.page(9400 + round))
            #expect(
                await waitUntil(limit: 60) { root.articles().count == round + 1 },
                "\(round): \(daemon.logText.suffix(2_000))")
            for worker in children(of: daemon.identifier) { kill(worker, SIGKILL) }
        }
        #expect(await daemon.stop() == 0)
    }

    private func children(of parent: Int32) -> [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap(Int32.init).filter { process in
            let text = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
            // "PID (NAME) STATE PARENT …": names may hold anything but end at the last parenthesis.
            let rest = text?.split(separator: ")").last?.split(separator: " ") ?? []
            return rest.count > 1 && Int32(rest[1]) == parent
        }
    }

    @Test func `a screen of twenty columns, a closed pipe and endless names do no harm`()
        async throws
    {
        let root = try TestRoot()
        try root.configure()
        let title = (0..<1_400).map { "harbour\($0)" }.joined(separator: " ")
        try root.drop("long.html", Prose.page(9501).replacing("<title>", with: "<title>\(title) "))
        try root.drop("word.html", "<title>\(String(repeating: "x", count: 10_000))</title>")
        for number in 0..<30 { try root.drop("\(number).html", Prose.page(9510 + number)) }
        let daemon = try RunningDaemon(root)
        #expect(await daemon.waitUntilReady(), "\(daemon.logText)")
        #expect(await waitUntil(limit: 60) { root.articles().count >= 31 }, "\(daemon.logText)")
        let program = Programs.path(of: "briefctl")
        func typed(_ line: String) async throws -> Finished {
            try await run(
                "/usr/bin/env",
                [
                    "COLUMNS=20", "BRIEFD_RUNTIME=" + root.runtime.path, "/bin/bash", "-c",
                    "briefctl() { '\(program)' \"$@\"; }; " + line,
                ])
        }
        let status = try await typed("briefctl status")
        #expect(status.status < 2, "\(status.errors)")
        for line in status.output.split(separator: "\n") {
            let isOneWord = !line.trimmingCharacters(in: .whitespaces).contains(" ")
            #expect(line.displayWidth <= 20 || isOneWord, "\(line)")
        }
        for command in [
            "articles", "feeds", "spool", "errors", "articles --all", "search harbour7",
        ] {
            let whole = try await typed("briefctl \(command)")
            #expect(whole.status == 0, "\(command): \(whole.errors)")
            let cut = try await typed("briefctl \(command) | true; echo ${PIPESTATUS[0]}")
            #expect((Int(cut.output.dropLast()) ?? 255) < 2, "\(command): \(cut.output)")
            #expect(cut.errors.isEmpty, "\(command): \(cut.errors)")
        }
        let name = String(repeating: "n", count: 10_000)
        let named = try await daemon.ctl(
            "feed", "add", "http://127.0.0.1:9/f", "--no-check", "--name", name)
        #expect(named.status != 0 && named.errors.contains("at most 1000"), "\(named.errors)")
        let asked = try await daemon.ctl("feed", "poll", name)
        #expect(asked.status != 0 && asked.errors.utf8.count < 30_000)
        #expect(try await daemon.ctl("status").status < 2)
        #expect(await daemon.stop() == 0)
    }
}

/// A store on a disk of its own.
@Suite(.enabled(if: OwnDisk.isAllowed)) struct FullDiskTests {
    @Test func `a full disk is named at once, loses nothing, and heals by itself`() async throws {
        let root = try TestRoot()
        try root.configure()
        for number in 0..<4 { try root.drop("\(number).html", Prose.page(9600 + number)) }
        let script = root.url.appendingPathComponent("script")
        // The sockets lie elsewhere, so that they can be asked from outside.
        try """
        cd '\(root.url.path)' && mkdir -p state/store || exit 90
        mount -t tmpfs -o size=3m x state/store || exit 91
        '\(Programs.path(of: "briefd"))' run --once --config briefd.toml || exit 92
        '\(Programs.path(of: "briefd"))' run --config briefd.toml & daemon=$!
        while [ ! -e fill ]; do sleep 0.1; done
        cat /dev/zero >state/store/filling 2>/dev/null
        touch full
        while [ ! -e free ]; do sleep 0.1; done
        rm state/store/filling
        while [ ! -e end ]; do sleep 0.1; done
        kill $daemon; wait $daemon; status=$?
        find state/store/articles -name '*.md' | wc -l >count
        exit $status
        """.write(to: script, atomically: false, encoding: .utf8)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["unshare", "-Urm", "sh", script.path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        defer { if process.isRunning { process.terminate() } }
        func touch(_ name: String) {
            _ = FileManager.default.createFile(
                atPath: root.url.appendingPathComponent(name).path, contents: nil)
        }
        func says(_ word: String) async -> Bool {
            let asked = try? await run(
                "briefctl", ["--runtime", root.runtime.path, "status", "--json"])
            return asked?.output.contains(word) == true
        }
        #expect(await waitUntil(limit: 60) { await says("\"running\"") })
        touch("fill")
        #expect(
            await waitUntil(limit: 30) {
                FileManager.default.fileExists(
                    atPath: root.url.appendingPathComponent("full").path)
            })
        for number in 4..<12 { try root.drop("\(number).html", Prose.page(9600 + number)) }
        #expect(await waitUntil(limit: 30) { await says("\"store-full\"") })
        #expect(await says("\"degraded\""))
        #expect(await says("ree space"))
        touch("free")
        let heals = await waitUntil(limit: 100) {
            let isWell = await says("\"ok\" : true")
            // What is in work is neither waiting nor filed.
            let left = ["deferred", "active"].flatMap {
                root.files(below: root.url.appendingPathComponent("state/spool/\($0)"))
            }
            return isWell && root.files(below: root.incoming).isEmpty && left.isEmpty
        }
        #expect(heals)
        touch("end")
        await waitUntilExit(process)
        #expect(process.terminationStatus == 0)
        let count = try String(
            contentsOf: root.url.appendingPathComponent("count"), encoding: .utf8)
        #expect(Int(count.trimmingCharacters(in: .whitespacesAndNewlines)) == 12)
    }

    private func waitUntilExit(_ process: Process) async {
        _ = await waitUntil(limit: 30) { !process.isRunning }
    }
}
