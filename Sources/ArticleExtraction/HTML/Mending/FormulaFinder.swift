import LibXML

/// Finds the formulas of a page, whatever set them: MathML, KaTeX, MathJax, pictures with TeX as their text, and TeX
/// between marks that a script would set.
final class FormulaFinder {
    private let tree: HTMLTree
    private let words: AttributeWords
    private let reader: MathMLReader
    /// Texts that hold a mark of TeX.
    private var texts: [Int] = []
    private var hasScripts = false
    /// Up to here all is a formula already.
    private var end = 0
    /// The last formula, and where it ended.
    private var last = (tex: "", end: -10)
    /// Up to here elements that only name themselves formulas have been looked at.
    private var namedEnd = 0

    /// Elements around a formula that belong to it: so many at most.
    private static let maxWrappers = 8

    init(tree: HTMLTree, words: AttributeWords) {
        self.tree = tree
        self.words = words
        reader = MathMLReader(tree: tree)
    }

    /// What a `<math>`, a script, a custom element or a drawing says.
    func find(at node: Int, _ edits: inout TreeEdits) {
        guard node >= end else { return }
        switch tree.nodes[node].tag {
        case .math:
            let (root, isDisplay) = outermost(node)
            replace(root, by: reader.formula(node, isDisplay: isDisplay), &edits)
        case .script: script(node, &edits)
        case .custom, .svg: named(node, &edits)
        default: break
        }
    }

    /// The formula that MathJax 2 keeps beside what it has drawn, in the element itself.
    func findStated(at node: Int, _ edits: inout TreeEdits) {
        guard node >= end, words.hold(.formula, .class, of: node, in: tree),
            let markup = tree.attribute(.dataMathML, of: node)
        else { return }
        let inner = HTMLTree(parsing: Array(markup.utf8))
        guard let math = inner.nodes.firstIndex(where: { $0.tag == .math }) else { return }
        let isDisplay = inner.attribute(.display, of: math) == "block"
        replace(
            node, by: MathMLReader(tree: inner).formula(math, isDisplay: isDisplay), &edits)
    }

    /// - Returns: whether the picture is a formula.
    func findPicture(at node: Int, _ edits: inout TreeEdits) -> Bool {
        guard node >= end else { return false }
        guard saysFormula(node) else { return false }
        let alt = tree.attribute(.alt, of: node) ?? ""
        let tex = alt.isEmpty ? Self.query(tree.attribute(.src, of: node) ?? "") ?? "" : alt
        guard !tex.isEmpty, let formula = Formula(tex, isDisplay: false), !formula.linear.isEmpty
        else { return false }
        // A picture for browsers that set no formulas stands behind its formula.
        let isCopy = node - last.end < 6 && formula.tex == last.tex
        edits.add(isCopy ? .drop : .formula(formula), at: node)
        return true
    }

    /// Remembers a text that may hold TeX between marks.
    func noteText(_ node: Int) {
        let bytes = tree.textBytes(node)
        if bytes.count > 2, TeXSpans.mayHold(bytes) { texts.append(node) }
    }

    /// TeX between marks, where the page does not only speak of money.
    func findInText(_ edits: inout TreeEdits) {
        if hasScripts { dropDrawn(&edits) }
        let candidates = texts.filter(isProse)
        guard !candidates.isEmpty else { return }
        let trusts = candidates.contains { TeXSpans.isCertain(tree.textBytes($0)) }
        for node in candidates {
            let spans = TeXSpans.find(in: tree.textBytes(node), trusts: trusts)
            if !spans.isEmpty { edits.add(.spans(spans), at: node) }
        }
    }

    private func replace(_ node: Int, by formula: Formula?, _ edits: inout TreeEdits) {
        end = max(end, Int(tree.nodes[node].end))
        last = (formula?.tex ?? "", Int(tree.nodes[node].end))
        edits.add(formula.map { .formula($0) } ?? .drop, at: node)
    }

    /// The element that KaTeX, MathJax or a wiki puts around a formula, and whether it stands apart.
    private func outermost(_ math: Int) -> (root: Int, isDisplay: Bool) {
        var root = math
        var isDisplay = false
        var node = math
        for _ in 0..<Self.maxWrappers {
            node = Int(tree.nodes[node].parent)
            guard node > 0, let kind = wrapper(node) else {
                guard node > 0, tree.nodes[node].tag.isInline else { break }
                continue
            }
            root = node
            isDisplay = isDisplay || kind
        }
        return (root, isDisplay)
    }

    /// Whether an element that wraps a formula says that it stands apart; nil for any other.
    private func wrapper(_ node: Int) -> Bool? {
        guard let name = tree.attribute(.class, of: node) else {
            return nil
        }
        let words = name.split(separator: " ")
        let isBlock = words.contains {
            $0 == "katex-display" || $0 == "MathJax_Display" || $0 == "MathJax_SVG_Display"
                || $0.hasPrefix("mwe-math-element")
        }
        let isInline = words.contains {
            $0 == "katex" || $0.hasPrefix("katex-") || $0.hasPrefix("MathJax")
                || $0.hasPrefix("mwe-math") || $0.hasPrefix("mjx-")
        }
        // A block that only names what is in it may hold the whole article.
        guard isBlock || isInline && tree.nodes[node].tag.isInline else { return nil }
        let isApart = words.contains { $0.hasSuffix("isplay") || $0.hasSuffix("-block") }
        return isApart || tree.attribute(.display, of: node) == "true"
    }

    /// MathJax 1 and 2 keep the TeX in a script behind what they have drawn.
    private func script(_ node: Int, _ edits: inout TreeEdits) {
        guard let type = tree.attribute(.type, of: node)?.lowercased(), type.hasPrefix("math/")
        else { return }
        hasScripts = true
        let isDisplay = type.contains("display")
        if type.hasPrefix("math/mml") {
            let inner = HTMLTree(parsing: Array(tree.text(of: node).utf8))
            guard let math = inner.nodes.firstIndex(where: { $0.tag == .math }) else { return }
            let formula = MathMLReader(tree: inner).formula(math, isDisplay: isDisplay)
            replace(node, by: formula, &edits)
        } else {
            replace(node, by: Formula(tree.text(of: node), isDisplay: isDisplay), &edits)
        }
    }

    /// What MathJax 3 and 4 draw without MathML, and drawings that say what they show.
    private func named(_ node: Int, _ edits: inout TreeEdits) {
        if stated(node, &edits) { return }
        guard node >= namedEnd, isNamed(node) || isDrawing(node) else { return }
        namedEnd = Int(tree.nodes[node].end)
        let range = node..<Int(tree.nodes[node].end)
        if range.contains(where: { tree.nodes[$0].tag == .math }) { return }
        let isDisplay = tree.attribute(.display, of: node) == "true"
        for inner in range where tree.nodes[inner].tag != .text {
            let stated =
                tree.attribute(.dataLaTeX, of: inner) ?? tree.attribute(.ariaLabel, of: inner)
                // A drawing says in its title what it shows (SVG 2 §5.7).
                ?? (tree.nodes[inner].tag == .svg ? tree.attribute(.title, of: inner) : nil)
            guard let stated, let formula = Self.formula(of: stated, isDisplay: isDisplay) else {
                continue
            }
            return replace(node, by: formula, &edits)
        }
    }

    private func isNamed(_ node: Int) -> Bool {
        guard words.hold(.formula, .class, of: node, in: tree),
            let name = tree.attribute(.class, of: node)?.lowercased()
        else { return false }
        return name.split(whereSeparator: { !$0.isLetter }).contains(where: {
            ["mathjax", "mjx", "katex", "latex", "tex", "math"].contains($0)
        })
    }

    /// Whether a drawing is all that an element in a line holds whose name says that it is a formula.
    private func isDrawing(_ node: Int) -> Bool {
        guard tree.nodes[node].tag == .svg else { return false }
        var parent = Int(tree.nodes[node].parent)
        for _ in 0..<2 where parent > 0 && tree.nodes[parent].tag.isInline {
            if isNamed(parent) { return true }
            parent = Int(tree.nodes[parent].parent)
        }
        return false
    }

    /// The TeX that a component states for its script, between the marks of TeX: `<amp-mathml data-formula="\\(…\\)">`.
    private func stated(_ node: Int, _ edits: inout TreeEdits) -> Bool {
        guard let stated = tree.attribute(.dataFormula, of: node) else { return false }
        let text = stated.trimmed(of: " ")
        let marks = [("\\(", "\\)"), ("\\[", "\\]"), ("$$", "$$"), ("$", "$")]
        let mark = marks.first {
            text.hasPrefix($0.0) && text.hasSuffix($0.1) && text.utf8.count > 4
        }
        let tex = mark.map { text.dropFirst($0.0.count).dropLast($0.1.count) } ?? text[...]
        let isApart = mark.map { $0.0 == "\\[" || $0.0 == "$$" } ?? false
        replace(
            node, by: Formula(String(tex).trimmed(of: " "), isDisplay: isApart), &edits)
        return true
    }

    private static func formula(of stated: String, isDisplay: Bool) -> Formula? {
        Formula(Formula.isTeX(stated) ? stated : "\\text{\(stated)}", isDisplay: isDisplay)
    }

    /// Where the TeX stands in scripts, what MathJax has drawn from it is a copy.
    private func dropDrawn(_ edits: inout TreeEdits) {
        for node in tree.nodes.indices {
            guard tree.nodes[node].tag == .span || tree.nodes[node].tag == .div,
                let name = tree.bytes(.class, of: node), name.starts(with: "MathJax".utf8)
            else { continue }
            edits.replace(.drop, at: node)
        }
    }

    private func isProse(_ text: Int) -> Bool {
        var node = Int(tree.nodes[text].parent)
        for _ in 0..<8 where node > 0 {
            switch tree.nodes[node].tag {
            case .script, .style, .textarea, .title, .pre, .code, .kbd, .samp, .tt, .math, .xmp,
                .listing, .plaintext, .option:
                return false
            case _ where tree.nodes[node].tag.isMathML: return false
            default: node = Int(tree.nodes[node].parent)
            }
        }
        return true
    }

    /// Whether a picture's class or address says that it shows a formula, and its text is one.
    private func saysFormula(_ node: Int) -> Bool {
        if words.hold(.formula, .class, of: node, in: tree) {
            let name = tree.attribute(.class, of: node)?.lowercased() ?? ""
            if name.split(whereSeparator: { !$0.isLetter }).contains(where: Self.names.contains) {
                return true
            }
        }
        guard let source = tree.bytes(.src, of: node), source.count < 4_000 else { return false }
        return Self.servers.stand(in: source.span)
    }

    private static let names: Set<Substring> = [
        "latex", "tex", "math", "mwe", "formula", "equation",
    ]
    private static let servers = Needles([
        "latex.php", "latex.codecogs", "/latex/", "/render/svg", "mathtex.cgi", "mimetex", "cht=tx",
        "equation?tex=", "codecogs.com/",
    ])

    /// The TeX in the address of a picture that a server draws.
    private static func query(_ address: String) -> String? {
        guard let mark = address.firstIndex(of: "?") else { return nil }
        let query = address[address.index(after: mark)...]
        for part in query.split(separator: "&") {
            for name in ["latex=", "tex=", "chl="] where part.hasPrefix(name) {
                return PercentDecoding.decode(String(part.dropFirst(name.count)))
            }
        }
        return address.contains("codecogs") ? PercentDecoding.decode(String(query)) : nil
    }
}
