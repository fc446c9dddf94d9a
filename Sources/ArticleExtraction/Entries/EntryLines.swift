import LibXML

/// The lines of an entry's content by what stands in them: links and where they lead, and the words beside them.
struct EntryLines {
    let page: Page
    let facts: EntryFacts

    struct Link {
        /// Folded.
        var text: String
        var target: EntryFacts.Target
    }

    /// More links are no line of a publisher's software.
    private static let mostLinks = 24

    /// In order; more than `mostLinks` are left out.
    func links(in index: Int) -> [Link] {
        let passage = page.passages[index]
        var found: [Link] = []
        var node = passage.nodes.lowerBound
        var above = node
        for _ in 0..<8 where above > 0 {
            above = page.parent(above)
            if page.tag(above) == .a {
                node = above
                break
            }
        }
        while node < passage.nodes.upperBound {
            if page.tag(node) == .a, let address = page.tree.attribute(.href, of: node) {
                let text = TextFolding.fold(CleanText(page.tree.text(of: node)).string)
                found.append(Link(text: text, target: facts.target(of: address)))
                if found.count == Self.mostLinks { return found }
                node = max(node + 1, Int(page.tree.nodes[node].end))
            } else {
                node += 1
            }
        }
        return found
    }

    func length(_ index: Int) -> Float { page.passages[index].census.length }

    /// Words outside of links.
    func unlinked(_ index: Int) -> Float {
        max(0, length(index) - page.passages[index].linked.length)
    }

    func isHeading(_ index: Int) -> Bool {
        page.isHeading(index)
    }

    /// Nothing but a link, beside a day or a number perhaps.
    func isLink(_ index: Int) -> Bool {
        let length = length(index)
        return length > 0 && page.passages[index].linked.length >= 0.6 * length
    }

    /// What may name the links below it: a heading, or a few words without a full stop.
    func isLabel(_ index: Int) -> Bool {
        guard unlinked(index) == length(index), length(index) <= 10 else { return false }
        if isHeading(index) { return true }
        let line = page.string(index)
        return SentenceMarks.endsInColon(line) || isStrong(index)
    }

    /// Whether all of a line is set apart as a heading is.
    private func isStrong(_ index: Int) -> Bool {
        // What stands bare in a block begins with the blanks before it.
        let nodes = page.passages[index].nodes
        if nodes.prefix(Self.mostLinks).contains(where: { isStrong($0, as: page.string(index)) }) {
            return true
        }
        var node = page.parent(nodes.lowerBound)
        for _ in 0..<3 {
            switch page.tag(node) {
            case .strong, .b:
                return Int(page.tree.nodes[node].end) >= page.passages[index].nodes.upperBound
            default: break
            }
            guard node > 0 else { return false }
            node = page.parent(node)
        }
        return false
    }

    private func isStrong(_ node: Int, as line: String) -> Bool {
        switch page.tag(node) {
        case .strong, .b: CleanText(page.tree.text(of: node)).string == line
        default: false
        }
    }

    /// A paragraph of the entry's own.
    func isText(_ index: Int) -> Bool {
        length(index) >= 8 && unlinked(index) >= 0.7 * length(index) && !isHeading(index)
    }
}
