import Glibc
import LinuxIO
import Testing

@Suite struct EarlyHangUpTests {
    @Test func `remembers a signal that would have ended the process`() async throws {
        EarlyHangUp.remember()
        // To the process: threads of the pool take no signals.
        _ = kill(getpid(), SIGHUP)
        for _ in 0..<6000 where !EarlyHangUp.came { try await Task.sleep(for: .milliseconds(10)) }
        #expect(EarlyHangUp.came)
    }
}
