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
    /// For people, of each revision.
    private let changes: [[String]]

    /// - Parameters:
    ///   - articles: the texts of one article, earliest first.
    ///   - headlines: those that took the place of others over one of these texts, earliest first.
    init(
        of articles: [ArticleItem], headlines: [ArticleItem.Headline] = [], withChanges: Bool
    ) throws {
        var revisions: [Report.Revision] = []
        var texts: [[String]] = []
        for (index, article) in articles.enumerated() {
            let own = headlines.filter { $0.id == article.id }
            // The file bears the latest headline that its text had.
            let title = own.first?.titleBefore ?? article.title
            var revision = Report.Revision(
                id: article.id, filed: article.filed, title: title, wordsAdded: 0, wordsRemoved: 0)
            var lines: [String] = []
            if index > 0 {
                let before = articles[index - 1]
                let diff = try ArticleDiff(from: before, to: article, title: title)
                if before.title != title { revision.titleBefore = before.title }
                (revision.wordsAdded, revision.wordsRemoved) = diff.wordCounts
                if withChanges {
                    revision.changes = diff.report.changes
                    lines = Array(diff.lines().dropFirst())
                }
            }
            revisions.append(revision)
            texts.append(lines)
            for headline in own {
                revisions.append(.init(headline, withChanges: withChanges))
                texts.append([])
            }
        }
        report = Report(id: articles.last?.id ?? "", revisions: revisions)
        changes = texts
    }

    /// For people: a line a revision, and behind each what changed where that was asked for.
    func lines() -> [String] {
        var lines: [String] = []
        for (index, revision) in report.revisions.enumerated() {
            var what: [String] = []
            if index == 0 {
                what.append("filed: \(revision.title ?? "-")")
            } else if report.revisions[index - 1].id != revision.id {
                what.append("+\(revision.wordsAdded) -\(revision.wordsRemoved) words")
            }
            if let before = revision.titleBefore {
                what.append("headline \"\(before)\" → \"\(revision.title ?? "-")\"")
            }
            let line = "\(revision.filed)  \(revision.id)  " + what.joined(separator: "; ")
            lines.append(line.printable)
            lines += changes[index].map { "    " + $0 }
        }
        return lines
    }
}

extension RevisionHistory.Report.Revision {
    /// Another headline over the same text.
    fileprivate init(_ headline: ArticleItem.Headline, withChanges: Bool) {
        self.init(
            id: headline.id, filed: headline.when, title: headline.title,
            titleBefore: headline.titleBefore, wordsAdded: 0, wordsRemoved: 0)
        guard withChanges else { return }
        changes = [
            .init(kind: "fact", field: "title", old: headline.titleBefore, new: headline.title)
        ]
    }
}
