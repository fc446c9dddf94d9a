import BriefModel
import ControlProtocol
import FoundationEssentials
import Storage

/// What `briefctl verify` found in the store and no later look found mended, as a problem with its remedy.
enum VerifyProblem {
    static func problem(of record: VerifyRecord) -> DaemonStatus.Problem? {
        guard let first = record.firstFault else { return nil }
        let count = record.faults
        let things = count == 1 ? "1 thing" : "\(count) things"
        let since = Date(timeIntervalSince1970: Double(first.seen))
        let finding = first.finding
        return .init(
            code: .storeDamaged, since: since,
            what: "briefctl verify found \(things) in the store not as written"
                + "\(count == 1 ? "" : ", the first"): \(finding.path): \(finding.why).",
            next: "\(remedy(of: finding)) Then run briefctl verify: it says what is left to do,"
                + " and when all is mended this ends.")
    }

    private static func remedy(of finding: VerifyReport.Finding) -> String {
        let next = finding.next
        // A catalogue is made anew while nobody has it open.
        return next.contains("briefctl rebuild")
            ? "Run systemctl stop briefd; \(next); then systemctl start briefd."
            : "\(next.prefix(1).uppercased())\(next.dropFirst())."
    }
}

extension StatusReply.Verified {
    /// Nil where nothing was verified yet.
    init?(_ record: VerifyRecord) {
        guard let last = record.last else { return nil }
        self.init(
            at: Date(timeIntervalSince1970: Double(last.ended)).rfc3339,
            part: last.part?.description, articles: last.articles, originals: last.originals,
            faults: record.faults)
    }
}
