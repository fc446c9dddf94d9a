import CLinux
import Glibc

/// An open file, closed when the value goes.
public struct File: ~Copyable, Sendable {
    public let descriptor: Int32
    /// For messages only.
    public let path: String

    public init(adopting descriptor: Int32, path: String) {
        self.descriptor = descriptor
        self.path = path
    }

    deinit { _ = close(descriptor) }

    /// Writes all of `bytes` at the current position.
    public func write(_ bytes: [UInt8]) throws(SystemError) {
        var offset = 0
        while offset < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    descriptor, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if written < 0 {
                if errno == EINTR { continue }
                throw SystemError(call: "write", path: path, errno: errno)
            }
            offset += written
        }
    }

    /// Reads to the end, at most `limit` bytes; one byte more is an EFBIG.
    public func readAll(limit: Int) throws(SystemError) -> [UInt8] {
        let size = min(limit, max(0, (try? status().size) ?? 0))
        // Right where they stay, as long as the file is no longer than it said.
        var isAtEnd = false
        var bytes = unsafe [UInt8](unsafeUninitializedCapacity: size + 1) { room, filled in
            while filled < room.count {
                let count = unsafe Glibc.read(
                    descriptor, room.baseAddress?.advanced(by: filled), room.count - filled)
                if count < 0, errno == EINTR { continue }
                isAtEnd = count == 0
                guard count > 0 else { return }
                filled += count
            }
        }
        if isAtEnd { return bytes }
        if bytes.count > limit { throw SystemError(call: "read", path: path, errno: EFBIG) }
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { room in
                unsafe Glibc.read(descriptor, room.baseAddress, room.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError(call: "read", path: path, errno: errno)
            }
            if count == 0 { return bytes }
            bytes.append(contentsOf: buffer[0..<count])
            if bytes.count > limit { throw SystemError(call: "read", path: path, errno: EFBIG) }
        }
    }

    /// Makes the content durable. A failure is final: the kernel may have dropped the pages (fsync(2)).
    /// Gives this file the permission bits, whatever the umask was.
    public func setPermissions(_ mode: UInt32) throws(SystemError) {
        guard fchmod(descriptor, mode) == 0 else {
            throw SystemError(call: "chmod", path: path, errno: errno)
        }
    }

    public func sync() throws(SystemError) {
        guard fsync(descriptor) == 0 else {
            throw SystemError(call: "fsync", path: path, errno: errno)
        }
    }

    public func status() throws(SystemError) -> FileStatus {
        var info = briefd_status()
        guard unsafe briefd_status_of(descriptor, "", &info) == 0 else {
            throw SystemError(call: "stat", path: path, errno: errno)
        }
        return FileStatus(info)
    }

    /// What the kernel tells of others who have a file open.
    public enum Writers: Sendable, Equatable {
        case none
        case some
        /// Only the owner of a file, or CAP_LEASE, may ask; and not every file system knows.
        case unknown
    }

    /// Whether anybody has this file open for writing. Only files opened for reading can be asked.
    public func writers() -> Writers {
        guard briefd_is_local(descriptor) == 1 else { return .unknown }
        return switch briefd_has_writer(descriptor) {
        case 0: .none
        case 1: .some
        default: .unknown
        }
    }

    /// Sets when the content last changed, as a copy has it from its source: nanoseconds since 1970.
    public func setModified(_ time: Int64) throws(SystemError) {
        guard briefd_set_modified(descriptor, max(0, time)) == 0 else {
            throw SystemError(call: "futimens", path: path, errno: errno)
        }
    }

    /// The same as `copy(to:)`, within the kernel where that can do it: on file systems that know how, both files share
    /// their blocks (copy_file_range(2)).
    public func clone(to target: borrowing File) throws(SystemError) {
        switch briefd_copy_range(descriptor, target.descriptor) {
        case 1: return
        case 0: try copy(to: target)
        default: throw SystemError(call: "copy_file_range", path: target.path, errno: errno)
        }
    }

    /// Writes all of this file, from where it stands, at the current position of `target`.
    public func copy(to target: borrowing File) throws(SystemError) {
        var buffer = [UInt8](repeating: 0, count: 256 * 1024)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { room in
                unsafe Glibc.read(descriptor, room.baseAddress, room.count)
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError(call: "read", path: path, errno: errno)
            }
            if count == 0 { return }
            try target.write(Array(buffer[0..<count]))
        }
    }
}
