import BriefModel

/// A page that a browser saved as one file (MHTML, RFC 2557): the main document, with the address that it came from.
enum MHTMLReader {
    /// - Throws: `nothingReadable` where no part of it is a page.
    static func read(_ bytes: [UInt8]) throws(DocumentsError) -> PackedDocument {
        let start = MailHeader.start(in: bytes)
        let root = try MIMEPart(bytes[start...])
        let snapshot = root.header.text("snapshot-content-location")
        guard let main = main(of: root, at: snapshot) else {
            throw DocumentsError(.nothingReadable, "the saved page has no part that is a page")
        }
        let address =
            [
                snapshot, main.header.text("content-location"), main.header.text("content-base"),
                root.header.text("content-location"),
            ]
            .compactMap { $0 }.lazy.compactMap(LinkTarget.http).first
        let isText = main.type.name == "text/plain"
        let content = main.content
        guard !content.isEmpty else {
            throw DocumentsError(.damaged, "the saved page ends before its text; save it again")
        }
        var known = KnownFacts(title: root.header.text("subject"))
        known.isCut = main.isCut
        return PackedDocument(
            type: isText ? .text : .html, bytes: content, charset: main.type.parameters["charset"],
            url: address, known: known)
    }

    /// The part that `start` names, or that bears the page's address, else the first page.
    private static func main(of root: MIMEPart, at snapshot: String?) -> MIMEPart? {
        guard root.type.isMultipart else { return isPage(root) ? root : nil }
        var pages: [MIMEPart] = []
        for part in root.parts {
            if part.type.isMultipart {
                if let inner = main(of: part, at: snapshot) { pages.append(inner) }
            } else if isPage(part) {
                pages.append(part)
            }
        }
        let start = root.type.parameters["start"]?.filter { !"<>".contains($0) }
        if let start, let found = pages.first(where: { $0.contentID == start }) { return found }
        if let snapshot,
            let found = pages.first(where: { $0.header.text("content-location") == snapshot })
        {
            return found
        }
        return pages.first { $0.type.name != "text/plain" } ?? pages.first
    }

    private static func isPage(_ part: MIMEPart) -> Bool {
        ["text/html", "application/xhtml+xml", "text/plain"].contains(part.type.name)
    }
}
