import LibXML

/// Drops from a body what the page does not show: by the `hidden` attribute, by styles, and by the class names that
/// common frameworks hide with. What a click opens is shown, though: panels of tabs and accordions.
struct HiddenLines {
    let page: Page
    let odds: [Float]

    /// What is hidden is no part of what is read, unless it is most of it: scripts show some articles later.
    func drop(from verdict: inout BodyVerdict) {
        var hidden = verdict.kept.map { _ in false }
        for node in nodes(amid: verdict.kept) {
            let passages = page.passages(of: node)
            let isSpoken = isForReadersOnly(node)
            let end = Int(page.tree.nodes[node].end)
            // A line of which the element holds the beginning alone shows the rest.
            for passage in passages
            where verdict.kept[passage] && page.passages[passage].nodes.upperBound <= end {
                // Scripts that move a text about hide it from those who have it read aloud, not from the eye.
                let isSure = !odds.isEmpty && odds[passage] >= RegionCleaner.doubt
                if !isSpoken || !isSure { hidden[passage] = true }
            }
        }
        let unseen = page.length(of: hidden)
        guard unseen > 0, unseen < 0.5 * page.length(of: verdict.kept) else { return }
        for index in hidden.indices where hidden[index] { verdict.drop(index, .hidden) }
        showTwins(of: hidden, in: &verdict)
    }

    /// Forums hide a copy of the first post for those who read pages by machine: what is shown stands for it.
    private func showTwins(of hidden: [Bool], in verdict: inout BodyVerdict) {
        var missing: [UInt64: Int] = [:]
        for index in hidden.indices
        where hidden[index] && page.passages[index].census.length >= Self.fewWords {
            missing[BytesHash.of(page.bytes(index).span)] = index
        }
        guard !missing.isEmpty else { return }
        for index in page.passages.indices
        where !hidden[index] && page.passages[index].census.length >= Self.fewWords {
            let hash = BytesHash.of(page.bytes(index).span)
            guard let twin = missing[hash], page.bytes(twin) == page.bytes(index),
                verdict.kept[index] || mayShow(index, verdict)
            else { continue }
            missing[hash] = nil
            verdict.kept[index] = true
        }
    }

    /// Whether the judge alone left a passage out, and the page shows it.
    private func mayShow(_ index: Int, _ verdict: BodyVerdict) -> Bool {
        guard verdict.deletions[index] == nil else { return false }
        var node = page.passages[index].block
        while node > 0 {
            if page.hidden.contains(node) || page.roles[node].contains(.unseen) { return false }
            node = page.parent(node)
        }
        return true
    }

    /// Shorter lines recur by chance.
    private static let fewWords: Float = 6

    /// The outermost elements that are hidden and hold a passage that was kept, in order.
    private func nodes(amid kept: [Bool]) -> [Int] {
        var found: [Int] = []
        var paid: PaidParts?
        var end = 0
        var hidden = page.hidden.sorted()[...]
        for node in page.tree.nodes.indices {
            let isHidden = hidden.first == node
            if isHidden { hidden.removeFirst() }
            guard node >= end, isHidden || page.roles[node].contains(.unseen) else { continue }
            let isAmid = kept[page.passages(of: node)].contains(true)
            // What stands in a panel may be hidden by itself.
            if isAmid {
                let parts = paid ?? PaidParts(page.tree)
                paid = parts
                if isPanel(node) || parts.hold(node, in: page.tree) { continue }
            }
            if isAmid { found.append(node) }
            end = Int(page.tree.nodes[node].end)
        }
        return found
    }

    /// The outermost elements that are hidden.
    func outermost() -> [Int] {
        var found: [Int] = []
        var end = 0
        for node in page.tree.nodes.indices
        where node >= end
            && (page.roles[node].contains(.unseen)
                || !page.hidden.isEmpty && page.hidden.contains(node))
        {
            found.append(node)
            end = Int(page.tree.nodes[node].end)
        }
        return found
    }

    /// Whether `aria-hidden` alone hides it, which no eye sees.
    private func isForReadersOnly(_ node: Int) -> Bool {
        let tree = page.tree
        guard page.roles[node].contains(.unseen), !page.hidden.contains(node),
            tree.attribute(.ariaHidden, of: node) != nil, !tree.has(.hidden, node)
        else { return false }
        return !tree.hides(node, style: tree.bytes(.style, of: node) ?? [])
    }

    /// Whether a click or a search opens it: `hidden="until-found"`, a name or a role of such panels nearby, or a question
    /// before it that it answers.
    func isPanel(_ node: Int) -> Bool {
        if page.tree.attribute(.hidden, of: node)?.lowercased() == "until-found" { return true }
        if isOneOfSeveral(node) || isAnswer(node) || hasTabs(node) || isControlled(node)
            || hasSwitch(node)
        {
            return true
        }
        var node = node
        for _ in 0..<3 where node > 0 {
            if page.tree.attribute(.role, of: node) == "tabpanel" { return true }
            if page.signs[node].contains(.panel), saysPanel(node, .class) || saysPanel(node, .id) {
                return true
            }
            node = page.parent(node)
        }
        return false
    }

    /// Whether what stands right before an element, a heading's button or the like, says that it opens the element
    /// (WAI-ARIA §6.6, aria-controls).
    private func isControlled(_ node: Int) -> Bool {
        guard let id = page.tree.bytes(.id, of: node), !id.isEmpty else { return false }
        let before = max(page.parent(page.parent(node)), node - Self.mostBefore)..<node
        return before.contains { opener in
            if let controls = page.tree.bytes(.ariaControls, of: opener) { return controls == id }
            // A tab is a link to its panel.
            guard page.tag(opener) == .a, let link = page.tree.bytes(.href, of: opener) else {
                return false
            }
            return link.first == 0x23 && link.dropFirst() == id
        }
    }

    private static let mostBefore = 60

    /// Whether a button, or a link that leads nowhere, stands alone right before an element or behind it: "Read more".
    private func hasSwitch(_ node: Int) -> Bool {
        let parent = page.parent(node)
        let next = Int(page.tree.nodes[node].end)
        if next < Int(page.tree.nodes[parent].end), isSwitch(next) { return true }
        var before = node - 1
        for _ in 0..<Self.longestSwitch where before > parent {
            if page.parent(before) == parent {
                return isSwitch(before)
            }
            before -= 1
        }
        return false
    }

    private func isSwitch(_ node: Int) -> Bool {
        let end = Int(page.tree.nodes[node].end)
        guard end - node <= Self.longestSwitch,
            page.tree.text(of: node).utf8.count <= Self.longestLabel
        else { return false }
        return (node..<end).contains { inner in
            if page.tree.has(.ariaExpanded, inner) || page.tag(inner) == .button { return true }
            guard page.tag(inner) == .a else { return false }
            let target = page.tree.bytes(.href, of: inner)?.first
            return target == nil || target == UInt8(ascii: "#")
                || page.tree.attribute(.href, of: inner)?.lowercased().hasPrefix("javascript:")
                    == true
        }
    }

    /// Nodes, and bytes.
    private static let longestSwitch = 16
    private static let longestLabel = 120

    private func saysPanel(_ node: Int, _ name: HTMLAttribute.Name) -> Bool {
        guard let value = page.tree.bytes(name, of: node), value.count <= 1_000 else {
            return false
        }
        return Self.panels.stand(in: value.span)
    }

    /// Whether the tabs that open an element stand around it.
    private func hasTabs(_ node: Int) -> Bool {
        let parent = page.parent(node)
        guard page.tag(parent) != .body else { return false }
        let own = node..<Int(page.tree.nodes[node].end)
        return (parent..<Int(page.tree.nodes[parent].end)).prefix(Self.mostAround).contains {
            !own.contains($0) && page.tree.attribute(.role, of: $0)?.lowercased() == "tablist"
        }
    }

    private static let mostAround = 500

    /// Whether an element of the same names beside it is shown, as one of several panels is.
    private func isOneOfSeveral(_ node: Int) -> Bool {
        guard let own = names(node), !own.isEmpty else { return false }
        let parent = page.parent(node)
        var sibling = parent + 1
        var tried = 0
        while sibling < Int(page.tree.nodes[parent].end), tried < Self.mostSiblings {
            if sibling != node, page.tag(sibling) == page.tag(node),
                !page.hidden.contains(sibling), !page.roles[sibling].contains(.unseen),
                names(sibling) == own
            {
                return true
            }
            tried += 1
            sibling = Int(page.tree.nodes[sibling].end)
        }
        return false
    }

    private static let mostSiblings = 20

    /// Whether the heading right before an element asks something, and the judge is sure of what the element says.
    private func isAnswer(_ node: Int) -> Bool {
        let passages = page.passages(of: node)
        guard let first = passages.first, first > 0, !odds.isEmpty,
            passages.allSatisfy({ odds[$0] >= RegionCleaner.sure })
        else { return false }
        let heading = page.passages[first - 1].block
        return page.tag(heading).headingLevel != nil
            && page.parent(node) == page.parent(heading)
            && OwnWords.isQuestion(page.string(first - 1))
    }

    /// The class names of an element but for those that hide it, and numbers that a program made; nil where there are none
    /// or very many.
    private func names(_ node: Int) -> Set<String>? {
        guard let names = page.tree.attribute(.class, of: node), names.utf8.count <= 400 else {
            return nil
        }
        return Set(names.split(separator: " ").map(String.init)).filter {
            !HiddenNames.hide(Array($0.utf8)[...]) && !Self.isNumber($0)
        }
    }

    /// "elementor-element-28ebed1", "css-1q2w3e".
    private static func isNumber(_ name: String) -> Bool {
        guard let last = name.split(separator: "-").last, last.count >= 5 else { return false }
        return last.contains(where: \.isNumber) && last.allSatisfy { $0.isASCII && !$0.isUppercase }
            && !last.allSatisfy(\.isLetter)
    }

    private static let panels = Needles([
        "accordion", "collaps", "tab-pane", "tabpane", "tab-content", "tabs__", "tab-panel", "faq",
        "expandable", "expander", "disclosure", "toggle-content", "toggle__content", "spoiler",
        "read-more-content", "more-text", "readmore-content", "transcript", "drop-down",
    ])
}

/// The class names by which common frameworks hide an element, and styles that put it where nobody looks.
enum HiddenNames {
    /// Whether one of the names hides an element on every screen.
    static func hide(_ names: ArraySlice<UInt8>) -> Bool {
        guard names.count <= 2_000 else { return false }
        var hides = false
        for name in names.split(whereSeparator: { $0 <= 0x20 }) {
            // "hidden md:block", "d-none d-lg-block": shown where the screen is wide.
            if shows(name) { return false }
            if !hides { hides = hidden.known(ByteHash.of(name)) != nil }
        }
        return hides
    }

    /// Whether one of the names hides an element where the screen is wide: "md:hidden", "d-lg-none".
    static func hideOnWide(_ names: ArraySlice<UInt8>) -> Bool {
        names.count <= 2_000
            && names.split(whereSeparator: { $0 <= 0x20 }).contains { name in
                let words = name.split { $0 == 0x3A || $0 == 0x2D }
                guard words.count >= 2, let first = words.first, let last = words.last else {
                    return false
                }
                let isScreen = first.elementsEqual("d".utf8) && words.count == 3 ? words[1] : first
                return wide.contains(isScreen.span)
                    && (last.elementsEqual("hidden".utf8) || last.elementsEqual("none".utf8))
            }
    }

    private static let wide = KnownWords(["sm", "md", "lg", "xl"])

    /// Whether one of the names keeps an element for those who have the page read aloud, and none shows it to others:
    /// "sr-only sm:not-sr-only".
    static func speak(_ names: ArraySlice<UInt8>) -> Bool {
        guard names.count <= 2_000 else { return false }
        var speaks = false
        for name in names.split(whereSeparator: { $0 <= 0x20 }) {
            if spoken.known(ByteHash.of(name)) != nil {
                speaks = true
            } else if speaking.stand(in: name.span) {
                let words = Set(DetailNames.words(of: Substring(decoding: name, as: UTF8.self)))
                if words.contains("not") || words.contains("undo") { return false }
                speaks =
                    speaks
                    || words.isDisjoint(with: ofOthers)
                        && spokenWords.contains { $0.isSubset(of: words) }
            }
        }
        return speaks
    }

    private static let speaking = Needles([
        "hidden", "hide", "reader", "sr-only", "sronly", "for-sr", "a11y", "assistive",
        "accessib",
    ])
    /// What a form says when it was sent; a field whose label is hidden ("field--label-visually_hidden"), not its words.
    private static let ofOthers: Set<String> = ["response", "label", "labels", "title", "legend"]
    /// Words of one name, which frameworks put together with those of their own: "pf-v5-screen-reader", "euiScreenReaderOnly",
    /// "MuiBox-visuallyHidden".
    private static let spokenWords: [Set<String>] = [
        ["sr", "only"], ["show", "for", "sr"], ["visually", "hidden"], ["visually", "hide"],
        ["visuallyhidden"], ["screenreader"], ["screenreaders"], ["screen", "reader"],
        ["screen", "readers"], ["assistive", "text"], ["assistive", "hidden"],
        ["accessible", "text"], ["accessibility", "text"], ["accessible", "hide"],
        ["accessible", "hidden"], ["accessibility", "hidden"], ["access", "hidden"],
        ["access", "hide"], ["acc", "hidden"], ["a", "y", "hidden"], ["a", "y", "text"],
        ["vis", "hidden"], ["vishidden"], ["text", "hide"], ["text", "hidden"],
    ]

    private static func shows(_ name: ArraySlice<UInt8>) -> Bool {
        if showsOnScreens(name) { return true }
        let divider = name.lastIndex(of: 0x3A) ?? name.lastIndex(of: 0x2D)
        guard let divider, name[divider] == 0x3A || name.starts(with: "d-".utf8),
            // On paper only: "print:block", "d-print-block".
            !printing.stand(in: name.span)
        else { return false }
        let value = name[(divider + 1)...]
        return displays.known(ByteHash.of(value)) != nil
    }

    /// "tablet-show", "show-for-medium", "visible-lg".
    private static func showsOnScreens(_ name: ArraySlice<UInt8>) -> Bool {
        guard showing.stand(in: name.span) else { return false }
        let words = name.split { $0 == 0x2D || $0 == 0x5F }
        return words.contains { showingWords.contains($0.span) }
            && words.contains { screens.contains($0.span) }
    }

    private static let printing = Needles(["print"])
    private static let showing = Needles(["show", "visible"])
    private static let showingWords = KnownWords(["show", "shown", "visible"])
    private static let screens = KnownWords([
        "sm", "md", "lg", "xl", "small", "medium", "large", "mobile", "phone", "tablet", "desktop",
    ])
    private static let displays = KeyNumbers(hashing: [
        "block", "flex", "inline", "grid", "table", "contents", "inline-block", "inline-flex",
        "cell",
        "visible", "not-sr-only",
    ])
    private static let hidden = KeyNumbers(hashing: [
        "hidden", "d-none", "is-hidden", "isHidden", "u-hidden", "hide", "invisible", "dn",
        "display-none", "w-condition-invisible", "uk-hidden", "ng-hide", "element-hidden",
        "element-invisible", "offscreen", "off-screen", "is-offscreen", "print-only", "only-print",
        "printonly", "visible-print", "visible-print-block", "d-print-only", "show-for-print",
        "print-header", "print-footer", "print-logo", "print-visible", "show-on-print",
        "show-print", "print-show", "for-print", "onlyprint", "js-print-only",
    ])
    private static let spoken = KeyNumbers(hashing: [
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
        "screenreader-only", "screenreader", "screenreader-text", "screen-reader", "sronly",
        "show-for-sr",
        "u-visually-hidden", "is-visually-hidden", "is-sr-only", "a11y-hidden", "visually_hidden",
        "govuk-visually-hidden", "nhsuk-u-visually-hidden", "cdk-visually-hidden", "usa-sr-only",
        "assistive-text", "slds-assistive-text", "a-offscreen", "acc-hide",
        "wp-block-screen-reader-text",
        "blind", "is_blind", "is-blind", "screen_out", "screen-out", "hide-text", "hide_text",
        "hide-txt",
        "ui-helper-hidden-accessible", "visually-hidden-text", "aria-hidden-text",
    ])
}
