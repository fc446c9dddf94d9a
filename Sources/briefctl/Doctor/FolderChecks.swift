import BriefModel
import LinuxIO
import Settings

/// The folders that briefd works in: whether they are there, whose they are, and what room they have.
struct FolderChecks {
    /// Bytes: with less nothing more can be filed soon; with less it is time to look.
    private static let (least, little) = (128 << 20, 1 << 30)
    private static let fewFiles = 10_000

    let configuration: Configuration

    func findings() -> [DoctorFinding] {
        let paths = configuration.paths
        let folders = [
            ("state", paths.state), ("spool", paths.spool),
            ("drop folder", paths.spool + "/incoming"),
            ("store", paths.store),
        ]
        var findings: [DoctorFinding] = []
        // The first is the state's own: whose that is decides.
        var owner: UInt32?
        var devices: Set<UInt64> = []
        for (name, path) in folders {
            do {
                let directory = try Directory(at: path)
                guard let status = try directory.status(of: ".") else { continue }
                findings.append(owned(name, path, by: status.owner, owner))
                if name == "state" { owner = status.owner }
                if devices.insert(status.device).inserted { findings += room(directory, path) }
            } catch {
                findings.append(missing(name, path, error))
            }
        }
        for watch in configuration.watches {
            findings.append(watched(watch))
        }
        return findings
    }

    private func owned(
        _ name: String, _ path: String, by present: UInt32, _ owner: UInt32?
    ) -> DoctorFinding {
        guard let owner, present != owner else { return .ok(name, path) }
        return .fault(
            name, "\(path) belongs to user \(present), the state to user \(owner)",
            next: "give it to the account that briefd runs as: chown -R briefd: \(path)")
    }

    private func missing(_ name: String, _ path: String, _ error: SystemError) -> DoctorFinding {
        error.isNotFound
            ? .fault(
                name, "\(path) is not there",
                next: "start briefd, which makes it; or mend [paths], or mount its disk")
            : .note(
                name, "\(path) cannot be looked into: \(error)",
                next: "look as root, or as a member of the group briefd")
    }

    private func room(_ directory: borrowing Directory, _ path: String) -> [DoctorFinding] {
        // What the system does not tell is no fault.
        guard let bytes = try? directory.availableBytes() else { return [] }
        let text = "\(bytes >> 20) MiB free at \(path)"
        var findings: [DoctorFinding] = []
        if bytes < Self.least {
            findings.append(
                .fault("disk", text, next: "make room, or move the store: see docs/operating.md"))
        } else if bytes < Self.little {
            findings.append(
                .note("disk", text, next: "make room soon; briefctl gc --dry-run says what may go"))
        } else {
            findings.append(.ok("disk", text))
        }
        if let files = (try? directory.availableFiles()) ?? nil, files < Self.fewFiles {
            findings.append(
                .fault(
                    "disk", "only \(files) more files can be made at \(path)",
                    next: "remove files, or make a file system with more inodes"))
        }
        return findings
    }

    private func watched(_ watch: WatchSettings) -> DoctorFinding {
        do {
            _ = try Directory(at: watch.path)
            return .ok("watch", watch.path)
        } catch {
            return missing("watch", watch.path, error)
        }
    }
}
