/// Reads the runs of a paragraph: text as it is shown, fields' results and not their codes, nothing that was deleted.
struct DOCXRunReader {
    private let part: XMLPart
    private let links: [String: String]
    private var writer = RunWriter()
    private(set) var references: [DOCXBodyWriter.NoteReference]
    /// Contents of text boxes, which stand beside the paragraph.
    private(set) var boxes: [Int] = []
    /// Whether all of it is the list of contents that a field makes.
    private(set) var isContents = false

    /// A field whose end has not come.
    private struct Field {
        var code = ""
        var isResult = false
    }

    private var fields: [Field] = []
    private static let mostFields = 32
    private static let mostReferences = 10_000

    init(part: XMLPart, links: [String: String], known: [DOCXBodyWriter.NoteReference]) {
        self.part = part
        self.links = links
        references = known
    }

    mutating func finish() -> String { writer.finish() }

    mutating func read(_ parent: Int, link: String? = nil, depth: Int = 0) {
        guard depth < 60 else { return }
        for node in part.elements(parent) {
            switch part.key(node) {
            case "w:r": run(node, link)
            case "w:hyperlink":
                let target = part.attribute(node, "r:id").flatMap { links[$0] }
                read(node, link: target.flatMap(Self.address) ?? link, depth: depth + 1)
            case "w:fldSimple":
                if isTableOfContents(part.attribute(node, "w:instr") ?? "") {
                    isContents = true
                } else {
                    read(node, link: link, depth: depth + 1)
                }
            case "w:ins", "w:moveTo", "w:smartTag", "w:customXml", "w:sdtContent", "w:dir", "w:bdo":
                read(node, link: link, depth: depth + 1)
            case "w:sdt" where part.isPlaceholder(node): continue
            case "w:sdt":
                if let content = part.child(node, "w:sdtContent") {
                    read(content, link: link, depth: depth + 1)
                }
            case "mc:AlternateContent":
                if let choice = part.alternative(node) {
                    read(choice, link: link, depth: depth + 1)
                }
            case "m:oMath", "m:oMathPara":
                let text = part.all("m:t", below: node).map(part.allText).joined()
                writer.add(text, RunStyle(link: link))
            default: continue
            }
        }
    }

    private static func address(_ target: String) -> String? {
        let lower = target.lowercased()
        return ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) ? target : nil
    }

    private func isTableOfContents(_ code: String) -> Bool {
        let word = code.split(whereSeparator: \.isWhitespace).first?.uppercased()
        return word == "TOC" || word == "INDEX" || word == "TOA"
    }

    private mutating func run(_ node: Int, _ link: String?) {
        var style = RunStyle(link: link ?? fieldLink)
        if let properties = part.child(node, "w:rPr") {
            if isOn(properties, "w:vanish") || isOn(properties, "w:webHidden") { return }
            style.isBold = isOn(properties, "w:b")
            style.isItalic = isOn(properties, "w:i")
            style.isStruck = isOn(properties, "w:strike") || isOn(properties, "w:dstrike")
            let position = part.child(properties, "w:vertAlign")
                .flatMap { part.attribute($0, "w:val") }
            style.isRaised = position == "superscript"
            style.isLowered = position == "subscript"
        }
        content(of: node, style)
    }

    private func isOn(_ properties: Int, _ key: String) -> Bool {
        guard let node = part.child(properties, key) else { return false }
        return !["0", "false", "off", "none"].contains(part.attribute(node, "w:val") ?? "1")
    }

    private mutating func content(of node: Int, _ style: RunStyle) {
        for piece in part.elements(node) {
            let key = part.key(piece)
            if key == "w:fldChar" {
                field(part.attribute(piece, "w:fldCharType") ?? "")
                continue
            }
            if key == "w:instrText" {
                if !fields.isEmpty { fields[fields.count - 1].code += part.allText(piece) }
                continue
            }
            // Between the code of a field and its end stands its result.
            guard fields.allSatisfy(\.isResult) else { continue }
            switch key {
            case "w:t": writer.add(part.allText(piece), style)
            case "w:tab", "w:ptab": writer.add(" ", style)
            case "w:br", "w:cr":
                let kind = part.attribute(piece, "w:type")
                if kind == nil || kind == "textWrapping" {
                    writer.add(markup: "<br>", style)
                } else {
                    writer.add(" ", style)
                }
            case "w:noBreakHyphen": writer.add("-", style)
            case "w:sym": symbol(piece, style)
            case "w:footnoteReference": reference(piece, .foot)
            case "w:endnoteReference": reference(piece, .end)
            case "w:drawing", "w:pict", "w:object":
                boxes += part.all("w:txbxContent", below: piece)
            case "w:ruby":
                for base in part.all("w:rubyBase", below: piece) { read(base, link: style.link) }
            case "mc:AlternateContent":
                if let choice = part.alternative(piece) { content(of: choice, style) }
            default: continue
            }
        }
    }

    /// A sign of a symbol font: those of the Latin range mean something else there than their number says.
    private mutating func symbol(_ node: Int, _ style: RunStyle) {
        guard let code = part.attribute(node, "w:char").flatMap({ UInt32($0, radix: 16) }),
            let scalar = Unicode.Scalar(code), !(0xE000...0xF8FF).contains(code), code > 0xFF
        else { return }
        writer.add(String(Character(scalar)), style)
    }

    private mutating func reference(_ node: Int, _ kind: DOCXBodyWriter.NoteReference.Kind) {
        guard let id = part.attribute(node, "w:id"), references.count < Self.mostReferences else {
            return
        }
        let label = "\(references.count + 1)"
        references.append(.init(kind: kind, id: id, label: label))
        writer.add(markup: Markup.reference(to: label), RunStyle())
    }

    private mutating func field(_ step: String) {
        switch step {
        case "begin": if fields.count < Self.mostFields { fields.append(Field()) }
        case "separate":
            guard let last = fields.last else { return }
            if isTableOfContents(last.code) { isContents = true }
            fields[fields.count - 1].isResult = true
        default: _ = fields.popLast()
        }
    }

    /// Where a field around what is read leads to.
    private var fieldLink: String? {
        for field in fields.reversed() where field.isResult {
            let words = field.code.split(whereSeparator: \.isWhitespace)
            guard words.first?.uppercased() == "HYPERLINK", words.count > 1 else { continue }
            return Self.address(words[1].filter { $0 != "\"" })
        }
        return nil
    }
}
