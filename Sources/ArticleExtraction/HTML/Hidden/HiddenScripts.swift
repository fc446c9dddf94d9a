import LibXML

/// What the scripts of a page carry that could be its article, the likeliest first.
struct HiddenScripts {
    struct Candidate {
        var html: String
        var score: Double
        var source: String
    }

    private let tree: HTMLTree
    private let title: String?

    /// So many bytes of scripts are read at most, of a page together.
    private static let maxBytes = 4 << 20
    private static let maxCandidates = 3

    init(_ tree: HTMLTree, title: String?) {
        self.tree = tree
        self.title = title
    }

    func candidates() -> [Candidate] {
        var found: [Candidate] = []
        var budget = Self.maxBytes
        for node in tree.nodes.indices where tree.nodes[node].tag == .script {
            guard Int(tree.nodes[node].end) > node + 1 else { continue }
            let bytes = tree.textBytes(node + 1)
            guard bytes.count > 300, bytes.count <= budget else { continue }
            budget -= bytes.count
            let type = tree.attribute(.type, of: node)?.lowercased() ?? ""
            if type == "text/template" {
                found += template(bytes)
            } else {
                found += data(bytes, isLinked: type.holds("ld+json"))
            }
        }
        return Array(found.sorted { $0.score > $1.score }.prefix(Self.maxCandidates))
    }

    /// Markup that a script would show; templates with blanks to fill are left out.
    private func template(_ bytes: ArraySlice<UInt8>) -> [Candidate] {
        let html = String(decoding: bytes, as: UTF8.self)
        guard html.contains("<p") || html.contains("<br") || html.contains("<div"),
            !html.contains("{{"), !html.contains("<%")
        else { return [] }
        return [
            Candidate(
                html: html, score: Double(bytes.count) / 2, source: "markup within a script")
        ]
    }

    private func data(_ bytes: ArraySlice<UInt8>, isLinked: Bool) -> [Candidate] {
        guard let start = bytes.firstIndex(where: { $0 == 0x7B || $0 == 0x5B || $0 == 0x28 }) else {
            return []
        }
        let source = isLinked ? "the page's JSON-LD" : "data within a script"
        var bodies = JSONBodies(title: title)
        if bytes[start] == 0x28 {
            // A call: `JSON.parse("…")`, or a function whose arguments are the values.
            for text in ScriptStrings.long(in: bytes[start...]) {
                bodies.add(text: text)
            }
        } else if let value = JSONValue(bytes[start...]) {
            bodies.add(value)
        }
        return bodies.best.map { [Candidate(html: $0.html, score: $0.score, source: source)] } ?? []
    }
}

/// The long strings of a script that is no JSON.
enum ScriptStrings {
    private static let least = 300

    /// Strings in double quotes, unescaped.
    static func long(in bytes: ArraySlice<UInt8>) -> [String] {
        var found: [String] = []
        var index = bytes.startIndex
        while let open = bytes[index...].firstIndex(of: 0x22) {
            var end = open + 1
            while end < bytes.endIndex, bytes[end] != 0x22 { end += bytes[end] == 0x5C ? 2 : 1 }
            guard end < bytes.endIndex else { break }
            if end - open > least, let text = JSONValue(bytes[open...end])?.string {
                found.append(text)
            }
            index = end + 1
        }
        return found
    }
}
