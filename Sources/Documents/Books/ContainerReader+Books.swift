import BriefModel

extension ContainerReader {
    /// The chapters of a book, each by itself, or all of it as one document.
    mutating func readEPUB(_ file: PackedDocument) throws(DocumentsError) {
        let files = try ZIPFiles(file.bytes, limit: limits.file)
        let (chapters, facts) = try EPUBReader(files).chapters()
        if limits.book == .whole {
            return try add(book(chapters, facts, files, file))
        }
        for chapter in chapters {
            guard let packed = try files.bytes(of: chapter.name) else { continue }
            try note(unpacked: packed.count)
            let bytes = PageBreaks.removed(from: packed)
            guard ChapterText.words(in: bytes) >= EPUBReader.leastWords else {
                leaveOut(chapter.name, asOf: "shorter than a chapter")
                continue
            }
            var known = facts
            known.title = chapter.title
            known.titleIsOfFeed = chapter.title != nil
            known.site = facts.title ?? facts.site
            known.isCut = MarkupEnd.isMissing(in: bytes)
            try add(
                PackedDocument(
                    name: file.name.isEmpty ? chapter.name : file.name + "/" + chapter.name,
                    type: .html, bytes: bytes, scope: .content, known: known, tags: file.tags))
        }
        guard isEmpty else { return }
        // A book of short pieces only is read as one.
        try add(book(chapters, facts, files, file))
    }

    /// All chapters as one document.
    private mutating func book(
        _ chapters: [EPUBReader.Chapter], _ facts: KnownFacts, _ files: ZIPFiles,
        _ file: PackedDocument
    ) throws(DocumentsError) -> PackedDocument {
        var body: [UInt8] = []
        var known = facts
        for chapter in chapters {
            guard let bytes = try files.bytes(of: chapter.name) else { continue }
            try note(unpacked: bytes.count)
            body += PageBreaks.removed(from: Array(ChapterText.body(of: bytes)))
            known.isCut = known.isCut || MarkupEnd.isMissing(in: bytes)
            body.append(0x0A)
            guard body.count <= limits.file else { throw tooLargeForOne }
        }
        known.titleIsOfFeed = facts.title != nil
        return PackedDocument(
            name: file.name.isEmpty ? "book" : file.name + "/book", type: .html,
            bytes: Markup.document(
                body: String(decoding: body, as: UTF8.self), language: facts.language),
            charset: "utf-8", scope: .content, known: known, tags: file.tags)
    }
}
