import LibXML

/// The text of a block of code: its lines, whatever elements they are, without numbers and buttons.
struct CodeText {
    private let tree: HTMLTree
    private let root: Int
    private var out: [UInt8] = []
    /// A line end that an element made, not the text: one that the text has too is the same.
    private var isEnded = false
    /// The line element that ended last.
    private var lastLine = -1
    /// Elements each of which holds one line.
    private var lines: Set<Int> = []

    private struct Open {
        let node: Int
        let end: Int
        let start: Int
        let isLeaf: Bool
    }

    private init(_ tree: HTMLTree, _ root: Int) {
        self.tree = tree
        self.root = root
    }

    static func read(_ root: Int, in tree: HTMLTree) -> String {
        var reader = CodeText(tree, root)
        reader.findLines()
        reader.walk()
        return reader.finished()
    }

    private mutating func walk() {
        let end = Int(tree.nodes[root].end)
        var open: [Open] = []
        var node = root + 1
        while node < end {
            while let top = open.last, top.end <= node {
                endLine(top)
                open.removeLast()
            }
            let tag = tree.nodes[node].tag
            let after = Int(tree.nodes[node].end)
            if tag == .text {
                text(node)
            } else if tag == .br {
                // A break behind a span that is a line ends that line.
                let isSame = isEnded && lines.contains(lastLine)
                if !isSame { out.append(0x0A) }
                isEnded = false
            } else if isLeftOut(node, tag) {
                node = after
                continue
            } else if isLine(node, tag) {
                startLine()
                open.append(
                    Open(node: node, end: after, start: out.count, isLeaf: isLeaf(node, after)))
            }
            node += 1
        }
        for top in open.reversed() { endLine(top) }
    }

    private mutating func text(_ node: Int) {
        var bytes = tree.textBytes(node)
        let isBlank = !bytes.contains { $0 > 0x20 }
        if isBlank, isEnded || isBetweenLines(node), bytes.contains(0x0A) {
            // What indents the markup between two lines.
            guard
                tree.nodes[Int(tree.nodes[node].parent)].tag == .code
                    || tree.nodes[Int(tree.nodes[node].parent)].tag == .pre
            else { return }
            let ends = bytes.count { $0 == 0x0A } - 1
            if lines.isEmpty || !isEnded { return }
            for _ in 0..<min(ends, 64) { out.append(0x0A) }
            return
        }
        if isEnded, bytes.first == 0x0D { bytes = bytes.dropFirst() }
        if isEnded, bytes.first == 0x0A, !isBlank || bytes.count > 1 { bytes = bytes.dropFirst() }
        isEnded = false
        var index = bytes.startIndex
        while index < bytes.endIndex {
            if bytes[index] == 0xC2, index + 1 < bytes.endIndex, bytes[index + 1] == 0xA0 {
                // Spaces that do not break indent code on pages.
                out.append(0x20)
                index += 2
            } else {
                if bytes[index] != 0x0D { out.append(bytes[index]) }
                index += 1
            }
        }
    }

    /// Right in a list or a table: no text of the code stands there.
    private func isBetweenLines(_ node: Int) -> Bool {
        switch tree.nodes[Int(tree.nodes[node].parent)].tag {
        case .ol, .ul, .table, .tbody, .tr, .thead: true
        default: false
        }
    }

    private mutating func startLine() {
        if let last = out.last, last != 0x0A { out.append(0x0A) }
        isEnded = false
    }

    private mutating func endLine(_ line: Open) {
        lastLine = line.node
        if out.count == line.start {
            guard line.isLeaf else { return }
            out.append(0x0A)
        } else if out.last != 0x0A {
            out.append(0x0A)
        } else if isEnded {
            return
        }
        isEnded = true
    }

    private func isLine(_ node: Int, _ tag: HTMLTag) -> Bool {
        switch tag {
        case .div, .p, .li, .tr, .section, .ol, .ul, .table, .tbody, .pre, .dt, .dd, .blockquote:
            true
        case .td: false
        default: lines.contains(node)
        }
    }

    private func isLeaf(_ node: Int, _ end: Int) -> Bool {
        switch tree.nodes[node].tag {
        case .ol, .ul, .table, .tbody: false
        case .div, .section, .pre:
            !(node + 1..<end).prefix(8).contains { !tree.nodes[$0].tag.isInline }
        default: true
        }
    }

    /// Lines that are inline elements: those that say so, `<code>` after `<code>`, and spans with names of their own.
    private mutating func findLines() {
        let end = Int(tree.nodes[root].end)
        var holdsBreaks = false
        for node in root + 1..<end {
            if tree.nodes[node].tag == .br { holdsBreaks = true }
            if tree.nodes[node].tag == .text, tree.textBytes(node).contains(0x0A) {
                holdsBreaks = true
            }
            if tree.nodes[node].tag == .span || tree.nodes[node].tag == .code,
                Self.saysLine(node, tree)
            {
                lines.insert(node)
            }
        }
        guard lines.isEmpty else { return }
        var parent = root
        for _ in 0..<3 {
            let children = elements(of: parent)
            if children.count == 1 {
                parent = children[0]
                continue
            }
            let isCode =
                tree.nodes[parent].tag == .pre
                && children.allSatisfy { tree.nodes[$0].tag == .code }
            let isNamed =
                !holdsBreaks
                && children.allSatisfy { tree.nodes[$0].tag == .span && tree.has(.id, $0) }
            if children.count > 1, isCode || isNamed { lines = Set(children) }
            return
        }
    }

    private func elements(of parent: Int) -> [Int] {
        var found: [Int] = []
        var child = parent + 1
        while child < Int(tree.nodes[parent].end) {
            if tree.nodes[child].tag != .text { found.append(child) }
            child = Int(tree.nodes[child].end)
        }
        return found
    }

    private func finished() -> String {
        var lines = String(decoding: out, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
        while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
        return lines.joined(separator: "\n")
    }
}

extension CodeText {
    private static let lineNames: Set<String> = [
        "line", "code-line", "token-line", "view-line", "hljs-line", "codeline", "code_line",
        "react-code-line", "loc", "code-block__line", "cm-line", "row", "rhl-line", "ec-line",
    ]
    private static let numberNames: Set<String> = [
        "ln", "lnt", "lno", "lineno", "linenos", "linenum", "linenumber", "line-number",
        "line_number",
        "line-num", "gutter", "line-numbers-rows", "crayon-nums", "hljs-ln-numbers", "hljs-ln-n",
        "blob-num", "codemirror-gutter-wrapper", "codemirror-linenumber", "cm-gutters",
        "rouge-gutter", "linenodiv", "line-index", "code-line-number", "line-numbers",
        "react-syntax-highlighter-line-number", "token-line-number", "line-number-sign",
        "number-line",
        "code-snippet__line-index", "lineno-container", "linenumbers", "gl", "td-linenum",
    ]

    private static func words(_ node: Int, _ tree: HTMLTree) -> [String] {
        guard let name = tree.bytes(.class, of: node), name.count < 400 else { return [] }
        return String(decoding: name, as: UTF8.self).lowercased()
            .split(separator: " ").map(String.init)
    }

    /// Whether an element's class says that it is one line of code.
    static func saysLine(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard tree.has(.class, node) else { return false }
        return words(node, tree).contains { lineNames.contains($0) }
    }

    /// Whether an element's class says that it numbers lines.
    static func saysNumber(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard tree.has(.class, node) else { return isUnselectable(node, tree) }
        return words(node, tree).contains {
            numberNames.contains($0) || $0.hasPrefix("line-number")
        }
    }

    private func isLeftOut(_ node: Int, _ tag: HTMLTag) -> Bool {
        switch tag {
        case .button, .textarea, .script, .style, .svg, .template, .input, .select, .noscript,
            .caption:
            return true
        case .td, .ol, .ul, .pre, .code, .div, .span, .a, .custom:
            break
        case .th: return Self.words(node, tree).contains("filename")
        default: return false
        }
        if Self.saysNumber(node, tree) { return isNumbers(node) }
        if tag == .td, isNumbers(node), holdsDigits(node) { return isFirstOfSeveral(node) }
        if tree.attribute(.ariaHidden, of: node) == "true", isNumbers(node) { return true }
        let words = Self.words(node, tree)
        let isTool = words.contains { word in
            ["copy", "clipboard", "toolbar", "btn", "button", "code-header"].contains {
                word.contains($0)
            }
        }
        return isTool && tree.text(of: node).utf8.count <= 48 && !holdsLine(node)
    }

    /// Numbers that a style keeps from being copied, as generators write them that know no classes.
    private static func isUnselectable(_ node: Int, _ tree: HTMLTree) -> Bool {
        guard let style = tree.bytes(.style, of: node) else { return false }
        return StyleText(style).declarations.contains {
            ($0.names("user-select") || $0.names("-webkit-user-select")) && $0.says("none")
        }
    }

    private func holdsLine(_ node: Int) -> Bool {
        (node + 1..<Int(tree.nodes[node].end)).contains {
            tree.nodes[$0].tag == .code || tree.nodes[$0].tag == .pre
        }
    }

    /// Digits and white space only.
    private func isNumbers(_ node: Int) -> Bool {
        for inner in node..<Int(tree.nodes[node].end) {
            for byte in tree.textBytes(inner) where byte > 0x20 {
                // A no-break space too.
                guard
                    (0x30...0x39).contains(byte) || byte == 0x2E || byte == 0x3A || byte == 0xC2
                        || byte == 0xA0
                else { return false }
            }
        }
        return true
    }

    private func holdsDigits(_ node: Int) -> Bool {
        (node..<Int(tree.nodes[node].end)).contains { !tree.textBytes($0).isEmpty }
    }

    /// The first of the cells of its row.
    private func isFirstOfSeveral(_ cell: Int) -> Bool {
        let row = Int(tree.nodes[cell].parent)
        let before = (row + 1..<cell).contains { tree.nodes[$0].tag == .td }
        let after = Int(tree.nodes[cell].end)..<Int(tree.nodes[row].end)
        return !before && after.contains { tree.nodes[$0].tag == .td }
    }
}
