import LibXML

/// Cuts a tree into passages, in one walk over its nodes.
struct PageReader {
    private let tree: HTMLTree
    /// Whether what stands in `<noscript>` is read: it is what readers without scripts see.
    private let readsNoscript: Bool
    private let words: AttributeWords

    private struct Open {
        var end: Int
        var isBlock: Bool
        /// The nearest block element: the node itself or one around it.
        var block: Int
        var isMuted: Bool
        /// Nothing below is text, whatever stands there.
        var isHardMuted: Bool
        var isPreformatted: Bool
        var isLink: Bool
    }

    private var open: [Open] = []
    private var block = 0
    private var current = CleanText()
    private var linked = TextLength()
    private var first = -1
    private var last = -1
    private var preformatted = false
    /// Line ends (`<br>`) since the last text.
    private var breaks = 0

    private var passages: [Passage] = []
    private var text: [UInt8] = []
    private var passageAt: [Int32]
    private var roles: [Roles]
    private var signs: [NameSigns]
    private var labelled: [Int] = []
    private var hidden: Set<Int> = []
    private var spoken: Set<Int> = []
    /// What the page's own style sheets hide.
    private var styled: Set<Int> = []

    /// A single line end cuts a passage that is longer than this many bytes.
    private static let longLine = 60

    private init(_ tree: HTMLTree, _ words: AttributeWords, readsNoscript: Bool) {
        self.tree = tree
        self.words = words
        self.readsNoscript = readsNoscript
        passageAt = [Int32](repeating: 0, count: tree.nodes.count + 1)
        roles = [Roles](repeating: [], count: tree.nodes.count)
        signs = [NameSigns](repeating: [], count: tree.nodes.count)
    }

    static func read(_ tree: HTMLTree) -> Page {
        read(PageTree(tree: tree, words: AttributeWords(tree)))
    }

    static func read(_ tree: PageTree, readsNoscript: Bool = false) -> Page {
        var reader = PageReader(tree.tree, tree.words, readsNoscript: readsNoscript)
        reader.styled = tree.styles.nodes(in: tree.tree)
        return reader.walk()
    }

    private mutating func walk() -> Page {
        let tree = tree
        let utf8 = tree.utf8.span
        for node in tree.nodes.indices {
            close(before: node)
            let tag = tree.nodes[node].tag
            if tag == .text {
                let content = tree.nodes[node].content
                readText(node, utf8.extracting(Int(content.lowerBound)..<Int(content.upperBound)))
            } else {
                enter(node, tag)
            }
            passageAt[node + 1] = Int32(passages.count)
        }
        close(before: tree.nodes.count)
        flush()
        countPassages()
        return Page(
            tree: tree, passages: passages, text: text, passageAt: passageAt, roles: roles,
            signs: signs, labelled: labelled, hidden: hidden, spoken: spoken)
    }

    /// A passage is written when it ends; it belongs where it began.
    private mutating func countPassages() {
        var next = 0
        for node in 0...tree.nodes.count {
            passageAt[node] = Int32(next)
            while next < passages.count, passages[next].nodes.lowerBound == node { next += 1 }
        }
    }

    private mutating func close(before node: Int) {
        while let top = open.last, top.end <= node {
            if top.isBlock { flush() }
            open.removeLast()
            block = open.last?.block ?? 0
            preformatted = open.last?.isPreformatted ?? false
        }
    }

    private mutating func enter(_ node: Int, _ tag: HTMLTag) {
        readAttributes(node)
        if tag == .br { return lineEnd() }
        let end = Int(tree.nodes[node].end)
        guard end > node + 1 else {
            if !tag.isInline { flush() }
            return
        }
        let isBlock = !tag.isInline
        let hard =
            (open.last?.isHardMuted ?? false) || isMute(tag, node) || spoken.contains(node)
        var muted = open.last?.isMuted ?? false
        if isBlock { flush() }
        if tag.endsMuting { muted = false }
        if tag.mutesOwnText || hard { muted = true }
        open.append(
            Open(
                end: end, isBlock: isBlock,
                block: isBlock ? node : open.last?.block ?? 0, isMuted: muted, isHardMuted: hard,
                isPreformatted: tag == .pre || (open.last?.isPreformatted ?? false),
                isLink: tag == .a && !isSwitch(node) || (open.last?.isLink ?? false)))
        if isBlock { block = node }
        preformatted = open.last?.isPreformatted ?? false
    }

    private func isMute(_ tag: HTMLTag, _ node: Int) -> Bool {
        switch tag {
        case .noscript: !readsNoscript && !EmbeddedPosts.stands(in: node, tree)
        case .template: !tree.has(.shadowRootMode, node)
        default: tag.isMute
        }
    }

    private mutating func readAttributes(_ node: Int) {
        var found: Roles = []
        var signs: NameSigns = []
        var isLabelled = false
        var isHidden = false
        for index in tree.nodes[node].content {
            let attribute = tree.attributes[Int(index)]
            if attribute.name == .itemprop || attribute.name == .rel { isLabelled = true }
            switch attribute.name {
            case .class, .id, .role, .dataTestID, .dataComponent, .itemprop:
                let words = words[index]
                found.formUnion(words.roles)
                signs.formUnion(words.signs)
                if attribute.name == .class,
                    found.contains(.hidden) || words.signs.contains(.hiding)
                {
                    isHidden = readNames(attribute, node) || isHidden
                }
            case .hidden:
                // What a search in the page finds is text of it (WHATWG HTML §6.1).
                if !tree.value(of: attribute).elementsEqual("until-found".utf8) {
                    found.insert(.unseen)
                }
            case .ariaHidden:
                if tree.value(of: attribute).elementsEqual("true".utf8) {
                    found.insert(.unseen)
                }
            case .style:
                let signs = words[index].signs
                if signs.contains(.unshown), tree.hides(node, style: tree.value(of: attribute)) {
                    found.insert(.unseen)
                } else if !signs.isDisjoint(with: [.unshown, .displaced]),
                    displaces(tree.value(of: attribute), node)
                {
                    isHidden = true
                }
            default:
                continue
            }
        }
        if !styled.isEmpty, styled.contains(node) {
            // Of a line a few words at most: the rest of a text that a click shows is hidden so, too.
            if tree.nodes[node].tag.isInline, isBrief(node) {
                spoken.insert(node)
            } else {
                isHidden = true
            }
        }
        roles[node] = found
        self.signs[node] = signs
        if isLabelled { labelled.append(node) }
        if isHidden { hidden.insert(node) }
    }

    /// Whether a link leads nowhere, and opens what stands below.
    private func isSwitch(_ link: Int) -> Bool {
        guard !tree.has(.href, link) else { return false }
        return [link, Int(tree.nodes[link].parent)].contains {
            tree.has(.ariaControls, $0) || tree.attribute(.role, of: $0)?.lowercased() == "button"
        }
    }

    /// Whether the class names hide an element from everybody; inline elements that are only read aloud are noted.
    private mutating func readNames(_ attribute: HTMLAttribute, _ node: Int) -> Bool {
        let names = tree.value(of: attribute)
        if HiddenNames.speak(names) {
            return !noteSpoken(node)
        }
        return HiddenNames.hide(names)
    }

    /// Whether a style puts a block where nobody sees it; inline elements are noted.
    private mutating func displaces(_ style: ArraySlice<UInt8>, _ node: Int) -> Bool {
        guard Furnishing.displaces(style) else { return false }
        // Letters that vanish are brought back by what gives them a size: mails keep spaces out of their tables so.
        if Furnishing.vanishes(style) { return !givesSize(node) }
        return !noteSpoken(node)
    }

    private func givesSize(_ node: Int) -> Bool {
        (node + 1..<Int(tree.nodes[node].end)).prefix(Self.mostSized).contains {
            tree.bytes(.style, of: $0).map { Self.sizes.stand(in: $0.span) } ?? false
        }
    }

    private static let mostSized = 200
    private static let sizes = Needles(["font-size", "font:"])

    /// Notes an inline element that is only read aloud: "(opens in a new tab)".
    ///
    /// - Returns: false for any other element.
    private mutating func noteSpoken(_ node: Int) -> Bool {
        guard tree.nodes[node].tag.isInline else { return false }
        guard !(open.last?.isHardMuted ?? false) else { return true }
        // The line of a fraction is no word.
        if Int(tree.nodes[node].end) - node > 20
            || tree.text(of: node).unicodeScalars.contains(where: { $0.properties.isAlphabetic })
        {
            spoken.insert(node)
        }
        return true
    }

    /// Some words or numbers, and no more: a mark by itself parts what stands around it.
    private func isBrief(_ node: Int) -> Bool {
        guard Int(tree.nodes[node].end) - node <= Self.mostBrief else { return false }
        let text = tree.text(of: node)
        return text.utf8.count <= Self.longestBrief
            && text.contains { $0.isLetter || $0.isNumber }
    }

    /// Nodes, and bytes.
    private static let mostBrief = 8
    private static let longestBrief = 80

    private mutating func readText(_ node: Int, _ bytes: Span<UInt8>) {
        guard !(open.last?.isMuted ?? false) else { return }
        if isBlank(bytes) {
            if first >= 0 { current.appendSpace() }
            return
        }
        if breaks > 1 || (breaks == 1 && current.utf8.count > Self.longLine) { flush() }
        breaks = 0
        let start = current.utf8.count
        current.append(bytes)
        guard current.utf8.count > start else { return }
        if first < 0 { first = node }
        last = node
        if open.last?.isLink ?? false { linked.add(TextCensus(current.utf8[start...])) }
    }

    private func isBlank(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where bytes[index] > 0x20 { return false }
        return true
    }

    private mutating func lineEnd() {
        guard first >= 0 else { return }
        current.appendSpace()
        if !(open.last?.isPreformatted ?? false) { breaks += 1 }
    }

    private mutating func flush() {
        defer {
            first = -1
            breaks = 0
            current.clear()
            linked = TextLength()
        }
        guard first >= 0 else { return }
        let start = text.count
        text += current.utf8
        passages.append(
            Passage(
                nodes: first..<last + 1, block: block, text: start..<text.count,
                isPreformatted: preformatted, census: TextCensus(text[start...]), linked: linked))
    }
}
