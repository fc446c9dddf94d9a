import LibXML

/// The HTML body of a letter, of which nearly all is the article.
struct MailPage {
    private let page: Page
    private var lines: [MailFurniture.Line] = []
    private var kept: [Int]

    /// Words of a box that a sponsor has, and its share of the letter.
    private static let longestBox: Float = 140
    private static let largestShare: Float = 0.35
    /// Words of a letter of one's own above what one answers.
    private static let ownWords = Float(PassedMail.ownWords)
    private static let muchMore = Float(PassedMail.muchMore)
    /// Words of a signature.
    private static let longestSignature: Float = 60

    /// For each passage whether it is the letter's.
    ///
    /// - Parameters:
    ///   - title: its subject, which may stand above the text once more.
    ///   - houses: who sends it.
    ///   - isForwarded: whether its subject says that it passes another on.
    static func verdict(
        of page: Page, language: String?, title: String?, houses: [String], isForwarded: Bool
    ) -> BodyVerdict {
        var verdict = ContentBody.verdict(of: page, language: language)
        dropMarked(in: page, &verdict)
        dropQuotes(in: page, isForwarded: isForwarded, &verdict)
        dropAboveHeadline(title, in: page, &verdict)
        MailPage(page, verdict).dropBoxes(&verdict)
        let letter = MailPage(page, verdict)
        let furniture = MailFurniture(letter.lines, houses: houses)
        for (place, index) in letter.kept.enumerated() where furniture.dropped.contains(place) {
            verdict.drop(index, .letter)
        }
        return verdict
    }

    private init(_ page: Page, _ verdict: BodyVerdict) {
        self.page = page
        kept = page.passages.indices.filter { verdict.kept[$0] }
        lines = kept.enumerated().map { place, index in
            let passage = page.passages[index]
            let length = passage.census.length
            let text = page.string(index)
            let tag = page.tag(passage.block)
            return MailFurniture.Line(
                text: TextFolding.fold(length <= 200 ? text : String(text.prefix(400))),
                length: length, isProse: ProseSums.isProse(passage),
                isHeading: tag.headingLevel != nil, isItem: tag == .li,
                isName: place < MailFurniture.head && length <= 4
                    && !NameLine.names(in: text).isEmpty)
        }
    }

    /// The box around a line that names a sponsor goes as a whole.
    private func dropBoxes(_ verdict: inout BodyVerdict) {
        let whole = page.length(of: verdict.kept)
        for (place, index) in kept.enumerated() where MailFurniture.isSponsor(lines[place]) {
            var node = page.passages[index].block
            var box: Int?
            while node > 0 {
                let length = page.sum(of: node).length
                guard length <= Self.longestBox, length <= Self.largestShare * whole else { break }
                if length > page.passages[index].census.length + 3 {
                    box = node
                    break
                }
                node = page.parent(node)
            }
            guard let box else { continue }
            for inner in page.passages(of: box) { verdict.drop(inner, .letter) }
        }
    }

    /// What is quoted of the letter that this one answers, where enough stands outside of it.
    private static func dropQuotes(
        in page: Page, isForwarded: Bool, _ verdict: inout BodyVerdict
    ) {
        var quotes: [Range<Int>] = []
        var node = 0
        while node < page.tree.nodes.count {
            if isQuote(node, in: page) {
                quotes.append(page.passages(of: node))
                node = Int(page.tree.nodes[node].end)
            } else {
                node += 1
            }
        }
        var isForwarded = isForwarded
        for index in page.passages.indices
        where verdict.kept[index] && page.passages[index].census.length <= longestSignature
            && MailHead.saysForward(firstLine(index, in: page))
        {
            if length(of: 0..<index, in: page, verdict) < ownWords {
                for note in 0..<index { verdict.drop(note, .letter) }
            }
            dropIntroduction(at: index + 1, in: page, &verdict)
            isForwarded = true
            for part in page.passages.indices[index...].prefix(8)
            where part == index || MailHead.isField(folded: TextFolding.fold(page.string(part))) {
                verdict.drop(part, .letter)
            }
        }
        // Mails that were passed on more than once have more than one.
        for _ in 0..<8 {
            guard let head = page.passages.indices.first(where: { isHead($0, in: page, verdict) })
            else { break }
            // Outlook puts no box around what is answered: it begins with a head, and goes on to the end.
            let own = length(of: 0..<head, in: page, verdict)
            var end = head + 1
            while end < page.passages.count,
                MailHead.isField(folded: TextFolding.fold(page.string(end)))
                    || MailHeadForm.labels(of: end, in: page) > 0
            {
                end += 1
            }
            let below = length(of: end..<page.passages.count, in: page, verdict)
            if own >= ownWords, !isForwarded, below < own + muchMore { end = page.passages.count }
            // "FYI" says nothing of what is passed on.
            let start = own < ownWords ? 0 : head
            for index in start..<end { verdict.drop(index, .letter) }
        }
        for index in page.passages.indices.prefix(MailFurniture.head) where verdict.kept[index] {
            // "---------- Forwarded message ----------", and the head below it.
            guard page.string(index).hasPrefix("-----") else { continue }
            verdict.drop(index, .letter)
            var next = index + 1
            while next < page.passages.count,
                MailHead.isField(folded: TextFolding.fold(page.string(next)))
            {
                verdict.drop(next, .letter)
                next += 1
            }
        }
        guard let last = verdict.kept.lastIndex(of: true), !quotes.isEmpty, !isForwarded else {
            return
        }
        var rest = verdict
        for quote in quotes { for index in quote { rest.drop(index, .letter) } }
        // Between answers a quotation is what they speak of.
        let end = rest.kept.lastIndex(of: true) ?? -1
        let own = page.length(of: rest.kept)
        if own < ownWords, page.length(of: verdict.kept) >= own + muchMore {
            dropNote(around: quotes, in: page, &verdict)
            return
        }
        guard own >= ownWords, end < last, page.length(of: verdict.kept) < 2 * own + muchMore
        else { return }
        for quote in quotes where quote.lowerBound > end {
            for index in quote { verdict.drop(index, .letter) }
        }
    }

    /// A few words above the first heading of the first rank, or above the subject where that stands in the letter: somebody
    /// passes on what stands below it, or the house that sends it names itself there.
    private static func dropAboveHeadline(
        _ title: String?, in page: Page, _ verdict: inout BodyVerdict
    ) {
        let folded = title.map(TextFolding.fold)
        let beginning = page.passages.indices.prefix(MailFurniture.head)
        // A preview of the letter may say it first.
        let headline =
            beginning.first { page.tag(page.passages[$0].block) == .h1 }
            ?? folded.flatMap { title in
                beginning.last { TextFolding.fold(page.string($0)) == title }
            }
        guard let headline, headline > 0, length(of: 0..<headline, in: page, verdict) < ownWords
        else { return }
        for index in 0..<headline { verdict.drop(index, .letter) }
    }

    /// "20.10.2026, 09:12, "Ada Marl" <ada@paper.example>:" below the mark.
    private static func dropIntroduction(
        at index: Int, in page: Page, _ verdict: inout BodyVerdict
    ) {
        guard page.passages.indices.contains(index),
            page.passages[index].census.length <= longestSignature
        else { return }
        let text = page.string(index)
        if text.contains("@"), SentenceMarks.endsInColon(text) { verdict.drop(index, .letter) }
    }

    /// A few words around a long letter that was quoted, and what says who wrote it: the letter is the article.
    private static func dropNote(
        around quotes: [Range<Int>], in page: Page, _ verdict: inout BodyVerdict
    ) {
        let isQuoted = Set(quotes.joined())
        for index in page.passages.indices where !isQuoted.contains(index) {
            verdict.drop(index, .letter)
        }
        for quote in quotes {
            guard let first = quote.first(where: { verdict.kept[$0] }),
                page.passages[first].census.length <= longestSignature,
                SentenceMarks.endsInColon(page.string(first))
            else { continue }
            verdict.drop(first, .letter)
        }
    }

    /// Words of what is kept of some passages.
    private static func length(
        of passages: Range<Int>, in page: Page, _ verdict: BodyVerdict
    ) -> Float {
        passages.reduce(0) { verdict.kept[$1] ? $0 + page.passages[$1].census.length : $0 }
    }

    private static func firstLine(_ index: Int, in page: Page) -> String {
        let text = page.string(index)
        guard text.hasPrefix("---") else { return text }
        // The head may stand in the same block.
        let mark = text.drop { $0 == "-" || $0 == " " }
        return "---" + String(mark.prefix { $0 != "-" && $0 != "\n" })
    }

    /// What mail programs mark as a head, or as a signature.
    private static func dropMarked(in page: Page, _ verdict: inout BodyVerdict) {
        for node in page.tree.nodes.indices {
            let names = page.tree.attribute(.class, of: node) ?? ""
            let identifier = page.tree.attribute(.id, of: node) ?? ""
            guard names.utf8.count <= 200, !names.isEmpty || !identifier.isEmpty else { continue }
            let classes = names.split(separator: " ").map(String.init)
            let isHead = classes.contains("moz-email-headers-table")
            let isSignature =
                signatures.contains(identifier) || classes.contains(where: signatures.contains)
            guard isHead || isSignature, page.sum(of: node).length <= longestSignature else {
                continue
            }
            let inner = page.passages(of: node)
            for index in inner { verdict.drop(index, .letter) }
            if isSignature, inner.lowerBound > 0,
                ["--", "-- "].contains(page.string(inner.lowerBound - 1))
            {
                verdict.drop(inner.lowerBound - 1, .letter)
            }
        }
    }

    private static let signatures: Set<String> = [
        "gmail_signature", "gmail_signature_prefix", "moz-signature", "AppleMailSignature",
        "ms-outlook-mobile-signature", "protonmail_signature_block", "Signature",
    ]

    /// "From: … Sent: … To: … Subject: …"
    private static func isHead(_ index: Int, in page: Page, _ verdict: BodyVerdict) -> Bool {
        guard verdict.kept[index], page.passages[index].census.length <= 120 else { return false }
        if MailHeadForm.stands(at: index, in: page) { return true }
        var head = TextFolding.fold(page.string(index))
        guard MailHead.isField(folded: head) else { return false }
        // Breaks of lines may part it.
        for next in page.passages.indices[(index + 1)...].prefix(3) {
            let line = TextFolding.fold(page.string(next))
            guard MailHead.isField(folded: line) else { break }
            head += " " + line
        }
        return MailHead.stands(inFolded: head)
    }

    private static func isQuote(_ node: Int, in page: Page) -> Bool {
        switch page.tag(node) {
        case .blockquote:
            return page.tree.attribute(.type, of: node)?.lowercased() == "cite"
        case .div, .p, .section: break
        default: return false
        }
        guard let names = page.tree.attribute(.class, of: node), names.utf8.count <= 200 else {
            return false
        }
        return names.split(separator: " ").contains { quoteNames.contains(String($0)) }
    }

    private static let quoteNames: Set<String> = [
        "gmail_quote", "gmail_attr", "gmail_quote_container", "moz-cite-prefix", "yahoo_quoted",
        "protonmail_quote", "OutlookMessageHeader",
    ]
}
