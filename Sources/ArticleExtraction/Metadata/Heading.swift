import LibXML

/// A visible heading that may be the article's title.
struct Heading {
    let node: Int
    let tag: HTMLTag
    let text: String
    let folded: FoldedTitle
    /// The index of its first passage.
    let passage: Int
    /// Whether all of its text is a link.
    let isLink: Bool

    /// Its words, folded.
    var words: String { folded.words }
}

extension Heading {
    /// Pages of lists have thousands; headings of the first level are read further than others.
    private static let limit = 50
    private static let topLimit = 120

    /// Headings of the first four levels, and what the page itself calls its headline, in order.
    static func all(in page: Page) -> [Heading] {
        var headings: [Heading] = []
        var end = 0
        var labelled = page.labelled[...]
        for node in page.tree.nodes.indices {
            let isLabelled = labelled.first == node
            if isLabelled { labelled.removeFirst() }
            guard node >= end, isWanted(node, page, isLabelled) else { continue }
            guard headings.count < limit || page.tag(node) == .h1 else { continue }
            let range = page.passages(of: node)
            guard !range.isEmpty, range.count <= 4 else { continue }
            let length = page.passages[range].reduce(0) { $0 + $1.text.count }
            guard length <= 400 else { continue }
            let text = cleaned(
                page.parted(node) ?? range.map(page.string).joined(separator: " "))
            let folded = FoldedTitle(text)
            guard !folded.words.isEmpty else { continue }
            let sum = page.sum(range)
            headings.append(
                Heading(
                    node: node, tag: page.tag(node), text: text, folded: folded,
                    passage: range.lowerBound, isLink: sum.linkDensity > 0.9))
            end = Int(page.tree.nodes[node].end)
            if headings.count == topLimit { break }
        }
        return headings
    }

    private static func isWanted(_ node: Int, _ page: Page, _ isLabelled: Bool) -> Bool {
        switch page.tag(node) {
        case .h1, .h2, .h3, .h4: return true
        case .text: return false
        default:
            guard page.roles[node].contains(.title) || isLabelled && page.tree.has(.itemprop, node)
            else { return false }
            if page.tree.attribute(.itemprop, of: node) == "headline" { return true }
            return page.passages(of: node).count == 1 && !holdsHeading(node, page)
        }
    }

    private static func holdsHeading(_ node: Int, _ page: Page) -> Bool {
        (node + 1..<Int(page.tree.nodes[node].end)).contains {
            [.h1, .h2, .h3, .h4].contains(page.tag($0))
        }
    }

    /// Without the sign of a link to the heading itself; "#MillGate" begins with a mark of its own.
    private static func cleaned(_ text: String) -> String {
        let text = text.trimmed(of: " ¶§\u{F0C1}\u{1F517}")
        guard text.hasPrefix("#") || text.hasSuffix("#") else { return text }
        let first = text.dropFirst().first
        let isTag = text.hasPrefix("#") && (first?.isLetter ?? false || first?.isNumber ?? false)
        return (isTag ? "#" : "") + text.trimmed(of: " ¶§#\u{F0C1}\u{1F517}")
    }
}
