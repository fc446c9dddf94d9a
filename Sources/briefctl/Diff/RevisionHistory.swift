import BriefModel
import ControlProtocol

/// How an article changed: for each of its texts when it was filed, and what it says otherwise than the one before.
struct RevisionHistory {
    /// For `--json`.
    struct Report: Encodable {
        struct Revision: Encodable {
            var id: String
            var filed: String
            @Nullable var title: String?
            /// The headline before, where it is another one.
            @Nullable var titleBefore: String?
            /// Words that are new, and words that are gone.
            var wordsAdded: Int
            var wordsRemoved: Int
            /// Empty without --diff.
            var changes: [ArticleDiff.Report.Change] = []
        }

        var id: String
        var revisions: [Revision]
    }

    let report: Report
    private let diffs: [ArticleDiff]

    /// - Parameter articles: the texts of one article, earliest first.
    init(of articles: [ArticleItem], withChanges: Bool) throws {
        let pairs = Array(zip(articles, articles.dropFirst()))
        diffs = try pairs.map { try ArticleDiff(from: $0, to: $1) }
        let first = articles.first.map {
            Report.Revision(
                id: $0.id, filed: $0.filed, title: $0.title, wordsAdded: 0, wordsRemoved: 0)
        }
        let later = zip(pairs, diffs).map { pair, diff in
            Report.Revision(
                id: pair.1.id, filed: pair.1.filed, title: pair.1.title,
                titleBefore: pair.0.title == pair.1.title ? nil : pair.0.title,
                wordsAdded: diff.wordCounts.added, wordsRemoved: diff.wordCounts.removed,
                changes: withChanges ? diff.report.changes : [])
        }
        report = Report(
            id: articles.last?.id ?? "", revisions: (first.map { [$0] } ?? []) + later)
    }

    /// For people: a line a revision, and behind each what changed where `withChanges` is set.
    func lines(withChanges: Bool) -> [String] {
        var lines: [String] = []
        for (index, revision) in report.revisions.enumerated() {
            var line = "\(revision.filed)  \(revision.id)  "
            if index == 0 {
                line += "filed: \(revision.title ?? "-")"
            } else {
                line += "+\(revision.wordsAdded) -\(revision.wordsRemoved) words"
                if let before = revision.titleBefore {
                    line += "; headline \"\(before)\" → \"\(revision.title ?? "-")\""
                }
            }
            lines.append(line.printable)
            if index > 0, withChanges {
                lines += diffs[index - 1].lines().dropFirst().map { "    " + $0 }
            }
        }
        return lines
    }
}
