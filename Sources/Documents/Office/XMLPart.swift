import Charsets
import LibXML

/// A file of XML within a document, read whole and within `XMLLimits`: elements by the prefix that is usual for their
/// namespace, whatever the file binds to it.
struct XMLPart {
    /// From a namespace, or its end, to the usual prefix.
    typealias Spaces = [(end: String, prefix: String)]

    private let tape: XMLTape
    /// For each entry of the tape's names "w:p", or ":p" in a namespace that nobody asked for.
    private let keys: [String]

    /// More is no document that somebody wrote.
    private static let limits = XMLLimits(
        nodes: 4_000_000, depth: 250, names: 10_000, bytes: 64 << 20)

    init(_ bytes: [UInt8], _ spaces: Spaces) throws(DocumentsError) {
        do throws(XMLReadError) {
            tape = try XMLReader.read(Self.utf8(bytes), limits: Self.limits)
        } catch {
            switch error {
            case .tooLarge, .tooManyNames:
                throw DocumentsError(.tooLarge, "a part of it is too large: \(error)")
            case .illFormed where MarkupEnd.isRootOpen(in: bytes):
                throw DocumentsError(.damaged, "a part of it ends in the middle; copy it again")
            case .illFormed, .entity, .tooDeep:
                throw DocumentsError(.damaged, "a part of it is damaged: \(error)")
            }
        }
        keys = tape.names.map { name in
            let space = name.namespace ?? ""
            let prefix = spaces.first { space.hasSuffix($0.end) }?.prefix ?? ""
            return "\(prefix):\(name.local)"
        }
    }

    /// UTF-16 is told by its first bytes; all else is taken for UTF-8.
    private static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            return CharacterDecoder().decode(bytes, declared: []).utf8
        }
        return bytes
    }

    /// The first element; nil where there is none.
    var root: Int? { tape.nodes.indices.first { tape.nodes[$0].kind == .start } }

    /// Of an element; "" for text.
    func key(_ node: Int) -> String {
        tape.nodes[node].kind == .start ? keys[Int(tape.nodes[node].name)] : ""
    }

    func isElement(_ node: Int) -> Bool { tape.nodes[node].kind == .start }

    /// Elements and texts within an element, in order.
    func children(_ node: Int) -> [Int] {
        var result: [Int] = []
        let end = Int(tape.nodes[node].first)
        var at = node + 1 + Int(tape.nodes[node].second)
        while at < end {
            result.append(at)
            at = tape.nodes[at].kind == .start ? Int(tape.nodes[at].first) + 1 : at + 1
        }
        return result
    }

    func elements(_ node: Int) -> [Int] { children(node).filter(isElement) }

    /// The first child of that name.
    func child(_ node: Int, _ key: String) -> Int? {
        children(node).first { self.key($0) == key }
    }

    /// The child of a child, and so on.
    func descend(_ node: Int, _ path: String...) -> Int? {
        var at: Int? = node
        for key in path { at = at.flatMap { child($0, key) } }
        return at
    }

    /// All elements of that name below an element, those in others of the same name left out.
    func all(_ key: String, below node: Int) -> [Int] {
        var result: [Int] = []
        let end = Int(tape.nodes[node].first)
        var at = node + 1
        while at < end {
            if tape.nodes[at].kind == .start, self.key(at) == key {
                result.append(at)
                at = Int(tape.nodes[at].first)
            }
            at += 1
        }
        return result
    }

    /// The first attribute of that name, with its prefix ("w:val") or without one ("href").
    func attribute(_ node: Int, _ key: String) -> String? {
        let wanted = key.contains(":") ? key : ":" + key
        for at in node + 1..<node + 1 + Int(tape.nodes[node].second)
        where keys[Int(tape.nodes[at].name)] == wanted {
            return String(decoding: tape.value(of: tape.nodes[at]), as: UTF8.self)
        }
        return nil
    }

    /// Of a text node.
    func text(_ node: Int) -> String {
        String(decoding: tape.value(of: tape.nodes[node]), as: UTF8.self)
    }

    /// All text within an element.
    func allText(_ node: Int) -> String {
        var result = ""
        for at in node..<Int(tape.nodes[node].first) where tape.nodes[at].kind == .text {
            result += text(at)
        }
        return result
    }
}
