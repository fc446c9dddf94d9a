import LibXML

/// The parts of a page that it states to be the article's paid ones, which scripts show to those who have paid
/// (schema.org/hasPart, `cssSelector`).
struct PaidParts {
    private var classes: Set<String> = []
    private var ids: Set<String> = []

    private static let name = Needles(["cssselector"])
    /// Selectors that are read.
    private static let most = 20

    init(_ tree: HTMLTree) {
        for node in tree.nodes.indices where tree.nodes[node].tag == .script {
            guard tree.attribute(.type, of: node)?.lowercased().hasPrefix("application/ld") ?? false
            else { continue }
            for inner in node + 1..<Int(tree.nodes[node].end) {
                let text = tree.textBytes(inner)
                guard Self.name.stand(in: text.span) else { continue }
                for value in LinkedDataScript.values(in: text) { collect(value, depth: 0) }
            }
        }
    }

    private mutating func collect(_ value: JSONValue, depth: Int) {
        guard depth < 6 else { return }
        if case .array(let values) = value {
            for part in values.prefix(Self.most) { collect(part, depth: depth + 1) }
        }
        for selector in value["cssSelector"]?.elements.compactMap(\.string) ?? [] {
            note(selector)
        }
        for name in ["hasPart", "@graph", "mainEntity"] {
            for part in value[name]?.elements.prefix(Self.most) ?? [] {
                collect(part, depth: depth + 1)
            }
        }
    }

    private mutating func note(_ selector: String) {
        for part in selector.split(separator: ",").prefix(Self.most) {
            let name = String(part).trimmed(of: " ")
            guard let mark = name.first,
                name.dropFirst().allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) })
            else { continue }
            if mark == "." { classes.insert(String(name.dropFirst())) }
            if mark == "#" { ids.insert(String(name.dropFirst())) }
        }
    }

    func hold(_ node: Int, in tree: HTMLTree) -> Bool {
        if classes.isEmpty, ids.isEmpty { return false }
        if let id = tree.attribute(.id, of: node), ids.contains(id) { return true }
        guard let names = tree.attribute(.class, of: node), names.utf8.count <= 400 else {
            return false
        }
        return names.split(separator: " ").contains { classes.contains(String($0)) }
    }
}
