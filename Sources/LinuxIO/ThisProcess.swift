import CLinux
import Glibc

/// The process that we are.
public enum ThisProcess {
    /// Ends at once (_exit(2)): nothing is flushed and no handler runs.
    public static func end(status: Int32) -> Never {
        _exit(status)
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
