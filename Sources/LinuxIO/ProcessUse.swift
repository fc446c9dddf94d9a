import Glibc

/// What this process uses of the machine.
public struct ProcessUse: Sendable, Equatable {
    /// Of the user and of the system, of all threads; children have their own.
    public var processorSeconds = 0.0
    public var residentBytes = 0
    public var openFiles = 0

    public init() {}

    /// As it is now; what the kernel does not tell stays 0.
    public static var current: ProcessUse {
        var use = ProcessUse()
        var usage = rusage()
        if unsafe getrusage(Int32(RUSAGE_SELF.rawValue), &usage) == 0 {
            use.processorSeconds = seconds(usage.ru_utime) + seconds(usage.ru_stime)
        }
        // proc_pid_statm(5): the second number is the resident set, in pages.
        if let directory = try? Directory(at: "/proc/self"),
            let file = try? directory.openFile("statm"), let bytes = try? file.readAll(limit: 256)
        {
            let numbers = String(decoding: bytes, as: UTF8.self).split(separator: " ")
            if numbers.count > 1, let pages = Int(numbers[1]) {
                use.residentBytes = pages * Int(sysconf(Int32(_SC_PAGESIZE)))
            }
        }
        if let directory = try? Directory(at: "/proc/self/fd"),
            let entries = try? directory.entries()
        {
            // The one that lists them is among them.
            use.openFiles = max(0, entries.count - 1)
        }
        return use
    }

    private static func seconds(_ time: timeval) -> Double {
        Double(time.tv_sec) + Double(time.tv_usec) / 1e6
    }
}
