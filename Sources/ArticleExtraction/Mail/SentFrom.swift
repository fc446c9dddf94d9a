/// "Sent from my iPhone", as mail programs write it below a letter, in the languages they speak.
///
/// A line is one where it is short, and says that something was sent, and from or with what.
enum SentFrom {
    private static let longest = 80
    private static let mostWords = 12

    /// - Parameter line: folded.
    static func says(_ line: String) -> Bool {
        guard line.utf8.count <= longest * 2, line.count <= longest else { return false }
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
        guard (2...mostWords).contains(words.count) || line.unicodeScalars.contains(where: isWide),
            programs.contains(where: line.contains) || readers.contains(where: line.contains)
        else { return false }
        if words.first.map(ways.contains) ?? false, readers.contains(where: line.contains) {
            return true
        }
        return verbs.contains(where: line.contains)
            || words.first.map(offers.contains) ?? false && line.contains("outlook")
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        (0xE00...0xE7F).contains(scalar.value) || (0x3040...0xD7A3).contains(scalar.value)
    }

    private static let programs = [
        "iphon", "ipad", "ipod", "outlook", "spark", "huawei", "yahoo", "proton", "samsung",
        "galaxy", "xiaomi", "redmi", "android", "gmail", "gmx", "web.de", "t-online", "blackberry",
        "thunderbird", "windows", "nokia", "lumia", "oneplus", "pixel", "motorola", "honor", "oppo",
        "vivo", "sony", "xperia", "tuta", "fastmail", "airmail", "edison", "mail.ru", "bluemail",
        "blue mail", "k-9", "k9", "hey.com", "zoho", "icloud", "apple mail", "aol", "libero",
        "orange", "яндекс", "yandex", "почт", "foxmail", "qq", "网易", "smartphone", "mobile",
        "mobiltelefon", "handy", "tablet", "aqua mail", "nine", "canary", "newton", "superhuman",
        "мобильн", "айфон", "아이폰", "스마트폰", "갤럭시", "手机", "手機", "携帯", "スマート",
    ].map(TextFolding.fold)

    /// Programs to read with, which sign what is shared out of them: "via my Feedly newsfeed".
    private static let readers = [
        "feedly", "inoreader", "newsblur", "netnewswire", "reeder", "flipboard", "instapaper",
        "pocket", "wallabag", "raindrop", "readwise", "omnivore", "the old reader", "feedbin",
        "miniflux", "freshrss", "upday", "smartnews", "apple news", "google news", "evernote",
        "telegram", "whatsapp", "signal", "microsoft edge", "google chrome", "safari", "firefox",
    ]
    private static let ways: Set<String> = [
        "via", "shared", "saved", "clipped", "geteilt", "gespeichert", "partage", "compartido",
        "condiviso", "partilhado", "compartilhado", "gedeeld", "udostepniono", "delat", "delt",
    ]

    /// Forms of "to send" and of "from my", folded, as these lines have them.
    private static let verbs = [
        "sent from", "sent with", "sent using", "sent via", "sent by", "gesendet", "verschickt",
        "von meinem", "envoye", "enviado", "enviada", "inviat", "verzonden", "verstuurd", "skickat",
        "sendt fra", "sendt med", "sendt via", "lahetetty", "wyslan", "odeslan", "odoslan",
        "elkuldve", "kuldve", "kuldt", "letoltes", "להורדת", "الحصول", "trimis", "expediat",
        "отправлен", "послан", "надислан",
        "надіслан",
        "отправлено", "изпратен", "poslan", "poslat", "испослат", "послат", "σταλθηκε",
        "αποσταλθηκε", "εσταλη", "gonderildi", "נשלח", "أرسل", "ارسل", "تم الإرسال", "مرسل",
        "ارسال", "فرستاده", "发自", "發自", "发送自", "传送", "傳送", "發送", "发送", "送信", "から送",
        "보냄", "보낸", "에서 발송", "ส่งจาก", "ส่งด้วย", "ส่งโดย", "gửi từ", "được gửi", "dikirim",
        "dihantar",
        "issiusta", "nosutits", "saadetud", "saatsin", "seoladh", "anfonwyd", "enviat", "bidalia",
        "sendur", "भेजा", "প্রেরিত", "அனுப்ப", "gepos", "gestuur", "imetumwa",
    ].map(TextFolding.fold)

    /// "Get Outlook for iOS".
    private static let offers: Set<String> = [
        "get", "holen", "hol", "telecharger", "telechargez", "obtenir", "obtener", "obten",
        "descargar", "obter", "obtenha", "scarica", "ottieni", "download", "downloaden", "hamta",
        "hent", "fa", "last", "hanki", "pobierz", "ziskat", "ziskejte", "stahnout", "letoltes",
        "скачать", "скачайте", "получить", "завантажити", "indir", "edinin", "outlook", "获取",
        "下载", "取得", "λαβετε", "obtineti", "descarregar",
    ]
}
