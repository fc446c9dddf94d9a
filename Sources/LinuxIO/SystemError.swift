import Glibc

/// A system call that failed: which, on what, and the errno.
public struct SystemError: Error, Sendable, Equatable, CustomStringConvertible {
    public let call: String
    public let path: String
    public let errno: Int32

    public init(call: String, path: String, errno: Int32) {
        self.call = call
        self.path = path
        self.errno = errno
    }

    /// "rename /var/lib/x: No space left on device (28)".
    public var description: String {
        "\(call) \(path): \(reason) (\(errno))"
    }

    /// The system's words for the errno: "No space left on device".
    public var reason: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard unsafe strerror_r(errno, &buffer, buffer.count) == 0 else { return "unknown error" }
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The disk, the quota or the table of inodes is full: a fault that passes.
    public var isOutOfSpace: Bool { errno == ENOSPC || errno == EDQUOT }

    public var isNotFound: Bool { errno == ENOENT }

    /// No more files may be open, in this process or in the system.
    public var isOutOfFiles: Bool { errno == EMFILE || errno == ENFILE }

    /// The name is taken.
    public var isTaken: Bool { errno == EEXIST }

    /// A rename would lead to another file system.
    public var isOtherFileSystem: Bool { errno == EXDEV }

    /// A link stands where none is followed.
    public var isLink: Bool { errno == ELOOP }

    /// The errno of names and paths that are too long.
    public static let nameTooLong = ENAMETOOLONG

    /// A directory could not be watched (`Inotify.watch`).
    public var isOfWatching: Bool { call == "inotify_add_watch" }

    public var isNotPermitted: Bool { errno == EACCES || errno == EPERM }

    /// The file system may not be written: mounted so, or by the kernel after an error of the disk.
    public var isReadOnly: Bool { errno == EROFS }

    /// More bytes than were asked for at most.
    public var isTooLarge: Bool { errno == EFBIG }
}
