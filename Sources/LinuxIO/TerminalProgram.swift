import CLinux
import Glibc

/// A program that takes over the terminal for a while: an editor.
public enum TerminalProgram {
    /// Starts it with our terminal and our environment, and blocks until it ends. It is looked for in PATH where its name
    /// has no slash.
    ///
    /// - Parameter arguments: the first is the program.
    /// - Returns: how it ended.
    public static func run(_ arguments: [String]) -> CommandRun.End {
        var child: Int32 = 0
        let code = unsafe ArgumentList.withPointers(to: arguments) {
            unsafe briefd_spawn_at_terminal($0, &child)
        }
        guard code == 0 else {
            let path = arguments.first ?? ""
            return .notStarted(SystemError(call: "posix_spawn", path: path, errno: code))
        }
        var status: Int32 = 0
        while unsafe waitpid(child, &status, 0) < 0 {
            guard errno == EINTR else { break }
        }
        return CommandRun.End(waitStatus: status)
    }
}
