import Glibc

/// An exclusive lock on a file (flock(2)), held until the value goes or the process dies, however it dies.
///
/// The holder's process id stands in the file, so that the second comer can say who holds it. The file stays
/// when the lock goes: its being there means nothing.
public struct FileLock: ~Copyable, Sendable {
    private let file: File

    /// Takes the lock, or fails at once.
    public init(_ name: String, in directory: borrowing Directory) throws(FileLockError) {
        file = try FileLock.lockedFile(FileName(name), in: directory)
    }

    // Closing is not enough: a child between fork and exec has the descriptor too, and would keep the lock.
    deinit { _ = flock(file.descriptor, LOCK_UN) }

    private static func lockedFile(
        _ name: FileName, in directory: borrowing Directory
    ) throws(FileLockError) -> File {
        let file = try FileLock.opened(name, in: directory)
        let isMine: Bool
        do throws(SystemError) {
            isMine = try FileLock.lock(file)
            if isMine { try FileLock.writeProcessID(to: file) }
        } catch {
            throw .system(error)
        }
        guard isMine else {
            let holder = try? file.readAll(limit: 32)
            throw .held(path: file.path, holder: holder.flatMap(FileLock.processID))
        }
        return file
    }

    private static func opened(
        _ name: FileName, in directory: borrowing Directory
    ) throws(FileLockError) -> File {
        do throws(SystemError) {
            return try directory.updateFile(name)
        } catch {
            throw .system(error)
        }
    }

    private static func lock(_ file: borrowing File) throws(SystemError) -> Bool {
        while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
            if errno == EWOULDBLOCK { return false }
            guard errno == EINTR else {
                throw SystemError(call: "flock", path: file.path, errno: errno)
            }
        }
        return true
    }

    /// A full disk keeps the number out, not the lock.
    private static func writeProcessID(to file: borrowing File) throws(SystemError) {
        guard ftruncate(file.descriptor, 0) == 0 else {
            throw SystemError(call: "ftruncate", path: file.path, errno: errno)
        }
        do throws(SystemError) {
            try file.write(Array("\(getpid())\n".utf8))
        } catch  where error.isOutOfSpace {
        }
    }

    private static func processID(_ bytes: [UInt8]) -> Int32? {
        Int32(String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
