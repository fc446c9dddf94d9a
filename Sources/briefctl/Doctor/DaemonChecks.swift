import BriefModel
import ControlProtocol
import FoundationEssentials
import LinuxIO

/// Whether the daemon answers, and what it says itself.
struct DaemonChecks {
    let runtime: String

    func findings() async -> [DoctorFinding] {
        let status: StatusReply
        do {
            status = try await DaemonClient(runtime: runtime)
                .get("/v1/status", as: StatusReply.self)
        } catch let failure as Failure {
            return [unanswered(failure)]
        } catch {
            return [.fault("daemon", "\(error)", next: "see journalctl -u briefd -n 50")]
        }
        var findings = [DoctorFinding.ok("daemon", "answers at \(runtime): \(status.summary)")]
        if status.version != Version.number {
            findings.append(
                .note(
                    "version",
                    "briefd \(status.version) runs, and this program is of \(Version.number)",
                    next: "systemctl restart briefd"))
        }
        findings += status.problems.map {
            let isFault = !status.ok
            return isFault
                ? .fault($0.code, $0.what, next: $0.next) : .note($0.code, $0.what, next: $0.next)
        }
        findings.append(control)
        return findings
    }

    private func unanswered(_ failure: Failure) -> DoctorFinding {
        switch failure.status {
        case 3:
            .fault(
                "daemon", failure.message,
                next:
                    "systemctl start briefd; where it ends again, journalctl -u briefd -n 50 says why"
            )
        case 4:
            .fault(
                "daemon", failure.message,
                next: "put this user into the group briefd (adduser USER briefd) and log in anew")
        default: .fault("daemon", failure.message, next: "see journalctl -u briefd -n 50")
        }
    }

    private var control: DoctorFinding {
        let path = runtime + "/control.sock"
        return FileManager.default.isWritableFile(atPath: path)
            ? .ok("control", "this user may steer")
            : .note(
                "control", "this user may look in, and not steer",
                next: "give orders as root or as the account that briefd runs as")
    }
}

/// How the service manager sees the unit.
enum UnitCheck {
    private static let systemctl = "/usr/bin/systemctl"

    static func findings() -> [DoctorFinding] {
        let files = FileManager.default
        guard files.fileExists(atPath: "/run/systemd/system"),
            files.isExecutableFile(atPath: systemctl)
        else { return [.ok("unit", "there is no systemd here to ask")] }
        let (end, said) = CommandRun.run(
            [
                systemctl, "show", "briefd.service", "-p",
                "LoadState,ActiveState,UnitFileState,NRestarts,Result",
            ], input: [], limit: .seconds(10), isCancelled: { false })
        guard end == .exited(0) else {
            return [
                .note("unit", "systemctl does not answer", next: "ask it: systemctl status briefd")
            ]
        }
        return [finding(String(decoding: said, as: UTF8.self))]
    }

    /// - Parameter text: lines of NAME=VALUE.
    static func finding(_ text: String) -> DoctorFinding {
        let pairs = text.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1) }
        let values = Dictionary(
            pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) },
            uniquingKeysWith: { first, _ in first })
        let active = values["ActiveState"] ?? "unknown"
        guard values["LoadState"] == "loaded" else {
            return .note(
                "unit", "there is no unit briefd.service",
                next: "install the package, or systemd/ of the source")
        }
        let restarts = Int(values["NRestarts"] ?? "") ?? 0
        switch (active, values["UnitFileState"]) {
        case ("failed", _):
            return .fault(
                "unit", "briefd.service failed (\(values["Result"] ?? "unknown"))",
                next: "journalctl -u briefd -n 50 says why; then systemctl restart briefd")
        case ("active", _) where restarts > 2:
            return .note(
                "unit", "active, and started again \(restarts) times by itself",
                next: "journalctl -u briefd says why it ended")
        case ("active", "disabled"):
            return .note(
                "unit", "active, but not started with the machine",
                next: "systemctl enable briefd")
        case ("active", _): return .ok("unit", "active")
        default:
            return .fault("unit", "briefd.service is \(active)", next: "systemctl start briefd")
        }
    }
}
