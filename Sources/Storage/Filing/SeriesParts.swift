import BriefModel
import FoundationEssentials

/// Finds the other parts of a long read that has one address for all its pages.
///
/// They are articles of their own: none takes another one's place, and none is taken for another one's copy.
struct SeriesParts {
    /// Of the articles at an address the latest are looked at: the one address of an app has no end of them.
    private static let most = 50
    /// Without marks in the headlines so many words of both must be others: less may be a wall.
    private static let least = 100
    /// What both have in common, a standfirst or a note on the author, is less than this, in shingles.
    private static let shared = 0.25

    private let search: NearSearch

    init(_ search: NearSearch) { self.search = search }

    /// Whether two headlines name different parts of something.
    static func areMarked(_ one: String?, _ other: String?) -> Bool {
        guard let one, let other else { return false }
        let (first, second) = (PartTitle(one), PartTitle(other))
        switch (first.number, second.number) {
        case (let one?, let other?): return one != other
        case (let number?, nil), (nil, let number?):
            // The first part may bear the headline alone.
            return number > 1 && first.name == second.name
        case (nil, nil): return false
        }
    }

    /// The current articles that are other parts of what a document is a part of.
    ///
    /// - Parameter urlKey: its address.
    func parts(besides filing: Filing, at urlKey: String) throws -> [Revision] {
        guard let title = filing.article.title else { return [] }
        return try search.reader.currents(urlKey: urlKey, limit: Self.most).filter { article in
            guard let other = article.title else { return false }
            if Self.areMarked(title, other) { return true }
            guard filing.origin.entry == nil, PartTitle(title) == PartTitle(other),
                let neighbour = try search.neighbour(article)
            else { return false }
            return Self.isOtherPart(filing, neighbour)
        }
    }

    /// Whether two texts under one headline, at one address, are parts of one read: of one day and one author, both
    /// of some length, with next to nothing in common.
    private static func isOtherPart(_ filing: Filing, _ other: Neighbour) -> Bool {
        let article = filing.article
        let (new, old) = (filing.identity.shingles, other.shingles)
        guard min(new.hashes.count, old.hashes.count) >= least, new.containment(with: old) < shared,
            article.authors.isEmpty || other.front.authors.isEmpty
                || !Set(article.authors).isDisjoint(with: other.front.authors)
        else { return false }
        if let one = article.published, let day = other.front.published {
            return !PublishedDate.areDaysApart(one, day)
        }
        guard article.published == nil, other.front.published == nil else { return false }
        // What has its place at one address day after day is no long read.
        return !PublishedDate.areDaysApart(filing.arrival.rfc3339, other.front.filed)
    }
}
