import BriefModel

/// Reads an article out of plain text: a document copied from a browser, a file wrapped by hand, or a
/// text that has nothing but the article.
///
/// Hard wraps are undone first, so that page furniture is known again however it was wrapped; then every
/// line is judged, the stretch that is the article is found, what is furniture within it goes, and the
/// facts are read from the lines around it.
struct PlainTextReader {
    /// - Parameters:
    ///   - text: decoded, of any line ends.
    ///   - scope: of the content of a feed entry nearly all is the article; a mail has no head any more, and what lists
    ///     put below it.
    ///   - language: BCP 47, where something else states it.
    ///   - title: the subject of a mail, which its first line may say once more.
    ///   - houses: who sends a mail.
    ///   - isForwarded: whether a mail says that it passes another on.
    static func read(
        _ text: String, scope: ExtractionRequest.Scope = .page, language: String? = nil,
        title: String? = nil, houses: [String] = [], isForwarded: Bool = false
    ) -> ExtractedBody {
        let (document, mail) = document(
            of: text, scope: scope, language: language, title: title, houses: houses,
            isForwarded: isForwarded)
        var body = document.body()
        if let mail {
            body.title = mail.subject ?? body.title
            body.authors = mail.author.map { [$0] } ?? body.authors
            body.published = mail.date ?? body.published
        }
        return body
    }

    /// The lines of a text, judged, without the head of a mail and the marks of a press release; and that head.
    static func document(
        of text: String, scope: ExtractionRequest.Scope, language: String?, title: String?,
        houses: [String], isForwarded: Bool
    ) -> (PlainTextDocument, MailHead?) {
        let plain =
            scope == .page ? TransferLeftovers.undone(text) ?? GopherMenu.text(of: text) : nil
        let bare = scope == .page ? EntityLeftovers.undone(plain ?? text) : nil
        var raw = CopiedLines.plain(LineSplitter.lines(of: bare ?? plain ?? text))
        if scope == .page { raw = CopiedLines.plain(ChatLines.plain(LineGutter.stripped(raw))) }
        if scope != .content {
            Outline.flatten(&raw)
            CopyTraces.strip(&raw)
        }
        let isContent = scope == .content
        let isMail = scope == .mail
        // A mail's own head is off already; what it passes on may have one.
        if !isContent { TextForms.openDigest(&raw) }
        var mail = scope == .page ? passedOn(&raw) : nil
        if isMail {
            mail = PassedMail.take(from: &raw, isForwarded: isForwarded)
            MailHead.cutFooter(&raw)
            AnsweredMail.cut(&raw, isForwarded: isForwarded)
        }
        let isPrinted = scope == .page && PrintedPages.strip(&raw)
        let isWrapped = mail != nil || isMail
        if scope == .page {
            PressRelease.strip(&raw)
            mail = mail ?? TextForms.strip(&raw)
        }
        if !isContent {
            LinkMarks.strip(&raw)
            TextFoot.cut(&raw)
        }
        if !isContent { TypedDashes.join(&raw) }
        LineHeads.marked(&raw)
        raw = Underlines.marked(raw)
        var lines = Unwrapper(raw, isWrapped: isWrapped, isPrinted: isPrinted)
            .unwrapped()
        if isMail, let title = mail?.subject ?? title { dropTitle(title, from: &lines) }
        let order = StatedDate.Order(language: language)
        var traits = lines.map { LineTraits($0, order: order) }
        if isMail {
            traits = withoutFurniture(traits, houses)
        } else {
            traits = OwnSections.freed(traits)
        }
        let document = PlainTextDocument(
            traits.counted(), isContent: isContent, isTitled: mail != nil || isMail)
        return (document, mail)
    }

    /// Mails that were passed on again and again.
    private static let deepest = 8

    /// The head of what is passed on, which may be quoted in its turn, and hold another head.
    private static func passedOn(_ raw: inout [LineSplitter.RawLine]) -> MailHead? {
        var mail: MailHead?
        for _ in 0..<deepest {
            guard let head = MailHead.take(from: &raw) ?? PassedMail.takeNoted(from: &raw) else {
                break
            }
            mail = head
            raw = CopiedLines.plain(raw)
        }
        return mail
    }

    /// Lines at the beginning of a mail that may say its subject once more.
    private static let opening = 4

    private static func dropTitle(_ title: String, from lines: inout [TextLine]) {
        let folded = TextFolding.fold(title)
        let place = lines.prefix(opening).firstIndex {
            TextFolding.fold($0.text.trimmed(of: "*#=_ ")) == folded
        }
        // A mail that says nothing else says that. A few words above it are no part of what is passed on.
        guard let place, lines.count > 1 else { return }
        let above = lines[..<place].reduce(0) { $0 + PassedMail.words(of: $1.text) }
        lines.removeSubrange((above < PassedMail.ownWords ? 0 : place)...place)
    }

    /// Without what newsletters put around their text.
    private static func withoutFurniture(
        _ lines: [LineTraits], _ houses: [String]
    ) -> [LineTraits] {
        let furniture = MailFurniture(
            lines.map { line in
                MailFurniture.Line(
                    text: line.folded, length: Float(line.weight), isProse: line.isProse,
                    isHeading: line.line.marker.isHeading, isItem: line.line.marker == .bullet)
            }, houses: houses)
        return lines.indices.filter { !furniture.dropped.contains($0) }.map { lines[$0] }
    }
}
