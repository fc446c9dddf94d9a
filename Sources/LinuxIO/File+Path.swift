import Glibc

extension File {
    /// Opens a path for reading, links followed: for files that the user named on a command line. A FIFO or device does
    /// not block and is the caller's to refuse (`status().kind`).
    public init(reading path: String) throws(SystemError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw SystemError(call: "open", path: path, errno: errno) }
        self.init(adopting: descriptor, path: path)
    }
}
