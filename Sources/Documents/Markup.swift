/// HTML as the readers of office files, books and PDF write it: plain elements, text escaped.
struct Markup {
    private(set) var html = ""

    var isEmpty: Bool { html.isEmpty }
    var bytes: [UInt8] { Array(html.utf8) }

    /// A whole document around what was written.
    static func document(body: String, language: String? = nil) -> [UInt8] {
        let attribute = language.map { " lang=\"\(escaped($0))\"" } ?? ""
        return Array("<!DOCTYPE html><html\(attribute)><body>\(body)</body></html>".utf8)
    }

    /// Markup that is whole already.
    mutating func add(_ markup: String) { html += markup }

    mutating func add(text: some StringProtocol) { html += Markup.escaped(text) }

    /// An element around markup that is whole already; nothing where that is blank.
    mutating func add(_ element: String, _ attributes: String = "", markup: String) {
        guard !markup.allSatisfy(\.isWhitespace) else { return }
        html += attributes.isEmpty ? "<\(element)>" : "<\(element) \(attributes)>"
        html += markup
        html += "</\(element)>\n"
    }

    /// The sign of a note in running text.
    static func reference(to label: String) -> String {
        let text = escaped(label)
        return "<sup><a href=\"#note-\(text)\">\(text)</a></sup>"
    }

    /// A note that a `reference` with the same label points to.
    mutating func add(note label: String, markup: String) {
        add("div", "id=\"note-\(Markup.escaped(label))\"", markup: markup)
    }

    /// Text that is safe between tags and in quoted attributes. Characters that no page may hold are left out.
    static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
            default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }
}
