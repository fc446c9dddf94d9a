/// What a backup holds.
public struct BackupReport: Sendable, Equatable {
    public var files = 0
    public var bytes = 0

    public init() {}
}
