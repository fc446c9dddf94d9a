import Charsets
import LibXML

/// A tape whose names are resolved, and how an adapter looks at it.
///
/// Elements are the indices of their start nodes. Nothing here recurses. A class, so that the parts of a parser share
/// one reference.
final class FeedTape: Sendable {
    let tape: XMLTape
    private let names: [FeedName]

    init(_ tape: XMLTape) {
        self.tape = tape
        let root = Self.rootNamespace(tape)
        names = tape.names.map { name in
            var known = FeedName(name)
            if known.space == .other, let root, name.namespace == root.uri {
                known.space = root.space
            }
            return known
        }
    }

    /// The namespace of a feed's root: whatever it is, it means the format's own vocabulary.
    private static func rootNamespace(_ tape: XMLTape) -> (uri: String, space: FeedName.Space)? {
        for node in tape.nodes.prefix(1_000) where node.kind == .start {
            let name = tape.names[Int(node.name)]
            guard let root = FeedRoot(Array(name.local.utf8)[...]), let uri = name.namespace else {
                continue
            }
            switch root {
            case .atom: return (uri, .atom)
            case .rss, .channel, .redirect: return (uri, .core)
            case .rdf: return nil
            }
        }
        return nil
    }

    func name(_ element: Int) -> FeedName {
        names[Int(tape.nodes[element].name)]
    }

    /// The index behind an element's end.
    func end(of element: Int) -> Int {
        Int(tape.nodes[element].first) + 1
    }

    /// The first node of an element's content.
    private func content(of element: Int) -> Int {
        element + 1 + Int(tape.nodes[element].second)
    }

    /// The nodes between an element's attributes and its end.
    func inner(_ element: Int) -> Range<Int> {
        content(of: element)..<Int(tape.nodes[element].first)
    }

    /// The elements directly within an element.
    func children(of element: Int) -> Children {
        Children(nodes: tape.nodes, index: content(of: element), end: end(of: element) - 1)
    }

    /// The outermost elements; an ill-formed document may have several.
    var roots: Children { Children(nodes: tape.nodes, index: 0, end: tape.nodes.count) }

    struct Children: Sequence, IteratorProtocol {
        let nodes: [XMLTape.Node]
        var index: Int
        let end: Int

        mutating func next() -> Int? {
            while index < end {
                let node = nodes[index]
                guard node.kind == .start else {
                    index += 1
                    continue
                }
                defer { index = Int(node.first) + 1 }
                return index
            }
            return nil
        }
    }

    func firstChild(of element: Int, _ word: FeedWord) -> Int? {
        children(of: element).first { name($0).word == word }
    }

    /// An attribute's value, its name in any or no namespace but XML's own.
    func attribute(_ element: Int, _ word: FeedWord, space: FeedName.Space? = nil) -> String? {
        attributeBytes(element, word, space: space)?.trimmed.string
    }

    /// An attribute's value; nil also where it is empty.
    func filled(_ element: Int, _ word: FeedWord) -> String? {
        attribute(element, word).flatMap { $0.isEmpty ? nil : $0 }
    }

    func attributeBytes(
        _ element: Int, _ word: FeedWord, space: FeedName.Space? = nil
    ) -> ArraySlice<UInt8>? {
        let count = Int(tape.nodes[element].second)
        guard count > 0 else { return nil }
        for index in (element + 1)...(element + count) {
            let node = tape.nodes[index]
            let found = names[Int(node.name)]
            guard found.word == word else { continue }
            if let space {
                if found.space == space { return tape.value(of: node) }
            } else if found.space != .xml {
                return tape.value(of: node)
            }
        }
        return nil
    }

    /// The text of an element where it holds a single text and no element; nil else.
    func singleText(_ element: Int) -> ArraySlice<UInt8>? {
        let inner = inner(element)
        if inner.isEmpty { return [] }
        guard inner.count == 1, tape.nodes[inner.lowerBound].kind == .text else { return nil }
        return tape.value(of: tape.nodes[inner.lowerBound])
    }

    /// All text within an element, that of inner elements included, markup left out.
    func text(_ element: Int) -> ArraySlice<UInt8> {
        if let single = singleText(element) { return single }
        var result: [UInt8] = []
        for index in inner(element) where tape.nodes[index].kind == .text {
            result += tape.value(of: tape.nodes[index])
        }
        StreamSafeText.mend(&result)
        return result[...]
    }

    /// Whether an element holds other elements.
    func hasElements(_ element: Int) -> Bool {
        tape.nodes[inner(element)].contains { $0.kind == .start }
    }
}
