import BriefModel

/// Says of the lines of a plain text why they were kept or dropped.
enum TextExplanation {
    static func passages(
        _ text: String, request: ExtractionRequest, article: Article
    ) -> [ExplainedPassage] {
        let (document, _) = PlainTextReader.document(
            of: text, scope: request.scope, language: request.known.language,
            title: request.known.title, houses: request.known.houses,
            isForwarded: request.known.isForwarded)
        let kept = KeptLines(of: article.text, among: document.lines.map(\.line.text))
        return document.lines.indices.map { index in
            let line = document.lines[index]
            let isKept = kept.isKept[index]
            return ExplainedPassage(
                text: line.line.text, element: "line", isKept: isKept,
                reason: isKept
                    ? "reads like the article"
                    : reason(for: line, document.probabilities[index], title: article.title),
                score: document.probabilities[index])
        }
    }

    private static func reason(for line: LineTraits, _ score: Double, title: String?) -> String {
        if let title, line.folded == TextFolding.fold(title) { return "is the title" }
        if let kind = line.kind { return "a line of furniture: \(kind.words)" }
        if line.isFurniture { return "a line of furniture: a path or a picture's name" }
        if line.byline != nil { return "names the author" }
        if line.date != nil { return "states the date" }
        return score < 0.5 ? "unlike the article" : "stands apart from the article"
    }
}

/// Finds the lines of a document in the text that was made of it, both in order.
struct KeptLines {
    private(set) var isKept: [Bool]

    init(of text: String, among lines: [String]) {
        isKept = [Bool](repeating: false, count: lines.count)
        let wanted = text.split(separator: "\n").map { Self.letters(String($0)) }
        let found = lines.map(Self.letters)
        var next = 0
        for want in wanted {
            // A line that was changed on its way is passed over, else all after it would be lost.
            guard let index = found[next...].firstIndex(of: want) else { continue }
            isKept[index] = true
            next = index + 1
        }
    }

    private static func letters(_ line: String) -> [UInt8] { line.utf8.filter { $0 > 0x20 } }
}
