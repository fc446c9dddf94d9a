/// The words by which lines name their authors; folded.
extension Byline {
    /// Words before a name, folded.
    static let openers: Set<String> = Set<String>(
        [
            "by", "von", "par", "por", "di", "door", "af", "av", "от", "przez", "автор", "автори",
            "autor", "auteur", "autore", "author", "authors", "autorin", "forfatter", "forfattare",
            "text", "texte", "texto", "testo", "tekst", "текст", "yazan", "yazar", "haber",
            "kirjoittaja",
            "teksti", "de", "da", "words", "byline", "συντακτης", "الكاتب", "بقلم", "كتب", "كتبت",
            "كتبها", "כתב",
            "מאת",
            "oleh", "penulis", "napsal", "zpracoval", "szerzo", "作者", "记者", "記者", "撰文", "文",
            "โดย", "लेखक", "लेखिका", "লেখক", "نويسنده", "نویسنده", "تحرير", "تحریر", "كاتب", "글", "執筆",
            "著者",
            "筆者", "取材", "autors", "autorius", "avtor", "pise", "пише", "аутор", "аўтар", "nga",
            "muellif",
            "հեղինակ", "ავტორი", "hofundur", "egilea", "mwandishi", "irta", "autorka", "avtorica",
            "του",
            "της", "των", "gan", "எழுதியவர்", "నివేదిక", "author(s)", "reporter",
            "teksts", "napisal", "napisala", "opracowal", "opracowala", "napisao", "авторы",
            "подготовил",
            "подготовила", "подготовили", "подготвил", "γραφει", "γραφουν", "muhabir", "إعداد",
            "نوشته", "گزارش",
            "द्वारा", "रिपोर्ट", "लेख", "লিখেছেন", "প্রতিবেদন", "เรื่อง", "ผู้เขียน", "ライター", "toimittaja",
            "redactor", "redactora", "per", "parenge", "parase", "interview", "journalist",
            "journaliste",
            "periodista", "giornalista", "jornalista", "bai", "dal", "dalla", "apo", "απο", "特約記者",
            "本报记者", "本報記者",
        ].map(TextFolding.fold))
    static let ambiguousOpeners: Set<String> = Set<String>(
        [
            "de", "da", "di", "por", "par", "af", "av", "от", "text", "texto", "haber", "文",
            "words",
            "του", "της", "των", "nga", "gan", "글", "取材", "reporter", "per", "interview",
            "journalist",
            "journaliste", "periodista", "giornalista", "jornalista", "bai", "dal", "dalla",
            "redactor", "redactora", "toimittaja", "گزارش", "लेख", "เรื่อง", "রিপোর্ট", "απο", "apo",
            "teksti", "tekst", "teksts", "texte", "testo",
        ].map(TextFolding.fold))

    /// Longer openers, folded, the longest first.
    static let labels: [(String, Strength)] = [
        ("article written by", .signature), ("this article was written by", .signature),
        ("this post was written by", .signature), ("this story was written by", .signature),
        ("this piece was written by", .signature), ("this guide was written by", .signature),
        ("this review was written by", .signature), ("this column was written by", .signature),
        ("article by", .signature), ("written by", .signature), ("reported by", .signature),
        ("story by", .signature), ("reporting by", .signature), ("words by", .signature),
        ("text by", .signature), ("opinion by", .signature), ("analysis by", .signature),
        ("ein artikel von", .signature), ("ein beitrag von", .signature),
        ("geschrieben von", .signature), ("veroffentlicht von", .label),
        ("ecrit par", .signature), ("publie par", .label), ("propos recueillis par", .signature),
        ("redige par", .signature), ("escrito por", .signature), ("publicado por", .label),
        ("scritto da", .signature), ("a cura di", .signature), ("pubblicato da", .label),
        ("geschreven door", .signature), ("skrevet af", .signature), ("skrevet av", .signature),
        ("skriven av", .signature), ("publicerad av", .label), ("napisany przez", .signature),
        ("opublikowano przez", .label), ("autor:", .signature), ("author:", .signature),
        ("contributed by", .signature), ("submitted by", .label), ("posted by", .label),
        ("published by", .label), ("added by", .label), ("uploaded by", .label),
        ("writer:", .label), ("creator:", .label), ("作者:", .signature), ("文/", .signature),
        ("tac gia", .signature), ("view all posts by", .label), ("all posts by", .label),
        ("posts by", .label), ("show all articles of", .label), ("all articles by", .label),
        ("more by", .label), ("取材・文", .signature), ("autor/a", .signature),
        ("verfasst von", .signature), ("recherchiert von", .signature),
        ("verfasst durch", .signature),
        ("scris de", .signature), ("articol de", .signature), ("redactat de", .signature),
        ("guest post by", .signature), ("reviewed and written by", .signature),
        ("autor clanku", .signature), ("autor tekstu", .signature), ("autor textu", .signature),
        ("autor del articulo", .signature), ("nguoi viet", .signature), ("bai viet", .signature),
        ("bai va anh", .signature), ("bai:", .signature), ("γραφει ο", .signature),
        ("γραφει η", .signature), ("απο τον", .signature), ("απο την", .signature),
        ("文・", .signature), ("文責", .signature), ("redaccion:", .signature),
        ("记者:", .signature), ("撰文:", .signature), ("文:", .signature), ("編集:", .label),
    ]

    /// What a text may be called before the word that stands before its author.
    static let kinds: Set<String> = Set<String>(
        """
        artikel beitrag gastbeitrag kolumne kommentar gastkommentar analyse essay interview reportage bericht glosse
        leitartikel rezension kritik portrat meinungsbeitrag text texte
        article story review post column commentary report feature analysis opinion profile dispatch obituary words
        chronique tribune billet enquete entretien recit critique edito
        articulo texto columna cronica reportaje entrevista analisis critica
        articolo testo testi intervista servizio recensione commento cronaca
        reportagem artigo coluna analise tekst verhaal recensie kronikk kronika kronik ledare anmeldelse recension
        articol opinie tekstas
        """.split(whereSeparator: \.isWhitespace).map(String.init))
    static let prepositions: Set<String> = [
        "von", "by", "de", "par", "por", "di", "da", "do", "door", "van", "av", "af",
    ]
    static let articles: Set<String> = [
        "a", "an", "ein", "eine", "un", "une", "una", "um", "uma", "een",
    ]
    static let adjectives: Set<String> = ["guest", "special", "exclusive", "original", "full"]
    /// "By our correspondent".
    static let possessives: Set<String> = [
        "unserer", "unserem", "unser", "unsere", "our", "notre", "nos", "nuestro", "nuestra",
        "nostro", "nostra", "nosso", "nossa", "onze", "var", "vores",
    ]
}
