import CLinux
import Glibc

/// A thread of its own, for work that blocks and so must stay off the cooperative pool.
public enum DedicatedThread {
    /// Starts a detached thread that runs `body` and ends with it. All signals are blocked in it.
    ///
    /// - Parameter name: shown by ps and top; the kernel keeps 15 bytes of it.
    public static func start(
        name: String, _ body: @escaping @Sendable () -> Void
    ) throws(SystemError) {
        let start = unsafe Unmanaged.passRetained(Start(name: name, body: body))
        var thread = pthread_t()
        let code = unsafe pthread_create(
            &thread, nil,
            { argument in
                guard let argument = unsafe argument else { return nil }
                let start = unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                start.run()
                return nil
            }, unsafe start.toOpaque())
        guard code == 0 else {
            unsafe start.release()
            throw SystemError(call: "pthread_create", path: name, errno: code)
        }
        pthread_detach(thread)
    }

    /// Lets the calling thread sleep. For dedicated threads only.
    public static func pause(_ time: Duration) {
        let (seconds, attoseconds) = time.components
        var rest = timespec(tv_sec: Int(seconds), tv_nsec: Int(attoseconds / 1_000_000_000))
        // Nothing interrupts it: all signals are blocked there.
        _ = unsafe nanosleep(&rest, nil)
    }

    private final class Start: Sendable {
        private let name: String
        private let body: @Sendable () -> Void

        init(name: String, body: @escaping @Sendable () -> Void) {
            self.name = String(decoding: name.utf8.prefix(15), as: UTF8.self)
            self.body = body
        }

        func run() {
            var signals = sigset_t()
            unsafe sigfillset(&signals)
            unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
            unsafe briefd_name_thread(name)
            body()
        }
    }
}
