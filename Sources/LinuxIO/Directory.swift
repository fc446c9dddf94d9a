import CLinux
import Glibc

/// An open directory. Every path given to it is relative, and is resolved beneath it without following
/// links (openat2(2), RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS), so that no name leads outside.
public struct Directory: ~Copyable, Sendable {
    public let descriptor: Int32
    /// For messages, and for those who need an absolute path.
    public let path: String

    private init(descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { _ = close(descriptor) }

    /// Opens the directory at an absolute path; the path itself may lead over links.
    public init(at path: String) throws(SystemError) {
        let descriptor = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError(call: "open", path: path, errno: errno) }
        self.init(descriptor: descriptor, path: path)
    }

    /// Opens the directory at an absolute path, and makes it and its parents where they are missing.
    public init(creating path: String, mode: UInt32 = 0o755) throws(SystemError) {
        try Directory.makeParents(of: path, mode: mode)
        if unsafe mkdir(path, mode) != 0, errno != EEXIST {
            throw SystemError(call: "mkdir", path: path, errno: errno)
        }
        try self.init(at: path)
    }

    private static func makeParents(of path: String, mode: UInt32) throws(SystemError) {
        for index in path.indices.dropFirst() where path[index] == "/" {
            let parent = String(path[..<index])
            if unsafe mkdir(parent, mode) != 0, errno != EEXIST, errno != EISDIR {
                // A parent that exists may refuse mkdir with EACCES or EROFS; opening it will tell.
                guard unsafe access(parent, F_OK) == 0 else {
                    throw SystemError(call: "mkdir", path: parent, errno: errno)
                }
            }
        }
    }

    private func openBeneath(_ name: FileName, flags: Int32, mode: UInt32 = 0)
        throws(SystemError) -> Int32
    {
        let opened = unsafe name.withCString { text in
            unsafe briefd_open_beneath(descriptor, text, flags | O_CLOEXEC, mode)
        }
        guard opened >= 0 else {
            throw SystemError(call: "open", path: join(name), errno: errno)
        }
        return opened
    }

    private func join(_ name: FileName) -> String {
        name.isEmpty ? path : path + "/" + name.printable
    }

    /// Opens a directory beneath this one; the empty name is this one again.
    public func directory(_ name: FileName) throws(SystemError) -> Directory {
        Directory(
            descriptor: try openBeneath(
                name.isEmpty ? FileName(".") : name, flags: O_RDONLY | O_DIRECTORY),
            path: join(name))
    }

    /// Makes the directory and its parents, all beneath this one, where they are missing.
    public func makeDirectory(_ name: FileName, mode: UInt32 = 0o755) throws(SystemError) {
        var made = FileName.none
        for part in name.components {
            made = made.appending(part)
            let outcome = unsafe made.withCString { unsafe mkdirat(descriptor, $0, mode) }
            if outcome != 0, errno != EEXIST {
                throw SystemError(call: "mkdir", path: join(made), errno: errno)
            }
        }
    }

    /// Makes one directory; false where the name is taken.
    public func makeNewDirectory(_ name: FileName, mode: UInt32 = 0o755) throws(SystemError)
        -> Bool
    {
        if unsafe name.withCString({ unsafe mkdirat(descriptor, $0, mode) }) == 0 { return true }
        if errno == EEXIST { return false }
        throw SystemError(call: "mkdir", path: join(name), errno: errno)
    }

    /// Gives this directory the permission bits, whatever the umask was.
    public func setPermissions(_ mode: UInt32) throws(SystemError) {
        guard fchmod(descriptor, mode) == 0 else {
            throw SystemError(call: "chmod", path: path, errno: errno)
        }
    }

    /// Opens for reading; a FIFO or device does not block and is the caller's to refuse (`status().kind`).
    public func openFile(_ name: FileName) throws(SystemError) -> File {
        File(
            adopting: try openBeneath(name, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY),
            path: join(name))
    }

    /// Makes a new file for writing; fails with EEXIST where the name is taken.
    public func createFile(_ name: FileName, mode: UInt32 = 0o644) throws(SystemError) -> File {
        File(
            adopting: try openBeneath(
                name, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode),
            path: join(name))
    }

    /// Opens for appending, and makes the file where it is missing.
    public func appendFile(_ name: FileName, mode: UInt32 = 0o644) throws(SystemError) -> File {
        File(
            adopting: try openBeneath(
                name, flags: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, mode: mode),
            path: join(name))
    }

    /// Opens for reading and writing in place, and makes the file where it is missing.
    public func updateFile(_ name: FileName, mode: UInt32 = 0o644) throws(SystemError) -> File {
        File(
            adopting: try openBeneath(name, flags: O_RDWR | O_CREAT | O_NOFOLLOW, mode: mode),
            path: join(name))
    }

    /// The status of a name itself, links not followed; nil where there is none.
    public func status(of name: FileName) throws(SystemError) -> FileStatus? {
        var info = briefd_status()
        let outcome = unsafe name.withCString { unsafe briefd_status_of(descriptor, $0, &info) }
        guard outcome == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw SystemError(call: "stat", path: join(name), errno: errno)
        }
        return FileStatus(info)
    }

    /// Renames beneath this directory; an existing target is replaced (rename(2)).
    public func rename(_ old: FileName, to new: FileName) throws(SystemError) {
        let outcome = unsafe old.withCString { from in
            unsafe new.withCString { unsafe renameat(descriptor, from, descriptor, $0) }
        }
        guard outcome == 0 else {
            throw SystemError(call: "rename", path: join(old), errno: errno)
        }
    }

    /// Renames into another directory of the same file system and fails with EEXIST where the name is taken
    /// (renameat2(2), RENAME_NOREPLACE), and with EXDEV where it is another file system.
    public func rename(_ old: FileName, into target: borrowing Directory, as new: FileName)
        throws(SystemError)
    {
        let there = target.descriptor
        let outcome = unsafe old.withCString { from in
            unsafe new.withCString { unsafe briefd_rename_noreplace(descriptor, from, there, $0) }
        }
        guard outcome == 0 else {
            throw SystemError(call: "rename", path: join(old), errno: errno)
        }
    }

    /// Gives a file of this directory a second name in another directory of the same file system (linkat(2)). False where
    /// the file system, or the file, has no room for one: another disk, one without hard links, too many of them.
    public func link(_ name: FileName, into target: borrowing Directory, as new: FileName)
        throws(SystemError) -> Bool
    {
        let there = target.descriptor
        let outcome = unsafe name.withCString { from in
            unsafe new.withCString { unsafe linkat(descriptor, from, there, $0, 0) }
        }
        if outcome == 0 { return true }
        if [EXDEV, EMLINK, EPERM, EOPNOTSUPP, ENOSYS].contains(errno) { return false }
        throw SystemError(call: "link", path: target.join(new), errno: errno)
    }

    public func remove(_ name: FileName) throws(SystemError) {
        guard unsafe name.withCString({ unsafe unlinkat(descriptor, $0, 0) }) == 0 else {
            throw SystemError(call: "unlink", path: join(name), errno: errno)
        }
    }

    /// Removes an empty directory.
    public func removeDirectory(_ name: FileName) throws(SystemError) {
        guard unsafe name.withCString({ unsafe unlinkat(descriptor, $0, AT_REMOVEDIR) }) == 0
        else {
            throw SystemError(call: "rmdir", path: join(name), errno: errno)
        }
    }

    /// What is in this directory, without "." and "..", in no order.
    public func entries() throws(SystemError) -> [DirectoryEntry] {
        let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw SystemError(call: "open", path: path, errno: errno) }
        guard let stream = unsafe fdopendir(copy) else {
            let code = errno
            _ = close(copy)
            throw SystemError(call: "opendir", path: path, errno: code)
        }
        defer { unsafe closedir(stream) }
        var entries: [DirectoryEntry] = []
        while true {
            let entry = unsafe briefd_next_entry(stream)
            guard let text = unsafe entry.name else { return entries }
            let name = FileName(
                bytes: unsafe Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
            if name.bytes == [0x2E] || name.bytes == [0x2E, 0x2E] { continue }
            let kind = unsafe Directory.kind(entry.type)
            unsafe entries.append(DirectoryEntry(name: name, kind: kind, inode: entry.inode))
        }
    }

    /// What an entry of this directory is, asked of the file itself where the directory did not say; nil when
    /// it is gone.
    public func kind(of entry: DirectoryEntry) throws(SystemError) -> FileStatus.Kind? {
        if let kind = entry.kind { return kind }
        return try status(of: entry.name)?.kind
    }

    private static func kind(_ type: UInt8) -> FileStatus.Kind? {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .directory
        case Int(DT_LNK): .link
        case Int(DT_UNKNOWN): nil
        default: .other
        }
    }

    /// Makes the entries of this directory durable.
    public func sync() throws(SystemError) {
        guard fsync(descriptor) == 0 else {
            throw SystemError(call: "fsync", path: path, errno: errno)
        }
    }

    /// Makes all that was written to this directory's file system durable (syncfs(2)).
    public func syncFileSystem() throws(SystemError) {
        guard briefd_syncfs(descriptor) == 0 else {
            throw SystemError(call: "syncfs", path: path, errno: errno)
        }
    }

    /// Bytes that an ordinary user may still write on this directory's file system.
    public func availableBytes() throws(SystemError) -> Int {
        var info = statvfs()
        guard unsafe fstatvfs(descriptor, &info) == 0 else {
            throw SystemError(call: "statvfs", path: path, errno: errno)
        }
        return Int(info.f_bavail) * Int(info.f_frsize)
    }

    /// Files that an ordinary user may still make there; nil where the file system has no such bound.
    public func availableFiles() throws(SystemError) -> Int? {
        var info = statvfs()
        guard unsafe fstatvfs(descriptor, &info) == 0 else {
            throw SystemError(call: "statvfs", path: path, errno: errno)
        }
        return info.f_files == 0 ? nil : Int(info.f_favail)
    }
}

extension Directory {
    /// Whether this directory's file system is one whose every writer this kernel knows, as it does of a local
    /// disk, and not of a network share.
    public var knowsWriters: Bool { briefd_is_local(descriptor) == 1 }

    /// Gives this directory a default access list (acl(5)) of rwx for owner, group and the group of this process,
    /// so that what others make within is ours to read and to move, whatever their umask and group.
    public func letGroupWriteWithin() throws(SystemError) {
        guard briefd_let_group_write_within(descriptor) == 0 else {
            throw SystemError(call: "fsetxattr", path: path, errno: errno)
        }
    }
}
