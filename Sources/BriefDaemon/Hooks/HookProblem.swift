import FoundationEssentials
import Storage

/// What is wrong with hooks, for the status.
enum HookProblem {
    /// So many failures in a row are a problem; fewer pass by themselves.
    private static let failures = 3

    static func all(
        _ standings: [HookStanding], fault: String?, now: Date
    ) -> [DaemonStatus.Problem] {
        var problems: [DaemonStatus.Problem] = []
        if let fault {
            problems.append(
                .init(
                    code: .hooksOutbox, since: now,
                    what: "What hooks are to be told cannot be kept: \(fault)",
                    next: "Articles are filed all the same, and hooks hear of them once that is"
                        + " mended: check the disk of the state folder."))
        }
        let failing = standings.filter {
            $0.stopped != nil || $0.failuresInRow >= failures || $0.dead > 0
        }
        guard let first = failing.first else { return problems }
        let others = failing.count == 1 ? "" : " (And \(failing.count - 1) more hooks.)"
        let dead = first.dead == 0 ? "" : " \(first.dead) messages were given up."
        let why = first.stopped ?? first.why ?? "see its dead letters"
        problems.append(
            .init(
                code: .hooksFailing, since: first.failingSince ?? now,
                what: first.stopped == nil
                    ? "The hook \(first.name) does not get through: \(why).\(dead)\(others)"
                    : "The hook \(first.name) is stopped: \(why).\(dead)\(others)",
                next: "See briefctl hooks; mend the receiver, then briefctl hooks retry"
                    + " \"\(first.name)\"."))
        return problems
    }
}
