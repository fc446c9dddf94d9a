import Foundation
import LinuxIO
import Testing

@Suite struct LimitedProgramTests {
    private func run(
        _ script: String, _ input: String = "", limit: Duration = .seconds(60),
        outputLimit: Int = 1 << 20, isCancelled: () -> Bool = { false }
    ) throws -> ProgramResult {
        try LimitedProgram(
            ["/bin/sh", "-c", script], memory: 256 << 20, limit: limit, outputLimit: outputLimit
        ).run(on: CagedProgram.Document(Array(input.utf8)), isCancelled: isCancelled)
    }

    @Test func `reads a document, writes another, and speaks apart from it`() throws {
        let result = try run("echo slow page >&2; tr a-z A-Z", "bells and ferries")
        #expect(result.end == .exited(0))
        #expect(result.output == Array("BELLS AND FERRIES".utf8))
        #expect(result.said == Array("slow page\n".utf8))
        #expect(try run("exit 7").end == .exited(7))
        #expect(try run("kill -11 $$").end == .killed(signal: 11))
    }

    @Test func `gets a path, a language, and nothing of ours`() throws {
        let result = try run("env | cut -d= -f1 | sort | tr '\\n' ' '; ls /proc/self/fd | wc -l")
        let words = String(decoding: result.output, as: UTF8.self)
        #expect(words.contains("LANG") && words.contains("PATH") && !words.contains("HOME"))
        // 0, 1, 2, and the folder that ls reads.
        #expect(words.hasSuffix("4\n"), "\(words)")
    }

    @Test func `takes large documents both ways`() throws {
        let words = String(repeating: "bells and ferries\n", count: 200_000)
        let result = try run("cat", words, outputLimit: 16 << 20)
        #expect(result.output.count == words.utf8.count && !result.isTooLong)
    }

    @Test func `has so much memory, and no more`() throws {
        let result = try run("exec perl -e 'my $a = \"x\" x (400 << 20); print length $a'")
        #expect(result.end != .exited(0))
        #expect(result.output.isEmpty)
    }

    @Test func `is ended when it hangs, floods or is not wanted any more`() throws {
        #expect(try run("sleep 1000", limit: .milliseconds(300)).end == .timedOut)
        let loud = try run("exec yes", outputLimit: 100_000)
        #expect(loud.isTooLong && loud.output.count == 100_001)
        #expect(try run("sleep 1000", isCancelled: { true }).end == .cancelled)
    }

    @Test func `leaves nothing behind that it started`() throws {
        for end in ["exit 0", "sleep 1000"] {
            let result = try run(
                "sleep 1000 >/dev/null 2>&1 & echo $!; \(end)", limit: .seconds(1))
            let text = String(decoding: result.output, as: UTF8.self)
            let number = try #require(Int(text.filter(\.isNumber)))
            let isGone = (0..<1_000).contains { _ in
                usleep(5_000)
                let stat = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8)
                return stat.map { $0.contains(") Z ") } ?? true
            }
            #expect(isGone)
        }
    }

    @Test(arguments: ["/nowhere/at-all", "/etc/hostname", "/"])
    func `says that a program is not there, or may not be run`(path: String) throws {
        let result = try LimitedProgram(
            [path], memory: 1 << 30, limit: .seconds(60), outputLimit: 1
        ).run(on: CagedProgram.Document([])) { false }
        guard case .notStarted = result.end else {
            Issue.record("\(result.end)")
            return
        }
    }
}
