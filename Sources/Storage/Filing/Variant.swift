import BriefModel

/// Whether a document is an article of the store in another cut: the page and what a reader copied from it, the print view,
/// the forwarded mail. It is the same article then, and is not filed again.
///
/// The copies differ in blocks at their ends, and in captions and the like between; never within a sentence. Where both
/// state a day, or a headline and authors, these agree.
struct Variant {
    /// A shorter text is no copy: it is a teaser, an excerpt, or one item of a round-up.
    private static let leastRatio = 0.75
    /// How much of the shorter text the longer one holds, in shingles of five words.
    private static let enough = 0.95
    /// The same under the same title.
    private static let enoughUnderTitle = 0.9
    /// With less in common two texts are not of one document.
    private static let leastShared = 0.7
    /// Of what two extractions take for prose in the midst of the text, so much of its words may differ.
    private static let prose = 0.1
    /// An extraction is thought better where its quality is so much higher.
    private static let better = 0.1
    /// So many words of prose at an end of one text alone say something that the other is not to lose: a closing paragraph,
    /// the next entry of what is still being told.
    private static let addition = 12

    /// The article that the document is a copy of.
    let current: Revision
    /// Whether the copy is the better one and takes the article's place.
    let takesPlace: Bool

    /// The first of some articles that a document is a copy of; they share most of their shingles with it.
    init?(_ prepared: PreparedFiling, among neighbours: [Neighbour], _ search: NearSearch) throws {
        let filing = prepared.filing
        for neighbour in neighbours {
            guard try Self.mayBe(filing, neighbour, search.reader) else { continue }
            let copy = Self.copy(filing, neighbour, search)
            if copy == .longer, Self.isOfSamePage(filing, neighbour.revision) { continue }
            let isPlaced = copy != .none && Self.isBetter(filing, than: neighbour, copy)
            // What a copy adds is in no other file then.
            let isLost = copy == .longer && !isPlaced
            guard
                try copy != .none && !isLost
                    || Self.isOfPage(filing, neighbour)
                        && search.areOneDocument(filing, neighbour)
            else { continue }
            current = neighbour.revision
            takesPlace = isPlaced || Self.isBetter(filing, than: neighbour, .same)
            return
        }
        return nil
    }

    /// What is cheap to tell, before the texts are laid beside each other.
    private static func mayBe(
        _ filing: Filing, _ neighbour: Neighbour, _ reader: CatalogueReader
    ) throws -> Bool {
        let (one, other) = (filing.identity.shingles, neighbour.shingles)
        let fewer = min(one.hashes.count, other.hashes.count)
        let more = max(one.hashes.count, other.hashes.count)
        guard fewer >= SameWords.enough, fewer * 10 >= more * 7,
            one.containment(with: other) >= leastShared, !contradicts(filing, neighbour)
        else { return false }
        // Entries that a feed tells apart are different items, but where one bears the other's title.
        guard let entry = filing.origin.entry,
            try reader.hasOtherKey(chain: neighbour.revision.chain, than: entry)
        else { return true }
        return neighbour.bearsTitle(of: filing)
    }

    /// Whether both name a part and the parts differ, both state a day and the days differ, or both a headline and authors and neither agrees. What was pasted
    /// may bear the day and the name of whoever sent it, and its first line for a headline.
    private static func contradicts(_ filing: Filing, _ neighbour: Neighbour) -> Bool {
        let article = filing.article
        if SeriesParts.areMarked(article.title, neighbour.front.title) { return true }
        let isPasted = filing.isPasted || neighbour.front.isPasted
        if !isPasted, PublishedDate.areDaysApart(article.published, neighbour.front.published) {
            return true
        }
        guard let title = article.title, let other = neighbour.front.title,
            !SameWords.isEqual(title, other), !isNamed(article.text, other),
            !isNamed(neighbour.text, title), !article.authors.isEmpty,
            !neighbour.front.authors.isEmpty
        else { return false }
        return !article.authors.contains { one in
            neighbour.front.authors.contains { isPart(one, of: $0) || isPart($0, of: one) }
        }
    }

    /// Whether one of the first lines of a text is a headline.
    private static func isNamed(_ text: String, _ title: String) -> Bool {
        text.split(separator: "\n").prefix(5).contains { SameWords.isEqual(String($0), title) }
    }

    /// "Ann" of "Ann Miller", "Ann Miller" of "Ann Miller, Harbour Notes".
    private static func isPart(_ name: String, of other: String) -> Bool {
        !name.isEmpty && other.lowercased().contains(name.lowercased())
    }

    private enum Copy {
        case none, same
        /// With paragraphs at its ends that the article has not.
        case longer
    }

    /// What the texts alone show.
    private static func copy(
        _ filing: Filing, _ neighbour: Neighbour, _ search: NearSearch
    ) -> Copy {
        let wanted = neighbour.bearsTitle(of: filing) ? enoughUnderTitle : enough
        guard filing.identity.shingles.containment(with: neighbour.shingles) >= wanted
        else { return .none }
        let comparison = search.rules.compare(filing.article.text, neighbour.text)
        guard !comparison.isEdited, !comparison.isContinued, comparison.lengthRatio >= leastRatio
        else { return .none }
        if comparison.proseBetween > 0 {
            let isUntitled = filing.article.title == nil || neighbour.front.title == nil
            guard isUntitled || neighbour.bearsTitle(of: filing),
                Double(comparison.proseBetween) <= prose * Double(comparison.words)
            else { return .none }
        }
        if says(filing.article.text, beyond: neighbour.text, filing, neighbour, search) {
            // Each says something that the other does not.
            return says(neighbour.text, beyond: filing.article.text, filing, neighbour, search)
                ? .none : .longer
        }
        let above = linesAboveTitle(
            of: filing.article.text, filing.article.title, neighbour.front.title)
        let noted = WordCount.words(of: above.joined(separator: " "))
        return comparison.proseAtEnds - noted >= addition && isLonger(filing, than: neighbour)
            ? .longer : .same
    }

    /// Whether a text ends or begins with a sentence that the other has not; a note on the author, and what is known of
    /// the article as its summary, are none.
    private static func says(
        _ text: String, beyond other: String, _ filing: Filing, _ neighbour: Neighbour,
        _ search: NearSearch
    ) -> Bool {
        let authors = (filing.article.authors + neighbour.front.authors).map { $0.lowercased() }
        let summaries = [filing.article.excerpt, neighbour.front.excerpt].compactMap(\.self)
        let above = linesAboveTitle(of: text, filing.article.title, neighbour.front.title)
        return search.rules.additions(of: text, to: other).contains { line in
            let folded = line.lowercased()
            return !above.contains(where: { SameWords.isEqual($0, line) })
                && !authors.contains { !$0.isEmpty && folded.contains($0) }
                && !summaries.contains { SameWords.isEqual($0, line) }
        }
    }

    /// Lines that may stand above a headline, and their words: more of them are text.
    private static let above = (lines: 4, words: 20)

    /// The few words that somebody put above the headline with which what he passed on begins: these are not the article's.
    private static func linesAboveTitle(of text: String, _ titles: String?...) -> [String] {
        let lines = text.split(separator: "\n").prefix(above.lines + 1).map(String.init)
        let place = lines.firstIndex { line in
            titles.contains { $0.map { SameWords.isEqual($0, line) } ?? false }
        }
        guard let place,
            WordCount.words(of: lines[..<place].joined(separator: " "), upTo: above.words)
                < above.words
        else { return [] }
        return Array(lines[..<place])
    }

    /// Whether the article's own address, or the path that it is kept at, brings more of it: a new version then.
    private static func isOfSamePage(_ filing: Filing, _ article: Revision) -> Bool {
        guard !article.isPartial, !filing.isPartial, filing.origin.entry == nil else {
            return false
        }
        let key = filing.article.url.flatMap(URLKey.make)
        return key != nil && key == article.urlKey
    }

    /// Whether most of what only one of the texts has is the document's.
    private static func isLonger(_ filing: Filing, than neighbour: Neighbour) -> Bool {
        let (new, old) = (filing.identity.shingles, neighbour.shingles)
        let shared = new.shared(with: old)
        let (gained, lost) = (new.hashes.count - shared, old.hashes.count - shared)
        return gained >= addition && gained >= 2 * lost
    }

    /// Whether one is a page and the other a text that may have been copied from it.
    private static func isOfPage(_ filing: Filing, _ neighbour: Neighbour) -> Bool {
        filing.isPasted != neighbour.front.isPasted
    }

    /// Whole where the article was filed in part, or read much better, or with more paragraphs and no worse; what was
    /// edited by hand stays.
    private static func isBetter(
        _ filing: Filing, than neighbour: Neighbour, _ copy: Copy
    ) -> Bool {
        guard !neighbour.revision.isEdited, !neighbour.front.isEdited else { return false }
        if neighbour.revision.isPartial != filing.isPartial { return neighbour.revision.isPartial }
        if copy == .longer, !filing.isPasted || neighbour.front.isPasted {
            return filing.article.quality > neighbour.front.quality - better
        }
        return filing.article.quality >= neighbour.front.quality + better
            && filing.identity.shingles.hashes.count >= neighbour.shingles.hashes.count
    }
}

// The day in a text that somebody copied may be that of the mail that it came in, or of the copying.
extension Filing {
    fileprivate var isPasted: Bool { article.type == .text || article.type == .markdown }
}

extension FrontMatter {
    fileprivate var isPasted: Bool {
        originalType.hasPrefix("text/plain") || originalType.hasPrefix("text/markdown")
    }
}
