extension HTMLScanner {
    /// A name in a tag: its hash, and where it ends.
    private struct Name {
        var hash = NameHash.seed
        var end: Int
        /// Holds a hyphen, as the names of custom elements do.
        var hasHyphen = false
        /// Letters, digits, hyphens, `_` and `:` only, and not long: what libxml2 takes for a name too.
        var isPlain = true
    }

    /// Ends before `<` too, unlike in the standard: a name that holds one is a tag whose `>` was forgotten.
    private func tagName(from start: Int) -> Name {
        var name = Name(end: start)
        while name.end < page.count, !page[name.end].endsTagName, page[name.end] != 0x3C {
            let byte = page[name.end].lowered
            name.hash = NameHash.next(name.hash, byte)
            if !byte.isLetter, !byte.isDigit {
                if byte == 0x2D {
                    name.hasHyphen = true
                } else if byte != 0x3A, byte != 0x5F {
                    name.isPlain = false
                }
            }
            name.end += 1
        }
        if name.end - start > 64 { name.isPlain = false }
        return name
    }

    private func tag(_ name: Name) -> HTMLTag {
        tags[name.hash] ?? (name.hasHyphen ? .custom : .unknown)
    }

    /// A tag that the page does not end is left out.
    mutating func startTag() {
        let name = tagName(from: at + 1)
        let tag = tag(name)
        let firstAttribute = Int32(attributes.count)
        let bytes = utf8.count
        guard let end = readAttributes(from: name.end) else {
            attributes.removeLast(attributes.count - Int(firstAttribute))
            utf8.removeLast(utf8.count - bytes)
            at = page.count
            return
        }
        started[Int(tag.rawValue)] = true
        if drawing != nil, tag.endsDrawing { drawing = nil }
        write(name, tag, from: at + 1, isEnd: false)
        // A slash at the end of an unquoted value is a part of it.
        let isClosed = page[end - 1] == 0x2F && end > lastValueEnd
        tokens.append(
            HTMLToken(
                place: Int32(skeleton.count), tag: tag,
                content: firstAttribute..<Int32(attributes.count)))
        if isClosed { skeleton.append(0x2F) }
        skeleton.append(0x3E)
        at = end + 1
        if !isClosed { content(of: tag) }
    }

    /// libxml2 looks for a name among all those of one hash, in time quadratic in the number of names: beyond
    /// this many, which no honest page has, names share a few of our own.
    private static let maxOtherNames = 4_096

    private mutating func isKept(_ name: Name, _ tag: HTMLTag) -> Bool {
        guard tag == .unknown || tag == .custom else { return true }
        if otherNames.count < Self.maxOtherNames { otherNames.insert(name.hash) }
        return otherNames.contains(name.hash)
    }

    /// `<` or `</` and the name. Names that libxml2 would cut in two are replaced.
    private mutating func write(_ name: Name, _ tag: HTMLTag, from start: Int, isEnd: Bool) {
        let isKept = isKept(name, tag)
        if name.isPlain, isKept {
            page.append(start - (isEnd ? 2 : 1)..<name.end, to: &skeleton)
        } else {
            skeleton.append(0x3C)
            if isEnd { skeleton.append(0x2F) }
            skeleton.append(0x78)
            for shift in stride(from: UInt64(0), to: isKept ? 64 : 12, by: 4) {
                skeleton.append(0x61 + UInt8(name.hash >> shift & 0xF))
            }
        }
    }

    mutating func endTag() {
        let name = tagName(from: at + 2)
        let tag = tag(name)
        let end = page.find(0x3E, from: name.end)
        defer { at = min(end + 1, page.count) }
        guard end < page.count, started[Int(tag.rawValue)] else { return }
        if drawing != nil { endInDrawing(tag) }
        write(name, tag, from: at + 2, isEnd: true)
        skeleton.append(0x3E)
    }

    /// §13.2.5.32 to §13.2.5.40.
    ///
    /// - Returns: where `>` stands; nil where the page ends before.
    private mutating func readAttributes(from start: Int) -> Int? {
        let first = attributes.count
        var index = start
        lastValueEnd = start
        while true {
            while page[index].isHTMLSpace || page[index] == 0x2F { index += 1 }
            guard index < page.count else { return nil }
            if page[index] == 0x3E { return index }
            let name = attributeName(from: index)
            index = name.end
            while page[index].isHTMLSpace { index += 1 }
            guard page[index] == 0x3D else {
                keep(name.hash, index..<index, from: first)
                continue
            }
            index += 1
            while page[index].isHTMLSpace { index += 1 }
            let value: Range<Int>
            if page[index] == 0x22 || page[index] == 0x27 {
                let end = page.find(page[index], from: index + 1)
                guard end < page.count else { return nil }
                value = index + 1..<end
                index = end + 1
            } else {
                let start = index
                while index < page.count, page[index] != 0x3E, !page[index].isHTMLSpace {
                    index += 1
                }
                value = start..<index
            }
            lastValueEnd = index
            keep(name.hash, value, from: first)
        }
    }

    private func attributeName(from start: Int) -> (hash: UInt64, end: Int) {
        var hash = NameHash.next(NameHash.seed, page[start].lowered)
        var index = start + 1
        while index < page.count, !page[index].endsTagName, page[index] != 0x3D {
            hash = NameHash.next(hash, page[index].lowered)
            index += 1
        }
        return (hash, index)
    }

    /// The first of several attributes of one name counts.
    private mutating func keep(_ hash: UInt64, _ value: Range<Int>, from first: Int) {
        guard let name = attributeNames[hash] else { return }
        for earlier in first..<attributes.count where attributes[earlier].name == name { return }
        let start = Int32(utf8.count)
        if value.count <= Self.maxValueBytes { appendReplacing(value) }
        attributes.append(HTMLAttribute(name: name, value: start..<Int32(utf8.count)))
    }
}
