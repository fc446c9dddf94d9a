import Spooling

extension SpoolReason {
    /// A reader refused the document: the same bytes will fail again.
    static func notReadable(_ why: String) -> SpoolReason {
        SpoolReason(
            code: "not-readable", what: "The file was not filed.", why: why,
            next: "Look at the file; mend it and drop it again, or discard it.")
    }

    static func noWords(_ warnings: [String]) -> SpoolReason {
        SpoolReason(
            code: "no-words", what: "The file was not filed.",
            why: (["No words of an article were found in it."] + warnings).joined(separator: " "),
            next: "Look at it with: briefctl extract FILE; save the article itself and drop that.")
    }

    static func emptyFeed(_ entries: Int) -> SpoolReason {
        SpoolReason(
            code: "empty-feed", what: "Nothing of the feed was filed.",
            why: entries == 0
                ? "It has no entries."
                : "None of its \(entries) entries carries a title, a link or words.",
            next: "Subscribe to it instead: briefctl feed add URL; or discard it.")
    }

    static let noAddress = SpoolReason(
        code: "no-address", what: "The file was not filed.",
        why: "It holds no http or https address.",
        next: "Write one address a line, or URL=… as browsers do, and drop it again.")

    static func addressRefused(_ why: String) -> SpoolReason {
        SpoolReason(
            code: "address-refused", what: "The page that the file names was not fetched.",
            why: why,
            next: "Correct the address, or allow it in [http] allow_hosts; then briefctl retry ID.")
    }

    /// A fault that passes.
    static func passing(_ code: String, _ why: String) -> SpoolReason {
        SpoolReason(
            code: code, what: "The file could not be filed yet.", why: why,
            next: "Nothing: it is tried again by itself, later and later.")
    }
}
