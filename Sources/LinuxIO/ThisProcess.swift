import Glibc

/// The process that we are.
public enum ThisProcess {
    /// Whether it may write everywhere, as the user root (geteuid(2)).
    public static var isRoot: Bool { geteuid() == 0 }

    /// Ends at once (_exit(2)): nothing is flushed and no handler runs.
    public static func end(status: Int32) -> Never {
        _exit(status)
    }
}
