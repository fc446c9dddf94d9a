import Spooling
import Workers

extension SpoolReason {
    /// A reader refused the document: the same bytes will fail again.
    static func notReadable(_ why: String) -> SpoolReason {
        SpoolReason(
            code: "not-readable", what: "The file was not filed.", why: why,
            next: "Look at the file; mend it and drop it again, or discard it.")
    }

    /// A reader refused the document: what its code says decides what helps.
    static func refused(_ error: ReadingError) -> SpoolReason {
        var reason = notReadable(error.description)
        guard let next = remedies[error.code] else { return reason }
        reason.code = error.code
        reason.why = error.description + "."
        reason.next = next
        return reason
    }

    /// A PDF without text, of which the operator's program makes none either.
    static func notRecognised(_ why: String) -> SpoolReason {
        SpoolReason(
            code: "no-text", what: "The file was not filed.",
            why: "The PDF holds pictures of text only. \(why).",
            next:
                "See to the program (try it by hand as briefd's user), then: briefctl retry; or discard it."
        )
    }

    private static let remedies = [
        "encrypted": "Save it without its password and drop that; or discard it.",
        "damaged": "Copy or download it again, and drop that; discard this one.",
        "no-text":
            "Name a program that recognises text in [extraction] ocr, reload, then: briefctl retry; or drop what"
            + " such a program makes of it, or discard it.",
        "unpacks-too-large":
            "Take out what you need and drop that; or raise [spool] max_file, then: briefctl retry.",
        "nothing-readable":
            "Look into it; take out what is a document and drop that, or discard it.",
        "not-supported":
            "Install what is missing, then: briefctl retry; or save it as HTML or text and drop that.",
        "not-of-format":
            "Look at the file; save it in another format and drop that, or discard it.",
        ReadingError.several: "Drop the documents in it one by one.",
    ]

    /// Documents were found in it, and none could be filed.
    static func nothingReadable(_ count: Int) -> SpoolReason {
        SpoolReason(
            code: "nothing-readable", what: "Nothing of the file was filed.",
            why: "None of its \(count) documents could be read.",
            next: "See briefctl errors for each; or discard it.")
    }

    /// Subscriptions are an operator's to make.
    static let feedList = SpoolReason(
        code: "feed-list", what: "The file was not filed.",
        why: "It is a list of feeds (OPML), and no document.",
        next: "Subscribe to them: briefctl feed import FILE; then discard it.")

    /// Documents of a file that two workers died of; the others are filed.
    static func partsKilledWorkers(_ parts: [String]) -> SpoolReason {
        killedWorkers(parts, one: "document of the file", many: "documents of the file")
    }

    static func notGzip(_ why: String) -> SpoolReason {
        SpoolReason(
            code: "not-gzip", what: "The file was not filed.", why: "\(why).",
            next: "Compress it again or drop it as it is; discard this one.")
    }

    /// Entries of a dropped feed that two workers died of; the others are filed.
    static func entriesKilledWorkers(_ entries: [String]) -> SpoolReason {
        killedWorkers(entries, one: "entry of the feed", many: "entries of the feed")
    }

    private static func killedWorkers(
        _ names: [String], one: String, many: String
    ) -> SpoolReason {
        let more = names.count > named ? " and \(names.count - named) more" : ""
        return SpoolReason(
            code: killedWorkers.code,
            what: names.count == 1
                ? "One \(one) was not filed; the others are."
                : "\(names.count) \(many) were not filed; the others are.",
            why: "The process that read it died of it, twice: "
                + names.prefix(named).joined(separator: ", ") + more + ".",
            next: killedWorkers.next)
    }

    static func noWords(_ warnings: [String]) -> SpoolReason {
        SpoolReason(
            code: "no-words", what: "The file was not filed.",
            why: (["No words of an article were found in it."] + warnings).joined(separator: " "),
            next: "Look at it with: briefctl extract FILE; save the article itself and drop that.")
    }

    static let wall = SpoolReason(
        code: "wall", what: "The file was not filed.",
        why: "The page holds no article: it asks for something first, or says that there is none.",
        next: "Open the address in a browser and save the article itself; or discard it.")

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

    /// So many addresses are named one by one; all are in the record.
    private static let named = 20

    /// Addresses of a list that will not work; the file holds just these by now.
    static func addressesRefused(_ refused: [SpoolProgress.Refused]) -> SpoolReason {
        SpoolReason(
            code: "address-refused",
            what: refused.count == 1
                ? "One address of the file was not filed; the file holds just that."
                : "\(refused.count) addresses of the file were not filed; the file holds just these.",
            why: named(refused),
            next:
                "Correct or remove the addresses, or allow their hosts in [http] allow_hosts; then briefctl"
                + " retry ID, or briefctl discard ID.")
    }

    /// Addresses of a list that did not work now; the others are done with.
    static func addressesWaiting(_ waiting: [SpoolProgress.Refused], _ refused: Int) -> SpoolReason
    {
        let others =
            refused == 0
            ? "" : " \(refused) others will not work, and are told of when these are done."
        return SpoolReason(
            code: DeferReason.notFetched.rawValue,
            what: waiting.count == 1
                ? "One address of the file could not be filed yet."
                : "\(waiting.count) addresses of the file could not be filed yet.",
            why: named(waiting) + others,
            next: "Nothing: they are tried again by themselves, later and later.")
    }

    private static func named(_ addresses: [SpoolProgress.Refused]) -> String {
        let first = addresses.prefix(named).map { "\($0.address): \($0.why)" }
        let more = addresses.count - first.count
        return first.joined(separator: " ") + (more > 0 ? " And \(more) more." : "")
    }

    /// A fault that passes.
    static func passing(_ reason: DeferReason, _ why: String) -> SpoolReason {
        SpoolReason(
            code: reason.rawValue, what: "The file could not be filed yet.", why: why,
            next: "Nothing: it is tried again by itself, later and later.")
    }
}
