import BriefModel

/// Reads a Word document (ECMA-376): its text with headings, lists, tables, links and notes, as the last editor would see
/// it. Macros are never looked at.
struct DOCXReader {
    static let spaces: XMLPart.Spaces = [
        ("wordprocessingml/2006/main", "w"), ("ooxml/wordprocessingml/main", "w"),
        ("officeDocument/2006/relationships", "r"), ("ooxml/officeDocument/relationships", "r"),
        ("package/2006/relationships", "pr"), ("markup-compatibility/2006", "mc"),
        ("officeDocument/2006/math", "m"), ("ooxml/officeDocument/math", "m"),
        ("purl.org/dc/elements/1.1/", "dc"), ("purl.org/dc/terms/", "dcterms"),
    ]

    private let files: any PackedFiles

    /// - Throws: `notOfFormat` where the package holds no text document, `damaged`, `tooLarge`, `encrypted`.
    static func read(_ files: any PackedFiles) throws(DocumentsError) -> PackedDocument {
        try DOCXReader(files: files).document()
    }

    private func document() throws(DocumentsError) -> PackedDocument {
        let name = try mainPart()
        guard let part = try files.xml(name, Self.spaces), let root = part.root,
            let body = part.child(root, "w:body")
        else {
            throw DocumentsError(.notOfFormat, "it is an office file without a text; drop its text")
        }
        let folder = PackedName.folder(of: name)
        let context = DOCXContext(
            styles: try DOCXStyles.read(files, folder),
            numbering: try DOCXNumbering.read(files, folder),
            links: try links(of: name))
        var writer = DOCXBodyWriter(part: part, context: context)
        var html = writer.blocks(in: body)
        html += try notes(writer.noteReferences, folder, context)
        var facts = try properties()
        facts.title = facts.title ?? writer.title
        return PackedDocument(
            type: .html, bytes: Markup.document(body: html, language: facts.language),
            charset: "utf-8", scope: .content, known: facts)
    }

    /// The part that the package names as its document.
    private func mainPart() throws(DocumentsError) -> String {
        if let part = try files.xml("_rels/.rels", Self.spaces), let root = part.root {
            for relation in part.elements(root)
            where part.attribute(relation, "Type")?.hasSuffix("/officeDocument") ?? false {
                if let target = part.attribute(relation, "Target") {
                    return PackedName.resolved(target, in: "")
                }
            }
        }
        return "word/document.xml"
    }

    /// Addresses outside by their identifiers.
    private func links(of name: String) throws(DocumentsError) -> [String: String] {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let folder = PackedName.folder(of: name)
        let path = (folder.isEmpty ? "" : folder + "/") + "_rels/\(last).rels"
        guard let part = try files.xml(path, Self.spaces), let root = part.root else { return [:] }
        var links: [String: String] = [:]
        for relation in part.elements(root)
        where part.attribute(relation, "TargetMode") == "External" {
            guard let id = part.attribute(relation, "Id"),
                let target = part.attribute(relation, "Target"), target.count < 4_096
            else { continue }
            links[id] = target
        }
        return links
    }

    /// The notes that were referred to, in that order.
    private func notes(
        _ references: [DOCXBodyWriter.NoteReference], _ folder: String, _ context: DOCXContext
    ) throws(DocumentsError) -> String {
        var output = Markup()
        var parts: [DOCXBodyWriter.NoteReference.Kind: (DOCXBodyWriter, [String: Int])] = [:]
        for kind in [DOCXBodyWriter.NoteReference.Kind.foot, .end] {
            guard references.contains(where: { $0.kind == kind }) else { continue }
            let name = "\(folder)/\(kind.rawValue)notes.xml"
            guard let part = try files.xml(name, Self.spaces), let root = part.root else {
                continue
            }
            var own = context
            own.links = try links(of: name)
            var found: [String: Int] = [:]
            for note in part.elements(root) {
                if let id = part.attribute(note, "w:id") { found[id] = note }
            }
            parts[kind] = (DOCXBodyWriter(part: part, context: own), found)
        }
        for reference in references {
            guard let (part, found) = parts[reference.kind], let note = found[reference.id] else {
                continue
            }
            var writer = part
            output.add(note: reference.label, markup: writer.blocks(in: note))
        }
        return output.isEmpty ? "" : "<hr>\n" + output.html
    }

    private func properties() throws(DocumentsError) -> KnownFacts {
        var facts = KnownFacts()
        guard let part = try files.xml("docProps/core.xml", Self.spaces), let root = part.root
        else {
            return facts
        }
        func text(_ key: String) -> String? { part.child(root, key).map(part.allText) }
        facts.title = text("dc:title").flatMap(StatedFacts.title)
        facts.authors = text("dc:creator").map(StatedFacts.authors) ?? []
        facts.published = text("dcterms:created").flatMap(StatedFacts.day)
        facts.modified = text("dcterms:modified").flatMap(StatedFacts.day)
        facts.language = text("dc:language").flatMap(StatedFacts.language)
        return facts
    }
}

/// What the parts beside the text say.
struct DOCXContext {
    var styles: DOCXStyles
    var numbering: DOCXNumbering
    var links: [String: String]
}
