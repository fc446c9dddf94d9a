import CLinux
import Glibc

/// The process that we are.
public enum ThisProcess {
    /// Ends at once (_exit(2)): nothing is flushed and no handler runs.
    public static func end(status: Int32) -> Never {
        _exit(status)
    }

    /// Keeps the calling thread waiting (usleep(3)): never one of those that tasks share.
    public static func pause(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        guard duration > .zero else { return }
        if seconds > 0 { _ = sleep(UInt32(clamping: seconds)) }
        _ = usleep(UInt32(attoseconds / 1_000_000_000_000))
    }

    /// Keeps other processes of the same account out of this one: its memory, its environment, its descriptors.
    public static func close() { briefd_close_process() }

    /// This process ends with the thread that started it.
    public static func endWithParent() { briefd_end_with_parent() }

    /// When memory is short, this process goes before others.
    ///
    /// - Parameter score: 0 as any other, 1000 before all others (proc_pid_oom_score_adj(5)).
    public static func offerToKiller(score: Int32) { briefd_offer_to_killer(score) }
}
