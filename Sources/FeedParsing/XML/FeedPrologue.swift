/// What stands before the root element.
enum FeedPrologue {
    /// Whether the document type declares anything itself: entities are among what it may declare.
    static func hasInternalSubset(_ utf8: [UInt8]) -> Bool {
        var index = 0
        while index < utf8.count, let tag = utf8[index...].firstIndex(of: .lessThan) {
            let rest = utf8[tag...]
            if rest.starts(with: "<!--".utf8) {
                index = utf8.index(after: "-->", from: tag + 4) ?? utf8.count
            } else if rest.hasPrefix("<!doctype") {
                let end = rest.firstIndex(of: .greaterThan) ?? utf8.count
                return utf8[tag..<end].contains(0x5B)
            } else if rest.dropFirst().first == .question || rest.dropFirst().first == .exclamation
            {
                index = tag + 1
            } else {
                return false
            }
        }
        return false
    }

    /// The encoding that an XML declaration names, looked for in the first kilobyte.
    static func declaredEncoding(_ bytes: [UInt8]) -> String? {
        let head = Array(bytes.prefix(1_024).filter { $0 != 0 })
        guard let start = head.index(after: "<?xml", from: 0),
            let end = head[start...].firstIndex(of: .greaterThan)
        else { return nil }
        var scanner = AttributeScanner(bytes: head[...end], position: start)
        while let attribute = scanner.next() {
            guard head[attribute.name].equalsLowercase("encoding") else { continue }
            return head[attribute.value].trimmed.string
        }
        return nil
    }
}
