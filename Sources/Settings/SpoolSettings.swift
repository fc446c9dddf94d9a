import BriefModel

/// How dropped files are taken: [spool] of the configuration.
public struct SpoolSettings: Sendable, Equatable {
    /// How long a file must be unchanged before it is taken.
    public var settle: Duration
    /// Whether files that were filed are kept in done/.
    public var keepDone: Bool
    /// Counted after decompression.
    public var maxFileBytes: Int
    /// Names of files and folders that are left alone besides those that are known.
    public var ignore: [GlobPattern]
    /// Files in corrupt/ beyond which that is a grave problem; none is ever removed by itself.
    public var corruptAlarm: Int
    /// What is made of a book.
    public var epub: BookParts

    public init(
        settle: Duration = .seconds(1), keepDone: Bool = false,
        maxFileBytes: Int = 32 * 1024 * 1024, ignore: [GlobPattern] = [],
        corruptAlarm: Int = 1000, epub: BookParts = .chapters
    ) {
        self.settle = settle
        self.keepDone = keepDone
        self.maxFileBytes = maxFileBytes
        self.ignore = ignore
        self.corruptAlarm = corruptAlarm
        self.epub = epub
    }

    /// What may come out of one file.
    public var limits: UnpackLimits { UnpackLimits(file: maxFileBytes, book: epub) }
}
