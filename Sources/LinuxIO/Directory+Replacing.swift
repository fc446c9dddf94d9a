extension Directory {
    /// Puts new bytes in the place of a file, whole or not at all (rename(2)). Where that fails, as on a full disk, nothing is
    /// left that takes the room which others need.
    ///
    /// - Parameters:
    ///   - temporary: the name under which they are written; what an earlier run left there goes.
    ///   - modified: when the content last changed, nanoseconds since 1970; nil for now.
    ///   - isSynced: whether the bytes are on the disk before the file has its name. Its name is when the directory is synced.
    public func replace(
        _ name: FileName, with bytes: [UInt8], by temporary: FileName, mode: UInt32 = 0o644,
        modified: Int64? = nil, isSynced: Bool = false
    ) throws(SystemError) {
        if try status(of: temporary) != nil { try remove(temporary) }
        let file = try createFile(temporary, mode: mode)
        do throws(SystemError) {
            try file.write(bytes)
            if let modified { try file.setModified(modified) }
            if isSynced { try file.sync() }
            try rename(temporary, to: name)
        } catch {
            // The first fault is the one to tell of.
            try? remove(temporary)
            throw error
        }
    }
}
