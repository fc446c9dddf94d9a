import BriefModel
import LibXML

extension PageFacts {
    /// More is not looked at: pages of lists have hundreds.
    private static let titleLimit = 12

    /// Challenges are loaded from addresses that hold one of these.
    private static let challenges = Needles([
        "captcha", "challenge-platform", "challenges.cloudflare",
    ])

    /// What the page states of itself.
    ///
    /// - Parameter published: the date of publication that was found in it.
    func statement(published: String?) -> PageStatement {
        PageStatement(
            titles: titles, addresses: addresses, isArticle: isArticle, published: published,
            asksForProof: asksForProof)
    }

    private var titles: [String] {
        let headings = headings.filter { $0.tag == .h1 }.map(\.text)
        let stated = TitleFinder(page: page, metadata: metadata, names: names, bodyStart: nil)
            .statedTitles
        var titles: [String] = []
        for title in stated + headings where !titles.contains(title) { titles.append(title) }
        return Array(titles.prefix(Self.titleLimit))
    }

    private var addresses: [String] {
        let base = url.flatMap { PageAddress($0) }
        let objects = metadata.articles.prefix(3).flatMap { object in
            [object["url"]?.string, object["mainEntityOfPage"]?.string]
                + [object["mainEntityOfPage"]?["@id"]?.string]
        }
        let stated = [metadata.canonical, metadata.first("og:url")] + objects
        var addresses: [String] = []
        for address in stated.compactMap(\.self) {
            guard let absolute = PageAddress.resolve(address, on: base),
                !addresses.contains(absolute)
            else { continue }
            addresses.append(absolute)
        }
        return addresses
    }

    private var isArticle: Bool {
        metadata.first("og:type")?.lowercased() == "article" || !metadata.articles.isEmpty
    }

    private var asksForProof: Bool {
        if metadata.first("refresh") != nil { return true }
        let tree = page.tree
        for node in tree.nodes.indices {
            switch tree.nodes[node].tag {
            case .input:
                if tree.attribute(.type, of: node)?.lowercased() == "password" { return true }
            case .iframe, .script:
                guard let source = tree.bytes(.src, of: node) else { continue }
                if Self.challenges.stand(in: source.span) { return true }
            default: continue
            }
        }
        return false
    }
}
