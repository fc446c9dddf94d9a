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
        let chunk = 256 * 1024
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(limit, max(0, (try? status().size) ?? 0)) + 1)
        var buffer = [UInt8](repeating: 0, count: chunk)
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
    public func sync() throws(SystemError) {
        guard fsync(descriptor) == 0 else {
            throw SystemError(call: "fsync", path: path, errno: errno)
        }
    }

    public func status() throws(SystemError) -> FileStatus {
        var info = stat()
        guard unsafe fstat(descriptor, &info) == 0 else {
            throw SystemError(call: "fstat", path: path, errno: errno)
        }
        return FileStatus(info)
    }
}
