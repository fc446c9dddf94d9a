/// The summary that a page or a feed states, without what its system took into it from around the text: markup written as
/// text, "Share this on …" and the byline before the first sentence, "[…] Read more" behind the last.
enum StatedSummary {
    /// The summary as it is shown; nil where nothing is left of it.
    ///
    /// - Parameter text: the article's, by whose beginning what stands before it is known.
    static func clean(_ stated: String, of text: String, authors: [String]) -> String? {
        var summary = withoutCutTag(AttributeText.clean(stated))[...]
        dropOpening(&summary, before: text, authors)
        dropMore(&summary)
        return CleanText(summary).nonEmpty
    }

    /// A tag that was cut off with the summary.
    private static func withoutCutTag(_ text: String) -> String {
        guard let open = text.lastIndex(of: "<"), !text[open...].contains(">"),
            AttributeText.beginsAsTag(text[open...])
        else { return text }
        return String(text[..<open])
    }

    // MARK: Before the text

    /// Characters of a text's beginning that tell it from other texts.
    private static let telling = 40
    /// Characters.
    private static let longestOpening = 100

    private static func dropOpening(
        _ summary: inout Substring, before text: String, _ authors: [String]
    ) {
        let beginning = CleanText(text.prefix(3 * telling)).string.prefix(telling)
        guard beginning.count == telling,
            let start = summary.indices.prefix(longestOpening).first(where: {
                summary[$0...].hasPrefix(beginning)
            }), start > summary.startIndex
        else { return }
        let opening = summary[..<start]
        if isGlued(opening, to: beginning) || isFurniture(CleanText(opening).string, authors) {
            summary = summary[start...]
        }
    }

    /// "Share this on WhatsAppThe harbour …": two elements, and no blank between them.
    private static func isGlued(_ opening: Substring, to beginning: Substring) -> Bool {
        guard let last = opening.last, let first = beginning.first else { return false }
        return last.isLowercase && first.isUppercase
    }

    private static func isFurniture(_ line: String, _ authors: [String]) -> Bool {
        if Furniture.kind(of: line) != nil { return true }
        let line = OpeningLines.Line(
            text: line, length: Float(line.split(separator: " ").count))
        return OpeningLines(title: nil, authors: authors)
            .kinds(of: [line], isDiary: false).first.flatMap(\.self) != nil
    }

    // MARK: Behind it

    private static let ellipses = ["…", "..."]
    private static let bracketed = ["[…]", "[...]", "(…)", "(...)"]
    /// Characters.
    private static let longestMore = 60

    /// What stands behind the mark that says that the text goes on, and the brackets of that.
    private static func dropMore(_ summary: inout Substring) {
        let tail = summary.suffix(longestMore)
        for mark in bracketed + ellipses {
            guard let at = tail.ranges(of: mark).last else { continue }
            let more = CleanText(tail[at.upperBound...]).string
            guard more.isEmpty ? bracketed.contains(mark) : Furniture.kind(of: more) != nil else {
                return
            }
            summary = (CleanText(summary[..<at.lowerBound]).string + "…")[...]
            return
        }
    }
}
