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

    private func openBeneath(_ name: String, flags: Int32, mode: UInt32 = 0) throws(SystemError)
        -> Int32
    {
        let descriptor = unsafe briefd_open_beneath(self.descriptor, name, flags | O_CLOEXEC, mode)
        guard descriptor >= 0 else {
            throw SystemError(call: "open", path: join(name), errno: errno)
        }
        return descriptor
    }

    private func join(_ name: String) -> String { path + "/" + name }

    public func directory(_ name: String) throws(SystemError) -> Directory {
        Directory(
            descriptor: try openBeneath(name, flags: O_RDONLY | O_DIRECTORY), path: join(name))
    }

    /// Makes the directory and its parents, all beneath this one, where they are missing.
    public func makeDirectory(_ name: String, mode: UInt32 = 0o755) throws(SystemError) {
        var made = ""
        for part in name.split(separator: "/") {
            made += made.isEmpty ? String(part) : "/" + part
            if unsafe mkdirat(descriptor, made, mode) != 0, errno != EEXIST {
                throw SystemError(call: "mkdir", path: join(made), errno: errno)
            }
        }
    }

    /// Opens for reading; a FIFO or device does not block and is the caller's to refuse (`status().kind`).
    public func openFile(_ name: String) throws(SystemError) -> File {
        File(
            adopting: try openBeneath(name, flags: O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY),
            path: join(name))
    }

    /// Makes a new file for writing; fails with EEXIST where the name is taken.
    public func createFile(_ name: String, mode: UInt32 = 0o644) throws(SystemError) -> File {
        File(
            adopting: try openBeneath(
                name, flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: mode),
            path: join(name))
    }

    /// Opens for appending, and makes the file where it is missing.
    public func appendFile(_ name: String, mode: UInt32 = 0o644) throws(SystemError) -> File {
        File(
            adopting: try openBeneath(
                name, flags: O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, mode: mode),
            path: join(name))
    }

    /// The status of a name itself, links not followed; nil where there is none.
    public func status(of name: String) throws(SystemError) -> FileStatus? {
        var info = stat()
        guard unsafe fstatat(descriptor, name, &info, AT_SYMLINK_NOFOLLOW) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { return nil }
            throw SystemError(call: "stat", path: join(name), errno: errno)
        }
        return FileStatus(info)
    }

    /// Renames beneath this directory; an existing target is replaced (rename(2)).
    public func rename(_ old: String, to new: String) throws(SystemError) {
        guard unsafe renameat(descriptor, old, descriptor, new) == 0 else {
            throw SystemError(call: "rename", path: join(old), errno: errno)
        }
    }

    /// Renames into another directory of the same file system and fails with EEXIST where the name is taken
    /// (renameat2(2), RENAME_NOREPLACE).
    public func rename(_ old: String, into target: borrowing Directory, as new: String)
        throws(SystemError)
    {
        guard
            unsafe briefd_rename_noreplace(descriptor, old, target.descriptor, new) == 0
        else {
            throw SystemError(call: "rename", path: join(old), errno: errno)
        }
    }

    public func remove(_ name: String) throws(SystemError) {
        guard unsafe unlinkat(descriptor, name, 0) == 0 else {
            throw SystemError(call: "unlink", path: join(name), errno: errno)
        }
    }

    /// Removes an empty directory.
    public func removeDirectory(_ name: String) throws(SystemError) {
        guard unsafe unlinkat(descriptor, name, AT_REMOVEDIR) == 0 else {
            throw SystemError(call: "rmdir", path: join(name), errno: errno)
        }
    }

    /// The names in this directory, without "." and "..", in no order. Names that are not UTF-8 are left
    /// out and counted in `unreadable`.
    public func names() throws(SystemError) -> (names: [String], unreadable: Int) {
        let copy = unsafe openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard copy >= 0 else { throw SystemError(call: "open", path: path, errno: errno) }
        guard let stream = unsafe fdopendir(copy) else {
            let code = errno
            _ = close(copy)
            throw SystemError(call: "opendir", path: path, errno: code)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        var unreadable = 0
        while let name = unsafe briefd_next_name(stream) {
            guard let text = unsafe String(validatingCString: name) else {
                unreadable += 1
                continue
            }
            if text != ".", text != ".." { names.append(text) }
        }
        return (names, unreadable)
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
}
