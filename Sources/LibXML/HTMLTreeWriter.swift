import Charsets

/// Builds a tree out of another one's nodes, in document order: what is copied keeps its text and its attributes, and
/// new elements and texts may stand between.
///
/// Linear in what is written.
public struct HTMLTreeWriter {
    private let source: HTMLTree
    private var utf8: [UInt8]
    private var attributes: [HTMLAttribute]
    private var nodes: [HTMLTree.Node] = []
    private var open: [Int32] = []

    public init(copying source: HTMLTree) {
        self.source = source
        utf8 = source.utf8
        attributes = source.attributes
        nodes.reserveCapacity(source.nodes.count)
    }

    /// Writes a text, or begins an element, with what the source says of it. An element needs a `close`.
    ///
    /// - Parameter tag: what the element becomes; nil where it stays what it is.
    public mutating func copy(_ node: Int, as tag: HTMLTag? = nil) {
        let original = source.nodes[node]
        add(tag ?? original.tag, original.content)
        if original.tag != .text { open.append(Int32(nodes.count - 1)) }
    }

    /// Begins an element that the source does not have.
    public mutating func begin(_ tag: HTMLTag, _ values: [(HTMLAttribute.Name, String)] = []) {
        let first = Int32(attributes.count)
        for (name, value) in values {
            attributes.append(HTMLAttribute(name: name, value: place(value)))
        }
        add(tag, first..<Int32(attributes.count))
        open.append(Int32(nodes.count - 1))
    }

    public mutating func text(_ text: String) {
        guard !text.isEmpty else { return }
        add(.text, place(text))
    }

    /// Ends the element that was begun last.
    public mutating func close() {
        guard let last = open.popLast() else { return }
        nodes[Int(last)].end = Int32(nodes.count)
    }

    public consuming func finish() -> HTMLTree {
        while !open.isEmpty { close() }
        return HTMLTree(utf8: utf8, nodes: nodes, attributes: attributes)
    }

    private mutating func add(_ tag: HTMLTag, _ content: Range<Int32>) {
        let parent = open.last ?? 0
        nodes.append(
            HTMLTree.Node(
                tag: tag, parent: parent, end: Int32(nodes.count) + 1, content: content))
    }

    /// Beyond 2 GiB, which no page that is read comes near, nothing more is taken in.
    private mutating func place(_ text: String) -> Range<Int32> {
        let start = utf8.count
        if start + text.utf8.count < Int(Int32.max) {
            utf8 += Array(text.utf8)
            StreamSafeText.mend(&utf8, from: start)
        }
        return Int32(start)..<Int32(utf8.count)
    }
}
