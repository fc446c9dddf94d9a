/// What the program that saved a page wrote into it: the address that it was saved from.
///
/// Browsers write "saved from url=(0042)https://…", SingleFile "url: https://…", HTTrack "Mirrored from host/path by
/// HTTrack", monolith "Saved from https://… at …", WebScrapBook and Save Page WE an attribute or a `<meta>`.
enum SavedPage {
    /// So many bytes are searched: such notes stand at the top.
    private static let window = 8_192

    /// The address; nil where none is written, or none of http.
    static func address(in page: [UInt8]) -> String? {
        let head = page.prefix(window)
        guard notes.stand(in: head.span) else { return nil }
        let text = String(decoding: head, as: UTF8.self)
        for comment in comments(of: text) {
            if let url = address(inComment: comment) { return url }
        }
        for mark in ["data-scrapbook-source=\"", "name=\"savepage-url\" content=\""] {
            if let place = text.firstRange(of: mark),
                let url = http(text[place.upperBound...].prefix { $0 != "\"" })
            {
                return url
            }
        }
        return nil
    }

    /// Each of the notes holds one of these.
    private static let notes = Needles([
        "saved from ", "mirrored from ", "saved with singlefile", "data-scrapbook-source",
        "savepage-url",
    ])

    private static func comments(of text: String) -> [Substring] {
        guard text.holds("<!--") else { return [] }
        return text.parts(between: "<!--").prefix(12).dropFirst(text.hasPrefix("<!--") ? 0 : 1).map
        {
            part in part.firstRange(of: "-->").map { part[..<$0.lowerBound] } ?? part[...]
        }
    }

    private static func address(inComment comment: Substring) -> String? {
        let lower = comment.lowercased()
        if let place = comment.firstRange(of: "saved from url=") {
            let rest = comment[place.upperBound...].drop { $0 != ")" }.dropFirst()
            return http(rest.prefix { !$0.isWhitespace })
        }
        if let place = comment.firstRange(of: "Mirrored from ") {
            let rest = comment[place.upperBound...].prefix { !$0.isWhitespace }
            return http(rest.contains("://") ? rest : "https://" + rest)
        }
        guard lower.holds("saved with singlefile") || lower.holds("saved from ") else { return nil }
        for mark in ["url: ", "aved from "] {
            guard let place = comment.firstRange(of: mark) else { continue }
            let rest = comment[place.upperBound...].prefix { !$0.isWhitespace }
            if let url = http(rest) { return url }
        }
        return nil
    }

    private static func http(_ text: Substring) -> String? {
        let url = String(text)
        guard url.utf8.count < 4_096, PageAddress(url) != nil else { return nil }
        return url
    }
}
