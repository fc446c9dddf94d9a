import Glibc

/// The permissions of a Unix socket's file.
public enum SocketFile {
    /// Sets mode and, where the group exists and we may give the file to it, group. A group that does not exist, or is
    /// not ours to give, leaves the file to our own group: on a developer's machine there is no group briefd.
    public static func setAccess(
        _ path: String, mode: UInt32, group: String?
    ) throws(SystemError) {
        if let group, let entry = unsafe getgrnam(group) {
            _ = unsafe chown(path, uid_t.max, entry.pointee.gr_gid)
        }
        guard unsafe chmod(path, mode) == 0 else {
            throw SystemError(call: "chmod", path: path, errno: errno)
        }
    }
}
