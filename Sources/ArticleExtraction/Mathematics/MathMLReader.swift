import LibXML

/// Writes presentation MathML as TeX.
///
/// What is nested deeper than `maxDepth` stands as its plain characters, so that the time is linear in the formula.
struct MathMLReader {
    let tree: HTMLTree

    private static let maxDepth = 40

    /// The formula of a `<math>` element: the TeX that it carries, else what its elements say.
    func formula(_ math: Int, isDisplay: Bool) -> Formula? {
        let end = Int(tree.nodes[math].end)
        let isBlock =
            isDisplay || tree.attribute(.display, of: math)?.lowercased() == "block"
        for node in math..<end where tree.nodes[node].tag == .annotation {
            guard tree.attribute(.encoding, of: node)?.lowercased().contains("tex") == true,
                let formula = Formula(tree.text(of: node), isDisplay: isBlock)
            else { continue }
            return formula
        }
        let stated = tree.attribute(.alttext, of: math) ?? tree.attribute(.dataLaTeX, of: math)
        if let stated, Formula.isTeX(stated), let formula = Formula(stated, isDisplay: isBlock) {
            return formula
        }
        let read = tex(math, 0)
        return Formula(
            read.isEmpty ? stated.map { "\\text{\($0)}" } ?? "" : read, isDisplay: isBlock)
    }

    private func children(_ node: Int) -> [Int] {
        var children: [Int] = []
        var child = node + 1
        while child < Int(tree.nodes[node].end) {
            if tree.nodes[child].tag != .text { children.append(child) }
            child = Int(tree.nodes[child].end)
        }
        return children
    }

    private func row(_ node: Int, _ depth: Int) -> String {
        var text = ""
        for child in children(node) { text += tex(child, depth + 1) }
        return text
    }

    private func words(_ node: Int) -> String { CleanText(tree.text(of: node)).string }

    private func tex(_ node: Int, _ depth: Int) -> String {
        guard depth < Self.maxDepth else { return Self.escaped(words(node)) }
        switch tree.nodes[node].tag {
        case .mi: return Self.identifier(words(node))
        case .mn: return Self.escaped(words(node))
        case .mo: return Self.operation(words(node))
        case .mtext, .ms:
            let text = words(node)
            return text.isEmpty ? " " : "\\text{\(Self.plain(text))}"
        case .mspace: return "\\ "
        case .annotation, .mphantom, .custom, .text, .script, .style: return ""
        case .semantics:
            return children(node).first.map { tex($0, depth + 1) } ?? ""
        case .mfrac: return fraction(node, depth)
        case .msqrt: return "\\sqrt{\(row(node, depth))}"
        case .mroot:
            let parts = parts(node, 2, depth)
            return "\\sqrt[\(parts[1])]{\(parts[0])}"
        case .msup, .msub, .msubsup, .munder, .mover, .munderover, .mmultiscripts:
            return scripts(node, depth)
        case .mtable: return table(node, depth)
        case .mfenced: return fenced(node, depth)
        default:
            let inner = children(node)
            return inner.isEmpty ? Self.escaped(words(node)) : row(node, depth)
        }
    }

    /// The first children, each as TeX; the empty text where one is missing.
    private func parts(_ node: Int, _ count: Int, _ depth: Int) -> [String] {
        var parts = children(node).prefix(count).map { tex($0, depth + 1).trimmed(of: " ") }
        while parts.count < count { parts.append("") }
        return parts
    }

    private func fraction(_ node: Int, _ depth: Int) -> String {
        let parts = parts(node, 2, depth)
        let thickness = tree.attribute(.linethickness, of: node)?.prefix(1)
        return "\\\(thickness == "0" ? "binom" : "frac"){\(parts[0])}{\(parts[1])}"
    }

    private func scripts(_ node: Int, _ depth: Int) -> String {
        let parts = parts(node, 3, depth)
        let base = Self.base(parts[0])
        switch tree.nodes[node].tag {
        case .msup: return "\(base)^{\(parts[1])}"
        case .msub: return "\(base)_{\(parts[1])}"
        case .msubsup, .munderover, .mmultiscripts:
            return base + (parts[1].isEmpty ? "" : "_{\(parts[1])}")
                + (parts[2].isEmpty ? "" : "^{\(parts[2])}")
        case .mover:
            if let accent = Self.accents[parts[1]] { return "\\\(accent){\(parts[0])}" }
            return Self.isOperation(parts[0])
                ? "\(base)^{\(parts[1])}" : "\\overset{\(parts[1])}{\(parts[0])}"
        default:
            return Self.isOperation(parts[0])
                ? "\(base)_{\(parts[1])}" : "\\underset{\(parts[1])}{\(parts[0])}"
        }
    }

    private func table(_ node: Int, _ depth: Int) -> String {
        let rows = children(node).map { line in
            children(line).map { row($0, depth + 2).trimmed(of: " ") }.joined(separator: " & ")
        }
        // Lines of a calculation are aligned at their relations.
        let isCalculation = rows.contains { $0.contains("& =") || $0.contains("& \\le") }
        let name = isCalculation ? "aligned" : "matrix"
        return "\\begin{\(name)}\(rows.joined(separator: " \\\\ "))\\end{\(name)}"
    }

    private func fenced(_ node: Int, _ depth: Int) -> String {
        let open = tree.attribute(.open, of: node) ?? "("
        let close = tree.attribute(.close, of: node) ?? ")"
        let separator = (tree.attribute(.separators, of: node) ?? ",").first.map(String.init) ?? ""
        let inner = children(node).map { tex($0, depth + 1) }.joined(separator: separator)
        return Self.operation(open) + inner + Self.operation(close)
    }

    /// A base of several signs is put in braces, so that what is raised belongs to all of it.
    private static func base(_ text: String) -> String {
        let bare = text.trimmed(of: " ")
        let isOne =
            bare.count == 1 || bare.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
            || bare.hasPrefix("\\") && bare.dropFirst().allSatisfy { $0.isASCII && $0.isLetter }
            || bare.hasPrefix("{") && bare.hasSuffix("}")
        return isOne && !bare.isEmpty ? bare : "{\(bare)}"
    }

    private static func isOperation(_ text: String) -> Bool {
        let name = text.trimmed(of: " \\")
        return TeXSymbols.commands[name]?.kind == .operation
    }

    private static func identifier(_ text: String) -> String {
        if text.count < 2 { return symbol(text) ?? escaped(text) }
        if TeXSymbols.functions.contains(text) { return "\\\(text) " }
        return text.allSatisfy(\.isLetter) ? "\\mathrm{\(text)}" : "\\text{\(plain(text))}"
    }

    private static func operation(_ text: String) -> String {
        switch text {
        case "", "\u{2061}", "\u{2062}", "\u{2063}", "\u{2064}": ""
        case "−", "‐", "–": "-"
        case "{", "}": "\\\(text)"
        case "|", "∣": "|"
        case "‖", "∥": "\\|"
        default:
            TeXSymbols.functions.contains(text)
                ? "\\\(text) "
                : symbol(text)
                    ?? (text.count > 1 && text.allSatisfy(\.isLetter)
                        ? "\\operatorname{\(text)}" : escaped(text))
        }
    }

    private static func symbol(_ text: String) -> String? {
        guard text.utf8.first.map({ $0 >= 0x80 }) == true else { return nil }
        return TeXSymbols.byCharacter[text].map { "\\\($0) " }
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { "\\{}$%#&_^~".utf8.contains($0) }) else { return text }
        var out = ""
        for character in text {
            switch character {
            case "\\": out += "\\backslash "
            case "^", "~": out += "\\text{\(character)}"
            case "{", "}", "$", "%", "#", "&", "_": out += "\\\(character)"
            default: out.append(character)
            }
        }
        return out
    }

    private static func plain(_ text: String) -> String {
        text.filter { !"\\{}$".contains($0) }
    }

    private static let accents = [
        "^": "hat", "ˆ": "hat", "\u{302}": "hat", "¯": "bar", "‾": "overline", "―": "overline",
        "_": "underline", "→": "vec", "\\to": "vec", "\\rightarrow": "vec", "~": "tilde",
        "˜": "tilde", "˙": "dot",
        ".": "dot", "¨": "ddot", "ˇ": "check", "\\text{^}": "hat", "\\text{~}": "tilde",
        "\u{304}": "bar", "\u{305}": "overline", "⃗": "vec",
    ]
}
