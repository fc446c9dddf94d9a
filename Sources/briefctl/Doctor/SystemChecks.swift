import BriefModel
import FoundationEssentials
import LinuxIO
import Settings

/// What of the machine itself briefd needs.
struct SystemChecks {
    /// Nobody runs this version before it was made.
    private static let firstDay = "2026-01-01T00:00:00Z"

    let configuration: Configuration

    func findings() -> [DoctorFinding] {
        limits() + [clock(), certificates(), cage()] + [names()].compactMap(\.self)
    }

    private func limits() -> [DoctorFinding] {
        [("max_user_instances", 32), ("max_user_watches", 8_192)].compactMap { name, least in
            let path = "/proc/sys/fs/inotify/" + name
            // Where the kernel tells no limit there is nothing to say.
            guard let text = try? String(contentsOfFile: path, encoding: .utf8),
                let limit = Int(text.filter(\.isNumber))
            else { return nil }
            return limit >= least
                ? .ok("inotify", "\(name) is \(limit)")
                : .note(
                    "inotify",
                    "\(name) is \(limit): where it is used up, folders are looked at by the clock",
                    next: "sysctl fs.inotify.\(name)=\(least), and the same in /etc/sysctl.d")
        }
    }

    private func clock() -> DoctorFinding {
        let now = Date()
        guard now.rfc3339 >= Self.firstDay else {
            return .fault(
                "clock", "it says \(now.rfc3339)",
                next: "set it, and have it kept: apt install systemd-timesyncd")
        }
        let isKept = FileManager.default.fileExists(atPath: "/run/systemd/timesync/synchronized")
        return .ok("clock", now.rfc3339 + (isKept ? ", kept by timesyncd" : ""))
    }

    private func certificates() -> DoctorFinding {
        let path = configuration.http.caFile ?? "/etc/ssl/certs/ca-certificates.crt"
        let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        let count = text.split(separator: "\n").count { $0.hasPrefix("-----BEGIN CERTIFICATE") }
        return count > 0
            ? .ok("certificates", "\(count) authorities in \(path)")
            : .fault(
                "certificates", "\(path) holds no certificate: no server can be believed",
                next: configuration.http.caFile == nil
                    ? "apt install ca-certificates" : "mend [http] ca_file")
    }

    private func cage() -> DoctorFinding {
        let cage = Cage.probe()
        return cage.landlock > 0
            ? .ok("sandbox", "this kernel has Landlock \(cage.landlock)")
            : .note(
                "sandbox",
                "this kernel has no Landlock: a document that takes a worker over can read files",
                next:
                    "a kernel of 5.13 or later, with landlock in its list of security modules (lsm=)"
            )
    }

    /// Whether the first feed's host has an address; nil where there is no feed with a name.
    private func names() -> DoctorFinding? {
        guard let host = configuration.feeds.first.flatMap({ URLComponents(string: $0.url)?.host }),
            host.contains(where: \.isLetter), !host.contains(":")
        else { return nil }
        guard configuration.http.proxy == nil else {
            return .ok("names", "a proxy looks them up")
        }
        guard let fault = NameLookup.fault(of: host) else {
            return .ok("names", "\(host) is known")
        }
        return .fault(
            "names", "\(host) is not known: \(fault)",
            next: "look at /etc/resolv.conf: resolvectl query \(host)")
    }
}
