import ArgumentParser
import BriefModel
import ControlProtocol

struct DuplicatesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "duplicates",
        abstract: "Articles that arrived again, or have near ones, in groups.",
        discussion: """
            "same" arrived once more, "variant" in another cut. Near ones are filed for themselves: an article is an \
            excerpt-of another, contains it, overlaps with it, or is the same text edited; the share is how much of the \
            shorter text the longer one has.

            Example: briefctl duplicates --all
            """)

    @OptionGroup var daemon: DaemonOptions
    @OptionGroup var list: ListOptions

    func run() async throws {
        let page = try await list.fetch("/v1/duplicates", of: ArticleItem.self, daemon.client)
        try daemon.show(page) { page in
            if page.items.isEmpty { Output.line("No article arrived more than once.") }
            for (index, group) in DuplicateGroups(of: page.items).groups.enumerated() {
                if index > 0 { Output.line("") }
                for article in group {
                    Output.line("\(article.id)  \(article.heading)".printable)
                    for line in ArticleHistory.lines(of: article, isBrief: true) {
                        Output.line("    \(line)".printable)
                    }
                }
            }
            ListOptions.tellRest(page, "articles")
        }
    }
}

/// Articles put together with those that they are near to.
struct DuplicateGroups {
    /// In the order of the list: each group stands where its first article does.
    let groups: [[ArticleItem]]

    init(of articles: [ArticleItem]) {
        let places = Dictionary(
            articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var leader = Array(articles.indices)
        func first(_ index: Int) -> Int {
            var index = index
            while leader[index] != index { index = leader[index] }
            return index
        }
        for (index, article) in articles.enumerated() {
            for other in article.near.compactMap({ places[$0] }) {
                let pair = (first(index), first(other))
                leader[max(pair.0, pair.1)] = min(pair.0, pair.1)
            }
        }
        let together = Dictionary(grouping: articles.indices, by: first)
        groups = together.keys.sorted().compactMap { together[$0]?.map { articles[$0] } }
    }
}

/// Where an article was seen, how it changed, and what it is near to, in lines.
enum ArticleHistory {
    /// - Parameter isBrief: without what the list of articles says anyway.
    static func lines(of article: ArticleItem, isBrief: Bool = false) -> [String] {
        var lines: [String] = []
        for seen in article.sightings {
            let kind = seen.kind == "variant" || seen.kind == "update" ? seen.kind : "same"
            lines.append("\(kind ?? "same"): \(seen.when) in \(seen.source)")
        }
        for near in article.neighbours ?? [] {
            let share = near.share.map { " (\(Int(($0 * 100).rounded())) %)" } ?? ""
            lines.append("\(near.kind ?? "near") \(near.id)\(share)")
        }
        lines += article.seriesPart.map { "series_part \($0)" }
        let revisions = article.revisions ?? []
        if !isBrief, revisions.count > 1 {
            lines.append(
                "revisions, earliest first: \(revisions.joined(separator: " "));"
                    + " briefctl diff ID shows what changed")
        }
        return isBrief || lines.isEmpty ? lines : [""] + lines
    }
}
