import BriefModel
import LinuxIO
import Testing

@testable import Workers

@Suite struct SandboxTests {
    @Test(arguments: [
        (Cage(landlock: 7), Sandbox.Level.full), (Cage(landlock: 1), .full),
        (Cage(files: 38), .part), (Cage(calls: 22), .part), (Cage(privileges: 1), .part),
        (Cage(limits: 1), .part), (Cage(files: 38, calls: 22), .none),
    ])
    func `says how far a cage holds`(cage: Cage, level: Sandbox.Level) {
        let sandbox = Sandbox(cage)
        #expect(sandbox.level == level)
        #expect((sandbox.why == nil) == (level == .full))
    }

    @Test func `names what the kernel lacks and what to do`() throws {
        let why = try #require(Sandbox(Cage(files: 38)).why)
        #expect(why.contains("Landlock (Function not implemented)") && why.contains("kernel"))
    }
}
