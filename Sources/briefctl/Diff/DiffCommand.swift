import ArgumentParser
import ControlProtocol

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What differs between two articles, or two revisions of one.",
        discussion: """
            Blocks that only the second one has begin with +, those that only the first one has with -; in those that
            begin with ~ stands [-what was removed-] and {+what was added+}.

            Example: briefctl diff 3f2a9c1e
            """)

    @OptionGroup var daemon: DaemonOptions
    @Argument(
        help: "An article's or a revision's id, or the beginning of it.",
        completion: Completions.articles)
    var id: String
    @Argument(help: "The other one; else the revision that came before.") var other: String?

    func run() async throws {
        let later = try await article(other ?? id)
        let earlier = try await article(other == nil ? before(later) : id)
        let diff = try ArticleDiff(from: earlier, to: later)
        try daemon.show(diff.report) { _ in
            for line in diff.lines() { Output.line(line) }
        }
    }

    private func article(_ id: String) async throws -> ArticleItem {
        try await daemon.client.get(
            try DaemonClient.path("v1", "articles", id), as: ArticleItem.self)
    }

    private func before(_ article: ArticleItem) throws -> String {
        let revisions = article.revisions ?? []
        guard let place = revisions.firstIndex(of: article.id), place > 0 else {
            throw Failure(
                status: 1,
                message: "\(article.id) has no earlier revision; give the id of another article: "
                    + "briefctl diff \(article.id) ID")
        }
        return revisions[place - 1]
    }
}
