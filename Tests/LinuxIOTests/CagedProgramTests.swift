import LinuxIO
import Testing

@Suite struct CagedProgramTests {
    private func run(
        _ arguments: [String], _ input: String = "", seconds: Int = 10, limit: Int = 1 << 20
    ) throws -> CagedProgram.Result {
        let document = try CagedProgram.Document(Array(input.utf8))
        return CagedProgram(
            arguments, memory: 512 << 20, seconds: seconds, outputLimit: limit
        ).run(on: document) { nil }
    }

    @Test func `reads what it is given, and writes what comes of it`() throws {
        let document = try CagedProgram.Document(Array("bells\nferries\n".utf8))
        let program = CagedProgram(
            ["/usr/bin/sort", "-r"], memory: 512 << 20, seconds: 10, outputLimit: 1 << 20)
        for _ in 0..<2 {
            let result = program.run(on: document) { nil }
            #expect(result.end == .exited(0), "\(String(decoding: result.said, as: UTF8.self))")
            #expect(result.output == Array("ferries\nbells\n".utf8))
        }
    }

    @Test(arguments: ["/etc/passwd", "/proc/self/environ", "/root", "/tmp"])
    func `opens no file but what systems are made of`(path: String) throws {
        let result = try run(["/usr/bin/head", "-c", "1", path])
        #expect(result.end == .exited(1))
        #expect(result.output.isEmpty)
    }

    @Test func `runs no other program`() throws {
        let result = try run(["/usr/bin/env", "/usr/bin/id"])
        #expect(result.end != .exited(0))
        #expect(result.output.isEmpty)
    }

    @Test func `makes no process`() throws {
        let result = try run(["/usr/bin/perl", "-e", "print defined(fork) ? 1 : 0"])
        #expect(result.end != .exited(0) || result.output != Array("1".utf8))
    }

    @Test func `is ended when it writes too much or takes too long`() throws {
        let loud = try run(["/usr/bin/yes"], limit: 100_000)
        #expect(loud.isTooLong && loud.output.count == 100_001)
        let slow = try run(["/usr/bin/tail", "-f", "/usr/bin/yes"], seconds: 1, limit: 10 << 20)
        #expect(slow.end == .timedOut)
    }

    @Test func `is ended when nobody waits for it any more`() throws {
        let document = try CagedProgram.Document([])
        let result = CagedProgram(
            ["/usr/bin/yes"], memory: 512 << 20, seconds: 10, outputLimit: 1 << 30
        ).run(on: document) { 0 }
        #expect(result.end == .cancelled && !result.isTooLong)
    }

    @Test func `says that there is no such program`() throws {
        #expect(try run(["/usr/bin/no-such-program"]).end == .exited(127))
        #expect(!CagedProgram.isThere("/usr/bin/no-such-program"))
    }
}
