import BriefModel

/// An explanation as lines for a terminal.
enum ExplainText {
    /// Longer passages are cut here: which one it is can be told from its beginning.
    private static let shown = 100

    static func print(_ explanation: Explanation) {
        let article = explanation.article
        Output.line("title    \((article.title ?? "-").printable)")
        let kept = explanation.passages.count(where: \.isKept)
        Output.line(
            "body     \(article.wordCount) words, quality \(score(article.quality)),"
                + " \(kept) of \(explanation.passages.count) blocks kept")
        for note in explanation.notes { Output.line("note     \(note.printable)") }
        for warning in article.warnings { Output.line("warning  \(warning.printable)") }
        guard !explanation.passages.isEmpty else { return }
        Output.line("")
        TableOutput.print(
            ["VERDICT", "SCORE", "BLOCK", "REASON", "TEXT"],
            explanation.passages.map { passage in
                [
                    passage.isKept ? "kept" : "dropped", passage.score.map(score) ?? "-",
                    passage.element, passage.reason, cut(passage.text),
                ]
            })
    }

    /// 0 to 1 with two decimals.
    static func score(_ value: Double) -> String {
        let hundredths = Int((min(1, max(0, value)) * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    private static func cut(_ text: String) -> String {
        text.count > shown ? text.prefix(shown) + "…" : text
    }
}
