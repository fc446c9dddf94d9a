import Glibc

/// The sockets that systemd opened for us (sd_listen_fds(3)), by the names of their units' FileDescriptorName=.
public enum ListenDescriptors {
    /// - Returns: descriptors by name; empty where they are meant for another process.
    public static func inherited(environment: [String: String]) -> [String: Int32] {
        guard environment["LISTEN_PID"].flatMap(Int32.init) == getpid(),
            let count = environment["LISTEN_FDS"].flatMap(Int32.init), (1...64).contains(count)
        else { return [:] }
        let names = (environment["LISTEN_FDNAMES"] ?? "").split(
            separator: ":", omittingEmptySubsequences: false)
        var descriptors: [String: Int32] = [:]
        for index in 0..<count {
            let descriptor = 3 + index
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            let name = names.indices.contains(Int(index)) ? String(names[Int(index)]) : "unknown"
            descriptors[name] = descriptor
        }
        return descriptors
    }
}
