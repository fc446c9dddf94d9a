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
    }

    private func isAmid(_ passages: Range<Int>, _ kept: [Bool]) -> Bool {
        kept[..<passages.lowerBound].suffix(Self.reach).contains(true)
            && kept[passages.upperBound...].prefix(Self.reach).contains(true)
    }
}
