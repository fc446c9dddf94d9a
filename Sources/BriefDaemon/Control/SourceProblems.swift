import FoundationEssentials
import Storage
import Workers

/// What an operator should know of feeds and folders whose documents kill workers, or take much of them.
struct SourceProblems: Sendable {
    let sources: [RemarkableSource]
    let quarantine: [QuarantineCount]
    let feeds: [FeedSnapshot]
    let now: Date

    /// Entries in quarantine are told of for so long: seconds. They stay there.
    private static let recent = 7.0 * 86_400

    var all: [DaemonStatus.Problem] { [killers, heavy].compactMap(\.self) }

    private var killers: DaemonStatus.Problem? {
        let killing = sources.filter { $0.kills > 0 }
        let aside = quarantine.filter { now.timeIntervalSince($0.since) < Self.recent }
        guard !killing.isEmpty || !aside.isEmpty else { return nil }
        var sentences: [String] = []
        if let worst = killing.max(by: { $0.kills < $1.kills }) {
            let others = killing.count == 1 ? "" : " (and \(killing.count - 1) more sources)"
            let times = worst.kills == 1 ? "once" : "\(worst.kills) times"
            sentences.append(
                "Documents of \(worst.name)\(others) killed the process that read them, \(times) within"
                    + " the last hour (\(worst.how)): they come after all others, and have 3 s each, for"
                    + " \((worst.remaining + 59) / 60) minutes more.")
        }
        let count = aside.reduce(0) { $0 + $1.count }
        if let first = aside.first {
            let url = feeds.first { $0.id == first.feed }?.url ?? first.feed
            sentences.append(
                count == 1
                    ? "1 entry is set aside, of \(url)."
                    : "\(count) entries are set aside, the first of \(url).")
        }
        let again = aside.first.map { ", or at briefctl feed poll \($0.feed)" } ?? ""
        return .init(
            code: .documentsKilledWorkers, since: aside.first?.since ?? now,
            what: sentences.joined(separator: " "),
            next: "Report them as a fault of briefd: briefctl errors names each. Another version of"
                + " briefd reads entries again by itself\(again); files in corrupt/ at briefctl retry."
        )
    }

    private var heavy: DaemonStatus.Problem? {
        let heavy = sources.filter { $0.kills == 0 }
        guard let most = heavy.max(by: { $0.workerSeconds < $1.workerSeconds }) else { return nil }
        let others = heavy.count == 1 ? "" : " (and \(heavy.count - 1) more)"
        return .init(
            code: .sourcesHeavy, since: now,
            what:
                "\(most.name)\(others) has taken \(most.workerSeconds) s of the workers within the hour,"
                + " unpacked \(most.unpackedBytes >> 20) MiB and brought \(most.quarantinedBytes >> 20) MiB"
                + " that will not work: its documents come after all others for"
                + " \((most.remaining + 59) / 60) minutes more.",
            next: "Nothing, where that was meant; else look at what it sends: briefctl errors.")
    }
}
