import BriefModel

/// Tells HTML, Markdown and plain text apart: by the name's suffix, else by the first bytes.
struct DocumentSniffer {
    static func type(of utf8: [UInt8], name: String?) -> DocumentType {
        if let named = type(ofName: name) { return named }
        return looksLikeHTML(utf8) ? .html : .text
    }

    /// What a page or a text is called, also under a compression: the table of formats knows.
    private static func type(ofName name: String?) -> DocumentType? {
        guard let name, case .plain(let type) = DocumentFormat(name: name)?.kind else { return nil }
        return type
    }

    /// An element that only a page or a fragment of one has, at the start or soon after it.
    private static func looksLikeHTML(_ utf8: [UInt8]) -> Bool {
        let head = utf8.prefix(4_096)
        guard let first = head.first(where: { $0 > 0x20 }) else { return false }
        let lowered = String(decoding: head, as: UTF8.self).lowercased()
        let openers = first == 0x3C ? ["<"] : []
        let signs = [
            "<!doctype html", "<html", "<head", "<body", "<title", "<meta ", "<article", "<div",
            "<p>",
            "<p ", "<table", "</a>", "</p>", "<br>", "<br/>", "<br />", "<h1", "<ul",
        ]
        let found = signs.count { lowered.contains($0) }
        return openers.isEmpty ? found >= 2 : found >= 1
    }
}
