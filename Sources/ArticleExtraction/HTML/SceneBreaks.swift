import LibXML

/// Finds where a text breaks off and begins anew: a rule, or a line of asterisks.
enum SceneBreaks {
    /// Nodes between two passages that are looked at.
    private static let maxGap = 40
    private static let marks = Set("*⁂•·∗✱✳❦❧☙~#—–-–_=+◆◇○●".unicodeScalars)

    /// Whether a line is only such a mark.
    static func isOne(_ line: ArraySlice<UInt8>) -> Bool {
        guard (1...40).contains(line.count), let first = line.first, first < 0x30 || first > 0x7A
        else { return false }
        let scalars = String(decoding: line, as: UTF8.self).unicodeScalars.filter { $0 != " " }
        guard let mark = scalars.first, scalars.allSatisfy({ $0 == mark && marks.contains($0) })
        else { return false }
        return scalars.count >= 3 || mark == "⁂" || mark == "❦" || mark == "❧" || mark == "☙"
    }

    /// Whether a rule stands between two passages of the same part of the page, or a line of marks that was left out.
    static func stands(between last: Int?, and next: Int, in page: Page) -> Bool {
        guard let last else { return false }
        if next > last + 1 {
            return next == last + 2 && isOne(page.bytes(last + 1))
        }
        let gap = page.passages[last].nodes.upperBound..<page.passages[next].nodes.lowerBound
        guard gap.count <= maxGap, !page.isHeading(next),
            let rule = gap.first(where: { page.tag($0) == .hr })
        else { return false }
        return page.parent(rule) == page.parent(page.passages[last].block)
            && page.parent(rule) == page.parent(page.passages[next].block)
    }
}
