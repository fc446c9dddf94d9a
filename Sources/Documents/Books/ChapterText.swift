/// A look at a chapter before it is read: how many words it has, and where its body is.
enum ChapterText {
    /// Words outside of tags; where words are not spaced, two characters are one.
    static func words(in bytes: [UInt8]) -> Int {
        var (words, ideographs) = (0, 0)
        var isTag = false
        var isWord = false
        for byte in body(of: bytes) {
            if isTag {
                isTag = byte != UInt8(ascii: ">")
                continue
            }
            if byte == UInt8(ascii: "<") {
                isTag = true
                isWord = false
                continue
            }
            // The first byte of characters from U+3000 on.
            if byte >= 0xE3, byte < 0xF0 { ideographs += 1 }
            let isBlank = byte <= 0x20
            if !isBlank, !isWord { words += 1 }
            isWord = !isBlank
        }
        return words + ideographs / 2
    }

    /// What stands between the tags of the body; all of it where there are none.
    static func body(of bytes: [UInt8]) -> ArraySlice<UInt8> {
        var start = bytes.startIndex
        if let tag = find("<body", in: bytes, from: 0),
            let end = bytes[tag...].firstIndex(of: UInt8(ascii: ">"))
        {
            start = end + 1
        }
        let end = find("</body", in: bytes, from: start) ?? bytes.endIndex
        return bytes[start..<max(start, end)]
    }

    private static func find(_ text: String, in bytes: [UInt8], from start: Int) -> Int? {
        let wanted = Array(text.utf8)
        var at = start
        while let place = bytes[at...].firstIndex(of: wanted[0]) {
            if bytes.count - place >= wanted.count,
                bytes[place..<place + wanted.count].elementsEqual(
                    wanted, by: { ($0 | 0x20) == ($1 | 0x20) })
            {
                return place
            }
            at = place + 1
        }
        return nil
    }
}
