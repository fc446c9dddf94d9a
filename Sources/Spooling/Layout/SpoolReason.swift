/// Why a file was deferred or quarantined, for people to read.
public struct SpoolReason: Sendable, Equatable {
    /// A short word for programs: "not-supported", "empty", "too-large", "not-a-file", "killed-workers" …
    public var code: String
    public var what: String
    public var why: String
    /// What to do about it.
    public var next: String

    public init(code: String, what: String, why: String, next: String) {
        self.code = code
        self.what = what
        self.why = why
        self.next = next
    }
}

extension SpoolReason {
    static let retryHint = "then: briefctl retry"

    static let notSupportedCode = "not-supported"

    /// The suffix is of no format that briefd reads.
    ///
    /// - Parameter found: what the file is by its content, where that was looked at: "a ZIP archive".
    public static func notSupported(suffix: String, found: String? = nil) -> SpoolReason {
        SpoolReason(
            code: notSupportedCode, what: "The file was not filed.",
            why: "Files that end in .\(suffix) are not supported."
                + (found.map { " This one is \($0)." } ?? ""),
            next: "Save it as HTML or text and drop that, or discard it.")
    }

    /// Nothing was written to the file for ten times `settle`.
    public static let empty = SpoolReason(
        code: "empty", what: "The file was not filed.", why: "It has no content: 0 bytes.",
        next: "Drop the file again; the program that made it may have failed.")

    /// A link, FIFO, socket or device.
    public static func notAFile(_ kind: String) -> SpoolReason {
        SpoolReason(
            code: "not-a-file", what: "It was moved aside, and never opened or followed.",
            why: "It is \(kind), not a regular file.",
            next: "Drop a copy of the document itself, and discard this.")
    }

    /// Larger than `limit` bytes, as it lies or after decompression.
    public static func tooLarge(limit: Int) -> SpoolReason {
        SpoolReason(
            code: "too-large", what: "The file was not filed.",
            why: "It is larger than \(limit) bytes after decompression.",
            next: "Raise [spool] max_file, \(retryHint); or discard it.")
    }

    /// A worker died while it held the document alone; not yet poisoned.
    static let workerDied = SpoolReason(
        code: "worker-died", what: "The file was not filed yet.",
        why: "The process that read it died.", next: "It is tried once more.")

    /// A part of the document is filed, and the rest was not tried yet.
    static let handedBack = SpoolReason(
        code: "interrupted", what: "The file was not filed as a whole yet.",
        why: "briefd was stopped at it.", next: "Nothing: it goes on by itself.")

    /// Two workers died of the document alone.
    public static let killedWorkers = SpoolReason(
        code: "killed-workers", what: "The file was not filed.",
        why: "The process that read it died of it, twice.",
        next: "Keep the file and report it as a fault of briefd; after an upgrade: briefctl retry.")

    /// By an operator.
    public static let held = SpoolReason(
        code: "held", what: "The file waits.", why: "An operator put it on hold.",
        next: "briefctl release")
}
