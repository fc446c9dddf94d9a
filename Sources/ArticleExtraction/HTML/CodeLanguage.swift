import LibXML

/// The language of preformatted code, as highlighters name it in classes.
enum CodeLanguage {
    private static let prefixes = [
        "language-", "lang-", "highlight-source-", "highlight-text-", "highlight-", "brush-",
    ]
    /// Words beside the language in the classes of highlighters, and names for no language.
    private static let others: Set<String> = [
        "hljs", "sourcecode", "brush", "prettyprint", "linenums", "code", "codeblock", "none",
        "text",
        "plain", "plaintext", "nohighlight", "default", "notranslate", "highlight", "source",
    ]

    private static let stated: [HTMLAttribute.Name] = [
        .dataLanguage, .dataCodeLanguage, .dataFileLanguage, .dataEnlighterLanguage,
    ]
    /// Languages that stand by themselves beside the name of a highlighter.
    static let known = Set(
        """
        bash sh shell zsh powershell console c cpp c++ csharp c# objc java kotlin scala groovy swift go golang
        rust python py ruby rb perl php javascript js typescript ts jsx tsx html xml css scss sass less json
        yaml yml toml ini sql graphql markdown md r julia matlab haskell elixir erlang clojure lisp lua dart
        vue svelte diff dockerfile makefile cmake nginx vim tex latex asm fortran pascal ocaml fsharp nix
        """.split(whereSeparator: \.isWhitespace).map(String.init))
    /// What the buttons of a box of code say.
    static let tools: Set<String> = [
        "select all", "code: select all", "copy", "copy code", "copied", "copied!",
        "copy to clipboard", "raw", "view raw", "edit",
        "plain text", "wrap", "expand", "code", "kopieren", "copier", "copiar", "копировать", "复制",
        "复制代码", "コピー",
    ]
    private static let highlighters: Set<String> = [
        "highlight", "syntaxhighlighter", "chroma", "prism", "highlighter", "shiki", "code-block",
        "codehilite",
        "code",
    ]

    /// "python", "copy code", and both in one: "bashCopy".
    ///
    /// - Parameter text: in lower case.
    static func isLabel(_ text: String) -> Bool {
        if known.contains(text) || tools.contains(text) { return true }
        return tools.contains { tool in
            text.hasSuffix(tool)
                && known.contains(String(text.dropLast(tool.count)).trimmed(of: " "))
        }
    }

    /// nil where the page does not say.
    static func of(_ pre: Int, in tree: HTMLTree) -> String? {
        var nodes = [pre]
        let end = Int(tree.nodes[pre].end)
        nodes += (pre + 1..<min(end, pre + 8)).filter { tree.nodes[$0].tag == .code }
        for node in nodes {
            for attribute in stated {
                if let name = tree.attribute(attribute, of: node).flatMap(clean) { return name }
            }
        }
        for node in nodes {
            if let name = named(by: node, tree) { return name }
        }
        if let name = tree.attribute(.lang, of: pre).flatMap(clean) { return name }
        var parent = pre
        for _ in 0..<2 {
            parent = Int(tree.nodes[parent].parent)
            guard Int(tree.nodes[parent].end) - parent < 2 * (end - pre) + 8 else { return nil }
            if let name = named(by: parent, tree, isAround: true) { return name }
        }
        return nil
    }

    private static func named(by node: Int, _ tree: HTMLTree, isAround: Bool = false) -> String? {
        guard let value = tree.attribute(.class, of: node)?.lowercased() else { return nil }
        let words = value.split { $0.isWhitespace || $0 == ";" }.map(String.init)
        for word in words {
            // `lang-en` on an element around is the language of people.
            if isAround, word.hasPrefix("lang-") { continue }
            guard let prefix = prefixes.first(where: word.hasPrefix) else { continue }
            if let name = clean(String(word.dropFirst(prefix.count))) { return name }
        }
        if let index = words.firstIndex(of: "brush:"), index + 1 < words.count {
            return clean(words[index + 1])
        }
        if let brush = words.first(where: { $0.hasPrefix("brush:") }) {
            return clean(String(brush.dropFirst(6)))
        }
        if words.contains(where: highlighters.contains),
            let name = words.first(where: known.contains)
        {
            return name
        }
        guard words.contains("hljs") || words.contains("sourcecode") else { return nil }
        return words.lazy.compactMap(clean).first
    }

    private static func clean(_ name: String) -> String? {
        let name = name.lowercased()
        guard !name.isEmpty, name.utf8.count <= 24, !others.contains(name),
            name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+#-".contains($0)) })
        else { return nil }
        return name
    }
}
