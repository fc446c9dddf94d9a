import BriefModel

/// Reads a PDF as poppler's programs rendered it (`PDFRendering`): words with their boxes become an article in HTML.
///
/// Pure, and linear in the words but for sorting; the rendering is bounded by whoever made it.
public enum PDFReader {
    /// - Throws: `DocumentsError.Code.noText` where the pages hold pictures only, `.tooLarge`, `.notOfFormat`.
    public static func read(_ rendering: PDFRendering) throws(DocumentsError) -> PackedDocument {
        var (pages, information) = try PDFTextReader.read(rendering.words)
        guard !pages.isEmpty else {
            throw DocumentsError(.damaged, "the PDF has no page that could be read")
        }
        guard pages.contains(where: { !$0.words.isEmpty }) else {
            throw DocumentsError(
                .noText,
                "the PDF holds pictures of text only; recognise the text first, for example with"
                    + " ocrmypdf, and drop the result, or name such a program in [extraction] ocr")
        }
        PDFFontReader.read(rendering.fonts, into: &pages)
        PDFSizes.complete(&pages)
        return document(pages, information)
    }

    private static func document(
        _ pages: [PDFPage], _ information: PDFInformation
    ) -> PackedDocument {
        let body = PDFSizes.body(of: pages)
        var vocabulary = PDFVocabulary()
        var lines: [[PDFLine]] = []
        for page in pages {
            lines.append(PDFLineBuilder.lines(of: page, em: PDFSizes.body(of: [page])))
        }
        for line in lines.joined() {
            for word in line.words.dropLast() { vocabulary.add(word.text) }
        }
        _ = PDFRunningLines.remove(from: &lines, pages: pages, body: body)
        var notes: [PDFNotes.Note] = []
        var items: [PDFItem] = []
        var contents = PDFContents()
        for page in pages.indices {
            contents.remove(from: &lines[page], body: body)
            notes += PDFNotes.take(
                from: &lines[page], page: page, body: body, height: pages[page].height)
            items += PDFOrder.items(of: lines[page], page: page, body: body)
        }
        let paragraphs = PDFKinds.read(PDFParagraphs.read(items, body: body), body: body)
        let (labelled, labels) = label(notes)
        var writer = PDFWriter(vocabulary: vocabulary, links: pages.map(\.links), labels: labels)
        let facts = PDFFacts.read(information, paragraphs, body: body)
        let html = writer.body(paragraphs, notes: labelled)
        return PackedDocument(
            type: .html, bytes: Markup.document(body: html), charset: "utf-8", scope: .content,
            known: facts)
    }

    /// Signs begin anew on each page, or count through the document: a label that was there already gets another.
    private static func label(
        _ notes: [PDFNotes.Note]
    ) -> (notes: [(label: String, note: PDFNotes.Note)], labels: [Int: [String: String]]) {
        var labelled: [(label: String, note: PDFNotes.Note)] = []
        var labels: [Int: [String: String]] = [:]
        var used: Set<String> = []
        for note in notes {
            var label = Int(note.sign) == nil ? "\(labelled.count + 1)" : note.sign
            if used.contains(label) { label = "\(note.page + 1)-\(note.sign.utf8.count)-\(label)" }
            guard used.insert(label).inserted else {
                labelled.append(("\(labelled.count + 1)-x", note))
                continue
            }
            labelled.append((label, note))
            labels[note.page, default: [:]][note.sign] = label
        }
        return (labelled, labels)
    }
}
