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
        let (document, mail) = document(of: text, isContent: isContent, language: language)
        var body = document.body()
        if let mail {
            body.title = mail.subject
            body.authors = mail.author.map { [$0] } ?? body.authors
            body.published = mail.date ?? body.published
        }
        return body
    }

    /// The lines of a text, judged, without the head of a mail and the marks of a press release; and that head.
    static func document(
        of text: String, isContent: Bool, language: String?
    ) -> (PlainTextDocument, MailHead?) {
        var raw = CopiedLines.plain(LineSplitter.lines(of: text))
        let mail = isContent ? nil : MailHead.take(from: &raw)
        if !isContent { PressRelease.strip(&raw) }
        let lines = Unwrapper(raw, isWrapped: mail != nil).unwrapped()
        let order = StatedDate.Order(language: language)
        let document = PlainTextDocument(
            lines.map { LineTraits($0, order: order) }, isContent: isContent,
            isTitled: mail != nil)
        return (document, mail)
    }
}
