import CLinux
import Glibc

/// A Unix stream socket bound in a directory (unix(7)), and the file that stands for it.
///
/// Whoever binds must hold a lock on the directory, so that nobody binds in between. Paths longer than the 107
/// bytes that an address holds are reached through /proc/self/fd.
public struct UnixListener: ~Copyable, Sendable {
    /// Bound, not yet listening. Belongs to whoever takes it over; it is not closed with this value.
    public let descriptor: Int32
    private let directory: Directory
    private let name: FileName
    private let inode: UInt64

    /// Binds `name`. A stale socket is replaced; one that answers never is, nor is any other kind of file.
    ///
    /// - Parameters:
    ///   - mode: at no moment has the file wider permissions.
    ///   - group: who the file is given to, where the group exists and is ours to give.
    public init(
        _ name: FileName, in directory: consuming Directory, mode: UInt32, group: String? = nil
    ) throws(UnixListenerError) {
        let address = UnixListener.address(of: name, in: directory)
        try UnixListener.clear(name, address, in: directory)
        let descriptor = unsafe briefd_bind_unix(address, mode)
        let whole = directory.path + "/" + name.printable
        guard descriptor >= 0 else {
            throw .system(SystemError(call: "bind", path: whole, errno: -descriptor))
        }
        do throws(SystemError) {
            try SocketFile.setAccess(address, mode: mode, group: group)
            inode = try directory.status(of: name)?.inode ?? 0
        } catch {
            _ = close(descriptor)
            throw .system(error)
        }
        self.descriptor = descriptor
        self.directory = directory
        self.name = name
    }

    /// So many may wait to be accepted from now on, also of a socket that listens already (listen(2)); the kernel's bound
    /// is net.core.somaxconn. Who comes to a full queue is turned away at once (EAGAIN).
    public static func widenQueue(of descriptor: Int32, to length: Int32) {
        // Where the kernel refuses, the queue stays as it is.
        _ = listen(descriptor, length)
    }

    /// Removes the socket's file, unless another has taken its place.
    public func removeFile() throws(SystemError) {
        guard try directory.status(of: name)?.inode == inode else { return }
        try directory.remove(name)
    }

    /// Whether something answers on a socket: only a refusal, or no file, means that nothing does.
    public static func answers(_ name: FileName, in directory: borrowing Directory) -> Bool {
        answers(address(of: name, in: directory))
    }

    private static func answers(_ address: String) -> Bool {
        let code = unsafe briefd_probe_unix(address)
        return code != ECONNREFUSED && code != ENOENT
    }

    private static func address(of name: FileName, in directory: borrowing Directory) -> String {
        let text = String(decoding: name.bytes, as: UTF8.self)
        let path = directory.path + "/" + text
        return path.utf8.count <= 107 ? path : "/proc/self/fd/\(directory.descriptor)/\(text)"
    }

    private static func clear(
        _ name: FileName, _ address: String, in directory: borrowing Directory
    ) throws(UnixListenerError) {
        let path = directory.path + "/" + name.printable
        let kind: FileStatus.Kind?
        do throws(SystemError) {
            kind = try directory.status(of: name)?.kind
        } catch {
            throw .system(error)
        }
        guard let kind else { return }
        guard kind == .other else { throw .notASocket(path: path) }
        guard !answers(address) else { throw .inUse(path: path) }
        do throws(SystemError) {
            try directory.remove(name)
        } catch {
            throw .system(error)
        }
    }
}
