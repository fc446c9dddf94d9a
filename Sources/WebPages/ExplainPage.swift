import BriefModel
import ControlProtocol

/// Of each block of an article's original whether it was kept, and why; a long one in parts.
public struct ExplainPage: HousePage {
    /// Blocks of a part. With the longest text and reason that are shown, a part stays below 100 KB.
    static let partBlocks = 40
    private static let textLimit = 280

    public var article: ArticleItem
    public var explanation: Explanation
    /// From 1.
    public var part: Int
    public var visit = Visit.looking

    public init(article: ArticleItem, explanation: Explanation, part: Int = 1) {
        self.article = article
        self.explanation = explanation
        self.part = part
    }

    public var html: String {
        let passages = explanation.passages
        let kept = passages.count(where: \.isKept)
        let count = max(1, (passages.count + Self.partBlocks - 1) / Self.partBlocks)
        let number = min(max(1, part), count)
        let shown = passages.dropFirst((number - 1) * Self.partBlocks).prefix(Self.partBlocks)
        let notes = (explanation.notes + explanation.article.warnings).prefix(20)
        return Frame(room: .articles, title: "What was kept", visit: visit).page([
            .tag("h1", [], ["What was kept, and why"]),
            .tag(
                "p", [],
                [
                    .link(.article(article.id), .text(article.title ?? "The article", limit: 200)),
                    ": \(explanation.article.wordCount) words, quality \(Self.score(explanation.article.quality)), \(kept) of \(passages.count) blocks kept.",
                ]),
            notes.isEmpty
                ? .nothing
                : .tag(
                    "ul", [.css("list")], notes.map { .tag("li", [], [.text($0, limit: 300)]) }),
            passages.isEmpty
                ? .tag("p", [], ["Nothing was judged here: the text is taken as it stands."])
                : .tag("ol", [.css("blocks")], shown.map(Self.block)),
            around(number, count),
        ])
    }

    private func around(_ number: Int, _ count: Int) -> Markup {
        guard count > 1 else { return .nothing }
        var pieces: [Markup] = ["Part \(number) of \(count)"]
        if number > 1 { pieces.append(.link(.explain(article.id, part: number - 1), "← before")) }
        if number < count {
            pieces.append(.link(.explain(article.id, part: number + 1), "further →"))
        }
        return .tag("p", [.css("next")], [.joined(pieces, by: " · ")])
    }

    private static func block(_ passage: ExplainedPassage) -> Markup {
        let score = passage.score.map { " " + Self.score($0) } ?? ""
        return .tag(
            "li", [.css(passage.isKept ? "kept" : "dropped")],
            [
                .tag(
                    "p", [.css("meek")],
                    [
                        passage.isKept ? "kept" : "dropped", .text(score), " · ",
                        .text(passage.element, limit: 60), " · ", .text(passage.reason, limit: 160),
                    ]), .tag("p", [], [.text(passage.text, limit: textLimit)]),
            ])
    }

    /// 0 to 1 with two decimals.
    static func score(_ value: Double) -> String {
        let hundredths = Int((min(1, max(0, value)) * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}
