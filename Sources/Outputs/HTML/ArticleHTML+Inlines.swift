/// What stands within a block (CommonMark 0.31 §6).
extension ArticleHTML {
    /// Links and emphasis within one another, no deeper.
    private static let deepestInline = 8

    /// An emphasis that began and has not ended yet.
    private struct Opener {
        var mark: UInt8
        var count: Int
        /// Where its mark stands in the output.
        var place: Int
    }

    mutating func inline(_ bytes: ArraySlice<UInt8>, depth: Int = 0) {
        let brackets = Brackets(bytes)
        var openers: [Opener] = []
        var ended: Set<Int> = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            switch byte {
            case UInt8(ascii: "\\"): index = escape(bytes, index)
            case UInt8(ascii: "`"): index = codeSpan(bytes, index, &ended)
            case UInt8(ascii: "!") where index + 1 < bytes.endIndex:
                index = picture(bytes, index, brackets)
            case UInt8(ascii: "["): index = link(bytes, index, brackets, depth)
            case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
                index = emphasis(bytes, index, &openers)
            default:
                let end =
                    bytes[index...].dropFirst().firstIndex {
                        Self.isSpecial($0)
                    } ?? bytes.endIndex
                text(bytes[index..<end])
                index = end
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "!"), UInt8(ascii: "["),
            UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private mutating func escape(_ bytes: ArraySlice<UInt8>, _ index: Int) -> Int {
        guard index + 1 < bytes.endIndex else {
            text(bytes[index...index])
            return index + 1
        }
        let next = bytes[index + 1]
        if next == UInt8(ascii: "\n") {
            tag("<br/>\n")
        } else if Brackets.isPunctuation(next) {
            text(bytes[index + 1...index + 1])
        } else {
            text(bytes[index...index])
            return index + 1
        }
        return index + 2
    }

    /// `ended`: lengths of runs that no run of that length follows any more, so that each is looked for once.
    private mutating func codeSpan(
        _ bytes: ArraySlice<UInt8>, _ index: Int, _ ended: inout Set<Int>
    ) -> Int {
        let mark = UInt8(ascii: "`")
        let count = bytes[index...].prefix { $0 == mark }.count
        let start = index + count
        var place = start
        while !ended.contains(count), place < bytes.endIndex {
            guard bytes[place] == mark else {
                place += 1
                continue
            }
            let run = bytes[place...].prefix { $0 == mark }.count
            if run == count {
                var code = bytes[start..<place]
                if code.count > 2, code.first == 0x20, code.last == 0x20 {
                    code = code.dropFirst().dropLast()
                }
                tag("<code>")
                text(code)
                tag("</code>")
                return place + run
            }
            place += run
        }
        ended.insert(count)
        text(bytes[index..<start])
        return start
    }

    private mutating func picture(
        _ bytes: ArraySlice<UInt8>, _ index: Int, _ brackets: Brackets
    ) -> Int {
        guard let end = brackets.end(of: index + 1), let target = LinkTarget(bytes, behind: end)
        else {
            text(bytes[index...index])
            return index + 1
        }
        let words = Brackets.plain(bytes[index + 2..<end])
        let address = target.address.flatMap { Self.address($0, mail: false) }
        switch (pictures, address) {
        case (.shown, let address?):
            out += "<img src=\"".utf8
            text(address[...])
            out += "\" alt=\"".utf8
            text(words[...])
            out += "\"/>".utf8
        case (.linked, let address?):
            out += "<a href=\"".utf8
            text(address[...])
            out += "\">[".utf8
            text(words.isEmpty ? Array("picture".utf8)[...] : words[...])
            out += "]</a>".utf8
        case (_, nil): text(words[...])
        }
        return target.end
    }

    private mutating func link(
        _ bytes: ArraySlice<UInt8>, _ index: Int, _ brackets: Brackets, _ depth: Int
    ) -> Int {
        guard let end = brackets.end(of: index) else {
            text(bytes[index...index])
            return index + 1
        }
        if index + 1 < end, bytes[index + 1] == UInt8(ascii: "^") {
            tag("<sup>[")
            text(bytes[index + 2..<end])
            tag("]</sup>")
            return end + 1
        }
        guard depth < Self.deepestInline, let target = LinkTarget(bytes, behind: end) else {
            text(bytes[index...index])
            return index + 1
        }
        // A link within a link's words is none (HTML, §4.5.1): only the outermost is one.
        let address =
            depth == 0 ? target.address.flatMap { Self.address($0, mail: true) } : nil
        if let address {
            out += "<a href=\"".utf8
            text(address[...])
            out += "\">".utf8
        }
        inline(bytes[index + 1..<end], depth: depth + 1)
        if address != nil { tag("</a>") }
        return target.end
    }

    /// An address that may be followed: with characters that no address holds percent-encoded; nil for any other scheme.
    static func address(_ bytes: [UInt8], mail: Bool) -> [UInt8]? {
        let text = String(decoding: bytes.prefix(8), as: UTF8.self).lowercased()
        guard
            text.hasPrefix("http://") || text.hasPrefix("https://")
                || mail && text.hasPrefix("mailto:")
        else { return nil }
        return WebAddress.encoded(bytes)
    }

    private mutating func emphasis(
        _ bytes: ArraySlice<UInt8>, _ index: Int, _ openers: inout [Opener]
    ) -> Int {
        let mark = bytes[index]
        let run = bytes[index...].prefix { $0 == mark }.count
        let end = index + run
        let before = index > bytes.startIndex ? bytes[index - 1] : 0x20
        let after = end < bytes.endIndex ? bytes[end] : 0x20
        let isInWord =
            mark == UInt8(ascii: "_") && Brackets.isWord(before) && Brackets.isWord(after)
        let count = min(run, 3)
        guard run <= 3, !isInWord, mark != UInt8(ascii: "~") || run == 2 else {
            text(bytes[index..<end])
            return end
        }
        if !Brackets.isSpace(before),
            let found = openers.lastIndex(where: { $0.mark == mark && $0.count == count })
        {
            close(openers[found], bytes[index..<end])
            openers.removeSubrange(found...)
        } else {
            if !Brackets.isSpace(after) {
                openers.append(Opener(mark: mark, count: count, place: out.count))
                // Nobody means more than that, and each is looked through at every mark.
                if openers.count > 32 { openers.removeFirst() }
            }
            text(bytes[index..<end])
        }
        return end
    }

    /// Puts the tags of an emphasis in the place of its mark, and behind its words.
    private mutating func close(_ opener: Opener, _ mark: ArraySlice<UInt8>) {
        let names: (open: StaticString, close: StaticString) =
            switch (opener.mark, opener.count) {
            case (UInt8(ascii: "~"), _): ("<del>", "</del>")
            case (_, 1): ("<em>", "</em>")
            case (_, 2): ("<strong>", "</strong>")
            default: ("<em><strong>", "</strong></em>")
            }
        out.replaceSubrange(
            opener.place..<opener.place + opener.count, with: names.open.description.utf8)
        tag(names.close)
    }

    /// Words, with what means something in XML escaped and what no XML holds left out (XML 1.0 §2.2).
    mutating func text(_ bytes: ArraySlice<UInt8>) { XMLBytes.append(bytes, to: &out) }
}
