/// Reads an article out of plain text: a document copied from a browser, a file wrapped by hand, or a
/// text that has nothing but the article.
///
/// Hard wraps are undone first, so that page furniture is known again however it was wrapped; then every
/// line is judged, the stretch that is the article is found, what is furniture within it goes, and the
/// facts are read from the lines around it.
struct PlainTextReader {
    /// - Parameters:
    ///   - text: decoded, of any line ends.
    ///   - isContent: the text is the content of a feed entry: nothing but notices stands around it.
    ///   - language: BCP 47, where something else states it.
    static func read(_ text: String, isContent: Bool = false, language: String? = nil)
        -> ExtractedBody
    {
        let lines = Unwrapper(LineSplitter.lines(of: text)).unwrapped()
        let order = StatedDate.Order(language: language)
        return PlainTextDocument(lines.map { LineTraits($0, order: order) }, isContent: isContent)
            .body()
    }
}
