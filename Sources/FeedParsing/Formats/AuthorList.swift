/// Authors by the most trusted kind of element that names any.
struct AuthorList {
    private(set) var names: [String] = []
    private(set) var rank = Int.min

    mutating func add(_ name: String?, rank: Int) {
        guard let name, !name.isEmpty, rank >= self.rank else { return }
        if rank > self.rank {
            names = []
            self.rank = rank
        }
        if !names.contains(name), names.count < 64 { names.append(name) }
    }

    /// The name of "mail@example.org (Name)", "Name <mail@example.org>"; the address where no name stands.
    static func name(in text: String) -> String? {
        let bytes = Array(text.utf8)[...]
        for (open, close) in [(UInt8(0x28), UInt8(0x29)), (.lessThan, .greaterThan)] {
            guard let from = bytes.firstIndex(of: open),
                let to = bytes[from...].lastIndex(of: close)
            else { continue }
            let inside = bytes[(from + 1)..<to].trimmed
            let outside = bytes[..<from].trimmed
            if outside.contains(0x40), !outside.contains(where: \.isSpace), !inside.isEmpty {
                return inside.string
            }
            if inside.contains(0x40), !outside.isEmpty { return outside.string }
        }
        var whole = bytes.trimmed
        if whole.hasPrefix("mailto:") { whole = whole.dropFirst(7) }
        return whole.isEmpty ? nil : whole.string
    }
}
