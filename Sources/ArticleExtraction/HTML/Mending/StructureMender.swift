import LibXML

/// Mends headings, buttons and lists that are marked up in ways of their own.
final class StructureMender {
    private let tree: HTMLTree
    private let words: AttributeWords
    /// The element in which items that stand in no list were found last, and where they end.
    private var stray = (parent: -1, end: 0)

    /// Nodes of a heading that are looked at.
    private static let maxHeading = 64
    private static let longestAnchor = 40

    init(tree: HTMLTree, words: AttributeWords) {
        self.tree = tree
        self.words = words
    }

    /// Links of a heading to itself, links to edit it, and buttons around its words.
    func mendHeading(_ node: Int, _ edits: inout TreeEdits) {
        let end = Int(tree.nodes[node].end)
        guard end - node <= Self.maxHeading else { return }
        if end - node > 3 { mendBrackets(node, &edits) }
        var inner = node + 1
        while inner < end {
            switch tree.nodes[inner].tag {
            case .a where isAnchor(inner, of: node), .span where saysEdit(inner):
                edits.add(.drop, at: inner)
                inner = Int(tree.nodes[inner].end)
                continue
            case .span where isUnseen(inner, beside: node):
                edits.add(.drop, at: inner)
                inner = Int(tree.nodes[inner].end)
                continue
            case .button:
                // It keeps what it says of what it opens.
                edits.add(holdsMore(node, than: inner) ? .drop : .rename(.span), at: inner)
                dropSwitches(inner, &edits)
            default: break
            }
            inner += 1
        }
    }

    /// Whether a heading has words besides those of one of its elements.
    private func holdsMore(_ heading: Int, than inner: Int) -> Bool {
        let own = inner..<Int(tree.nodes[inner].end)
        return (heading..<Int(tree.nodes[heading].end)).contains { node in
            !own.contains(node)
                && tree.textBytes(node).contains { $0 > 0x40 }
        }
    }

    /// Words for screen readers beside a heading's own.
    private func isUnseen(_ span: Int, beside heading: Int) -> Bool {
        guard let name = tree.attribute(.class, of: span)?.lowercased() else { return false }
        return ["visually-hidden", "sr-only", "screen-reader"].contains(where: name.contains)
            && holdsMore(heading, than: span)
    }

    /// A span that is shown as a block, struck out, raised or lowered, by its style or by names that frameworks have for
    /// it, is what it is shown as.
    func mendSpan(_ node: Int, _ lines: InlineMender, _ edits: inout TreeEdits) {
        if words.hold(.spanning, .class, of: node, in: tree),
            let names = tree.bytes(.class, of: node), names.count <= 400
        {
            for name in names.split(whereSeparator: { $0 <= 0x20 }) {
                if Self.struck.contains(name.span) { edits.add(.rename(.s), at: node) }
                if Self.raised.contains(name.span) {
                    lines.mendScript(node, isRaised: true, &edits)
                }
                if Self.lowered.contains(name.span) {
                    lines.mendScript(node, isRaised: false, &edits)
                }
            }
        }
        guard words.hold(.spanning, .style, of: node, in: tree),
            let style = tree.bytes(.style, of: node), (12...400).contains(style.count)
        else { return }
        let text = String(decoding: style, as: UTF8.self).lowercased().filter { $0 != " " }
        let rules = text.split(separator: ";")
        if rules.contains("display:block") {
            var parent = Int(tree.nodes[node].parent)
            while parent > 0, tree.nodes[parent].tag.isInline {
                parent = Int(tree.nodes[parent].parent)
            }
            // Within a heading or a line of code it is a line of that.
            guard tree.nodes[parent].tag.headingLevel == nil, tree.nodes[parent].tag != .pre else {
                return
            }
            edits.add(.rename(.div), at: node)
        } else if rules.contains(where: {
            $0.hasPrefix("text-decoration") && $0.contains("line-through")
        }) {
            edits.add(.rename(.s), at: node)
        } else if rules.contains("vertical-align:super") {
            lines.mendScript(node, isRaised: true, &edits)
        } else if rules.contains("vertical-align:sub") {
            lines.mendScript(node, isRaised: false, &edits)
        }
    }

    private static let struck = KnownWords([
        "line-through", "strikethrough", "strike-through", "text-decoration-line-through", "strike",
    ])
    private static let raised = KnownWords(["sup", "superscript"])
    private static let lowered = KnownWords(["sub", "subscript"])

    /// A button whose class says that it opens a part of the text heads that part.
    func mendButton(_ node: Int, _ edits: inout TreeEdits) {
        let end = Int(tree.nodes[node].end)
        guard end > node + 1, end - node <= Self.maxHeading else { return }
        if (node + 1..<end).contains(where: { tree.nodes[$0].tag.headingLevel != nil }) {
            edits.add(.rename(.div), at: node)
            return dropSwitches(node, &edits)
        }
        if tree.nodes[Int(tree.nodes[node].parent)].tag == .dt {
            edits.add(.rename(.span), at: node)
            return dropSwitches(node, &edits)
        }
        guard tree.nodes[Int(tree.nodes[node].parent)].tag.headingLevel == nil,
            namesPanel(node) || tree.has(.ariaExpanded, node) && asks(node),
            (3...120).contains(tree.text(of: node).utf8.count)
        else { return }
        edits.add(.rename(.h4), at: node)
        dropSwitches(node, &edits)
    }

    private func namesPanel(_ button: Int) -> Bool {
        guard let name = tree.attribute(.class, of: button)?.lowercased() else { return false }
        return ["accordion", "collapsible", "faq"].contains(where: name.contains)
    }

    /// A question that opens its answer.
    private func asks(_ button: Int) -> Bool {
        let text = CleanText(tree.text(of: button)).string
        return text.contains(" ") && OwnWords.isQuestion(text)
    }

    /// Within a button: signs that say whether it is open.
    private func dropSwitches(_ button: Int, _ edits: inout TreeEdits) {
        for inner in button + 1..<Int(tree.nodes[button].end) {
            guard tree.nodes[inner].tag == .span || tree.nodes[inner].tag == .i,
                let name = tree.attribute(.class, of: inner)?.lowercased(),
                ["toggle", "icon", "hidden", "sr-only", "chevron", "arrow"].contains(
                    where: name.contains),
                tree.text(of: inner).utf8.count <= 24
            else { continue }
            edits.add(.drop, at: inner)
        }
    }

    /// The sign behind a term, a caption or a paragraph that leads to its own place.
    func mendAnchor(_ link: Int, _ edits: inout TreeEdits) {
        guard Int(tree.nodes[link].end) - link <= 3, let target = tree.bytes(.href, of: link) else {
            return
        }
        if tree.nodes[Int(tree.nodes[link].parent)].tag == .figcaption,
            CodeLanguage.tools.contains(CleanText(tree.text(of: link)).string.lowercased())
        {
            edits.add(.drop, at: link)
        }
        guard target.first == 0x23 else { return }
        let sign = tree.text(of: link).trimmed(of: " \u{A0}\u{200B}")
        guard sign.utf8.count <= 4 else { return }
        if Self.paragraphSigns.contains(sign) || sign == "#" && namesAnchor(link) {
            edits.add(.drop, at: link)
        }
    }

    private static let paragraphSigns: Set<String> = ["¶", "🔗", "⚓"]

    private func namesAnchor(_ link: Int) -> Bool {
        let name = tree.attribute(.class, of: link)?.lowercased() ?? ""
        return ["anchor", "headerlink", "hash-link", "permalink", "heading-link", "header-link"]
            .contains(where: name.contains)
    }

    /// "[Edit | Edit source]" in the text of a heading: links in brackets that lead to where one writes.
    private func mendBrackets(_ heading: Int, _ edits: inout TreeEdits) {
        let range = heading + 1..<Int(tree.nodes[heading].end)
        guard range.contains(where: { tree.textBytes($0).contains(0x5B) }),
            let open = range.first(where: { text($0)?.trimmed(of: " ").last == "[" }),
            let close = range.first(where: { $0 > open && text($0)?.first == "]" })
        else { return }
        let links = (open..<close).filter { tree.nodes[$0].tag == .a }
        guard !links.isEmpty,
            links.allSatisfy({ tree.attribute(.href, of: $0)?.contains("edit") ?? false })
        else { return }
        for node in open + 1..<close { edits.add(.drop, at: node) }
        edits.add(
            .text(String((text(open) ?? "").trimmed(of: " ").dropLast()).trimmed(of: " ")),
            at: open)
        edits.add(.text(String((text(close) ?? "").dropFirst())), at: close)
    }

    private func text(_ node: Int) -> String? {
        guard tree.nodes[node].tag == .text else { return nil }
        return String(decoding: tree.textBytes(node), as: UTF8.self)
    }

    /// Whether a link in a heading only points to the heading.
    private func isAnchor(_ link: Int, of heading: Int) -> Bool {
        guard let target = tree.bytes(.href, of: link), target.contains(0x23) else { return false }
        let text = CleanText(tree.text(of: link)).string
        if text.utf8.count > Self.longestAnchor { return false }
        if !text.contains(where: { $0.isLetter || $0.isNumber }) { return !text.isEmpty }
        guard namesAnchor(link) else { return false }
        let whole = CleanText(tree.text(of: heading)).string
        return whole.utf8.count > text.utf8.count + 1
    }

    /// "[edit]" beside the headings of a wiki.
    private func saysEdit(_ span: Int) -> Bool {
        guard let name = tree.attribute(.class, of: span)?.lowercased() else { return false }
        return (name.contains("editsection") || name.contains("edit-section"))
            && tree.text(of: span).utf8.count <= 60
    }

    /// A list right in a list belongs to the item before it.
    func mendList(_ node: Int, _ edits: inout TreeEdits) {
        let end = Int(tree.nodes[node].end)
        var child = node + 1
        var item: Int?
        var lastList = 0
        while child < end {
            let next = Int(tree.nodes[child].end)
            switch tree.nodes[child].tag {
            case .li:
                if let item, lastList > 0 { edits.add(.extended(until: lastList), at: item) }
                item = child
                lastList = 0
            case .ul, .ol, .menu:
                if item == nil { edits.add(.within(.li, until: next), at: child) }
                lastList = next
            default: break
            }
            child = next
        }
        if let item, lastList > 0 { edits.add(.extended(until: lastList), at: item) }
    }

    /// Items that stand in no list make one with those that follow.
    func mendItem(_ node: Int, _ edits: inout TreeEdits) {
        let parent = Int(tree.nodes[node].parent)
        switch tree.nodes[parent].tag {
        case .ul, .ol, .menu, .dir, .nav, .custom, .unknown, .svg: return
        default: break
        }
        if parent == stray.parent, node < stray.end { return }
        var end = Int(tree.nodes[node].end)
        let last = Int(tree.nodes[parent].end)
        var next = end
        while next < last {
            if tree.nodes[next].tag == .li {
                end = Int(tree.nodes[next].end)
            } else if tree.nodes[next].tag != .text
                || tree.textBytes(next).contains(where: { $0 > 0x20 })
            {
                break
            }
            next = Int(tree.nodes[next].end)
        }
        stray = (parent, end)
        edits.add(.within(.ul, until: end), at: node)
    }
}
