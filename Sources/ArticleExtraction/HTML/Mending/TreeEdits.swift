import LibXML

/// What is changed in a tree before it is read: which nodes become something else.
struct TreeEdits {
    enum Edit {
        /// The node goes, and all that is in it.
        case drop
        case rename(HTMLTag)
        /// The node, and all that is in it, becomes this.
        case text(String)
        case formula(Formula)
        case code(String, language: String?)
        /// Marks are put around what the element holds.
        case quoted(open: String, close: String)
        /// A text in which formulas stand.
        case spans([TeXSpans.Span])
        /// An element is put around this node and those that follow, up to a node.
        case within(HTMLTag, until: Int)
        /// The element ends later: what follows it, up to a node, belongs to it.
        case extended(until: Int)
        /// A picture is put into the element.
        case picture(url: String, alt: String)
        /// The element shows what its template says, with its own children in the template's slots.
        case shadow(ShadowSlots)
    }

    private var edits: [Int: Edit] = [:]

    var isEmpty: Bool { edits.isEmpty }

    /// The first edit of a node counts.
    mutating func add(_ edit: Edit, at node: Int) {
        if edits[node] == nil { edits[node] = edit }
    }

    /// Puts an edit in the place of any other.
    mutating func replace(_ edit: Edit, at node: Int) { edits[node] = edit }

    /// One pass; what stands in a node that is replaced is left out.
    func applied(to tree: HTMLTree) -> HTMLTree {
        var isEdited = [Bool](repeating: false, count: tree.nodes.count)
        for node in edits.keys { isEdited[node] = true }
        var writer = HTMLTreeWriter(copying: tree)
        copy(0..<tree.nodes.count, of: tree, isEdited, to: &writer, slots: nil, depth: 0)
        return writer.finish()
    }

    /// Shadow trees within shadow trees: deeper ones are read in the order of the page.
    private static let maxShadows = 16

    private func copy(
        _ range: Range<Int>, of tree: HTMLTree, _ isEdited: [Bool],
        to writer: inout HTMLTreeWriter, slots: ShadowSlots?, depth: Int
    ) {
        var open: [Open] = []
        var node = range.lowerBound
        while node < range.upperBound {
            while let top = open.last, top.end <= node { Self.close(&open, &writer) }
            let end = Int(tree.nodes[node].end)
            if let slots, tree.nodes[node].tag == .slot, let shown = slots.children(in: node, tree)
            {
                for child in shown {
                    let inner = child..<Int(tree.nodes[child].end)
                    copy(inner, of: tree, isEdited, to: &writer, slots: nil, depth: depth + 1)
                }
                node = end
                continue
            }
            switch isEdited[node] ? edits[node] : nil {
            case .drop: node = end
            case .text(let text):
                writer.text(text)
                node = end
            case .formula(let formula):
                Self.write(formula, to: &writer)
                node = end
            case .code(let code, let language):
                let names = language.map { [(HTMLAttribute.Name.dataLanguage, $0)] } ?? []
                writer.begin(.pre, names)
                writer.text(code)
                writer.close()
                node = end
            case .shadow(let inner) where depth < Self.maxShadows:
                writer.copy(node)
                let template = inner.template + 1..<Int(tree.nodes[inner.template].end)
                copy(template, of: tree, isEdited, to: &writer, slots: inner, depth: depth + 1)
                writer.close()
                node = end
            case .spans(let spans):
                Self.write(spans, of: tree.textBytes(node), to: &writer)
                node += 1
            case .rename(let tag):
                Self.open(node, end, as: tag, tree, &open, &writer)
                node += 1
            case .quoted(let mark, let closing):
                writer.copy(node)
                writer.text(mark)
                open.append(Open(end: end, after: closing))
                node += 1
            case .picture(let url, let alt):
                writer.copy(node)
                writer.begin(.img, [(.src, url), (.alt, alt)])
                writer.close()
                open.append(Open(end: end))
                node += 1
            case .within(let tag, let until):
                writer.begin(tag)
                open.append(Open(end: until))
                Self.open(node, end, as: nil, tree, &open, &writer)
                node += 1
            case .extended(let until):
                writer.copy(node)
                open.append(Open(end: until))
                node += 1
            case .shadow, nil:
                Self.open(node, end, as: nil, tree, &open, &writer)
                node += 1
            }
        }
        while !open.isEmpty { Self.close(&open, &writer) }
    }

    private struct Open {
        let end: Int
        var after = ""
    }

    private static func close(_ open: inout [Open], _ writer: inout HTMLTreeWriter) {
        guard let top = open.popLast() else { return }
        writer.text(top.after)
        writer.close()
    }

    private static func open(
        _ node: Int, _ end: Int, as tag: HTMLTag?, _ tree: HTMLTree, _ open: inout [Open],
        _ writer: inout HTMLTreeWriter
    ) {
        writer.copy(node, as: tag)
        if tree.nodes[node].tag != .text { open.append(Open(end: end)) }
    }

    private static func write(_ formula: Formula, to writer: inout HTMLTreeWriter) {
        let linear = formula.linear
        guard !linear.isEmpty else { return }
        writer.begin(
            .math, [(.alttext, formula.tex), (.display, formula.isDisplay ? "block" : "inline")])
        writer.text(linear)
        writer.close()
    }

    private static func write(
        _ spans: [TeXSpans.Span], of text: ArraySlice<UInt8>, to writer: inout HTMLTreeWriter
    ) {
        var from = text.startIndex
        for span in spans {
            writer.text(String(decoding: text[from..<span.range.lowerBound], as: UTF8.self))
            write(span.formula, to: &writer)
            from = span.range.upperBound
        }
        writer.text(String(decoding: text[from...], as: UTF8.self))
    }
}
