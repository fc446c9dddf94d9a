import BriefModel
import LinuxIO

extension Sandbox {
    /// What this kernel lets workers be locked into, before one was started.
    static var offered: Sandbox { Sandbox(Cage.probe()) }

    init(_ cage: Cage) {
        let missing = [
            Sandbox.missing("Landlock", cage.files), Sandbox.missing("seccomp", cage.calls),
            Sandbox.missing("giving up privileges", cage.privileges),
            Sandbox.missing("resource limits", cage.limits),
        ].compactMap { $0 }
        let locks = [cage.files, cage.calls].count { $0 == 0 }
        guard !missing.isEmpty else {
            self.init(level: .full)
            return
        }
        self.init(
            level: locks == 0 ? .none : .part,
            why:
                "workers go without \(missing.joined(separator: ", ")); use a kernel that has it, and"
                + " a unit or container that allows it")
    }

    private static func missing(_ name: String, _ code: Int32) -> String? {
        guard code != 0 else { return nil }
        return "\(name) (\(SystemError(call: "", path: "", errno: code).reason))"
    }
}
