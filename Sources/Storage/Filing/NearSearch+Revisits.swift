import BriefModel

extension NearSearch {
    /// Less than so much of the former text's length is a teaser, a log-in or an error page, whatever it says of itself.
    private static let leastRatio = 0.6

    /// Of the shorter text's shingles, so much stands in two versions of one text that bear other headlines.
    private static let leastShared = 0.3
    /// What a meter says of itself in the place of the rest: words, in all and in a line.
    private static let longestNotice = (all: 60, line: 30)

    /// Whether a page that was asked for again says something else than the article: a sentence or a figure was changed,
    /// added or taken away. Lines that are no sentences, at the ends or between, are of the page around it. A page that
    /// lost much of its text, or its end alone, is a wall, and one that has neither text nor headline of the article another
    /// page, unless it says that the article was withdrawn. Of texts that are too long to compare nobody can say that they
    /// are the same.
    func isChanged(_ filing: Filing, since article: Revision) throws -> Bool {
        guard limits.allow(filing.article.text), let old = try neighbour(article) else {
            return true
        }
        let shared = filing.identity.shingles.containment(with: old.shingles)
        if Self.isMuchShorter(filing.article.text, than: old.text) {
            return Withdrawal.isTold(in: filing.article) && shared < 0.5
        }
        guard
            shared >= Self.leastShared || old.bearsTitle(of: filing)
                || Withdrawal.isTold(in: filing.article)
        else { return false }
        if Self.isBeginning(filing.article.text, of: old.text) { return false }
        let comparison = rules.compare(filing.article.text, old.text)
        return comparison.isEdited || comparison.isContinued || comparison.proseBetween > 0
            || comparison.proseAtEnds > 0
    }

    private static func isMuchShorter(_ new: String, than old: String) -> Bool {
        Double(WordCount.words(of: new)) < Double(WordCount.words(of: old)) * leastRatio
    }

    /// Whether an entry says no more now than how its article begins: a feed that gives excerpts from now on takes no text
    /// away.
    func isTeaser(_ filing: Filing, of article: Revision) throws -> Bool {
        let new = filing.article.text
        guard limits.allow(new), let old = try neighbour(article),
            Self.isMuchShorter(new, than: old.text)
        else { return false }
        let beginning = new[...].trimmingDots
        return !beginning.isEmpty && old.text.hasPrefix(beginning)
            || Self.isBeginning(new, of: old.text)
    }

    /// Whether a text is the beginning of another, cut by somebody who puts no more than a notice in the place of the rest.
    static func isBeginning(_ new: String, of old: String) -> Bool {
        let lines = (new: new.split(separator: "\n"), old: old.split(separator: "\n"))
        let common = zip(lines.new, lines.old).prefix { $0 == $1 }.count
        let lost = lines.old[common...]
        var notice = lines.new[common...]
        guard common > 0, let cut = lost.first else { return false }
        if let last = notice.first, cut.hasPrefix(last.trimmingDots) { notice = notice.dropFirst() }
        // What stands further on in the old text is no notice.
        guard Set(notice).isDisjoint(with: lost) else { return false }
        func words(_ lines: ArraySlice<Substring>) -> Int {
            lines.reduce(0) { $0 + WordCount.words(of: String($1)) }
        }
        guard words(notice) <= longestNotice.all,
            notice.allSatisfy({ WordCount.words(of: String($0)) <= longestNotice.line })
        else { return false }
        // One line in the place of another is an edit.
        guard lost.count > 1 || notice.isEmpty else { return false }
        return words(lost) - words(notice) >= max(12, WordCount.words(of: old) / 10)
    }
}

extension Substring {
    /// Without the dots that a cut is marked with.
    fileprivate var trimmingDots: Substring {
        var text = self
        while let last = text.last, "….[] \u{A0}".contains(last) { text.removeLast() }
        return text
    }
}
