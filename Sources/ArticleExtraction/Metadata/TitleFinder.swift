import LibXML

/// Finds the title of an article: the visible heading before what the head says, and without the name of
/// the site.
///
/// Every visible heading is weighed: by its level, by where it stands to the body, by what it agrees with
/// in the head. Where none weighs enough, the head's title is taken.
struct TitleFinder {
    let page: Page
    let metadata: PageMetadata
    let names: SiteNames
    /// The index of the first passage of the body; nil where there is no body.
    let bodyStart: Int?

    /// A title that the head states, whole, and in parts as separators cut it.
    private struct Stated {
        let text: String
        let bare: String
        let folded: FoldedTitle
        let foldedBare: FoldedTitle
        let parts: [String]
        /// Whether it has more than three words without the site's name.
        let isLong: Bool

        var words: String { folded.words }
        var bareWords: String { foldedBare.words }

        init(_ title: String, _ names: SiteNames) {
            text = title
            bare = TitleSplitter.withoutSite(title, names)
            folded = FoldedTitle(title)
            foldedBare = FoldedTitle(bare)
            parts = TitleSplitter.parts(of: title).map(FoldedTitle.words)
            isLong = foldedBare.count > 3
        }
    }

    /// The title, and the passage where it is seen, if it is.
    func find(among headings: [Heading]) -> (title: String?, passage: Int?) {
        var stated: [Stated] = []
        for title in statedTitles where !stated.contains(where: { $0.text == title }) {
            stated.append(Stated(title, names))
        }
        if let heading = best(headings, stated) {
            return (visible(heading, stated), heading.passage)
        }
        let own = headings.filter { !isOfSite($0) }
        let first =
            own.first { $0.tag == .h1 }
            ?? own.first { $0.tag != .h1 && $0.tag != .h4 && !names.name($0.text) && isPlaced($0) }
            ?? headings.first { $0.tag == .h1 }
        let told = stated.first { !$0.bareWords.isEmpty && !names.name($0.bare) }
        return (
            told?.bare ?? first?.text ?? stated.first?.text,
            first?.tag == .h1 ? first?.passage : nil
        )
    }

    /// Whether a heading names the site: by its words, or by a class and a link home.
    private func isOfSite(_ heading: Heading) -> Bool {
        if names.name(heading.text) { return true }
        guard heading.tag == .h1, heading.isLink else { return false }
        var node = heading.node
        for _ in 0..<3 where node > 0 && page.tag(node) != .body {
            let words = page.tree.attribute(.class, of: node)?.lowercased() ?? ""
            if Self.sites.contains(where: words.holds) { return true }
            node = page.parent(node)
        }
        return false
    }

    private static let sites = [
        "site-title", "site-name", "sitename", "site-logo", "brand", "logo",
    ]

    /// Whether a heading that is none of the first level stands where titles stand.
    private func isPlaced(_ heading: Heading) -> Bool {
        if heading.tag == .h2 || heading.tag == .h3 { return place(heading) >= 0 }
        return heading.folded.count > 2 && place(heading) > 0
    }

    /// The titles that the head and JSON-LD state, the most trusted first.
    var statedTitles: [String] {
        var titles: [String] = []
        titles += metadata.articles.prefix(3).compactMap { $0["headline"]?.string }
        for name in ["og:title", "twitter:title", "parsely-title", "headline", "citation_title"] {
            titles += metadata.all(name).prefix(1)
        }
        titles += [metadata.titleElement].compactMap { $0 }
        titles += metadata.all("title", "dc.title", "dcterms.title").prefix(1)
        return titles.map(AttributeText.clean)
            .filter { !$0.isEmpty }
    }

    private static let leastWeight = 4.0

    private func best(_ headings: [Heading], _ stated: [Stated]) -> Heading? {
        let others = headings.filter { !isOfSite($0) }
        let topLevel = others.filter { $0.tag == .h1 }
        let nested = nestedTitles(others, stated)
        let isLandingPage = isLandingPage
        var best: (heading: Heading, weight: Double)?
        for heading in others {
            var agreement = agreement(heading, stated)
            if let nested = nested[heading.words] {
                agreement = nested == 0 ? 0 : max(agreement, nested)
            }
            var weight = agreement * 5 + level(heading) + place(heading)
            if heading.isLink, agreement < 0.9 { weight -= 1 }
            if agreement < 0.9, isLandingPage { weight -= 1.5 + 5 * agreement }
            if agreement == 0, isGeneric(heading, stated) { weight -= 1.5 }
            if heading.tag == .h1 {
                let same = topLevel.count { $0.words == heading.words }
                if topLevel.count == 1 { weight += 1 } else if same > 2 { weight -= 2 }
            }
            if weight >= Self.leastWeight, weight > (best?.weight ?? 0) + 0.05 {
                best = (heading, weight)
            }
        }
        return best?.heading
    }

    /// Where the head's title is "Page - Work" and both are seen, the work's name in the page's head: how
    /// far the page's heading agrees with the title at least; 0 for the work's.
    private func nestedTitles(_ headings: [Heading], _ stated: [Stated]) -> [String: Double] {
        var nested: [String: Double] = [:]
        for title in stated where title.parts.count > 1 {
            guard let first = title.parts.first, let last = title.parts.last, first != last,
                let work = headings.first(where: { $0.words == last }),
                let own = headings.first(where: {
                    $0.words == first && $0.passage > work.passage
                })
            else { continue }
            // The site's name may be the heading of the first level, right above the headline.
            let isAbove = work.tag == .h1 && own.tag == .h2 && own.passage - work.passage <= 3
            guard isAbove || standsInHead(work) else { continue }
            nested[first] = isAbove ? 0.9 : 0.6
            nested[last] = 0
        }
        return nested
    }

    private func standsInHead(_ heading: Heading) -> Bool {
        if heading.isLink { return true }
        var node = heading.node
        while node > 0, ![.body, .article, .main].contains(page.tag(node)) {
            if page.tag(node) == .nav || page.tag(node) == .header
                || !page.roles[node].isDisjoint(with: [.navigation, .header])
            {
                return true
            }
            node = page.parent(node)
        }
        return false
    }

    private func agreement(_ heading: Heading, _ stated: [Stated]) -> Double {
        var best = 0.0
        for title in stated {
            best = max(best, heading.folded.agreement(title.folded))
            if title.bareWords != title.words {
                best = max(best, heading.folded.agreement(title.foldedBare))
            }
            if title.parts.contains(heading.words) {
                // The shorter parts are often the section's and the site's.
                let isLongest = title.parts.allSatisfy { $0.count <= heading.words.count }
                best = max(best, isLongest ? 0.95 : 0.4)
            }
        }
        return best
    }

    /// "News", "Our blog": a word or two where the head states a title of many.
    private func isGeneric(_ heading: Heading, _ stated: [Stated]) -> Bool {
        heading.text.utf8.count < 20 && heading.folded.count < 3 && stated.contains(where: \.isLong)
    }

    /// Pages that are no articles have slogans for headings: there the head's title says more.
    private var isLandingPage: Bool {
        guard metadata.articles.isEmpty else { return false }
        if let type = metadata.first("og:type")?.lowercased(), type != "article" { return true }
        return names.isFrontPage
    }

    private func level(_ heading: Heading) -> Double {
        switch heading.tag {
        case .h1: 3
        case .h2: 1
        case .h3: 0.5
        case .h4: 0
        default: page.tree.attribute(.itemprop, of: heading.node) == "headline" ? 1.5 : -1
        }
    }

    /// Titles stand shortly before the body, or begin it; what stands in menus or after the body is none.
    private func place(_ heading: Heading) -> Double {
        var weight = 0.0
        if let bodyStart {
            switch heading.passage - bodyStart {
            case ..<(-25): weight = 0
            case ..<0: weight = 1
            case 0...2: weight = 1
            case 3...12: weight = -0.5
            default: weight = -1.5
            }
        }
        var node = heading.node
        while node > 0 {
            if page.tag(node) == .body || page.tag(node) == .article || page.tag(node) == .main {
                break
            }
            if page.tag(node) == .nav || page.tag(node) == .footer || page.tag(node) == .aside {
                return weight - 2
            }
            let roles = page.roles[node]
            if !roles.isDisjoint(with: Self.elsewhere), roles.isDisjoint(with: .favourable) {
                return weight - (heading.tag == .h1 ? 1 : 2)
            }
            node = page.parent(node)
        }
        return weight
    }

    private static let elsewhere: Roles = [
        .navigation, .footer, .sidebar, .comments, .related, .consent, .popup, .login, .newsletter,
    ]

    /// The heading as it is seen, without the site's name, a kicker or a subtitle that stands in it.
    private func visible(_ heading: Heading, _ stated: [Stated]) -> String {
        if stated.contains(where: { $0.words == heading.words && $0.words == $0.bareWords }) {
            return heading.text
        }
        // What the head states as it is seen, whole, is not cut by the form of it.
        let isWhole = stated.contains { $0.words == heading.words }
        let parts = stated.map { isWhole ? $0.words : $0.bareWords }
        if let inner = HeadingParts.stated(in: heading, page, parts) { return inner }
        let bare = HeadingParts.withoutReadingTime(heading, page) ?? heading.text
        return TitleSplitter.withoutKnownSite(bare, names)
    }
}
