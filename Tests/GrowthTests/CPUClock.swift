import Foundation
import Glibc

/// What a piece of work takes of the processor, on a thread of its own: what else the machine does counts little.
enum CPUClock {
    /// Nanoseconds of this thread.
    static func now() -> Int64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    static func nanoseconds(of work: () -> Void) -> Int64 {
        let start = now()
        work()
        return now() - start
    }

    /// Does work on a thread with the stack that a process has, and waits for it.
    static func onThread<Result: Sendable>(
        _ work: @escaping @Sendable () -> Result
    ) async -> Result {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: work()) }
            thread.stackSize = 8 << 20
            thread.start()
        }
    }
}
