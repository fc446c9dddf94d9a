import Glibc

/// The process that we are.
public enum ThisProcess {
    /// Ends at once (_exit(2)): nothing is flushed and no handler runs.
    public static func end(status: Int32) -> Never {
        _exit(status)
    }
}
