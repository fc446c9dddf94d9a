/// The single words by which `Furniture` tells share bars and invitations to follow.
enum ShareWords {
    /// Where authors and papers have accounts that readers are asked to follow.
    static let networks = WordSet([
        "facebook", "twitter", "linkedin", "whatsapp", "telegram", "pinterest", "reddit", "tumblr",
        "flipboard", "instagram", "youtube", "mastodon", "bluesky", "vk", "vkontakte",
        "odnoklassniki", "viber", "xing", "messenger", "snapchat", "tiktok", "weibo", "wechat",
        "вконтакте", "одноклассники", "телеграм",
    ])

    /// Names that make a share bar.
    static let services = networks.union([
        "pocket", "threads", "skype", "line", "digg", "stumbleupon", "delicious", "google", "tweet",
        "email", "e-mail", "mail", "print", "rss", "share", "stampa", "imprimir", "imprimer",
        "drucken", "teilen", "partager", "compartir", "condividi", "compartilhar", "delen", "dela",
        "del", "jaa", "paylas", "поделиться", "udostepnij",
    ])

    /// How a line begins that asks to follow an account.
    static let followVerbs = WordSet([
        "follow", "join", "connect", "folge", "folgen", "folgt", "suivez", "retrouvez", "rejoignez",
        "sigue", "siga", "siguenos", "siganos", "seguinos", "unete", "unase", "suscribete",
        "seguici", "segui", "seguite", "acompanhe", "curta", "volg", "folj", "folg", "seuraa",
        "obserwuj", "sledz", "sledujte", "подписывайтесь", "подпишитесь", "следите", "підписуйтесь",
        "ακολουθηστε", "تابعونا", "تابعنا",
    ])

    /// Words that may stand between them.
    static let shareFillers = WordSet([
        "x", "on", "via", "to", "this", "plus", "copy", "link", "url", "auf", "per", "sur", "par",
        "en", "su", "por", "no", "em", "op", "pa", "in", "ile", "в", "by", "article", "more", "or",
        "and", "us", "with", "pin", "it", "post", "send", "save", "fb", "comment", "comments",
        "sms",
    ])
}
