import Charsets

/// A page as a flat, read-only tree: nodes in document order over one UTF-8 buffer.
///
/// Node 0 is the document. The subtree of node `i` is `i ..< nodes[i].end`, so that walking it needs no
/// recursion. Texts and attributes are read by a scanner (WHATWG HTML §13.2.5), how elements nest is told by libxml2's
/// SAX interface; the time is linear in the input, and no memory of libxml2 outlives the parse. Elements nested
/// deeper than `maxDepth` are left out, their text stays, and so are comments, scripts without data, style sheets
/// and what is within `<svg>`. Whatever the bytes hold, there is a tree: bad markup is mended as libxml2 mends it,
/// except that an early `</body>` or `</html>` does not end the page and that an unclosed `<title>` ends at the
/// next element.
public struct HTMLTree: Sendable {
    public struct Node: Sendable {
        public let tag: HTMLTag
        /// Index of the parent; the document is its own.
        public let parent: Int32
        /// One past the last node of the subtree.
        public internal(set) var end: Int32
        /// Text: where it stands in `utf8`. Elements: their attributes in `attributes`.
        public internal(set) var content: Range<Int32>
    }

    /// Elements nested deeper than this are left out of the tree.
    public static let maxDepth = 256
    /// Reading stops after so many nodes.
    public static let maxNodes = 4_000_000

    /// Texts and values, stream-safe (`StreamSafeText`).
    public let utf8: [UInt8]
    public let nodes: [Node]
    public let attributes: [HTMLAttribute]

    /// The bytes of an attribute's value, nil where the element does not bear it.
    public func bytes(_ name: HTMLAttribute.Name, of node: Int) -> ArraySlice<UInt8>? {
        let element = nodes[node]
        guard element.tag != .text else { return nil }
        for index in element.content where attributes[Int(index)].name == name {
            let range = attributes[Int(index)].value
            return utf8[Int(range.lowerBound)..<Int(range.upperBound)]
        }
        return nil
    }

    /// The value of an attribute, nil where the element does not bear it.
    public func attribute(_ name: HTMLAttribute.Name, of node: Int) -> String? {
        bytes(name, of: node).map { String(decoding: $0, as: UTF8.self) }
    }

    public func has(_ name: HTMLAttribute.Name, _ node: Int) -> Bool {
        bytes(name, of: node) != nil
    }

    /// The bytes of a text node; empty for elements.
    public func textBytes(_ node: Int) -> ArraySlice<UInt8> {
        let content = nodes[node].content
        guard nodes[node].tag == .text else { return [] }
        return utf8[Int(content.lowerBound)..<Int(content.upperBound)]
    }

    /// All text below a node, as it stands in the page, white space included.
    public func text(of node: Int) -> String {
        var bytes: [UInt8] = []
        for index in node..<Int(nodes[node].end) where nodes[index].tag == .text {
            bytes += textBytes(index)
        }
        StreamSafeText.mend(&bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
