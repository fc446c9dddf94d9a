import LinuxIO

/// What a file looks like from outside: as long as it stays so, its content is taken to be what was read last.
struct FileStamp: Equatable {
    /// Bytes.
    var size: Int
    /// Nanoseconds since 1970.
    var modified: Int64
}

extension FileStamp {
    init(_ status: FileStatus) {
        self.init(size: status.size, modified: status.modified)
    }
}
