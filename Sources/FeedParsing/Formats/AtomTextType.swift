/// How an Atom element writes its value (RFC 4287 §3.1.1 and §4.1.3.1; Atom 0.3 §3.1).
enum AtomTextType {
    case text, html, xhtml, base64

    init(_ element: Int, _ tape: FeedTape) {
        let type = tape.attribute(element, .type)?.lowercased() ?? ""
        let mode = tape.attribute(element, .mode)?.lowercased()
        let hasElements = tape.hasElements(element)
        if mode == "base64" {
            self = .base64
        } else if hasElements {
            // Whatever is declared, elements are markup.
            self = type == "html" || mode == "escaped" ? .html : .xhtml
        } else if mode == "escaped" {
            self = type.contains("html") || type.isEmpty ? .html : .text
        } else {
            self = Self.withoutElements(type)
        }
    }

    private static func withoutElements(_ type: String) -> AtomTextType {
        switch type {
        case "", "text", "text/plain": .text
        case "html", "text/html": .html
        case "xhtml", "application/xhtml+xml": .xhtml
        case _ where type.hasPrefix("text/"): .text
        case _ where type.hasSuffix("+xml") || type.hasSuffix("/xml"): .text
        case _ where type.contains("/"): .base64
        default: .html
        }
    }
}
