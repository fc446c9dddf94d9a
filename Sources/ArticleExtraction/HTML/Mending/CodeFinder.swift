import LibXML

/// Finds code however a highlighter lays it out, and makes one preformatted block of it.
struct CodeFinder {
    let tree: HTMLTree

    /// `<pre>` with elements in it.
    ///
    /// - Returns: whether the whole element is replaced.
    func mendPreformatted(_ node: Int, _ edits: inout TreeEdits) -> Bool {
        let end = Int(tree.nodes[node].end)
        if tree.nodes[node].tag != .pre { edits.add(.rename(.pre), at: node) }
        guard node + 1 < end, needsMending(node, end) else { return false }
        return replace(node, inside: onlyCode(in: node) ?? node, &edits)
    }

    /// The `<code>` of a `<pre>` that holds a bar with the language's name besides; nil where it is not so.
    private func onlyCode(in pre: Int) -> Int? {
        let end = Int(tree.nodes[pre].end)
        let codes = (pre + 1..<end).filter { tree.nodes[$0].tag == .code }
        guard codes.count == 1, let code = codes.first,
            tree.textBytes(code + 1).contains(where: { $0 > 0x20 })
                || Int(tree.nodes[code].end) > code + 2
        else { return nil }
        let own = code..<Int(tree.nodes[code].end)
        let besides = (pre..<end).filter { !own.contains($0) && tree.nodes[$0].tag == .text }
            .map { CleanText(tree.text(of: $0)).string }.filter { !$0.isEmpty }
        guard !besides.isEmpty,
            besides.allSatisfy({
                CodeLanguage.isLabel($0.lowercased())
            })
        else { return nil }
        return code
    }

    /// A table of numbered lines, with what a highlighter puts around it.
    ///
    /// - Returns: one past the last node that is replaced; nil where the table is none of code.
    func mendTable(_ table: Int, _ edits: inout TreeEdits) -> Int? {
        guard isCodeTable(table) else { return nil }
        var root = table
        var node = table
        for _ in 0..<6 {
            node = Int(tree.nodes[node].parent)
            guard node > 0, let name = tree.attribute(.class, of: node)?.lowercased() else {
                continue
            }
            if name.contains("crayon-syntax") || name.contains("syntaxhighlighter") { root = node }
        }
        return replace(root, inside: table, &edits) ? Int(tree.nodes[root].end) : nil
    }

    /// An editor that shows code: a box with numbers and tools, and in it the lines.
    ///
    /// - Returns: one past the last node that is replaced; nil where the element is no editor.
    func mendEditor(
        _ node: Int, _ words: AttributeWords, _ edits: inout TreeEdits
    ) -> Int? {
        guard words.hold(.editor, .class, of: node, in: tree), bears(node, Self.editors) else {
            return nil
        }
        let end = Int(tree.nodes[node].end)
        // Where an end tag is missing, the article stands in it.
        guard !(node + 1..<end).contains(where: { tree.nodes[$0].tag == .p }),
            let lines = (node + 1..<end).first(where: {
                tree.nodes[$0].tag == .div && bears($0, Self.editorLines)
            })
        else { return nil }
        let code = self.lines(in: lines)
        guard !code.isEmpty else { return replace(node, inside: lines, &edits) ? end : nil }
        edits.replace(
            .code(code.joined(separator: "\n"), language: CodeLanguage.of(node, in: tree)),
            at: node)
        return end
    }

    /// The lines of an editor that names them, without the white space that indents the markup.
    private func lines(in editor: Int) -> [String] {
        var found: [String] = []
        var node = editor + 1
        while node < Int(tree.nodes[editor].end) {
            guard tree.nodes[node].tag == .pre || tree.nodes[node].tag == .div,
                bears(node, Self.editorLine)
            else {
                node += 1
                continue
            }
            let text = tree.text(of: node).replacing("\u{A0}", with: " ")
                .replacing("\u{200B}", with: "")
            let shown = text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) }
            let isSet = text.first == "\n" || shown.count > 1
            found.append(
                isSet
                    ? shown.map { String($0).trimmed(of: " \t") }.joined()
                    : shown.first.map(String.init) ?? "")
            node = Int(tree.nodes[node].end)
        }
        while found.last?.isEmpty == true { found.removeLast() }
        return found
    }

    private static let editorLine: Set<Substring> = [
        "codemirror-line", "cm-line", "view-line", "ace_line",
    ]

    private static let editors: Set<Substring> = [
        "codemirror", "cm-editor", "monaco-editor", "ace_editor", "enlighter-default",
    ]
    private static let editorLines: Set<Substring> = [
        "codemirror-code", "cm-content", "view-lines", "ace_text-layer", "enlighter",
    ]

    private func bears(_ node: Int, _ names: Set<Substring>) -> Bool {
        guard let bytes = tree.bytes(.class, of: node), bytes.count <= 400 else { return false }
        return String(decoding: bytes, as: UTF8.self).lowercased()
            .split(whereSeparator: \.isWhitespace).contains(where: names.contains)
    }

    /// `<code>` outside of `<pre>` that has lines and a block to itself.
    func mendBlock(_ node: Int, _ edits: inout TreeEdits) -> Bool {
        let end = Int(tree.nodes[node].end)
        guard end > node + 2, end - node < 200_000 else { return false }
        let parent = Int(tree.nodes[node].parent)
        guard !tree.nodes[parent].tag.isInline, tree.nodes[parent].tag != .li,
            !isWithin(node, [.pre, .table]), isAlone(node, in: parent),
            (node + 1..<end).contains(where: {
                tree.nodes[$0].tag == .br || !tree.nodes[$0].tag.isInline
                    || CodeText.saysLine($0, tree)
            })
        else { return false }
        return replace(node, inside: node, &edits)
    }

    /// Blocks whose style keeps white space as it stands.
    func mendStyled(_ words: AttributeWords, _ edits: inout TreeEdits) {
        var done = 0
        for node in tree.nodes.indices where node >= done {
            switch tree.nodes[node].tag {
            case .div, .section, .p, .code, .figure: break
            default: continue
            }
            guard words.hold(.spacing, .style, of: node, in: tree),
                let style = tree.bytes(.style, of: node), (15...2_000).contains(style.count),
                Self.keepsSpace(style)
            else { continue }
            let end = Int(tree.nodes[node].end)
            guard !isWithin(node, [.pre, .table]), holdsLines(node, end) else { continue }
            if replace(node, inside: node, &edits) { done = end }
        }
    }

    private static func keepsSpace(_ style: ArraySlice<UInt8>) -> Bool {
        guard style.contains(0x2D) else { return false }
        let text = String(decoding: style, as: UTF8.self).lowercased().filter { $0 != " " }
        guard let value = text.split(separator: ";").first(where: { $0.hasPrefix("white-space:") })
        else { return false }
        if value == "white-space:pre" { return true }
        return value.hasPrefix("white-space:pre-wrap")
            && ["mono", "courier", "consolas", "menlo"].contains(where: text.contains)
    }

    private func holdsLines(_ node: Int, _ end: Int) -> Bool {
        var lines = 0
        for inner in node + 1..<end {
            switch tree.nodes[inner].tag {
            case .br, .div, .p, .li: lines += 1
            case .text: if tree.textBytes(inner).contains(0x0A) { lines += 1 }
            default: continue
            }
        }
        return lines > 0
    }

    private func replace(_ root: Int, inside node: Int, _ edits: inout TreeEdits) -> Bool {
        let end = Int(tree.nodes[node].end)
        guard !(node + 1..<end).contains(where: { Self.isProse(tree.nodes[$0].tag) }) else {
            return false
        }
        let code = CodeText.read(node, in: tree)
        guard code.utf8.contains(where: { $0 > 0x20 }) else { return false }
        edits.replace(.code(code, language: CodeLanguage.of(node, in: tree)), at: root)
        return true
    }

    /// Where such an element stands in it, an end tag is missing, or it is more than code.
    private static func isProse(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .h1, .h2, .h3, .h4, .h5, .h6, .article, .nav, .header, .footer, .main, .form, .aside,
            .img, .iframe, .dl:
            true
        default: false
        }
    }

    /// Text and spans are read as they stand; lines that are elements, numbers and buttons are not.
    private func needsMending(_ node: Int, _ end: Int) -> Bool {
        for inner in node + 1..<end {
            switch tree.nodes[inner].tag {
            case .text, .br, .b, .strong, .i, .em, .a, .font, .mark, .u, .tt, .kbd, .`var`, .wbr:
                continue
            case .code where inner <= node + 2: continue
            case .span where !tree.nodes[inner].content.isEmpty:
                if tree.has(.id, inner) || tree.has(.ariaHidden, inner)
                    || CodeText.saysLine(inner, tree) || CodeText.saysNumber(inner, tree)
                {
                    return true
                }
            case .span: continue
            default: return true
            }
        }
        return false
    }

    private func isWithin(_ node: Int, _ tags: [HTMLTag]) -> Bool {
        var node = Int(tree.nodes[node].parent)
        for _ in 0..<12 where node > 0 {
            if tags.contains(tree.nodes[node].tag) { return true }
            node = Int(tree.nodes[node].parent)
        }
        return false
    }

    private func isAlone(_ node: Int, in parent: Int) -> Bool {
        var child = parent + 1
        let end = Int(tree.nodes[parent].end)
        var seen = 0
        while child < end {
            seen += 1
            let isBlank =
                child == node || tree.nodes[child].tag == .button
                || tree.nodes[child].tag == .text
                    && !tree.textBytes(child).contains { $0 > 0x20 }
            guard isBlank, seen < 8 else { return false }
            child = Int(tree.nodes[child].end)
        }
        return true
    }

    private static let tableNames = [
        "highlighttable", "rouge-table", "lntable", "crayon-table", "hljs-ln", "js-file-line",
        "code-table", "codehilitetable", "linenodiv", "diff-table", "gutter", "linenos", "lntd",
        "crayon-nums", "blob-num", "rouge-gutter", "lineno",
    ]

    private func isCodeTable(_ table: Int) -> Bool {
        let end = Int(tree.nodes[table].end)
        if says(table, Self.tableNames) { return true }
        // The reader of HTML ends `<pre>` where a table begins in it.
        let before = tree.nodes[table - 1]
        if before.tag == .pre || before.tag == .code, Int(before.end) == table { return true }
        var cells: [Int] = []
        var rows = 0
        for node in table + 1..<min(end, table + 400) {
            switch tree.nodes[node].tag {
            case .tr: rows += 1
            case .td: if rows == 1 { cells.append(node) }
            case .th, .table: return false
            default: break
            }
            if rows > 1 { break }
        }
        guard let first = cells.first else { return false }
        if says(first, Self.tableNames) { return true }
        // Numbers, and beside them code.
        guard cells.count == 2, rows == 1 else { return false }
        let numbers = tree.text(of: first).split(whereSeparator: \.isWhitespace)
        let holdsCode = (cells[1]..<end).prefix(12).contains {
            tree.nodes[$0].tag == .pre || tree.nodes[$0].tag == .code
        }
        return holdsCode && numbers.count > 1 && numbers.allSatisfy { Int($0) != nil }
    }

    private func says(_ node: Int, _ names: [String]) -> Bool {
        guard let name = tree.attribute(.class, of: node)?.lowercased() else { return false }
        return names.contains(where: name.contains)
    }
}
