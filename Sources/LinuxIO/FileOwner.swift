import CLinux
import Glibc

/// Whose files we make: an administrator's command must not leave files to root that the service cannot write.
public enum FileOwner {
    /// Where we are root and `path` is somebody else's: becomes that account for good, so that what is read from outside
    /// is not read as root, and what is written belongs to the account (setuid(2), all threads).
    public static func become(ownerOf path: String) throws(SystemError) {
        guard let owner = try other(path) else { return }
        var group = owner.group
        guard unsafe setgroups(1, &group) == 0, setgid(owner.group) == 0, setuid(owner.user) == 0
        else { throw SystemError(call: "setuid", path: path, errno: errno) }
    }

    /// Where we are root and `path` is somebody else's: files that this thread makes from now on belong to that account
    /// (setfsuid(2)), and it may still read what only root may.
    public static func makeFiles(asOwnerOf path: String) throws(SystemError) {
        guard let owner = try other(path) else { return }
        briefd_make_files_as(owner.user, owner.group)
    }

    private static func other(_ path: String) throws(SystemError) -> (user: uid_t, group: gid_t)? {
        guard geteuid() == 0 else { return nil }
        var info = stat()
        guard unsafe stat(path, &info) == 0 else {
            throw SystemError(call: "stat", path: path, errno: errno)
        }
        return info.st_uid == 0 ? nil : (info.st_uid, info.st_gid)
    }
}
