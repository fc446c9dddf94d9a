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

    func begin(_ line: String) -> Bool {
        let folded = TextFolding.fold(line)
        return phrases.contains { folded.hasPrefix($0) }
    }

    /// Who pays for the feed: of the post itself, never of what it tells of.
    static let sponsor = EntryPhrases(
        """
        sponsor:|sponsors:|sponsored by|this post is sponsored|this post was sponsored|this article is sponsored|this entry is sponsored
        this episode is sponsored|this issue is sponsored|this week's sponsor|this week's issue is sponsored|thanks to our sponsor|our sponsor this week
        this post is brought to you|this episode is brought to you|this issue is brought to you|this newsletter is brought to you|brought to you by
        gesponsert von|dieser beitrag wird gesponsert|dieser beitrag wurde gesponsert|dieser artikel wird gesponsert|diese folge wird gesponsert|diese ausgabe wird gesponsert
        sponsorisé par|cet article est sponsorisé|ce billet est sponsorisé|patrocinado por|esta entrada está patrocinada|este artículo está patrocinado
        este post é patrocinado|este artigo é patrocinado|sponsorizzato da|questo articolo è sponsorizzato|questo post è sponsorizzato
        gesponsord door|dit artikel wordt gesponsord|sponsras av|inlägget är sponsrat|sponsoreret af|sponset av|innlegget er sponset|sponsorowane przez
        ten wpis jest sponsorowany|sponzorem je|спонсор:|спонсор поста|спонсор выпуска|提供:|スポンサー:|この記事は提供|本文赞助|赞助商:|赞助:
        """)

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
