/// Puts words together to running text in HTML.
struct PDFInline {
    private var html = ""
    /// The last word, not yet written: it may be the first part of a broken one.
    private var pending: (text: String, style: PDFStyle, link: String?)?
    private var open: (style: PDFStyle, link: String?) = ([], nil)
    private var needsBlank = false

    mutating func add(
        _ word: PDFWord, style: PDFStyle, link: String?, startsLine: Bool,
        _ vocabulary: PDFVocabulary
    ) {
        let style = style.intersection([.bold, .italic])
        guard let last = pending else {
            pending = (word.text, style, link)
            return
        }
        if startsLine,
            BrokenAddress.goesOn(last.text, in: word.text, link != nil && link == last.link)
        {
            pending = (last.text + word.text, last.style, last.link)
            return
        }
        if startsLine, let sign = last.text.last, PDFVocabulary.hyphens.contains(sign),
            last.text.count > 1
        {
            pending = (vocabulary.joined(last.text, word.text), last.style, last.link)
            return
        }
        write(last)
        needsBlank = !Self.isUnspaced(last.text, word.text)
        pending = (word.text, style, link)
    }

    mutating func add(reference label: String) {
        if let last = pending { write(last) }
        pending = nil
        close()
        html += Markup.reference(to: label)
        needsBlank = true
    }

    mutating func finished() -> String {
        if let last = pending { write(last) }
        pending = nil
        close()
        return html
    }

    private mutating func write(_ word: (text: String, style: PDFStyle, link: String?)) {
        if word.style != open.style || word.link != open.link {
            close()
            if needsBlank { html += " " }
            if let link = word.link { html += "<a href=\"\(Markup.escaped(link))\">" }
            if word.style.contains(.bold) { html += "<b>" }
            if word.style.contains(.italic) { html += "<i>" }
            open = (word.style, word.link)
        } else if needsBlank {
            html += " "
        }
        html += Markup.escaped(word.text)
        needsBlank = true
    }

    private mutating func close() {
        if open.style.contains(.italic) { html += "</i>" }
        if open.style.contains(.bold) { html += "</b>" }
        if open.link != nil { html += "</a>" }
        open = ([], nil)
    }

    /// Whether no blank stands between two words: both are of a script without blanks.
    private static func isUnspaced(_ first: String, _ second: String) -> Bool {
        guard let before = first.unicodeScalars.last, let after = second.unicodeScalars.first else {
            return false
        }
        let isHangul = (0xAC00...0xD7AF).contains(before.value)
        return PDFCharacters.isUnspaced(before) && PDFCharacters.isUnspaced(after) && !isHangul
    }
}
