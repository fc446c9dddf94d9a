import BriefModel
import FoundationEssentials
import Logging
import Spooling
import Storage

extension SpoolIntake {
    /// What a scan found that an operator should know.
    func note(_ scan: SpoolScan) {
        for gone in scan.quarantined { tellQuarantine(gone.name, gone.reason) }
        if scan.ready.isEmpty, scan.deferred == 0 {
            // What could not be taken has gone another way.
            status.clear(.spoolNotTaken)
            status.clear(.spoolFull)
        }
        tellStuck(scan)
        tellStuckClaims()
        tellUnwatched(scan)
        guard let first = scan.notTaken.first else { return status.clear(.spoolFolderLeft) }
        let count = scan.notTaken.count
        status.raise(
            .spoolFolderLeft,
            what: count == 1
                ? "A folder in the spool is not taken, \(first.name). \(first.why)"
                : "\(count) folders in the spool are not taken, the first is \(first.name). \(first.why)",
            next: first.next)
    }

    /// Each cause has a problem of its own, for each has its own remedy.
    private func tellStuck(_ scan: SpoolScan) {
        for (code, kinds) in ProblemCode.faults {
            guard let first = scan.stuck.first(where: { kinds.contains($0.fault.kind) }) else {
                status.clear(code)
                continue
            }
            let count = kinds.reduce(0) { $0 + (scan.stuckCounts[$1] ?? 0) }
            let noun = first.fault.kind.isOfFolders ? "folder" : "file"
            let what =
                count == 1
                ? "1 \(noun) in the spool cannot be taken, \(first.name): \(first.fault.why)"
                : "\(count) \(noun)s in the spool cannot be taken, the first is \(first.name):"
                    + " \(first.fault.why)"
            let place =
                first.name.hasPrefix("/") ? first.name : spoolPath + "/incoming/" + first.name
            status.raise(code, what: what, next: first.fault.next(at: place))
        }
    }

    private func tellUnwatched(_ scan: SpoolScan) {
        if scan.watchFault == nil {
            status.clear(.inotifyInstances)
        } else {
            status.raise(
                .inotifyInstances,
                what:
                    "Linux gives no more inotify instances away (fs.inotify.max_user_instances): what is"
                    + " dropped is found by looking through \(scan.unwatched) folders every few seconds.",
                next:
                    "Raise the limit, for example: sysctl fs.inotify.max_user_instances=1024; put it into"
                    + " /etc/sysctl.d too. briefd then takes it up by itself.")
        }
        if scan.unwatched == 0 || scan.watchFault != nil {
            status.clear(.inotifyWatches)
        } else {
            status.raise(
                .inotifyWatches,
                what: "\(scan.unwatched) folders in the spool cannot be watched"
                    + " (fs.inotify.max_user_watches): what is dropped there is found by looking through them"
                    + " every few seconds.",
                next:
                    "Raise the limit, for example: sysctl fs.inotify.max_user_watches=1048576; put it into"
                    + " /etc/sysctl.d too. briefd then takes it up by itself.")
        }
    }

    func tellStuckClaims() {
        guard let first = stuck.first else { return status.clear(.spoolClaimStuck) }
        let others = stuck.count == 1 ? "" : " (and \(stuck.count - 1) more)"
        status.raise(
            .spoolClaimStuck, what: "\(first.name)\(others) stays in active/: \(first.why)",
            next: "Check the disk; it is tried again by itself.")
    }

    func tellNotTaken(_ name: String, _ error: any Error) {
        let isFull = (error as? SpoolError)?.isOutOfSpace == true
        status.raise(
            isFull ? .spoolFull : .spoolNotTaken, what: "\(name) could not be taken: \(error)",
            next: isFull
                ? "Free space or inodes on the disk of \(spoolPath); it is tried again by itself."
                : "Check the disk of \(spoolPath); it is tried again by itself.")
        log.warning("file not taken", metadata: ["spool_item": "\(name)", "error": "\(error)"])
    }

    func tellNotRecovered(_ error: any Error) {
        status.raise(
            .spoolRecovery, what: "Files of the last run stay in active/: \(error)",
            next: "Mend the cause; it is tried again by itself.")
        log.error("spool not recovered", metadata: ["error": "\(error)"])
    }

    func tellNotRead(_ name: String, _ error: any Error) {
        status.raise(
            .spoolNotRead, what: "\(name) could not be read: \(error)",
            next: "Check the disk; it is tried again by itself.")
    }

    func tellDeferred(_ name: String, _ reason: SpoolReason, _ next: Date) {
        status.note(.deferred, subject: name, what: reason.why)
        log.warning(
            "file deferred",
            metadata: [
                "spool_item": "\(name)", "code": "\(reason.code)", "why": "\(reason.why)",
                "next": "\(next.rfc3339)",
            ])
    }

    func tellQuarantine(_ name: String, _ reason: SpoolReason) {
        counts.withLock { $0.quarantined += 1 }
        status.note(.quarantined, subject: name, what: reason.why)
        log.warning(
            "file quarantined",
            metadata: ["spool_item": "\(name)", "code": "\(reason.code)", "why": "\(reason.why)"])
    }

    func tell(_ claim: Claim, _ outcomes: [FilingOutcome]) {
        status.clear(.spoolNotRead)
        for outcome in outcomes {
            if case .filed = outcome { status.meters.count(.articlesFiled, "spool") }
            counts.withLock { counts in
                if case .filed = outcome { counts.filed += 1 } else { counts.sightings += 1 }
            }
            if case .dropped(let rule) = outcome {
                status.note(
                    .dropped, subject: claim.item.name, what: "dropped by the rule \"\(rule)\"")
            } else if let kind = outcome.eventKind {
                status.note(kind, subject: outcome.id, what: claim.item.name)
            }
            log.info(
                "\(outcome.eventKind?.rawValue ?? "unchanged")",
                metadata: ["article": "\(outcome.id)", "spool_item": "\(claim.item.name)"])
        }
    }
}

extension ProblemCode {
    /// What the spool cannot take, by its cause.
    fileprivate static let faults: [(ProblemCode, [SpoolFault.Kind])] = [
        (.spoolStuck, [.unreadable]), (.spoolFolderClosed, [.unmovable, .closedFolder]),
        (.spoolTooDeep, [.tooDeep]), (.watchMissing, [.missingFolder]),
        (.spoolNotMoved, [.notMoved]), (.spoolFolderUnreadable, [.folder]),
    ]
}
