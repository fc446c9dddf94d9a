/// Tells a letter from a page of the web that somebody sent as a mail: of a letter nearly all is the article, of a page
/// that has to be found.
enum LetterSigns {
    /// So much of a page is looked at.
    private static let window = 1 << 20

    static func isPage(_ page: [UInt8], header: MailHeader) -> Bool {
        let page = page.prefix(window)
        let isSent = senders.contains { header.has($0) }
        // Some letters have one of these for those who have them read aloud.
        if own.count(where: { $0.stands(in: page) }) >= (isSent ? 2 : 1) { return true }
        guard !isSent else { return false }
        // Mail programs run no scripts, so no letter has them.
        if stand(scripts, in: page) { return true }
        guard !stand(letters, in: page) else { return false }
        return stand(web, in: page)
    }

    private static func stand(_ signs: [Needle], in page: ArraySlice<UInt8>) -> Bool {
        signs.contains { $0.stands(in: page) }
    }

    /// What no letter is made of.
    private static let own = [
        "<nav", "<article", "<main", "rel=\"canonical\"", "property=\"og:", "rel=canonical",
    ].map(Needle.init)

    /// Fields of those who send to many.
    private static let senders = [
        "list-unsubscribe", "list-id", "list-post", "mailing-list", "feedback-id", "x-campaign",
        "x-mailgun-sid", "x-sg-eid", "x-mc-user", "x-mailer",
    ]

    /// What programs for mail write, and letters say.
    private static let letters = [
        "unsubscribe", "role=\"presentation\"", "msonormal", "gmail_", "moz-cite", "applemail",
        "apple-mail", "protonmail", "yahoo_quoted", "urn:schemas-microsoft-com:office",
        "view in your browser", "view in browser",
    ].map(Needle.init)

    private static let scripts = ["<script", "rel=\"stylesheet\"", "rel=stylesheet"].map(
        Needle.init)

    private static let web = [
        "<link ", "<title", "<meta name", "<form", "<frame", "<h1",
    ].map(Needle.init)
}
