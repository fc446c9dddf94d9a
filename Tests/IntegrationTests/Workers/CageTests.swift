import Foundation
import Testing

/// A process in the cage, as a document that took a worker over would find itself.
@Suite struct CageTests {
    /// What the attempts are aimed at, made so that each of them works where there is no cage.
    private final class Targets {
        let folder: URL
        let list: URL
        private let listener: Int32

        init() throws {
            let folder = URL(fileURLWithPath: NSTemporaryDirectory())
                .appendingPathComponent("cg-" + UUID().uuidString.prefix(8))
            self.folder = folder
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let files = ["credential", "database"].map { folder.appendingPathComponent($0) }
            for file in files { try Data("secret".utf8).write(to: file) }
            let socketPath = folder.appendingPathComponent("socket").path
            list = folder.appendingPathComponent("targets")
            let made = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
            listener = made
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            unsafe withUnsafeMutableBytes(of: &address.sun_path) {
                unsafe $0.copyBytes(from: socketPath.utf8)
            }
            let bound = unsafe withUnsafePointer(to: &address) {
                unsafe $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    unsafe bind(made, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
            guard bound == 0, listen(listener, 8) == 0 else { throw POSIXError(.EADDRNOTAVAIL) }
            let lines = files.map(\.path) + [socketPath, folder.path]
            try lines.joined(separator: "\n").appending("\n")
                .write(to: list, atomically: true, encoding: .utf8)
        }

        deinit {
            close(listener)
            try? FileManager.default.removeItem(at: folder)
        }
    }

    @Test(arguments: [
        "credential", "database", "environ", "mem", "tcp", "udp", "unix", "kill", "ptrace", "fork",
        "exec", "write", "passwd", "bind", "mount", "unlink", "code", "setuid",
    ])
    func `refuses what a reader has no use for`(attempt: String) async throws {
        let targets = try Targets()
        let caged = try await run("cageprobe", ["caged", attempt, targets.list.path])
        // 10: refused; by a signal: killed at it.
        #expect(caged.status == 10 || caged.status == -1, "\(caged)")
        let left = try FileManager.default.contentsOfDirectory(atPath: targets.folder.path)
        #expect(left.sorted() == ["credential", "database", "socket", "targets"])
    }

    /// Else the test above would prove nothing.
    @Test(arguments: ["credential", "database", "unix", "udp", "bind", "fork", "exec", "write"])
    func `is what refuses them`(attempt: String) async throws {
        let targets = try Targets()
        let free = try await run("cageprobe", ["free", attempt, targets.list.path])
        #expect(free.status == 0, "\(free)")
    }

    @Test func `holds every worker of the daemon before it reads a byte`() async throws {
        let root = try TestRoot()
        try root.configure()
        let daemon = try RunningDaemon(root, environment: ["BRIEFD_SECRET": "hush"])
        #expect(await daemon.waitUntilReady())
        var workers: [Int32] = []
        // A worker that has nothing to do for long is let go: on a slow machine before it is looked at.
        for round in 1...5 where workers.isEmpty {
            try root.drop("note-\(round).txt", Prose.text(round))
            #expect(await waitUntil(limit: 60) { root.articles().count == round })
            workers = try children(of: daemon.identifier)
        }
        #expect(!workers.isEmpty)
        for worker in workers {
            let status = try String(contentsOfFile: "/proc/\(worker)/status", encoding: .utf8)
            let lines = status.split(separator: "\n")
            for line in [
                "NoNewPrivs:\t1", "Seccomp:\t2", "CapEff:\t0000000000000000", "Threads:\t1",
            ] {
                #expect(lines.contains { $0 == line }, "\(line) not in\n\(status)")
            }
            let limits = try String(contentsOfFile: "/proc/\(worker)/limits", encoding: .utf8)
            #expect(limits.contains(#/Max open files +3 +3 /#))
            #expect(limits.contains(#/Max file size +0 +0 /#))
            let environment = FileHandle(forReadingAtPath: "/proc/\(worker)/environ")
            let variables = try environment?.readToEnd() ?? Data()
            #expect(!String(decoding: variables, as: UTF8.self).contains("BRIEFD_SECRET"))
        }
        let status = try await daemon.ctl("status", "--json")
        #expect(status.output.contains(#""sandbox" : "full""#), "\(status.output)")
    }

    @Test(arguments: [("landlock", "part"), ("seccomp", "part"), ("both", "none")])
    func `goes on where the kernel lacks a part of it, and says so once`(
        lacking: String, level: String
    ) async throws {
        let root = try TestRoot()
        try root.configure()
        for number in 1...4 { try root.drop("note\(number).txt", Prose.text(number)) }
        let arguments = ["run", "--config", root.configuration.path, "--once"]
        let done = try await run(
            "cageprobe", ["lacking", lacking, Programs.path(of: "briefd")] + arguments)
        #expect(done.status == 0, "\(done.errors)")
        #expect(root.articles().count == 4)
        let lines = done.errors.split(separator: "\n")
        let said = lines.filter { $0.contains("not fully locked in") }
        #expect(said.count == 1 && said.allSatisfy { $0.contains("sandbox=\(level)") })
    }

    private func children(of process: Int32) throws -> [Int32] {
        let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")
        return tasks.flatMap { task in
            let path = "/proc/\(process)/task/\(task)/children"
            let text = FileHandle(forReadingAtPath: path).flatMap { try? $0.readToEnd() }
            return String(decoding: text ?? Data(), as: UTF8.self).split(separator: " ")
                .compactMap { Int32($0) }
        }
    }
}
