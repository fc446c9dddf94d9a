/// The lists of a Word document: whether their levels are counted.
struct DOCXNumbering {
    private var abstractOf: [String: String] = [:]
    private var formats: [String: [Int: String]] = [:]

    static func read(
        _ files: any PackedFiles, _ folder: String
    ) throws(DocumentsError) -> DOCXNumbering {
        var result = DOCXNumbering()
        guard let part = try files.xml("\(folder)/numbering.xml", DOCXReader.spaces),
            let root = part.root
        else { return result }
        for node in part.elements(root) {
            switch part.key(node) {
            case "w:num":
                guard let id = part.attribute(node, "w:numId"),
                    let abstract = part.child(node, "w:abstractNumId")
                else { continue }
                result.abstractOf[id] = part.attribute(abstract, "w:val")
            case "w:abstractNum":
                guard let id = part.attribute(node, "w:abstractNumId") else { continue }
                for level in part.elements(node) where part.key(level) == "w:lvl" {
                    guard let number = part.attribute(level, "w:ilvl").flatMap({ Int($0) }),
                        let format = part.child(level, "w:numFmt")
                    else { continue }
                    result.formats[id, default: [:]][number] = part.attribute(format, "w:val")
                }
            default: continue
            }
        }
        return result
    }

    /// Whether the items of a list's level are counted; nil where it shows no mark at all.
    func isOrdered(_ id: String, level: Int) -> Bool? {
        guard id != "0" else { return nil }
        guard let abstract = abstractOf[id], let format = formats[abstract]?[level] else {
            return false
        }
        return format == "none" ? nil : format != "bullet"
    }
}
