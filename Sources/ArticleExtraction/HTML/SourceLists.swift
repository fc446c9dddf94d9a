import BriefModel
import LibXML

/// Keeps a list of what was read or of documents at the end of a text: its links lead to other sites or to files. Those of
/// other articles lead to the page's own site.
struct SourceLists {
    let page: Page

    /// Of the judge, in the mean.
    private static let likely: Float = 0.07
    private static let mostItems = 40
    private static let longestHeading: Float = 12

    func restore(_ verdict: inout BodyVerdict) {
        guard !verdict.probability.isEmpty else { return }
        var known: Set<String>?
        var node = 0
        while node < page.tree.nodes.count {
            guard page.tag(node) == .ul || page.tag(node) == .ol else {
                node += 1
                continue
            }
            let items = page.passages(of: node)
            if let heading = heading(over: items, list: node, verdict) {
                let hosts = known ?? ownHosts()
                known = hosts
                if leadsAway(node, hosts) {
                    for index in heading..<items.upperBound { verdict.kept[index] = true }
                }
            }
            node = Int(page.tree.nodes[node].end)
        }
    }

    /// The line over a list that stands beside the text, where nothing of it is kept.
    private func heading(over items: Range<Int>, list: Int, _ verdict: BodyVerdict) -> Int? {
        let heading = items.lowerBound - 1
        guard (1...Self.mostItems).contains(items.count), heading > 0, verdict.kept[heading - 1],
            !items.contains(where: { verdict.kept[$0] }),
            page.roles[list].isDisjoint(with: .furniture),
            page.passages[heading].census.length <= Self.longestHeading,
            page.isHeading(heading) || page.bytes(heading).last == UInt8(ascii: ":"),
            ProseSums.isProse(page.passages[heading - 1]),
            [heading, heading - 1].allSatisfy({
                page.parent(page.passages[$0].block) == page.parent(list)
            })
        else { return nil }
        let mean =
            items.reduce(0) { $0 + verdict.probability[$1] } / Float(max(1, items.count))
        return mean >= Self.likely ? heading : nil
    }

    /// Whether a list has links, and each leads to another site or to a file.
    private func leadsAway(_ list: Int, _ own: Set<String>) -> Bool {
        let links = page.links(among: list..<Int(page.tree.nodes[list].end))
        return !links.isEmpty
            && links.allSatisfy { link in
                if link.lowercased().hasSuffix(".pdf") { return true }
                guard let address = PageAddress(link) else { return false }
                return !own.contains(address.host.withoutWWW) && !LinkPurpose.isProfile(link)
                    && !LinkPurpose.asks(link)
            }
    }

    /// Of the page's links to a front page, and of what it says of its own address.
    private func ownHosts() -> Set<String> {
        var hosts: Set<String> = []
        for node in page.tree.nodes.indices {
            switch page.tag(node) {
            case .a, .link:
                guard let link = page.tree.attribute(.href, of: node),
                    let address = PageAddress(link)
                else { continue }
                let isOwn =
                    page.tag(node) == .link
                    ? page.tree.attribute(.rel, of: node)?.lowercased() == "canonical"
                    : MediaAddress.parts(of: link).path.count <= 1
                if isOwn { hosts.insert(address.host.withoutWWW) }
            case .meta:
                guard page.tree.attribute(.property, of: node) == "og:url",
                    let address = page.tree.attribute(.content, of: node).flatMap({
                        PageAddress($0)
                    })
                else { continue }
                hosts.insert(address.host.withoutWWW)
            default: continue
            }
        }
        return hosts
    }
}
