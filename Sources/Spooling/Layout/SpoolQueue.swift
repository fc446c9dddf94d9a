import LinuxIO

/// A folder of the spool (DESIGN §6).
public enum SpoolQueue: String, Sendable, Codable, CaseIterable {
    /// Where people and programs drop documents.
    case incoming
    /// Claimed, being filed.
    case active
    /// A passing fault: tried again, later and later.
    case deferred
    /// Will not work: the file, and the reason beside it.
    case corrupt
    /// Put there by an operator.
    case hold
    /// Filed; only with `keep_done`.
    case done

    var folder: FileName { FileName(rawValue) }

    /// Those who may drop belong to the daemon's group.
    var permissions: UInt32 { self == .active ? 0o750 : 0o770 }
}
