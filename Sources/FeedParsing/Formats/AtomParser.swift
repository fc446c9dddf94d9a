import BriefModel
import FoundationEssentials

/// Reads Atom 0.3 and 1.0 (RFC 4287).
struct AtomParser {
    private let tape: FeedTape
    private let atom: AtomElements
    private let modules: ModuleElements
    private let text: ElementText

    init(tape: FeedTape) {
        self.tape = tape
        atom = AtomElements(tape: tape)
        modules = ModuleElements(tape: tape)
        text = ElementText(tape: tape)
    }

    func parse(_ root: Int, _ outer: Scope) -> FeedDraft {
        var draft = FeedDraft(format: .atom, version: version(root))
        let scope = outer.within(root, of: tape)
        draft.language.offer(scope.language, rank: EntryDraft.Rank.own)
        if tape.name(root).word == .entry {
            // An entry document (RFC 4287 §2).
            draft.add(entry(root, outer))
            return draft
        }
        for child in tape.children(of: root) {
            let name = tape.name(child)
            switch (name.space, name.word) {
            case (.atom, .entry), (.core, .entry): draft.add(entry(child, scope))
            case (.atom, _), (.core, _):
                atom.read(child, into: &draft, rank: EntryDraft.Rank.own, scope)
            default: modules.read(child, into: &draft, scope)
            }
        }
        draft.inheritAuthors()
        return draft
    }

    private func version(_ root: Int) -> String? {
        if let version = tape.attribute(root, .version) { return version }
        let name = tape.tape.names[Int(tape.tape.nodes[root].name)]
        return name.namespace == "http://www.w3.org/2005/Atom" ? "1.0" : nil
    }

    private func entry(_ element: Int, _ outer: Scope) -> Entry {
        var draft = EntryDraft()
        let scope = outer.within(element, of: tape)
        draft.language.offer(scope.language, rank: EntryDraft.Rank.atom)
        for child in tape.children(of: element) {
            let name = tape.name(child)
            switch (name.space, name.word) {
            case (.atom, .source), (.core, .source): readSource(child, into: &draft)
            case (.atom, _), (.core, _):
                atom.read(child, into: &draft, rank: EntryDraft.Rank.own, scope)
            default: modules.read(child, into: &draft, scope)
            }
        }
        return draft.entry
    }

    /// The feed that an entry was copied from names its authors (RFC 4287 §4.2.11).
    private func readSource(_ element: Int, into draft: inout EntryDraft) {
        for child in tape.children(of: element) where tape.name(child).word == .author {
            draft.authors.add(atom.person(child), rank: EntryDraft.Rank.fallback + 1)
        }
    }
}
