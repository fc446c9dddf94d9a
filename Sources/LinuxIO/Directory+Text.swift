/// The calls of `Directory` for names that are our own, and so are text.
extension Directory {
    public func directory(_ name: String) throws(SystemError) -> Directory {
        try directory(FileName(name))
    }

    public func makeDirectory(_ name: String, mode: UInt32 = 0o755) throws(SystemError) {
        try makeDirectory(FileName(name), mode: mode)
    }

    public func openFile(_ name: String) throws(SystemError) -> File {
        try openFile(FileName(name))
    }

    public func createFile(_ name: String, mode: UInt32 = 0o644) throws(SystemError) -> File {
        try createFile(FileName(name), mode: mode)
    }

    public func appendFile(_ name: String, mode: UInt32 = 0o644) throws(SystemError) -> File {
        try appendFile(FileName(name), mode: mode)
    }

    public func status(of name: String) throws(SystemError) -> FileStatus? {
        try status(of: FileName(name))
    }

    public func rename(_ old: String, to new: String) throws(SystemError) {
        try rename(FileName(old), to: FileName(new))
    }

    public func rename(_ old: String, into target: borrowing Directory, as new: String)
        throws(SystemError)
    {
        try rename(FileName(old), into: target, as: FileName(new))
    }

    public func remove(_ name: String) throws(SystemError) {
        try remove(FileName(name))
    }

    public func removeDirectory(_ name: String) throws(SystemError) {
        try removeDirectory(FileName(name))
    }

    /// The names in this directory that are UTF-8, in no order; the others are counted in `unreadable`.
    /// `entries()` gives every name.
    public func names() throws(SystemError) -> (names: [String], unreadable: Int) {
        var names: [String] = []
        var unreadable = 0
        for entry in try entries() {
            if let text = String(validating: entry.name.bytes, as: UTF8.self) {
                names.append(text)
            } else {
                unreadable += 1
            }
        }
        return (names, unreadable)
    }
}
