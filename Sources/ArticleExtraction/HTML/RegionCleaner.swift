import LibXML

/// Drops from a body that has been found what stands between its paragraphs but is no part of the article.
///
/// The judge decides. A rule drops a line that the judge kept only where he doubted, and never one whose place or form
/// says that it is the article's (`OwnLines`). In the content of an entry, which nobody judged, every line is in doubt.
struct RegionCleaner {
    let page: Page
    /// For each passage the probability that it belongs to the article; empty where none was asked for.
    let odds: [Float]
    /// Of an entry's content, which nobody judged, captions go as they go on its page: where there is other text.
    private let hasTextBesides: Bool
    /// Asked for only where a line has a phrase of some language.
    private let languages: () -> PhraseLanguages

    /// From here on the judge is sure.
    static let sure: Float = 0.8
    /// From here on he would be wrong once in ten times.
    static let certain: Float = 0.9
    /// Below this he doubts.
    static let doubt: Float = 0.6
    /// What nobody judged.
    static let unjudged: Float = 0.7
    private static let longest = 300
    /// Of the words of a body, what boxes leave of it.
    private static let leastLeft: Float = 0.6
    /// Words of a button, as a sentence.
    private static let longestButton: Float = 9

    init(
        page: Page, odds: [Float], languages: @autoclosure @escaping () -> PhraseLanguages
    ) {
        self.page = page
        self.odds = odds
        self.languages = languages
        hasTextBesides =
            !odds.isEmpty
            || page.passages.indices.contains {
                page.passages[$0].census.length >= 10 && Self.caption(around: $0, in: page) == nil
            }
    }

    func clean(_ verdict: inout BodyVerdict) {
        let lines = HiddenLines(page: page, odds: odds)
        HiddenPanels(page: page, lines: lines).restore(&verdict)
        NoteBoxes(page: page).restore(&verdict)
        if !odds.isEmpty { LeftHeadings(page: page, odds: odds).restore(&verdict) }
        lines.drop(from: &verdict)
        FurnitureBoxes(page: page).drop(from: &verdict)
        dropBoxes(from: &verdict)
        let matches = matches(among: verdict.kept)
        var own = OwnLines(
            page: page, matches: matches, kept: verdict.kept, isJudged: !odds.isEmpty)
        // Backwards: whether a heading heads anything depends on what stands below it.
        for index in page.passages.indices.reversed() {
            if verdict.kept[index] { judge(index, matches[index], &own, &verdict) }
            own.pass(index, isKept: verdict.kept[index])
        }
        dropTrailingHeadings(&verdict)
    }

    /// Boxes stand amid a text. Where they are most of it the page is made of them: a list of goods, a form to fill in.
    private func dropBoxes(from verdict: inout BodyVerdict) {
        var left = verdict
        ControlBoxes(page: page).drop(from: &left)
        LinkBoxes(page: page, odds: odds).drop(from: &left)
        ControlRows(page: page, odds: odds).drop(from: &left)
        if page.length(of: left.kept) >= Self.leastLeft * page.length(of: verdict.kept) {
            verdict = left
        }
    }

    /// The phrases of the lines that are kept.
    private func matches(among kept: [Bool]) -> [Furniture.Match?] {
        var matches = kept.indices.map { kept[$0] ? match($0, in: .any) : nil }
        let found = matches.indices.filter { matches[$0] != nil }
        guard !found.isEmpty else { return matches }
        let languages = languages()
        for index in found { matches[index] = match(index, in: languages) }
        return matches
    }

    private func match(_ index: Int, in languages: PhraseLanguages) -> Furniture.Match? {
        let passage = page.passages[index]
        guard passage.text.count < Self.longest else { return nil }
        // "- Advertisement -", "— Advertisement —"
        let line = page.bytes(index)
        guard let first = line.first, let last = line.last,
            Self.rules.contains(first) || Self.rules.contains(last) || line.suffix(3).first == 0xE2
        else {
            return Furniture.match(FoldedLine(folding: line.span), in: languages)
        }
        let bare = page.string(index).trimmed(of: " -*_–—|")
        return Furniture.match(FoldedLine(bare), in: languages)
    }

    /// The bytes that begin or end signs that labels are set between.
    private static let rules: Set<UInt8> = [0x20, 0x2D, 0x2A, 0x5F, 0x7C, 0xE2]

    private func judge(
        _ index: Int, _ match: Furniture.Match?, _ own: inout OwnLines, _ verdict: inout BodyVerdict
    ) {
        if !own.headsText, RightsLine.matches(page.bytes(index), page.passages[index].census.length)
        {
            return verdict.drop(index, .furniture(.copyright), phrase: "©")
        }
        if !own.headsText, page.passages[index].census.digits > 1,
            VoteLine.matches(page.bytes(index))
        {
            return verdict.drop(index, .furniture(.count))
        }
        if let match {
            guard Self.kinds.contains(match.kind),
                isEnough(match, index, headsText: own.headsText), !own.isOwn(index, match)
            else { return }
            verdict.drop(index, .furniture(match.kind), phrase: match.phrase)
            if match.isAdvertisement { dropAdvertisement(below: index, match.phrase, &verdict) }
            return
        }
        let isTag = page.bytes(index).first == 0x5B && Shortcode.isAll(of: page.string(index))
        if isTag || isBlank(index) {
            return verdict.drop(index, .shortcode)
        }
        guard !page.isHeading(index) else { return }
        if isReadingTime(index) { return verdict.drop(index, .opening(.readingTime)) }
        if CodeLabels(page: page).isLabel(index) {
            return verdict.drop(index, .box, phrase: page.string(index))
        }
        if isCaption(index) { return verdict.drop(index, .caption) }
        if let rule = ControlLines(page: page, odds: odds).rule(of: index) {
            return verdict.drop(index, rule)
        }
        if isDetails(index) { return verdict.drop(index, .details) }
        let links = LinkLines(page: page, odds: odds)
        if links.isLink(index) || !own.headsText && links.isLastCall(index) {
            verdict.drop(index, .link)
        }
    }

    /// What stands in a small box under the word that says that it was paid for: links that lead elsewhere.
    private func dropAdvertisement(
        below label: Int, _ phrase: String, _ verdict: inout BodyVerdict
    ) {
        var node = page.passages[label].block
        var box: Range<Int>?
        for _ in 0..<4 where node > 0 {
            let passages = page.passages(of: node)
            guard passages.lowerBound == label, page.sum(passages).length <= Self.longestBox else {
                break
            }
            if [.div, .section, .aside].contains(page.tag(node)) { box = passages }
            node = page.parent(node)
        }
        guard let box, box.count > 1, page.sum(box).linkDensity >= 0.5 else { return }
        for index in box { verdict.drop(index, .furniture(.advertisement), phrase: phrase) }
    }

    private static let longestBox: Float = 45

    /// A joiner or a point in a paragraph of its own, which keeps a distance on the page; or a sign that stands for a kind of
    /// note, in a box of its own.
    private func isBlank(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard passage.text.count <= 8, !passage.isPreformatted else { return false }
        if page.tag(passage.block) == .div, page.bytes(index).first.map({ $0 >= 0xE2 }) ?? false {
            let line = page.string(index)
            if line.count == 1, let sign = line.unicodeScalars.first,
                sign.properties.isEmojiPresentation || "•◦▪●".unicodeScalars.contains(sign)
            {
                return true
            }
        }
        return page.string(index).unicodeScalars.allSatisfy {
            $0 == "." || $0.properties.generalCategory == .format
        }
    }

    /// "5 min read · 1.2k views" between paragraphs, in an element that is no paragraph.
    private func isReadingTime(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard odds(index) < Self.sure, passage.census.digits > 0,
            (3...8).contains(passage.census.length), passage.census.sentenceEnds == 0,
            page.tag(passage.block) == .div || page.tag(passage.block) == .section
        else { return false }
        let parts = page.string(index).split { "·•|∙".contains($0) }
        let times = parts.filter { FactParts(String($0), authors: [])?.kind == .readingTime }
        return !times.isEmpty
            && parts.allSatisfy { part in
                times.contains(part)
                    || part.split(separator: " ").count <= 3 && part.contains(where: \.isNumber)
            }
    }

    private func odds(_ index: Int) -> Float { odds.isEmpty ? Self.unjudged : odds[index] }

    /// Whether a phrase weighs more than what the judge said.
    private func isEnough(_ match: Furniture.Match, _ index: Int, headsText: Bool) -> Bool {
        let passage = page.passages[index]
        let length = passage.census.length
        let isLinked = passage.linked.length >= 0.5 * max(1, length)
        let isSentence = length >= 4 && OwnWords.isSentence(page.string(index))
        let odds = odds(index)
        // "Share this: that was all that the note said." Nobody judged it, and buttons are shorter.
        if self.odds.isEmpty, match.kind == .share, isSentence, match.strength < .notice,
            length >= Self.longestButton, passage.linked.length == 0,
            !match.phrase.hasPrefix("please")
        {
            return false
        }
        if match.isAdvertisement || match.strength == .sure { return true }
        if odds < Self.doubt {
            return match.strength > .word || isLinked || !isSentence
        }
        if odds < Self.sure {
            if match.strength == .notice || match.isAppeal { return true }
            if length <= 16, !isSentence, match.strength > .word || match.isWhole { return true }
        }
        // Where the text has ended, rights and whose they are.
        if match.kind == .copyright, !headsText, length <= 25, odds < Self.certain,
            !isSentence || FoldedLine(page.string(index)).string.hasPrefix(match.phrase)
        {
            return true
        }
        return isSurely(match, index, isLinked, isSentence, headsText) || isHead(match, headsText)
    }

    /// What weighs more than the judge's certainty.
    private func isSurely(
        _ match: Furniture.Match, _ index: Int, _ isLinked: Bool, _ isSentence: Bool,
        _ headsText: Bool
    ) -> Bool {
        let length = page.passages[index].census.length
        switch match.kind {
        case .subscribe, .consent, .comments:
            // "Sign up to our newsletter and get the best stories every morning."
            if match.strength == .notice, length <= (odds(index) < Self.certain ? 40 : 25) {
                return true
            }
            if match.kind == .subscribe, match.strength > .word, length <= Self.longestOffer,
                LetterWords.stand(in: page.bytes(index))
            {
                return true
            }
        case .related:
            // "Read also: another article"; a single word may call: "Listen: the bells."
            let isLoud =
                match.strength > .label || match.phrase.utf8.contains(0x20) || isLinked
                || page.string(index).prefix(3).allSatisfy(\.isUppercase)
            if match.announces, isLoud, length <= 25 { return true }
        case .follow:
            // "Follow us on Telegram and VK.": the links say it too.
            if length <= 25, leadsToFollow(index, isWord: match.strength == .word) { return true }
        case .tags:
            // "Filed under: Local"
            if !headsText, match.strength > .word || match.announces, isLinkList(index) {
                return true
            }
            let words = Float(match.phrase.split(separator: " ").count)
            let isLabel = match.strength > .word || !headsText && match.announces
            if isLabel, length <= 25,
                page.passages[index].linked.length + words >= length, length > words
            {
                return true
            }
        default: break
        }
        guard match.strength > .word, !isSentence else { return false }
        // "Share this article", "Photo: Ann Miller": asked of the reader, or said of a picture, and no more.
        if length <= 8, match.isAppeal || match.kind == .credit { return true }
        // The link says it too.
        return isLinked && length <= 25
    }

    /// Labels and links: "Filed under: Boats Tagged with: Bay".
    private func isLinkList(_ index: Int) -> Bool {
        let passage = page.passages[index]
        return passage.census.length <= 30 && passage.census.sentenceEnds == 0
            && passage.linked.length >= 0.3 * passage.census.length
            && page.links(among: passage.nodes).count > 1
    }

    private static let longestOffer: Float = 12

    /// - Parameter isWord: whether only one word asks for it.
    private func leadsToFollow(_ index: Int, isWord: Bool) -> Bool {
        let links = page.links(among: page.passages[index].nodes)
        return links.count > (isWord ? 1 : 0)
            && links.allSatisfy {
                LinkPurpose.isProfile($0) || LinkPurpose.asks($0)
            }
    }

    /// "Related articles", where nothing that is kept stands below.
    private func isHead(_ match: Furniture.Match, _ headsText: Bool) -> Bool {
        match.kind == .related && match.isWhole && match.strength > .word && !headsText
    }

    private static let kinds: Set<Furniture.Kind> = [
        .share, .follow, .subscribe, .consent, .comments, .related, .adBlock, .advertisement,
        .credit, .logIn, .navigation, .count, .tags, .copyright,
    ]

    private static let longestCaption: Float = 60

    /// A data table's caption is the table's, not a picture's.
    private func isCaption(_ index: Int) -> Bool {
        guard page.passages[index].census.length < Self.longestCaption, hasTextBesides else {
            return false
        }
        return Self.caption(around: index, in: page).map(isOfPicture) ?? false
    }

    private static func caption(around index: Int, in page: Page) -> Int? {
        var node = page.passages[index].block
        for _ in 0..<3 where page.tag(node) != .figcaption { node = page.parent(node) }
        return page.tag(node) == .figcaption ? node : nil
    }

    /// The source of a quotation, the name of a table or of a listing are no picture's: those stay with what they name.
    private func isOfPicture(_ caption: Int) -> Bool {
        let figure = page.parent(caption)
        let own = caption..<Int(page.tree.nodes[caption].end)
        var isOfText = false
        for node in (figure + 1..<Int(page.tree.nodes[figure].end)).prefix(Self.mostOfFigure)
        where !own.contains(node) {
            switch page.tag(node) {
            case .img, .picture, .video, .audio, .iframe, .svg, .canvas, .object, .embed, .custom:
                return true
            case .blockquote, .table, .pre: isOfText = true
            default: break
            }
        }
        return !isOfText
    }

    private static let mostOfFigure = 400

    /// Whether the element around a line says that it names the author or the date, and the judge doubted.
    private func isDetails(_ index: Int) -> Bool {
        let passage = page.passages[index]
        guard odds(index) < Self.doubt, passage.census.length < 20 else { return false }
        let roles = page.roles[passage.block]
        guard !OwnWords.isSentence(page.string(index)) else { return false }
        return roles.contains(.author)
            && DetailNames.name(passage.block, in: page.tree, authors: true)
            || roles.contains(.details) && passage.census.length < 12
                && DetailNames.name(passage.block, in: page.tree, authors: false)
    }

    /// Headings after which nothing is kept head something that was dropped: where the judge dropped that himself, and was
    /// for the heading, it stays.
    private func dropTrailingHeadings(_ verdict: inout BodyVerdict) {
        // What nobody judged was all chosen: only a rule can have left its last heading alone.
        if odds.isEmpty, let last = verdict.kept.lastIndex(of: true),
            !verdict.deletions.keys.contains(where: { $0 > last })
        {
            return
        }
        let lastDropped = verdict.deletions.keys.max() ?? -1
        for index in page.passages.indices.reversed() where verdict.kept[index] {
            guard page.isHeading(index),
                odds.isEmpty || odds[index] < Self.doubt || lastDropped > index
            else { return }
            verdict.drop(index, .heading)
        }
    }
}

extension Furniture.Match {
    /// Whether it announces an advertisement: no article has such a line.
    var isAdvertisement: Bool {
        kind == .advertisement && isWhole && !Self.parts.contains(phrase)
    }

    /// What the family has beside them: parts of pictures and buttons.
    private static let parts: Set<String> = [
        "loading", "loading...", "click here", "buy now", "shop now", "learn more", "image",
        "video",
        "photo", "gallery", "enlarge", "expand", "close", "open", "play", "pause", "play video",
        "watch", "image gallery", "slideshow", "photo gallery", "photos", "caption", "annonce",
        "annonces", "advertising", "anuncio", "annuncio", "ilmoitus", "anzeigen", "ilan", "ads",
        "ad", "pr", "推广",
    ]
}
