/// The paragraph styles of a Word document: what their names and their ancestors make of a paragraph.
struct DOCXStyles {
    enum Role: Equatable {
        case title, subtitle, quote, code, contents
        case heading(level: Int)
    }

    struct Style {
        var name = ""
        var base: String?
        var outline: Int?
        var numbering: String?
        var level: Int?
        var isCharacterCode = false
    }

    private var styles: [String: Style] = [:]
    private static let deepest = 20

    static func read(_ files: any PackedFiles, _ folder: String) throws(DocumentsError)
        -> DOCXStyles
    {
        var result = DOCXStyles()
        guard let part = try files.xml("\(folder)/styles.xml", DOCXReader.spaces),
            let root = part.root
        else { return result }
        for node in part.elements(root) where part.key(node) == "w:style" {
            guard let id = part.attribute(node, "w:styleId") else { continue }
            var style = Style()
            if let name = part.child(node, "w:name") {
                style.name = part.attribute(name, "w:val")?.lowercased() ?? ""
            }
            if let base = part.child(node, "w:basedOn") {
                style.base = part.attribute(base, "w:val")
            }
            if let level = part.descend(node, "w:pPr", "w:outlineLvl") {
                style.outline = part.attribute(level, "w:val").flatMap { Int($0) }
            }
            if let number = part.descend(node, "w:pPr", "w:numPr", "w:numId") {
                style.numbering = part.attribute(number, "w:val")
            }
            if let level = part.descend(node, "w:pPr", "w:numPr", "w:ilvl") {
                style.level = part.attribute(level, "w:val").flatMap { Int($0) }
            }
            result.styles[id] = style
        }
        return result
    }

    /// A style and those that it is based on, itself first.
    private func chain(_ id: String?) -> [Style] {
        var result: [Style] = []
        var next = id
        while let id = next, let style = styles[id], result.count < Self.deepest {
            result.append(style)
            next = style.base
        }
        return result
    }

    func role(_ id: String?) -> Role? {
        guard let id else { return nil }
        let chain = chain(id)
        // A style that the document does not hold may still have a name of the program's own.
        let names = chain.isEmpty ? [id.lowercased()] : chain.map(\.name)
        for (index, name) in names.enumerated() {
            if let role = Self.role(named: name) { return role }
            if chain.indices.contains(index), let outline = chain[index].outline, outline < 9 {
                return .heading(level: outline + 1)
            }
        }
        return nil
    }

    static func role(named name: String) -> Role? {
        let plain = name.filter { $0 != " " }
        switch plain {
        case "title": return .title
        case "subtitle": return .subtitle
        case "quote", "intensequote", "blocktext", "quotations": return .quote
        case "htmlpreformatted", "code", "sourcecode", "preformattedtext", "plaintext": return .code
        default: break
        }
        if plain.hasPrefix("toc"), plain.count <= 5 { return .contents }
        if plain == "tocheading" { return .contents }
        if plain.hasPrefix("heading"), let level = Int(plain.dropFirst(7)), level >= 1 {
            return .heading(level: level)
        }
        return nil
    }

    /// The list that paragraphs of a style stand in.
    func numbering(_ id: String?) -> (id: String, level: Int)? {
        let chain = chain(id)
        guard let number = chain.lazy.compactMap(\.numbering).first else { return nil }
        return (number, chain.lazy.compactMap(\.level).first ?? 0)
    }
}
