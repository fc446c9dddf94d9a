import BriefModel
import Logging
import Spooling
import Storage
import Workers

extension SpoolIntake {
    /// What a scan found that an operator should know.
    func note(_ scan: SpoolScan) {
        for gone in scan.quarantined { tellQuarantine(gone.name, gone.reason) }
        if let first = scan.stuck.first {
            status.raise(
                .spoolStuck,
                what: "\(scan.stuckCount) files in the spool cannot be taken, the first is"
                    + " \(first.name): \(first.why)",
                next:
                    "Let briefd read the files and write their folders, and see that the disk is not full."
            )
        } else {
            status.clear(.spoolStuck)
        }
        tellStuckClaims()
    }

    func tellStuckClaims() {
        guard let first = stuck.first else { return status.clear(.spoolClaimStuck) }
        let others = stuck.count == 1 ? "" : " (and \(stuck.count - 1) more)"
        status.raise(
            .spoolClaimStuck, what: "\(first.name)\(others) stays in active/: \(first.why)",
            next: "Check the disk; it is tried again by itself.")
    }

    /// For reasons and machines.
    static func code(of error: any Error) -> String {
        switch error {
        case StorageError.outOfSpace: "disk-full"
        case let error as SpoolError where error.isOutOfSpace: "disk-full"
        case is StorageError: "store"
        case is WorkerError: "worker"
        case is SpoolError: "spool"
        default: "not-fetched"
        }
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
            counts.withLock { counts in
                if case .filed = outcome { counts.filed += 1 } else { counts.sightings += 1 }
            }
            if let kind = outcome.eventKind {
                status.note(kind, subject: outcome.id, what: claim.item.name)
            }
            log.info(
                "\(outcome.eventKind?.rawValue ?? "unchanged")",
                metadata: ["article": "\(outcome.id)", "spool_item": "\(claim.item.name)"])
        }
    }
}
