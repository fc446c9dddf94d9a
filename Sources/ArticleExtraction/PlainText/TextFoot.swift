/// Cuts off the end of a text what programs and offices put below it: "Sent from my iPhone", how to leave a list, a notice
/// of confidence, a signature with its numbers, the address of the page that was printed.
///
/// All of it stands at the end and has a form; the same words in the midst of a text are its own.
enum TextFoot {
    typealias Line = LineSplitter.RawLine

    /// Paragraphs at the end that are looked at.
    private static let most = 8
    /// Words of a notice of confidence, of a list's footer and of a signature.
    private static let longest = (notice: 220, footer: 60, signature: 40)
    private static let shortLine = 8

    static func cut(_ lines: inout [Line]) {
        let hadRules = dropRules(&lines)
        let hadMark = HighlightLink.strip(&lines) || dropDot(&lines)
        var isCut = dropPrintedAddress(&lines) || hadRules || hadMark
        if isAddressBelow(lines[...]) {
            lines.removeLast()
            isCut = true
        }
        for _ in 0..<most {
            // Of a text of one paragraph it is all there is.
            guard let start = lines.indices.dropFirst().last(where: { startsParagraph($0, lines) })
            else { break }
            let paragraph = lines[start...]
            guard let kind = kind(of: paragraph, isBelowRule: isRule(lines[start - 1].text), isCut)
            else { break }
            if kind == .lastLine {
                lines.removeLast()
            } else {
                lines.removeSubrange(start...)
            }
            isCut = true
        }
        guard isCut else { return }
        while let last = lines.last, lines.count > 1, isRule(last.text) { lines.removeLast() }
    }

    /// A rule below a text parts it from nothing: "* * *".
    private static func dropRules(_ lines: inout [Line]) -> Bool {
        let count = lines.count
        while lines.count > 1, let last = lines.last?.text, last.utf8.count >= 3,
            last.unicodeScalars.allSatisfy({ "*-_=~ •".unicodeScalars.contains($0) })
        {
            lines.removeLast()
        }
        return lines.count < count
    }

    /// A dot alone ends what a gopher sends (RFC 1436 §3.8).
    private static func dropDot(_ lines: inout [Line]) -> Bool {
        guard lines.count > 1, lines.last?.text == "." else { return false }
        lines.removeLast()
        return true
    }

    /// "https://… 1/1": what browsers print below the one page that there is.
    private static func dropPrintedAddress(_ lines: inout [Line]) -> Bool {
        guard lines.count > 1, let last = lines.last?.text, last.hasPrefix("http"),
            last.utf8.last.map({ (0x30...0x39).contains($0) }) ?? false, isBareAddress(last),
            let count = last.split(separator: " ").dropFirst().last,
            count.split(separator: "/").count == 2
        else { return false }
        lines.removeLast()
        return true
    }

    private enum Kind { case paragraph, lastLine }

    private static func kind(
        of lines: ArraySlice<Line>, isBelowRule: Bool, _ isCut: Bool
    ) -> Kind? {
        guard let last = lines.last else { return nil }
        let words = PassedMail.words(of: lines)
        if lines.allSatisfy({ isRule($0.text) }) { return isCut ? .paragraph : nil }
        let lastFolded = TextFolding.fold(last.text)
        if SentFrom.says(lastFolded.trimmed(of: " .-–—<>")) { return .lastLine }
        let text = lines.map(\.text).joined(separator: " ")
        let folded = lines.count == 1 ? lastFolded : TextFolding.fold(text)
        if isBareAddress(text) || lines.count == 1 && isPointer(folded) {
            return lines.count == 1 ? .paragraph : .lastLine
        }
        if isAddressBelow(lines) { return .lastLine }
        if lines.count == 1, Furniture.match(FoldedLine(text))?.strength == .sure {
            return .paragraph
        }
        if lines.count == 1, isPrinted(folded) || isEdited(folded) || isCategory(text) {
            return .paragraph
        }
        if lines.count <= 2, words <= longest.footer / 2, areTags(lines) || areHashtags(text) {
            return .paragraph
        }
        if isBelowRule, words <= 12, isRights(text) { return .paragraph }
        if lines.count == 2, isBareAddress(last.text), isPlace(lines) { return .paragraph }
        if isPointer(lastFolded) { return .lastLine }
        if words <= longest.footer, isFooter(folded, isBelowRule: isBelowRule) { return .paragraph }
        if words <= longest.notice, words >= 16, isConfidential(folded) {
            return .paragraph
        }
        return isSignature(lines, words: words, isBelowRule: isBelowRule, isCut) ? .paragraph : nil
    }

    private static func startsParagraph(_ index: Int, _ lines: [Line]) -> Bool {
        lines[index].blanksBefore > 0 || isRule(lines[index - 1].text)
            || isRule(lines[index].text)
    }

    private static func isRule(_ text: String) -> Bool {
        text == "--" || text == "—"
            || text.utf8.count >= 5 && text.utf8.allSatisfy { "-_=*~".utf8.contains($0) }
    }

    /// How to leave a list, with the address or behind a rule.
    private static func isFooter(_ folded: String, isBelowRule: Bool) -> Bool {
        guard
            isBelowRule || folded.contains("http") || folded.contains("@")
                || folded.contains("www.")
        else { return false }
        return MailPhrases.leaving.stand(in: folded) || MailPhrases.reasons.begin(folded)
    }

    /// "This e-mail is confidential … if you are not the intended recipient …": what it is, that it is secret, and whom it
    /// is for.
    static func isConfidential(_ folded: String) -> Bool {
        let beginning = folded.beginning(60)
        return openings.contains(where: beginning.contains)
            && messages.contains(where: folded.contains) && secrets.contains(where: folded.contains)
            && recipients.contains(where: folded.contains)
    }

    /// A name and its numbers in short lines.
    private static func isSignature(
        _ lines: ArraySlice<Line>, words: Int, isBelowRule: Bool, _ isCut: Bool
    ) -> Bool {
        let most = lines.count >= 3 ? longest.signature * 3 / 2 : longest.signature
        guard words <= most, let first = lines.first,
            lines.allSatisfy({ line in
                line.text.split(separator: "|").allSatisfy {
                    PassedMail.words(of: String($0)) <= shortLine
                } && !SentenceMarks.endsSentence(line.text)
            })
        else { return false }
        if isCut, lines.count == 1, isGreeting(first.text) { return true }
        let isNamed =
            !NameLine.names(in: first.text.trimmed(of: " ,")).isEmpty || isGreeting(first.text)
        let reaches = lines.count { isPhone($0.text) || $0.text.contains("@") }
        // A card: several lines of several parts each.
        if reaches > 0, lines.count >= 3, lines.count(where: { $0.text.contains(" | ") }) >= 2 {
            return true
        }
        // The name that stood above it, below a greeting.
        if isCut, (2...3).contains(lines.count), isGreeting(first.text) { return true }
        if isBelowRule, reaches > 0 || isNamed && lines.count <= 4 { return true }
        return lines.count >= 3 && isNamed && reaches > 0
    }

    private static func isGreeting(_ text: String) -> Bool {
        let folded = TextFolding.fold(text).trimmed(of: " ,.!")
        return greetings.contains(folded)
    }

    private static func isPhone(_ text: String) -> Bool {
        let digits = text.count { $0.isASCII && $0.isNumber }
        // Several numbers may stand in a line.
        return (6...(text.contains("|") ? 45 : 15)).contains(digits)
            && (text.contains("+") || text.contains("(") || text.split(separator: " ").count > 2
                || text.contains(":"))
    }

    /// "https://…", "Source: https://…", "https://… 1/2".
    private static func isBareAddress(_ text: String) -> Bool {
        guard text.holds("://") else { return false }
        let words = text.split(separator: " ")
        guard words.count <= 4,
            words.contains(where: { $0.hasPrefix("http") && $0.contains("://") })
        else { return false }
        return words.allSatisfy { word in
            word.hasPrefix("http") || word.allSatisfy { $0.isNumber || "/-–|()".contains($0) }
                || word.hasSuffix(":") || word == ":"
        }
    }

    /// An address on the line below the last sentence: what phones put there with what is shared.
    private static func isAddressBelow(_ lines: ArraySlice<Line>) -> Bool {
        guard lines.count > 1, let last = lines.last?.text, last.hasPrefix("http"),
            !last.contains(" "), isBareAddress(last), let above = lines.dropLast().last?.text
        else { return false }
        return SentenceMarks.endsSentence(above) && !SentenceMarks.endsInColon(above)
    }

    /// "[[Category:Mills]]", as wikis write it below a page, in any language.
    private static func isCategory(_ text: String) -> Bool {
        guard text.hasPrefix("[["), text.hasSuffix("]]"), text.utf8.count <= longest.signature * 10
        else { return false }
        let inner = text.dropFirst(2).dropLast(2)
        return inner.contains(":") && !inner.hasPrefix(":")
    }

    /// "Read more at: https://…", "From <https://…>": words for reading on or for a source, and an address behind them.
    private static func isPointer(_ folded: String) -> Bool {
        guard folded.utf8.count <= 1_000, folded.contains("://"),
            let address: Range<String.Index> = folded.firstRange(of: "http")
        else { return false }
        let label = String(folded[..<address.lowerBound]).trimmed(of: " <([-–—→>\"")
        let rest = String(folded[address.lowerBound...]).trimmed(of: " <>()[]\"")
        return !rest.contains(" ") && label.utf8.count <= 80
            && label.split(separator: " ").count <= 6
            && pointers.contains { label.hasPrefix($0) }
    }

    private static let pointers = [
        "read ", "source", "from", "retrieved from", "abgerufen von", "recuperee de", "obtenido de",
        "estratto da", "obtido em", "overgenomen van", "zrodlo", "取自", "取得元", "원본 주소", "via",
        "original", "see more", "more at", "link", "continue",
        "mehr ", "weiter", "lesen", "quelle", "zum artikel", "lire", "en savoir plus", "la suite",
        "leer", "ver mas", "mas informacion", "fuente", "leggi", "check out", "fonte", "continua",
        "leia",
        "ler mais", "saiba mais", "lees", "meer", "bron", "las mer", "kalla", "laes", "læs",
        "kilde",
        "les mer", "lue", "lahde", "czytaj", "wiecej", "zrodlo", "подробнее", "читать", "читайте",
        "источник", "докладніше", "джерело", "vice", "zdroj", "celý članek", "tovabb", "forras",
        "devamini", "kaynak", "διαβαστε", "πηγη", "citeste", "sursa", "اقرأ", "المزيد", "المصدر",
        "קרא", "לקריאה", "מקור", "続き", "出典", "元記事", "引用元", "阅读", "閱讀", "原文", "来源",
        "來源", "查看", "자세히", "출처", "원문", "기사", "xem them", "nguon", "อ่าน", "ที่มา", "baca",
        "sumber",
    ].map(TextFolding.fold)

    /// "Tags:" and below it, or behind it, words with commas.
    private static func areTags(_ lines: ArraySlice<Line>) -> Bool {
        guard let first = lines.first?.text, let last = lines.last?.text,
            let colon = first.firstIndex(where: { ":：".contains($0) }),
            tagLabels.contains(TextFolding.fold(String(first[..<colon])).trimmed(of: " "))
        else { return false }
        return (lines.count == 2) == (first.index(after: colon) == first.endIndex)
            && !SentenceMarks.endsSentence(last)
    }

    private static let tagLabels: Set<String> = [
        "categories", "category", "kategorien", "categorias", "categorie", "kategorie",
        "categorieen", "категории", "категорії", "分类", "分類", "カテゴリ", "분류",
        "tags", "tag", "keywords", "schlagworter", "schlagworte", "mots-cles", "mots cles",
        "etiquetas", "palabras clave", "palavras-chave", "parole chiave", "trefwoorden",
        "taggar", "tagit", "tagi", "slowa kluczowe", "теги", "метки", "stitky", "cimkek",
        "etiketler", "ετικετεσ", "الوسوم", "תגיות", "标签", "標籤", "关键词", "タグ", "태그",
    ]

    /// "#mills #brooks"
    private static func areHashtags(_ text: String) -> Bool {
        let words = text.split(separator: " ")
        return (2...20).contains(words.count)
            && words.allSatisfy { $0.first == "#" && $0.dropFirst().first?.isLetter ?? false }
    }

    /// "(c) 2026 The Ashwell Review"
    private static func isRights(_ text: String) -> Bool {
        ["©", "(c) ", "(C) ", "Copyright "].contains(where: text.hasPrefix)
    }

    /// "Find this article at:", and below it the address.
    private static func isPlace(_ lines: ArraySlice<Line>) -> Bool {
        guard let label = lines.first?.text, SentenceMarks.endsInColon(label),
            label.split(separator: " ").count <= 6
        else { return false }
        let folded = TextFolding.fold(label)
        return places.contains(where: folded.hasPrefix)
    }

    private static let places = [
        "find this", "this article", "article url", "article address", "url", "original",
        "diesen artikel", "artikel-url", "link zum artikel", "cet article", "adresse de l'article",
        "este articulo", "enlace", "questo articolo", "este artigo", "dit artikel", "адрес статьи",
        "ссылка на", "本文链接", "文章链接", "この記事の", "기사 주소",
    ].map(TextFolding.fold)

    /// "Printed on 3/3/2026, 8:02 AM": in a few words, with a day.
    private static func isPrinted(_ folded: String) -> Bool {
        folded.utf8.count <= 120 && folded.split(separator: " ").count <= 10
            && folded.count(where: \.isNumber) >= 4
            && !folded.hasSuffix(".")
            && printings.contains { folded.hasPrefix($0) || folded.hasSuffix($0) }
    }

    private static let printings = [
        "printed", "print date", "gedruckt", "ausgedruckt", "druckdatum", "imprime", "impression",
        "impreso", "impresso", "stampato", "afgedrukt", "geprint", "utskriven", "utskrift",
        "skrevet ut", "udskrevet", "tulostettu", "wydrukowano", "напечатано", "распечатано",
        "надруковано", "vytisteno", "nyomtatva", "yazdirildi", "εκτυπωθηκε", "imprimat", "طبع",
        "הודפס", "印刷", "打印", "列印", "인쇄", "dicetak", "in ngay",
    ].map(TextFolding.fold)

    /// "This page was last edited on 4 March 2026, at 10:20.", as wikis write it below a page.
    private static func isEdited(_ folded: String) -> Bool {
        folded.utf8.count <= 300 && folded.count(where: \.isNumber) >= 4
            && edits.contains(where: folded.hasPrefix)
    }

    private static let edits = [
        "this page was last edited on", "this page was last modified", "diese seite wurde zuletzt",
        "la derniere modification de cette page", "esta pagina se edito por ultima vez",
        "questa pagina e stata modificata per l'ultima volta",
        "esta pagina foi editada pela ultima vez", "deze pagina is voor het laatst bewerkt",
        "sidan redigerades senast", "siden blev senest", "denne siden ble sist",
        "sivua on viimeksi", "te strone ostatnio", "stranka byla naposledy",
        "эта страница в последний раз", "останнє редагування цієї сторінки", "sayfa en son",
        "このページの最終更新", "本页面最后", "本頁面最後", "이 문서는", "trang này được sửa đổi lần cuối",
        "η σελίδα τροποποιήθηκε", "آخر تعديل لهذه الصفحة", "דף זה נערך לאחרונה",
    ].map(TextFolding.fold)

    /// How such a notice begins.
    private static let openings = [
        "this ", "confiden", "disclaimer", "notice", "important", "the information", "the content",
        "diese", "dieser", "dieses", "vertraulich", "hinweis", "wichtig", "die information",
        "der inhalt",
        "ce message", "ce courriel", "ce mail", "cet e", "les informations", "avis", "este ",
        "esta ",
        "la informacion", "aviso", "questo", "questa", "le informazioni", "avviso",
        "as informacoes",
        "deze", "dit ", "detta", "denna", "denne", "dette", "informationen i", "niniejsz",
        "ta wiadomosc",
        "данно", "это ", "этот", "настоящ", "информация", "ця ", "цей ", "це ", "tato", "tento",
        "tama", "taman",
        "ez az", "jelen", "a jelen", "bu ", "αυτο", "το παρον", "הודעה זו", "המידע", "هذه", "هذا",
        "本", "此", "この", "当", "이 ", "본 ", "อีเมล", "ข้อความ",
        "il presente", "la presente", "le contenu", "o conteudo",
        "thu nay", "email nay", "pesan ini", "email ini", "ova ", "ovaj", "ovo ", "acest",
    ].map(TextFolding.fold)

    private static let messages = [
        "e-mail", "email", "message", "communication", "transmission", "nachricht", "courriel",
        "mensaje", "correo", "messaggio", "mensagem", "bericht", "meddeland", "meddelelse",
        "melding", "wiadomosc", "сообщени", "письм", "повідомлення", "лист", "zprav", "sprav",
        "viesti",
        "uzenet", "level", "ileti", "posta", "mesaj", "μηνυμα", "הודעה", "الرسالة", "البريد", "邮件",
        "郵件",
        "メール", "메일", "อีเมล", "thu dien tu", "thu nay", "pesan", "poruk",
    ].map(TextFolding.fold)
    private static let secrets = [
        "confiden", "privileged", "vertraulich", "riservat", "vertrouwelijk", "konfidentiel",
        "konfidensiel", "fortrolig", "poufn", "конфиденциал", "конфіденційн", "duvern",
        "luottamuksel",
        "bizalmas", "gizli", "εμπιστευτικ", "povjerljiv", "poverljiv", "rahasia", "סודי", "חסוי",
        "سري", "保密", "机密", "機密",
        "기밀", "비밀", "ความลับ", "bao mat", "bi mat", "sekret",
    ].map(TextFolding.fold)
    private static let recipients = [
        "recipient", "addressee", "addressed", "intended", "adressat", "empfanger", "destinat",
        "destinataire", "geadresseerde", "bestemd", "mottagar", "modtager", "mottaker", "adresat",
        "odbiorc", "получател", "адресат", "отримувач", "одержувач", "prijemc", "vastaanottaja",
        "cimzett", "alici",
        "παραληπτ", "αποδεκτ", "primatelj", "primalac", "penerima", "נמען", "המיועד", "المرسل إليه",
        "المستلم", "المقصود", "收件人",
        "收件者", "受信者", "宛先", "수신자", "수신인", "ผู้รับ", "nguoi nhan", "in error", "irrtumlich",
        "par erreur",
        "por error", "per errore", "por engano", "削除", "by mistake", "versehentlich",
        "par megarde", "ten onrechte", "abusievelijk", "av misstag", "ved en fejl", "ved en feil",
        "omylkowo", "по ошибке", "помилково", "omylem", "tevedes", "erehdyksess", "yanlislikla",
        "κατα λαθοσ", "בטעות", "بالخطأ", "طريق الخطأ", "للمرسل إليه", "错收", "误收", "誤收", "誤って",
        "잘못 수신", "nham",
    ].map(TextFolding.fold)
    private static let greetings: Set<String> = [
        "best regards", "kind regards", "regards", "best", "best wishes", "sincerely",
        "yours sincerely", "yours faithfully", "cheers", "thanks", "mit freundlichen grußen",
        "mit freundlichen grussen", "freundliche grusse", "viele gruße", "beste gruße",
        "cordialement", "bien a vous", "salutations distinguees", "saludos", "un saludo",
        "atentamente", "cordiali saluti", "distinti saluti", "saluti", "atenciosamente",
        "com os melhores cumprimentos", "met vriendelijke groet", "med vanlig halsning",
        "med venlig hilsen", "med vennlig hilsen", "z powazaniem", "pozdrawiam", "с уважением",
        "з повагою", "s pozdravem", "terveisin", "udvozlettel", "saygilarimla", "με εκτιμηση",
    ]
}
