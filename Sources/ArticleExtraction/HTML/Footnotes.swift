import LibXML

/// The footnotes of a page: references within sentences, and the notes that they point to.
///
/// A reference is a short mark ("1", "[a]") that links to an element further on in the same page and looks
/// like a footnote: raised, in brackets, or named so. Marks and ways back within the notes are left out.
struct Footnotes {
    /// For the element that holds a note its label.
    private(set) var notes: [Int: String] = [:]
    /// For the outermost element of a reference the note that it points to.
    private(set) var references: [Int: Int] = [:]
    /// Elements within notes whose text is left out: links back to the reference.
    private(set) var muted: Set<Int> = []

    private struct Reference {
        var node: Int
        var link: Int
        var fragment: String
        var label: String
    }

    /// A target that holds more passages is a part of the page rather than a note.
    private static let maxPassages = 20
    private static let maxReferences = 5_000

    var isEmpty: Bool { references.isEmpty }

    init() {}

    init(page: Page, kept: [Bool], address: PageAddress?) {
        let found = Self.references(in: page, kept, address)
        guard !found.isEmpty else { return }
        let targets = Self.targets(of: Set(found.map(\.fragment)), in: page)
        var labels: [String: Int] = [:]
        var labelOf: [Int: String] = [:]
        var shared: Set<Int> = []
        var accepted: [(Reference, note: Int)] = []
        for reference in found {
            guard let target = targets[reference.fragment], target > reference.node,
                let note = Self.note(at: target, besides: reference.node, page),
                page.passages(of: note).contains(where: { kept[$0] }),
                labels[reference.label.lowercased(), default: note] == note
            else { continue }
            // An element that several marks point to holds several notes.
            if labelOf[note, default: reference.label] != reference.label { shared.insert(note) }
            labels[reference.label.lowercased()] = note
            labelOf[note] = reference.label
            accepted.append((reference, note))
        }
        dropNested(&labelOf, page.tree)
        notes = labelOf.filter { !shared.contains($0.key) }
        for (reference, note) in accepted where notes[note] != nil {
            references[reference.node] = note
        }
        muteWaysBack(page, accepted.map { ($0.0.link, $0.note) }, address)
    }

    /// The elements, in order, that hold the notes to which the marks in passages lead, whether they are kept or not: rows
    /// where the notes stand in a table.
    static func marked(in page: Page, _ kept: [Bool]) -> [Int] {
        let found = references(in: page, kept, nil)
        guard !found.isEmpty else { return [] }
        let targets = targets(of: Set(found.map(\.fragment)), in: page)
        let notes = found.compactMap { reference -> Int? in
            guard let target = targets[reference.fragment], target > reference.node else {
                return nil
            }
            let block = page.block(around: target)
            if page.tag(block) == .td || page.tag(block) == .th {
                return page.tag(page.parent(block)) == .tr ? page.parent(block) : nil
            }
            return note(at: target, besides: reference.node, page)
        }
        return Set(notes).sorted()
    }

    /// A note within another one is a part of it.
    private func dropNested(_ notes: inout [Int: String], _ tree: HTMLTree) {
        var end = 0
        for note in notes.keys.sorted() {
            if note < end { notes[note] = nil }
            end = max(end, Int(tree.nodes[note].end))
        }
    }

    private static func references(in page: Page, _ kept: [Bool], _ address: PageAddress?)
        -> [Reference]
    {
        var found: [Reference] = []
        for index in page.passages.indices where kept[index] {
            for node in page.passages[index].nodes where page.tag(node) == .a {
                guard found.count < maxReferences,
                    Int(page.tree.nodes[node].end) - node < 12,
                    let fragment = fragment(of: node, page.tree, address),
                    let label = label(in: page.tree.text(of: node)),
                    let outer = outermost(node, page, label, fragment)
                else { continue }
                found.append(Reference(node: outer, link: node, fragment: fragment, label: label))
            }
        }
        return found
    }

    /// What follows `#` in a link within the page; nil for other links.
    private static func fragment(of link: Int, _ tree: HTMLTree, _ address: PageAddress?)
        -> String?
    {
        guard let bytes = tree.bytes(.href, of: link), let sign = bytes.firstIndex(of: 0x23),
            sign + 1 < bytes.endIndex, bytes.endIndex - sign < 200
        else { return nil }
        if sign > bytes.startIndex {
            let page = String(decoding: bytes[..<sign], as: UTF8.self)
            guard let address, address.isPage(page) else { return nil }
        }
        return String(decoding: bytes[(sign + 1)...], as: UTF8.self)
    }

    /// The mark without brackets: a number, a letter or a small Roman number; nil for other texts.
    static func label(in text: String) -> String? {
        guard text.utf8.count <= 40 else { return nil }
        let mark = CleanText(text).string.filter { !"[](){}. ".contains($0) }
        guard (1...4).contains(mark.utf8.count), mark.utf8.allSatisfy({ $0 < 0x80 }) else {
            return nil
        }
        if mark.allSatisfy(\.isNumber) || (mark.count == 1 && mark.allSatisfy(\.isLetter)) {
            return mark
        }
        return mark.lowercased().allSatisfy { "ivxlc".contains($0) } ? mark : nil
    }

    /// The outermost inline element that holds the mark alone; nil where nothing says that it is a footnote.
    private static func outermost(
        _ link: Int, _ page: Page, _ label: String, _ fragment: String
    ) -> Int? {
        var node = link
        var isRaised = (link..<Int(page.tree.nodes[link].end)).contains { page.tag($0) == .sup }
        var text = page.tree.text(of: node)
        while true {
            let parent = page.parent(node)
            guard parent > 0, page.tag(parent).isInline,
                Int(page.tree.nodes[parent].end) - parent < 12
            else { break }
            let wider = page.tree.text(of: parent)
            guard Self.label(in: wider) == label else { break }
            node = parent
            text = wider
            if page.tag(node) == .sup { isRaised = true }
        }
        let isBracketed = CleanText(text).string.hasPrefix("[")
        return isRaised || isBracketed || isNamed(link, page.tree, fragment) ? node : nil
    }

    private static func isNamed(_ link: Int, _ tree: HTMLTree, _ fragment: String) -> Bool {
        let name = fragment.lowercased()
        if ["_ftn", "ftn", "fn", "footnote", "endnote", "_edn", "cite_note", "note-"]
            .contains(where: name.hasPrefix)
        {
            return true
        }
        let role =
            (tree.attribute(.class, of: link) ?? "") + (tree.attribute(.role, of: link) ?? "")
        return ["footnote", "noteref", "endnote"].contains { role.lowercased().contains($0) }
    }

    /// The elements that bear these names; the first of each.
    private static func targets(of names: Set<String>, in page: Page) -> [String: Int] {
        var found: [String: Int] = [:]
        for node in page.tree.nodes.indices where page.tag(node) != .text {
            for attribute in [HTMLAttribute.Name.id, .name] {
                guard let bytes = page.tree.bytes(attribute, of: node), bytes.count < 200 else {
                    continue
                }
                let name = String(decoding: bytes, as: UTF8.self)
                if names.contains(name), found[name] == nil { found[name] = node }
            }
        }
        return found
    }

    private static func note(at target: Int, besides reference: Int, _ page: Page) -> Int? {
        let note = page.block(around: target)
        switch page.tag(note) {
        case .p, .li, .div, .dd, .aside, .blockquote, .section: break
        default: return nil
        }
        let range = page.passages(of: note)
        guard note > reference, (1...maxPassages).contains(range.count) else { return nil }
        // A note of a mark alone has its words elsewhere.
        let text = page.passages[range.lowerBound].text
        let isMark =
            range.count == 1 && text.count <= 40
            && label(in: page.string(range.lowerBound)) != nil
        return isMark ? nil : note
    }

    private mutating func muteWaysBack(
        _ page: Page, _ links: [(link: Int, note: Int)], _ address: PageAddress?
    ) {
        var blocks: [Int: Set<Int>] = [:]
        for (link, note) in links { blocks[note, default: []].insert(page.block(around: link)) }
        var back: [String: [Int]] = [:]
        for note in notes.keys {
            for node in note..<Int(page.tree.nodes[note].end) where page.tag(node) == .a {
                let text = page.tree.text(of: node)
                guard text.utf8.count <= 40,
                    let fragment = Self.fragment(of: node, page.tree, address)
                else { continue }
                if !text.contains(where: { $0.isLetter || $0.isNumber }) { muted.insert(node) }
                guard Self.label(in: text) != nil else { continue }
                back[fragment, default: []].append(node)
            }
        }
        for (name, target) in Self.targets(of: Set(back.keys), in: page) {
            for node in back[name] ?? [] {
                guard let note = note(around: node, page) else { continue }
                if blocks[note]?.contains(page.block(around: target)) == true { muted.insert(node) }
            }
        }
    }

    private func note(around node: Int, _ page: Page) -> Int? {
        var node = node
        while node > 0, notes[node] == nil { node = page.parent(node) }
        return node > 0 ? node : nil
    }
}
