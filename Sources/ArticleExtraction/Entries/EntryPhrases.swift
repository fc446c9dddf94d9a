/// What stands behind the entries of feeds and behind no article of a page. Asked only of short lines with a link, at the
/// end.
struct EntryPhrases {
    private let phrases: [String]

    private init(_ text: String) {
        phrases = text.split(whereSeparator: { $0 == "|" || $0.isNewline })
            .map { TextFolding.fold(String($0)) }
    }

    /// Whether one stands anywhere in a line.
    func stand(in line: String) -> Bool {
        let folded = TextFolding.fold(line)
        return phrases.contains { folded.contains($0) }
    }

    /// Where the text stood first.
    static let origin = EntryPhrases(
        """
        originally published|first published|originally appeared|first appeared|originally posted|was published on|cross-posted from
        zuerst veröffentlicht|ursprünglich veröffentlicht|zuerst erschienen|erschien zuerst|erschien zunächst
        initialement publié|d'abord publié|publié initialement|est apparu en premier|publicado originalmente|publicó originalmente|publicado por primera vez
        pubblicato originariamente|originariamente pubblicato|pubblicato per la prima volta|oorspronkelijk gepubliceerd|verscheen eerst
        publicerades först|publicerades ursprungligen|oprindeligt udgivet|først udgivet|først publisert|opprinnelig publisert|julkaistiin alun perin
        po raz pierwszy opublikowan|pierwotnie opublikowan|původně vyšel|впервые опубликован|первоначально опубликован|вперше опублікован
        ilk olarak|ilk kez yayınlan|δημοσιεύτηκε πρώτα|نشر لأول مرة|最初发表于|首发于|原載於|最初に掲載|처음 게재
        """)

    /// How to answer, below the entries of blogs.
    static let reply = EntryPhrases(
        """
        via rss|by rss|reply via|reply by|per e-mail antworten|antworten per|répondre par|responder por|rispondi via|メールで返信
        """)
}
