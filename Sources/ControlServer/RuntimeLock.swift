import LinuxIO

/// Keeps a second briefd from opening sockets in the same folder while this one does, or lives.
final class RuntimeLock: Sendable {
    private let lock: FileLock

    /// Makes the folder where it is missing.
    init(_ runtime: String) throws(ControlServerError) {
        let directory: Directory
        do throws(SystemError) {
            directory = try Directory(creating: runtime, mode: 0o750)
        } catch {
            throw .notBound(path: runtime, why: error.description)
        }
        do throws(FileLockError) {
            lock = try FileLock("briefd.lock", in: directory)
        } catch {
            switch error {
            case .held: throw .socketInUse(path: runtime + "/status.sock")
            case .system(let fault): throw .notBound(path: runtime, why: fault.description)
            }
        }
    }
}
