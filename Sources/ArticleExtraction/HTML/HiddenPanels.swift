import LibXML

/// Keeps what a click opens amid a text, panels of accordions and tabs and the rest behind "Read more": the judge doubts what
/// the page does not show at once.
struct HiddenPanels {
    let page: Page
    let lines: HiddenLines

    /// Of a panel, in the mean; below it is something else.
    private static let likely: Float = 0.15
    private static let mostLinked: Float = 0.3
    private static let mostPassages = 80
    /// A switch and its label stand between a text and its panel.
    private static let reach = 4

    func restore(_ verdict: inout BodyVerdict) {
        guard !verdict.probability.isEmpty else { return }
        for node in lines.outermost() {
            let passages = page.passages(of: node)
            defer { restoreLabel(of: node, &verdict) }
            guard !passages.isEmpty, passages.count <= Self.mostPassages,
                !passages.contains(where: { verdict.kept[$0] }), isAmid(passages, verdict.kept),
                page.sum(passages).linkDensity < Self.mostLinked,
                page.roles[node].isDisjoint(with: .furniture),
                passages.reduce(0, { $0 + verdict.probability[$1] })
                    >= Self.likely * Float(passages.count),
                lines.isPanel(node)
            else { continue }
            for passage in passages { verdict.kept[passage] = true }
        }
        restoreQuestions(&verdict)
    }

    /// What is clicked on heads what it opens, where that is kept: a question above its answer.
    private func restoreLabel(of panel: Int, _ verdict: inout BodyVerdict) {
        guard let first = page.passages(of: panel).first, first > 0, verdict.kept[first],
            !verdict.kept[first - 1], verdict.deletions[first - 1] == nil,
            page.passages[first - 1].census.length <= Self.longestLabel
        else { return }
        var node = page.parent(page.passages[first - 1].nodes.lowerBound)
        for _ in 0..<4 where node > 0 {
            if page.tree.has(.ariaControls, node) || page.tree.has(.ariaExpanded, node) {
                verdict.kept[first - 1] = true
                return
            }
            node = page.parent(node)
        }
    }

    private static let longestLabel: Float = 20

    /// A question right above its answer, in the same small box, whatever opens that.
    private func restoreQuestions(_ verdict: inout BodyVerdict) {
        for index in page.passages.indices.dropLast()
        where !verdict.kept[index] && verdict.kept[index + 1] && verdict.deletions[index] == nil {
            guard page.passages[index].census.length <= Self.longestLabel,
                page.passages[index].census.length >= 3, page.passages[index].linked.length == 0,
                OwnWords.isQuestion(page.string(index))
            else { continue }
            var node = page.passages[index].block
            for _ in 0..<4 where node > 0 {
                let passages = page.passages(of: node)
                if passages.count > 4 { break }
                if passages.lowerBound == index, passages.contains(index + 1) {
                    verdict.kept[index] = true
                    break
                }
                node = page.parent(node)
            }
        }
    }

    private func isAmid(_ passages: Range<Int>, _ kept: [Bool]) -> Bool {
        kept[..<passages.lowerBound].suffix(Self.reach).contains(true)
            && kept[passages.upperBound...].prefix(Self.reach).contains(true)
    }
}
