import BriefModel

/// Reads an OpenDocument text (ISO/IEC 26300): headings, lists, tables, links and notes; nothing that was deleted.
struct ODTReader {
    static let spaces: XMLPart.Spaces = [
        ("opendocument:xmlns:text:1.0", "text"), ("opendocument:xmlns:office:1.0", "office"),
        ("opendocument:xmlns:table:1.0", "table"), ("opendocument:xmlns:style:1.0", "style"),
        ("opendocument:xmlns:drawing:1.0", "draw"), ("opendocument:xmlns:meta:1.0", "meta"),
        ("opendocument:xmlns:xsl-fo-compatible:1.0", "fo"),
        ("opendocument:xmlns:manifest:1.0", "manifest"), ("1999/xlink", "xlink"),
        ("purl.org/dc/elements/1.1/", "dc"),
    ]

    /// - Throws: `encrypted`, `notOfFormat` where it holds no text, `damaged`, `tooLarge`.
    static func read(_ files: any PackedFiles) throws(DocumentsError) -> PackedDocument {
        if let manifest = try files.xml("META-INF/manifest.xml", spaces), let root = manifest.root,
            !manifest.all("manifest:encryption-data", below: root).isEmpty
        {
            throw DocumentsError(
                .encrypted, "it is protected by a password; save it without one")
        }
        guard let part = try files.xml("content.xml", spaces), let root = part.root,
            let text = part.descend(root, "office:body", "office:text")
        else {
            throw DocumentsError(.notOfFormat, "it is an office file without a text; drop its text")
        }
        var styles = ODTStyles()
        if let common = try files.xml("styles.xml", spaces) { styles.add(common) }
        styles.add(part)
        var writer = ODTBodyWriter(part: part, styles: styles)
        let html = writer.document(text)
        var facts = try properties(files)
        facts.title = facts.title ?? writer.title
        return PackedDocument(
            type: .html, bytes: Markup.document(body: html, language: facts.language),
            charset: "utf-8", scope: .content, known: facts)
    }

    private static func properties(
        _ files: any PackedFiles
    ) throws(DocumentsError) -> KnownFacts {
        var facts = KnownFacts()
        guard let part = try files.xml("meta.xml", spaces), let root = part.root,
            let meta = part.child(root, "office:meta")
        else { return facts }
        func text(_ key: String) -> String? { part.child(meta, key).map(part.allText) }
        facts.title = text("dc:title").flatMap(StatedFacts.title)
        // Who wrote it first is its author; `dc:creator` is who saved it last.
        let author = text("meta:initial-creator") ?? text("dc:creator")
        facts.authors = author.map(StatedFacts.authors) ?? []
        facts.published = text("meta:creation-date").flatMap(StatedFacts.day)
        facts.modified = text("dc:date").flatMap(StatedFacts.day)
        facts.language = text("dc:language").flatMap(StatedFacts.language)
        return facts
    }
}
