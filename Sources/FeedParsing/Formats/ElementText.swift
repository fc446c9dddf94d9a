import FoundationEssentials
import LibXML

/// Reads the values of elements: names, addresses, dates, plain text, HTML.
struct ElementText {
    let tape: FeedTape

    /// The text as it stands, without white space at its ends; nil where there is none.
    func raw(_ element: Int) -> String? {
        let text = tape.text(element).trimmed
        return text.isEmpty ? nil : text.string
    }

    /// Text that may hold HTML (a title, a name), as plain text.
    func plain(_ element: Int) -> String? {
        let text: String
        if let single = tape.singleText(element) {
            text = PlainText.of(html: single)
        } else {
            text = PlainText.of(
                html: MarkupWriter(tape: tape).html(of: element, isEscaped: true))
        }
        return text.isEmpty ? nil : text
    }

    /// Content as HTML with its links resolved.
    ///
    /// - Parameter breaksLines: whether a line end is one for readers too where no markup stands.
    func html(_ element: Int, _ scope: Scope, breaksLines: Bool = false) -> String? {
        let written = Self.unwrapped(MarkupWriter(tape: tape).html(of: element, isEscaped: true))
        let html = TwiceEscaped.undone(written) ?? written
        let lines = PlainLines.paragraphs(of: html, breaksLines: breaksLines)
        return fragment(lines.map { $0[...] } ?? html, scope)
    }

    /// Without a mark of XML around all of it that was escaped along with it: to HTML it would be a comment, and what stands
    /// in it up to the first tag lost.
    private static func unwrapped(_ html: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let bare = html.trimmed
        guard bare.starts(with: "<![CDATA[".utf8) else { return html }
        let inner = bare.dropFirst(9)
        return inner.suffix(3).elementsEqual("]]>".utf8) ? inner.dropLast(3) : inner
    }

    /// The content of an XHTML element as HTML with its links resolved.
    func xhtml(_ element: Int, _ scope: Scope) -> String? {
        fragment(MarkupWriter(tape: tape).html(of: element, isEscaped: false), scope)
    }

    func fragment(_ html: ArraySlice<UInt8>, _ scope: Scope) -> String? {
        guard !html.isEmpty else { return nil }
        guard let base = scope.base else { return String(decoding: html, as: UTF8.self) }
        return String(decoding: LinkResolver(base: base).resolve(html), as: UTF8.self)
    }

    func date(_ element: Int) -> Date? {
        FeedDate.parse(tape.text(element))
    }

    func link(_ element: Int, _ scope: Scope) -> String? {
        scope.within(element, of: tape).link(raw(element))
    }
}
