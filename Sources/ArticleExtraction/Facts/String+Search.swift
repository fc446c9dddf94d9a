extension String {
    /// Without the given characters, each of one scalar, at both ends.
    func trimmed(of characters: String) -> String {
        let unwanted = characters.unicodeScalars
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !unwanted.contains($0) }),
            let last = scalars.lastIndex(where: { !unwanted.contains($0) })
        else { return "" }
        if first == scalars.startIndex, scalars.index(after: last) == scalars.endIndex {
            return self
        }
        return String(scalars[first...last])
    }

    /// Whether the bytes of another text stand in this one: many times faster than by characters, and
    /// the same for folded text.
    func holds(_ text: String) -> Bool { occurrences(of: text, limit: 1) > 0 }

    /// How often the bytes of another text stand in this one, without overlap.
    func occurrences(of text: String, limit: Int = .max) -> Int {
        let needle = Array(text.utf8)
        let hay = Array(utf8)
        guard let first = needle.first, hay.count >= needle.count else { return 0 }
        var count = 0
        var index = 0
        while index <= hay.count - needle.count, count < limit {
            guard hay[index] == first else {
                index += 1
                continue
            }
            var length = 1
            while length < needle.count, hay[index + length] == needle[length] { length += 1 }
            if length == needle.count {
                count += 1
                index += length
            } else {
                index += 1
            }
        }
        return count
    }
}
