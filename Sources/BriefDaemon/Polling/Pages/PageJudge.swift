import BriefModel

/// Tells pages from walls: consent forms, "Just a moment…", log-ins, soft 404s, home pages (decision 0004).
///
/// A page has to earn belief. What the entry says is compared with it first, then its address, what it states of itself,
/// the bodies of other entries' pages, and only then a few words that walls use.
struct PageJudge: Sendable {
    enum Verdict: Equatable {
        /// The entry's page; `isVouched` where it bears the entry's title and speaks of it, so that it can be no wall.
        case page(isVouched: Bool)
        /// It counts as not fetched; why, in words.
        case wall(why: String)
    }

    /// The keys of the entries whose pages gave a body, by its hash: those of this round and of earlier ones.
    let keysOfBody: [String: Set<String>]

    /// Walls are short: in a text of more words, words of walls are not looked for.
    private static let wallWords = 200

    /// - Parameters:
    ///   - own: the entry's own content, read.
    ///   - bodies: the hashes by which the page's body is known.
    func verdict(
        on page: FetchedDocument, key: String, entry: Entry, own: ReadDocument?
    ) -> Verdict {
        let article = page.document.article
        guard !page.bodies.isEmpty, article.wordCount > 0 else {
            return .wall(why: "it holds no text")
        }
        if let own, article.wordCount * 2 < own.article.wordCount {
            return .wall(why: "it says less than the feed")
        }
        let agreement = PageAgreement(
            entry: entry, own: own, link: page.link, page: page.document, address: page.address)
        let why =
            Self.misled(PageDetour(from: page.link, to: page.address), agreement)
            ?? Self.unlike(article, agreement)
            ?? shared(page, key: key, own: own, agreement)
        return why.map { .wall(why: $0) } ?? .page(isVouched: agreement.isVouched)
    }

    /// Why a redirect led to another page.
    private static func misled(_ detour: PageDetour, _ agreement: PageAgreement) -> String? {
        switch detour {
        case .none: nil
        case .home: "it leads to the front page"
        case .otherHome:
            agreement.isNamed == true ? nil : "it leads to the front page of another site"
        case .missing: agreement.isVouched ? nil : "it leads to a page for what is not found"
        case .gate: agreement.isVouched ? nil : "it leads to a log-in or a consent form"
        case .above:
            // A section lists its articles, and so speaks of each.
            agreement.isNamed ?? agreement.isSpokenOf || agreement.isStanding
                ? nil : "it leads to a section of the site"
        }
    }

    /// Why the text is not the entry's.
    private static func unlike(_ article: Article, _ agreement: PageAgreement) -> String? {
        if agreement.bodyWords < wallWords, !agreement.isVouched {
            let statement = article.statement
            let head = (statement?.titles ?? []).joined(separator: "\n")
            if statement?.asksForProof == true, agreement.bodyWords < 100, !agreement.isSpokenOf {
                return "it asks for a log-in or a proof"
            }
            if WallPhrases.stand(in: head + "\n" + article.text) {
                return "it is a notice, not an article"
            }
        }
        if agreement.isNone, !agreement.isStanding {
            return "it has next to no word in common with the entry"
        }
        return agreement.isEmptyFrame ? "it bears the title, and nothing of the entry" : nil
    }

    /// Why a body that another entry's page gave too is not this entry's.
    ///
    /// Two entries may link to one article: then it bears the title or holds what the entry says. A page that holds
    /// what many entries say is a list of them.
    private func shared(
        _ page: FetchedDocument, key: String, own: ReadDocument?, _ agreement: PageAgreement
    ) -> String? {
        let others = page.bodies.reduce(into: Set<String>()) {
            $0.formUnion(keysOfBody[$1, default: []])
        }.subtracting([key])
        guard !others.isEmpty else { return nil }
        if agreement.isNamed == true, agreement.isSpokenOf || agreement.bodyWords >= 150 {
            return nil
        }
        if others.count < 3, holds(own, in: page.document) { return nil }
        return "another entry's page has the same text"
    }

    /// Whether four fifths of the entry's own words, if they are enough to tell, are among those of the page.
    private func holds(_ own: ReadDocument?, in page: ReadDocument) -> Bool {
        guard let own else { return false }
        let said = PageJudge.words(own.article.text)
        guard said.count >= 12 else { return false }
        let found = said.intersection(PageJudge.words(page.article.text)).count
        return found * 5 >= said.count * 4
    }

    private static func words(_ text: String) -> Set<Substring> {
        Set(text.split { !$0.isLetter && !$0.isNumber })
    }
}
