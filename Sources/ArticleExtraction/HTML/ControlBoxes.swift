import LibXML

/// Drops from a body the small boxes and lines between its paragraphs that are furniture by their form, whatever their names
/// say: what holds a field to fill in, an answer to choose, buttons to give by; what only links to where one subscribes; a
/// portrait with the ways to follow a writer.
///
/// A box is small, stands amid the text, and holds nothing that only articles have: code, tables, quotations, lists, figures.
struct ControlBoxes {
    let page: Page

    /// Words of a box with a field; of one that is not to be filled in.
    private static let longestForm: Float = 70
    private static let longestBox: Float = 45
    /// Words of what is no call any more.
    private static let longestCall: Float = 40
    private static let longestLabel: Float = 12
    /// Lines of a box around a call, and words of one that a heading of the page's rank stands over.
    private static let mostLines = 5
    private static let longestHeaded: Float = 25
    /// Words of a line beside a call; what is told at more length is told.
    private static let longestPitch: Float = 20
    private static let shortestLabel: Float = 6
    /// Boxes that are looked at.
    private static let most = 2_000
    /// Elements that are climbed, nodes of a box, and nodes in which signs are looked for.
    private static let depth = 8
    private static let mostNodes = 160

    func drop(from verdict: inout BodyVerdict) {
        let whole = page.length(of: verdict.kept)
        var node = 0
        var tried = 0
        var found: [(passages: Range<Int>, sign: String)] = []
        var fields = 0
        while node < page.tree.nodes.count, tried < Self.most {
            if page.tag(node) == .object { dropFallback(of: node, &verdict) }
            guard isSign(page.tag(node)), let box = box(around: node, whole) else {
                node += 1
                continue
            }
            tried += 1
            let passages = page.passages(of: box)
            if passages.contains(where: { verdict.kept[$0] }) {
                let signs = signs(of: box)
                if let sign = sign(of: box, signs, whole) {
                    found.append((passages, sign))
                    let isBesides = sign == Self.form
                    if !isBesides, Self.fieldSigns.contains(sign) {
                        fields += signs.fields + signs.choices
                    }
                }
            }
            node = max(node + 1, Int(page.tree.nodes[box].end))
        }
        // A page with more of them is a form itself, or a list of goods.
        let isForm = fields > Self.mostFields
        for (passages, sign) in found where !isForm || !Self.fieldSigns.contains(sign) {
            for index in passages { verdict.drop(index, .box, phrase: sign) }
        }
        dropCalls(from: &verdict)
        dropNamedCalls(from: &verdict)
    }

    /// The boxes of links and buttons that ask by their words: "Hazte socio", "Accept", whatever they lead to.
    private func dropNamedCalls(from verdict: inout BodyVerdict) {
        let whole = page.length(of: verdict.kept)
        for index in page.passages.indices.dropFirst() {
            let passage = page.passages[index]
            guard verdict.kept[index - 1], passage.census.length <= Self.longestName,
                !page.isHeading(index), isPressed(passage),
                page.passages[index - 1].census.length <= Self.longestCall,
                let match = Furniture.match(FoldedLine(folding: page.bytes(index).span)),
                match.kind == .subscribe || match.kind == .consent && match.isWhole,
                let lines = callBox(around: index, whole, named: true)
            else { continue }
            for line in lines { verdict.drop(line, .box, phrase: match.phrase) }
        }
    }

    private static let longestName: Float = 6
    private static let fieldSigns: Set<String> = ["input", "radio"]
    private static let mostFields = 6
    /// A larger form, below a text that is much longer: what the page tells is the text.
    private static let form = "form"
    private static let mostBesides: Float = 0.15
    private static let mostOfBox = 4

    /// Whether all of a passage is a link or a button.
    private func isPressed(_ passage: Passage) -> Bool {
        if passage.linked.length > 0.9 * max(1, passage.census.length) { return true }
        var node = page.parent(passage.nodes.lowerBound)
        for _ in 0..<3 where node > 0 {
            if page.tree.bytes(.role, of: node)?.elementsEqual("button".utf8) == true {
                return true
            }
            node = page.parent(node)
        }
        return false
    }

    /// What a document that is shown in the page says to those who cannot see it.
    private func dropFallback(of object: Int, _ verdict: inout BodyVerdict) {
        let passages = page.passages(of: object)
        // Below a film it is what tells of the film.
        guard page.tree.attribute(.type, of: object)?.lowercased() == "application/pdf",
            page.tree.has(.data, object), page.sum(passages).length <= Self.longestCall
        else { return }
        for index in passages { verdict.drop(index, .hidden) }
    }

    private func isSign(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .form, .input, .textarea, .select, .button, .img: true
        default: false
        }
    }

    /// The outermost element around a sign that is small, and beside which the text goes on.
    private func box(around sign: Int, _ whole: Float) -> Int? {
        let limit =
            [.button, .img].contains(page.tag(sign)) ? Self.longestBox : Self.longestForm
        return box(
            from: page.tag(sign) == .form ? sign : page.parent(sign),
            limit: min(limit, Self.mostOfBody * whole))
    }

    private static let mostOfBody: Float = 0.25

    private func box(from first: Int, limit: Float) -> Int? {
        var found: Int?
        var node = first
        for _ in 0..<Self.depth where node > 0 {
            guard Int(page.tree.nodes[node].end) - node <= Self.mostNodes,
                page.sum(of: node).length <= limit
            else { break }
            switch page.tag(node) {
            case .div, .section, .aside, .form, .fieldset, .custom: found = node
            case .label, .p, .span, .a, .center, .picture, .noscript: break
            default: return found
            }
            node = page.parent(node)
        }
        return found
    }

    /// What in a box says that it is one; nil for what may be the article's.
    private func sign(of box: Int, _ found: Signs, _ whole: Float) -> String? {
        let passages = page.passages(of: box)
        guard !found.isOwn, !tellsMuch(passages) else { return nil }
        // To order, to apply: who only subscribes is asked for less.
        if found.fields > Self.mostOfBox {
            let isBesides = page.sum(passages).length <= Self.mostBesides * whole
            return page.tag(box) == .form && isBesides ? Self.form : nil
        }
        if found.fields > 0 { return "input" }
        if found.choices > 1, found.buttons > 0 { return "radio" }
        if found.buttons > 0, asksConsent(box) { return "consent" }
        guard !found.isOpening else { return nil }
        if found.buttons > 0, found.players > 0 { return "player" }
        if found.buttons > 0 {
            return isAsking(passages, found.links, found.buttons) ? "button" : nil
        }
        guard found.pictures > 0, !found.links.isEmpty else { return nil }
        if isPortrait(passages, found.links) { return "profile" }
        return page.sum(passages).length <= Self.longestLabel
            && found.links.allSatisfy(LinkPurpose.asks) ? "links" : nil
    }

    private struct Signs {
        var fields = 0
        var choices = 0
        var buttons = 0
        var pictures = 0
        var players = 0
        var links: [String] = []
        /// It holds what no such box does.
        var isOwn = false
        /// It holds a list, a headline or what a click opens: then only a field makes it a box.
        var isOpening = false
    }

    private func signs(of box: Int) -> Signs {
        var found = Signs()
        for node in box..<Int(page.tree.nodes[box].end) {
            switch page.tag(node) {
            case .pre, .code, .table, .blockquote, .figure, .dl, .video, .audio, .math, .h1:
                found.isOwn = true
            // What one chooses by may be folded away.
            case .details: if page.tag(box) != .form { found.isOwn = true }
            case .li, .h2: found.isOpening = true
            case .textarea, .select: found.fields += 1
            case .input: readInput(node, &found)
            case .button:
                found.buttons += 1
                if opens(node) { found.isOpening = true }
            case .img: found.pictures += 1
            case .iframe: found.players += 1
            case .a: if let url = page.tree.attribute(.href, of: node) { found.links.append(url) }
            default:
                if page.tree.has(.dataSource, node) { found.players += 1 }
                if page.tree.has(.ariaExpanded, node)
                    || page.roles[node].contains(.unseen) && !page.passages(of: node).isEmpty
                {
                    found.isOpening = true
                }
            }
        }
        return found
    }

    /// Whether a button in a box accepts or declines something, in any language, or a line beside it says what for.
    private func asksConsent(_ box: Int) -> Bool {
        let isSaid = page.passages(of: box).contains {
            let match = Furniture.match(FoldedLine(folding: page.bytes($0).span))
            return match.map { $0.kind == .consent && $0.strength > .word } ?? false
                || Self.cookies.stand(in: page.bytes($0).span)
        }
        return isSaid
            || (box..<Int(page.tree.nodes[box].end)).contains { node in
                guard page.tag(node) == .button else { return false }
                let match = Furniture.match(FoldedLine(page.tree.text(of: node)))
                return match?.kind == .consent && match?.isWhole == true
            }
    }

    private static let cookies = Needles(["cookie", "куки", "çerez", "クッキー"])

    private func readInput(_ node: Int, _ found: inout Signs) {
        switch page.tree.attribute(.type, of: node)?.lowercased() ?? "text" {
        case "radio": found.choices += 1
        case "button", "submit", "image": found.buttons += 1
        case "hidden", "checkbox", "range": break
        default: found.fields += 1
        }
    }

    private func opens(_ button: Int) -> Bool {
        page.tree.has(.ariaExpanded, button) || page.tree.has(.ariaControls, button)
            || page.tree.attribute(.role, of: button)?.lowercased() == "tab"
    }

    /// More than a call says, and the sentence that sends to the terms.
    private func tellsMuch(_ passages: Range<Int>) -> Bool {
        passages.contains { page.passages[$0].census.length > Self.longestCall }
            || passages.count(where: {
                page.passages[$0].census.length >= 20 && page.passages[$0].census.sentenceEnds > 0
            }) > 1
    }

    /// A label without a sentence beside buttons; or sentences, several ways to press, and no link that leads elsewhere.
    private func isAsking(_ passages: Range<Int>, _ links: [String], _ buttons: Int) -> Bool {
        let sum = page.sum(passages)
        let isCalling = links.allSatisfy(LinkPurpose.asks)
        // "6 Min.": how long it plays.
        let isTimed =
            sum.length <= Self.shortestLabel
            && passages.contains { page.passages[$0].census.digits > 0 }
        if sum.sentenceEnds == 0 || isTimed {
            return sum.length <= Self.longestLabel && isCalling
                && passages.allSatisfy { !page.isHeading($0) }
        }
        if links.isEmpty, buttons > 1 { return isPoll(passages) }
        return isCalling && buttons + links.count > 1 && !links.isEmpty
    }

    /// One question, and beside the buttons that answer it nothing that tells.
    private func isPoll(_ passages: Range<Int>) -> Bool {
        guard passages.count <= 3, let first = passages.first,
            page.passages[first].census.length <= Self.longestLabel, !page.isHeading(first)
        else { return false }
        return OwnWords.isQuestion(page.string(first))
            && passages.dropFirst().allSatisfy { page.passages[$0].census.length <= 3 }
    }

    /// A name, what its bearer does, and the ways to follow: all links lead there.
    private func isPortrait(_ passages: Range<Int>, _ links: [String]) -> Bool {
        guard !links.isEmpty,
            links.allSatisfy({ LinkPurpose.isWriter($0) || $0.hasPrefix("mailto:") }),
            let first = passages.first, page.passages[first].census.length <= 5,
            passages.count > 1
        else { return false }
        let name = page.string(first)
        return passages.dropFirst().contains { page.string($0).hasPrefix(name) }
            || page.passages[first].linked.length >= page.passages[first].census.length
    }

    /// Lines that only lead to where one subscribes, gives or follows: of links, or set apart as a whole.
    private func dropCalls(from verdict: inout BodyVerdict) {
        let whole = page.length(of: verdict.kept)
        for index in page.passages.indices {
            // Of a call that the judge left out already, what stands with it may be left.
            guard verdict.kept[index] || isBelowLine(index, verdict.kept) else { continue }
            let passage = page.passages[index]
            guard passage.linked.length > 0, passage.census.length <= 30, !page.isHeading(index),
                !passage.isPreformatted, isLine(passage.block)
            else { continue }
            let links = links(of: passage)
            let isAll = passage.linked.length > 0.9 * max(1, passage.census.length)
            let isCalling =
                !links.isEmpty
                && (links.allSatisfy(LinkPurpose.asks)
                    || links.count > 1 && LinkPurpose.areAccounts(links))
            // "Pass it on: X, Facebook": a label and buttons.
            let isRow =
                links.count > 1 && LinkPurpose.areAccounts(links)
                && passage.census.sentenceEnds == 0
                && passage.census.length <= Self.longestLabel
            let isCall = page.stands(passage, in: [.strong, .b, .em, .i]) || isOffer(index, links)
            if isAll ? isCalling : isRow || isFollowing(links) && isCall {
                verdict.drop(index, .box, phrase: links[0])
                guard isAll, let label = callBox(around: index, whole) else { continue }
                // What is passed on stands over the row, and is no label of it.
                if links.allSatisfy(LinkPurpose.shares), tells(label, besides: index) { continue }
                for line in label { verdict.drop(line, .box, phrase: links[0]) }
            }
        }
    }

    /// "Want the news on your phone? Click here and join.": the way to a channel, and a question or not.
    private func isOffer(_ index: Int, _ links: [String]) -> Bool {
        page.passages[index].census.length <= Self.longestOffer
            && (links.allSatisfy(LinkPurpose.isInvitation)
                || links.allSatisfy(LinkPurpose.isChannel)
                    && page.bytes(index).contains { $0 == 0x3F })
    }

    private static let longestOffer: Float = 25

    private func tells(_ lines: Range<Int>, besides row: Int) -> Bool {
        lines.contains {
            $0 != row && (page.isHeading($0) || page.passages[$0].census.sentenceEnds > 0)
        }
    }

    private func isBelowLine(_ index: Int, _ kept: [Bool]) -> Bool {
        index > 0 && kept[index - 1]
            && page.passages[index - 1].census.length <= Self.longestCall
    }

    /// What stands with a call in a box of its own: what is to be had, or what it is given for.
    ///
    /// - Parameter named: whether the words say that it calls, and not what it leads to.
    private func callBox(
        around index: Int, _ whole: Float, named: Bool = false
    ) -> Range<Int>? {
        let limit = min(Self.longestBox, Self.mostOfBody * whole)
        guard let box = box(from: page.passages[index].block, limit: limit) else { return nil }
        let passages = page.passages(of: box)
        guard (2...Self.mostLines).contains(passages.count),
            passages.allSatisfy({ page.passages[$0].census.length <= Self.longestPitch })
        else { return nil }
        let found = signs(of: box)
        let isShort = !found.isOpening || page.sum(passages).length <= Self.longestHeaded
        guard !found.isOwn, isShort else { return nil }
        let isCall = named && found.links.count <= 2 || LinkPurpose.areAccounts(found.links)
        return isCall ? passages : nil
    }

    private func isLine(_ block: Int) -> Bool {
        switch page.tag(block) {
        case .p, .div, .section, .aside, .center: true
        default: false
        }
    }

    private func links(of passage: Passage) -> [String] {
        // The passage begins with a text, which stands in its link.
        var around: [Int] = []
        var node = page.parent(passage.nodes.lowerBound)
        for _ in 0..<Self.depth where node > 0 && page.tag(node).isInline {
            around.append(node)
            node = page.parent(node)
        }
        return page.links(among: around.reversed() + passage.nodes)
    }

    private func isFollowing(_ links: [String]) -> Bool {
        !links.isEmpty
            && links.allSatisfy {
                LinkPurpose.isChannel($0) || LinkPurpose.asks($0) || LinkPurpose.isProfile($0)
            }
            && (links.contains(where: LinkPurpose.isChannel)
                || links.contains(where: LinkPurpose.asks))
    }
}
