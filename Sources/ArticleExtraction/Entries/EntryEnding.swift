import BriefModel

/// Takes off an entry's content what its publisher's software puts behind it: links to the entry's own page ("Continue
/// reading", "12 comments", "The post … appeared first on …"), lists of other articles, share links, the ways to reply
/// and to leave.
///
/// They are told by their form, in any language: where their links lead, and how little stands beside them. Words are
/// asked only of lines that bear a link. A sentence without one is always the author's.
struct EntryEnding {
    private let lines: EntryLines
    private let languages: PhraseLanguages

    /// Lines that may stand behind an entry.
    private static let most = 60
    /// Words of a line about the entry itself, and of those in it that are no link.
    private static let note: (all: Float, unlinked: Float) = (30, 12)
    /// Words of a line of buttons.
    private static let buttons: Float = 14

    init(page: Page, facts: EntryFacts, languages: PhraseLanguages) {
        lines = EntryLines(page: page, facts: facts)
        self.languages = languages
    }

    func drop(from verdict: inout BodyVerdict) {
        dropLists(&verdict)
        for _ in 0..<Self.most {
            guard let last = verdict.kept.lastIndex(of: true),
                verdict.kept[..<last].indices.contains(where: {
                    verdict.kept[$0] && lines.isText($0)
                }), let rule = rule(ofLast: last, verdict)
            else { return }
            verdict.drop(last, rule)
        }
    }

    // MARK: Lists of other articles

    /// "Related posts" and a list of links below it, wherever they stand; at the end such a list under any heading, where
    /// all of its links lead to the same site.
    private func dropLists(_ verdict: inout BodyVerdict) {
        let kept = verdict.kept.indices.filter { verdict.kept[$0] }
        guard kept.contains(where: lines.isText) else { return }
        dropHeadless(kept, &verdict)
        for (place, head) in kept.enumerated() where lines.isLabel(head) {
            let items = kept[(place + 1)...].prefix(while: lines.isLink)
            guard !items.isEmpty, items.count <= Self.most else { continue }
            let isLast = place + items.count == kept.count - 1
            let match = match(head)
            let isRelated =
                match.map { $0.kind == .related && ($0.isWhole || $0.strength > .word) } ?? false
            guard isRelated || isLast && leadWithinSite(items) && place > 0 else { continue }
            verdict.drop(head, .furniture(.related), phrase: match?.phrase)
            for item in items { verdict.drop(item, .furniture(.related), phrase: match?.phrase) }
        }
    }

    /// The links below a "Related posts" that is gone already for its words.
    private func dropHeadless(_ kept: [Int], _ verdict: inout BodyVerdict) {
        for (place, first) in kept.enumerated()
        where first > 0 && !verdict.kept[first - 1] && lines.isLabel(first - 1) {
            let items = kept[place...].prefix(while: lines.isLink)
            guard let match = match(first - 1), match.kind == .related,
                match.isWhole || match.strength > .word, items.count <= Self.most,
                leadWithinSite(items)
            else { continue }
            for item in items { verdict.drop(item, .furniture(.related), phrase: match.phrase) }
        }
    }

    private func leadWithinSite(_ items: ArraySlice<Int>) -> Bool {
        items.allSatisfy { item in
            let links = lines.links(in: item)
            return !links.isEmpty
                && links.allSatisfy { [.site, .own, .home, .share].contains($0.target) }
        }
    }

    // MARK: The last line

    /// Why the last line goes; nil where it is the author's.
    private func rule(ofLast last: Int, _ verdict: BodyVerdict) -> LineDeletion.Rule? {
        let line = lines.page.string(last)
        if lines.isHeading(last) { return headsNothing(last, line) ? .heading : nil }
        if Self.isCutMark(line) { return .feedNote }
        let links = lines.links(in: last)
        guard !links.isEmpty else {
            return isWaiting(last, line, verdict) ? .furniture(.share) : nil
        }
        if isNote(last, line, links) { return .feedNote }
        let targets = links.map(\.target)
        if targets.allSatisfy({ $0 == .share }), lines.unlinked(last) <= 6 {
            return .furniture(.share)
        }
        return isButtons(last, line, links)
    }

    /// "[…]" where the rest is left out.
    private static func isCutMark(_ line: String) -> Bool {
        line.utf8.count <= 12
            && line.unicodeScalars.allSatisfy { "[](). …*–—-•·_|".unicodeScalars.contains($0) }
    }

    /// A heading with a colon, or one that is furniture's, and nothing below it.
    private func headsNothing(_ last: Int, _ line: String) -> Bool {
        guard lines.length(last) <= 8 else { return false }
        return SentenceMarks.endsInColon(line) || match(last) != nil
    }

    /// "Loading…" under a heading with a colon: what a script would fill in.
    private func isWaiting(_ last: Int, _ line: String, _ verdict: BodyVerdict) -> Bool {
        guard lines.length(last) <= 4, line.hasSuffix("…") || line.hasSuffix("..."),
            let head = verdict.kept[..<last].lastIndex(of: true), lines.isHeading(head)
        else { return false }
        return headsNothing(head, lines.page.string(head))
    }

    /// A line of or about the entry itself.
    private func isNote(_ last: Int, _ line: String, _ links: [EntryLines.Link]) -> Bool {
        guard lines.length(last) <= Self.note.all, lines.unlinked(last) <= Self.note.unlinked else {
            return FeedNote.isNote(line)
        }
        if links.contains(where: { $0.target == .own }) { return true }
        // The address of its page may be another one in the feed.
        let isTitled = links.contains { $0.text == lines.facts.foldedTitle }
        if isTitled, links.contains(where: { $0.target == .home }) { return true }
        return FeedNote.isNote(line) || EntryPhrases.origin.stand(in: line)
    }

    /// Links that are pressed, with a word before them perhaps: "Unsubscribe | View in browser", "Tagged: bridge".
    private func isButtons(
        _ last: Int, _ line: String, _ links: [EntryLines.Link]
    ) -> LineDeletion.Rule? {
        let length = lines.length(last)
        guard length <= Self.buttons else { return nil }
        let isLinked = lines.isLink(last)
        if let match = match(last), Self.kinds.contains(match.kind),
            isLinked || lines.unlinked(last) <= 6
        {
            return .furniture(match.kind)
        }
        if EntryPhrases.reply.stand(in: line) { return .feedNote }
        if EntryPhrases.sponsor.begin(line), links.allSatisfy({ $0.target == .elsewhere }) {
            return .feedNote
        }
        // An address is told to be written to, words to be pressed.
        if links.allSatisfy({ $0.target == .mail && !$0.text.contains("@") }), isLinked {
            return .feedNote
        }
        let folded = TextFolding.fold(line)
        if isLinked, MailPhrases.foot.stand(in: folded) || MailPhrases.head.stand(in: folded) {
            return .letter
        }
        let isBracketed = { (link: EntryLines.Link) in
            link.text.hasPrefix("[") && link.text.hasSuffix("]")
        }
        return links.count(where: isBracketed) > 1 && lines.unlinked(last) <= 4 ? .feedNote : nil
    }

    private static let kinds: Set<Furniture.Kind> = [
        .share, .follow, .subscribe, .related, .comments, .tags, .logIn, .navigation, .consent,
        .copyright,
    ]

    private func match(_ index: Int) -> Furniture.Match? {
        Furniture.match(FoldedLine(folding: lines.page.bytes(index).span), in: languages)
    }
}
