/// Whether a page ends where it means to.
///
/// HTML may leave its end tags out, so this says nothing of pages by themselves: it is for pages within files whose writers
/// close what they open.
enum MarkupEnd {
    /// Whether the page has its document type or the start tag of its root or body, and no end tag of them.
    static func isMissing(in bytes: [UInt8]) -> Bool {
        var isOpened = false
        var at = bytes.startIndex
        while let place = bytes[at...].firstIndex(of: UInt8(ascii: "<")) {
            at = place + 1
            let name = bytes[at...].prefix(6).map { $0 | 0x20 }
            // With the sixth bit set, a slash is one still.
            if starts.contains(where: { name.starts(with: $0.utf8) }) { isOpened = true }
            if ends.contains(where: { name.starts(with: $0.utf8) }) { return false }
        }
        return isOpened
    }

    /// Whether XML does not end with the end tag of its root. Only bytes that are ill-formed are to be asked about.
    static func isRootOpen(in bytes: [UInt8]) -> Bool {
        for place in bytes.indices.dropLast() where bytes[place] == UInt8(ascii: "<") {
            let first = bytes[place + 1]
            guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) else { continue }
            let name = bytes[(place + 1)...].prefix { $0 > 0x20 && !"/>".utf8.contains($0) }
            let last = bytes.lastIndex(of: UInt8(ascii: "<")) ?? place
            return !bytes[(last + 1)...].starts(with: [UInt8(ascii: "/")] + name)
        }
        return true
    }

    private static let starts = ["!docty", "html", "body"]
    private static let ends = ["/html", "/body"]
}
