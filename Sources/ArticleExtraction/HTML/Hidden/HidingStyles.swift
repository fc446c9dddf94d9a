import LibXML

/// The rules of a page's own style sheets that keep elements from being shown, and the elements that they hide (CSS 2.2 §5,
/// §9.2.4, §11; Media Queries 4 §3).
///
/// Only what hides on every screen counts: names, ids, elements, and those within others. What another rule shows again, a class that a
/// script adds for one, is no more hidden than what a click opens.
struct HidingStyles: Sendable {
    private var rules: [Rule] = []

    /// A simple selector's parts; nil or none where it does not ask for them.
    struct Compound: Equatable, Sendable {
        var tag: HTMLTag?
        var id: ArraySlice<UInt8>?
        var classes: [ArraySlice<UInt8>] = []

        var isNamed: Bool { id != nil || !classes.isEmpty }

        /// Numbers of its names, or of its element where it has none.
        var names: [UInt64] {
            guard isNamed else { return tag.map { [UInt64($0.rawValue)] } ?? [] }
            return (classes + [id].compactMap(\.self)).map { BytesHash.of($0.span) }
        }
    }

    struct Rule: Sendable {
        var subject: Compound
        /// What has to stand around it, the nearest first.
        var around: [(compound: Compound, isParent: Bool)] = []
        /// Counts as it stands, on every screen.
        var isAlways = true
        var order = 0

        func isSame(as other: Rule) -> Bool {
            subject == other.subject && around.count == other.around.count
                && zip(around, other.around).allSatisfy {
                    $0.compound == $1.compound && $0.isParent == $1.isParent
                }
        }
    }

    /// Rules that are looked at: more are a framework's.
    private static let mostRules = 1_000
    private static let mostOfName = 16
    private static let mostAround = 64

    var isEmpty: Bool { rules.isEmpty }

    init() {}

    /// - Parameter sheets: the texts of a page's `<style>` elements, in order, without comments.
    init(_ sheets: [[UInt8]]) {
        let hides = StyleSheetReader(hiding: sheets).rules.prefix(Self.mostRules)
        guard !hides.isEmpty else { return }
        // Of what shows something, only what names the same can matter.
        let names = Set(hides.flatMap(\.subject.names))
        var shows: [UInt64: [Rule]] = [:]
        for rule in StyleSheetReader(showing: sheets, ofNames: names).rules {
            for name in rule.subject.names { shows[name, default: []].append(rule) }
        }
        rules = hides.filter { hides in
            !hides.subject.names.contains { name in
                shows[name]?.contains { Self.shows($0, again: hides) } ?? false
            }
        }
    }

    /// Whether a rule shows what another one hides, where something happens or for some screens.
    private static func shows(_ shows: Rule, again hides: Rule) -> Bool {
        if shows.isAlways, shows.order < hides.order, shows.isSame(as: hides) { return false }
        let (one, other) = (shows.subject, hides.subject)
        if !other.isNamed { return !one.isNamed && one.tag == other.tag }
        if let id = other.id, id == one.id { return true }
        return other.classes.contains { one.classes.contains($0) }
    }

    /// The elements of a tree that the rules hide.
    func nodes(in tree: HTMLTree) -> Set<Int> {
        guard !rules.isEmpty else { return [] }
        var byName: [UInt64: [Int]] = [:]
        var byTag: [HTMLTag: [Int]] = [:]
        for (index, rule) in rules.enumerated() {
            if let name = rule.subject.classes.first ?? rule.subject.id {
                let hash = BytesHash.of(name.span)
                if byName[hash, default: []].count < Self.mostOfName {
                    byName[hash, default: []].append(index)
                }
            } else if let tag = rule.subject.tag, byTag[tag, default: []].count < Self.mostOfName {
                byTag[tag, default: []].append(index)
            }
        }
        var hidden: [Int: [Int]] = [:]
        // Most names stand in a page many times.
        var known: [UInt64: [Int]] = [:]
        for node in tree.nodes.indices where tree.nodes[node].tag != .text {
            var found = byTag.isEmpty ? [] : byTag[tree.nodes[node].tag] ?? []
            if let classes = tree.bytes(.class, of: node), !byName.isEmpty {
                let hash = BytesHash.of(classes.span)
                if known[hash] == nil {
                    known[hash] = Self.classes(of: node, in: tree)
                        .flatMap { byName[BytesHash.of($0.span)] ?? [] }
                }
                found += known[hash] ?? []
            }
            if let id = tree.bytes(.id, of: node), !byName.isEmpty {
                found += byName[BytesHash.of(id.span)] ?? []
            }
            for rule in found where matches(rules[rule], node, tree) {
                hidden[rule, default: []].append(node)
            }
        }
        return Set(hidden.values.filter { !Self.areParts($0, tree) }.joined())
    }

    /// Whether a rule hides several texts: cards, slides and answers, which scripts show one after the other.
    private static func areParts(_ nodes: [Int], _ tree: HTMLTree) -> Bool {
        nodes.count >= fewestParts
            && nodes.count { holdsText($0, tree) } >= fewestParts
    }

    private static let fewestParts = 3
    /// Bytes of a line of some words.
    private static let text = 40

    private static func holdsText(_ node: Int, _ tree: HTMLTree) -> Bool {
        var length = 0
        for inner in node..<Int(tree.nodes[node].end) where tree.nodes[inner].tag == .text {
            length += tree.textBytes(inner).count { $0 > 0x20 }
            if length >= text { return true }
        }
        return false
    }

    private static func classes(of node: Int, in tree: HTMLTree) -> [ArraySlice<UInt8>] {
        guard let classes = tree.bytes(.class, of: node), classes.count <= 2_000 else { return [] }
        return classes.split { $0 <= 0x20 }
    }

    private func matches(_ rule: Rule, _ node: Int, _ tree: HTMLTree) -> Bool {
        guard Self.matches(rule.subject, node, tree) else { return false }
        var next = Int(tree.nodes[node].parent)
        for (compound, isParent) in rule.around {
            var tried = 0
            while next > 0, !Self.matches(compound, next, tree) {
                tried += 1
                if isParent || tried > Self.mostAround { return false }
                next = Int(tree.nodes[next].parent)
            }
            // What the whole page has to bear is taken from it by scripts: "no-js".
            guard next > 0, tree.nodes[next].tag != .html, tree.nodes[next].tag != .body else {
                return false
            }
            next = Int(tree.nodes[next].parent)
        }
        return true
    }

    private static func matches(_ compound: Compound, _ node: Int, _ tree: HTMLTree) -> Bool {
        if let tag = compound.tag, tree.nodes[node].tag != tag { return false }
        if let id = compound.id, tree.bytes(.id, of: node) != id { return false }
        guard !compound.classes.isEmpty else { return true }
        let classes = classes(of: node, in: tree)
        return compound.classes.allSatisfy { classes.contains($0) }
    }
}
