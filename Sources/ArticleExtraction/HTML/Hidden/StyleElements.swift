import Charsets

/// Finds the style sheets that stand in a page itself. Those of scripts, comments, templates and of readers without scripts are
/// not the page's.
enum StyleElements {
    /// Bytes of all of them together; what comes after is not read.
    private static let most = 400_000

    /// Their texts without comments, in order; for screens only.
    static func sheets(in page: [UInt8]) -> [[UInt8]] {
        var sheets: [[UInt8]] = []
        var read = 0
        var index = 0
        while read < most, let tag = ByteSearch.place(of: 0x3C, in: page, from: index) {
            index = tag
            // Most tags begin with none of the letters.
            guard index + 6 < page.count else { break }
            guard firsts.contains(page[index + 1].asciiLowered) else {
                index += 1
                continue
            }
            if begins(comment, at: index, in: page) {
                index = place(of: commentEnd, from: index + 4, in: page)
            } else if let name = passed.first(where: { begins($0, at: index, in: page) }) {
                index = place(of: [0x3C, 0x2F] + name.dropFirst(), from: index + 1, in: page)
                index += name.count
            } else if begins(style, at: index, in: page) {
                let start = place(of: [0x3E], from: index, in: page) + 1
                let end = place(of: styleEnd, from: min(start, page.count), in: page)
                if start < end, isForScreens(page[index..<start]) {
                    sheets.append(uncommented(page[start..<end]))
                    read += end - start
                }
                index = end + 1
            } else {
                index += 1
            }
        }
        return sheets
    }

    private static let comment = Array("<!--".utf8)
    private static let commentEnd = Array("-->".utf8)
    private static let style = Array("<style".utf8)
    private static let styleEnd = Array("</style".utf8)
    private static let passed = ["<script", "<noscript", "<template", "<textarea"].map {
        Array($0.utf8)
    }

    private static let firsts = Array("!snt".utf8)

    private static func begins(_ word: [UInt8], at index: Int, in page: [UInt8]) -> Bool {
        guard index + word.count <= page.count else { return false }
        for offset in word.indices where page[index + offset].asciiLowered != word[offset] {
            return false
        }
        return true
    }

    /// Where a word begins; the end of the page where it is missing.
    private static func place(of word: [UInt8], from start: Int, in page: [UInt8]) -> Int {
        var index = start
        while let next = ByteSearch.place(of: word[0], in: page, from: index) {
            if begins(word, at: next, in: page) { return next }
            index = next + 1
        }
        return page.count
    }

    /// By the `media` of the element (WHATWG HTML §4.2.6).
    private static func isForScreens(_ tag: ArraySlice<UInt8>) -> Bool {
        let tag = String(decoding: tag.prefix(400), as: UTF8.self).lowercased()
        guard let start = tag.firstRange(of: "media=") else { return true }
        let value = tag[start.upperBound...].drop { $0 == "\"" || $0 == "'" }
            .prefix { $0 != "\"" && $0 != "'" && $0 != ">" }
        return StyleSheetReader.counts(media: String(value)) ?? false
    }

    private static func uncommented(_ sheet: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(sheet.count)
        var isComment = false
        var index = sheet.startIndex
        while index < sheet.endIndex {
            let next = index + 1 < sheet.endIndex ? sheet[index + 1] : 0
            if isComment {
                isComment = !(sheet[index] == 0x2A && next == 0x2F)
                index += isComment ? 1 : 2
            } else if sheet[index] == 0x2F, next == 0x2A {
                isComment = true
                index += 2
            } else {
                out.append(sheet[index])
                index += 1
            }
        }
        return out
    }
}
