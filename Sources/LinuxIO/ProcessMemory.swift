import CLinux

/// How the C library's allocator deals with the memory of this process.
public enum ProcessMemory {
    /// Large blocks go back to the system when they are freed, and threads share two arenas: else each thread keeps
    /// what it once needed, and one large body makes all that follow stay. No huge pages, here and in children.
    public static func keepTight() { briefd_keep_memory_tight() }

    /// Ends what `keepTight` of the parent said of huge pages: for work that fills the memory which it asks for.
    public static func allowHugePages() { briefd_allow_huge_pages() }

    /// Gives back what is free: after the start, which needs more than what comes after it.
    public static func giveBack() { briefd_give_memory_back() }
}
