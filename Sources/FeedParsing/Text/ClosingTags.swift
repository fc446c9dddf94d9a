/// The end tags of a title: a title may be about an element ("How the <div> element works").
struct ClosingTags {
    private var names: Set<[UInt8]> = []

    init(_ html: ArraySlice<UInt8>) {
        var index = html.startIndex
        while let open = html[index...].firstIndex(of: .lessThan) {
            index = open + 1
            guard index < html.endIndex, html[index] == .slash else { continue }
            let name = html[(index + 1)...].prefix { $0.isLetter || $0.isDigit }
            if name.count <= 10 { names.insert(name.map(\.lowercased)) }
        }
    }

    /// Whether a start tag is the name of an element rather than its beginning: it has no attributes, its end tag is
    /// nowhere, and must be somewhere (HTML §13.1.2.4).
    func isMissing(for tag: ArraySlice<UInt8>) -> Bool {
        let name = tag.dropFirst().dropLast()
        guard let first = name.first, first.isLetter,
            name.allSatisfy({ $0.isLetter || $0.isDigit })
        else { return false }
        let folded = name.map(\.lowercased)
        return ClosingTags.paired.contains(folded) && !names.contains(folded)
    }

    private static let paired = Set(
        ("address article aside audio blockquote body button canvas details dialog div fieldset figure "
            + "footer form h1 h2 h3 h4 h5 h6 head header html iframe main map nav noscript object ol "
            + "picture pre script section select style summary table template textarea title ul video")
            .split(separator: " ").map { Array($0.utf8) })
}
