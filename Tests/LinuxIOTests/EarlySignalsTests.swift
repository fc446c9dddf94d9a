import Glibc
import LinuxIO
import Testing

@Suite struct EarlySignalsTests {
    @Test func `remembers a hang-up that would have ended the process`() async throws {
        EarlySignals.hold()
        defer {
            for number in [SIGTERM, SIGINT] { _ = signal(number, SIG_DFL) }
        }
        // To the process: threads of the pool take no signals.
        _ = kill(getpid(), SIGHUP)
        for _ in 0..<6000 where !EarlySignals.hangUpCame {
            try await Task.sleep(for: .milliseconds(10))
        }
        #expect(EarlySignals.hangUpCame)
    }
}
