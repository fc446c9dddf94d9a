/// An XML document as a flat, read-only list of nodes over one buffer of UTF-8.
///
/// Nodes stand in document order. A `start` is followed by its `attribute` nodes, its content and its
/// `end`. Comments, processing instructions and the document type are left out; CDATA is text, and
/// neighbouring text is one node.
public struct XMLTape: Sendable {
    public enum Kind: UInt8, Sendable {
        case start, attribute, text, end
    }

    /// One node. What `first` and `second` hold depends on the kind.
    public struct Node: Sendable {
        public var kind: Kind
        /// Index into `names`; 0 for text.
        public var name: UInt32
        /// start: the index of the matching end. end: the index of its start. Else where the value begins.
        public var first: UInt32
        /// start: the number of attributes. Else where the value ends in `bytes`.
        public var second: UInt32
    }

    /// A qualified name. Two elements of one name and namespace, but of different prefixes, have two entries.
    public struct Name: Sendable, Hashable {
        public var prefix: String?
        public var local: String
        /// nil where the name is in no namespace, or its prefix is not bound.
        public var namespace: String?

        public init(prefix: String?, local: String, namespace: String?) {
            self.prefix = prefix
            self.local = local
            self.namespace = namespace
        }

        /// Bytes of a namespace that are kept: thousands of names may be in one.
        public static let namespaceLimit = 1_024

        public static func shortened(_ namespace: String) -> String {
            guard namespace.utf8.count > namespaceLimit else { return namespace }
            return String(decoding: namespace.utf8.prefix(namespaceLimit), as: UTF8.self)
        }
    }

    public internal(set) var nodes: [Node] = []
    public internal(set) var bytes: [UInt8] = []
    public internal(set) var names: [Name] = []

    /// The bytes of an attribute's or a text's value.
    public func value(of node: Node) -> ArraySlice<UInt8> {
        bytes[Int(node.first)..<Int(node.second)]
    }
}
