import BriefModel
import LibXML

/// What the address of a link says of what a click does: subscribe, give, log in, follow. An address says it in any language.
enum LinkPurpose {
    /// Whether a link on this address asks the reader for something, on the page's own site or at a service that is there for it.
    static func asks(_ address: String) -> Bool {
        guard address.utf8.count <= 400 else { return false }
        let lower = address.lowercased()
        if lower.hasPrefix("#/portal/") { return true }
        if services.contains(where: lower.contains) || isChannel(lower) { return true }
        let (host, path) =
            lower.contains("://")
            ? MediaAddress.parts(of: lower)
            : ("", String(lower.prefix { $0 != "?" && $0 != "#" }))
        let parts = path.split(separator: "/")
        // An article's address has its title at the end, a shop's has a name.
        guard (1...3).contains(parts.count) || !host.isEmpty else { return false }
        let asked = parts.isEmpty ? host.split(separator: ".").prefix(1) : parts.prefix(3)
        return asked.contains(where: isAsking)
    }

    /// Whether every word of a part of an address belongs to such names, and one says what is asked.
    private static func isAsking(_ part: Substring) -> Bool {
        let words = part.split { !$0.isLetter }.filter { $0 != "html" && $0 != "php" }
        return (1...3).contains(words.count)
            && words.allSatisfy { asking.contains($0) || besides.contains($0) }
            && words.contains(where: asking.contains)
    }

    /// Whether it passes the page on: no more of its box is furniture.
    static func shares(_ address: String) -> Bool {
        let lower = address.lowercased()
        return sharing.contains(where: lower.contains)
    }

    /// Whether it leads to a channel that is followed, of whatever writer.
    static func isChannel(_ address: String) -> Bool {
        let (host, path) = MediaAddress.parts(of: address.lowercased())
        let parts = path.split(separator: "/")
        switch host.withoutWWW {
        case "whatsapp.com": return parts.first == "channel"
        case "t.me", "telegram.me": return parts.count == 1
        case "news.google.com": return parts.first == "publications"
        case "google.com": return parts.first == "preferences"
        case "chat.whatsapp.com", "whatsapp.com.channel", "lin.ee": return true
        default: return false
        }
    }

    /// Whether it leads to a channel to which one has to be asked: nobody only says that it is there.
    static func isInvitation(_ address: String) -> Bool {
        let host = MediaAddress.parts(of: address.lowercased()).host.withoutWWW
        return isChannel(address) && host != "t.me" && host != "telegram.me"
    }

    /// Whether it leads to what a writer wrote, or to a profile.
    static func isWriter(_ address: String) -> Bool {
        let parts = MediaAddress.parts(of: address.lowercased()).path.split(separator: "/")
        return parts.count <= 2 && parts.first.map(authors.contains) ?? false
            || isProfile(address)
    }

    /// Whether it leads to the page of a person or a house at a network, and to no post there.
    static func isProfile(_ address: String) -> Bool {
        let (host, path) = MediaAddress.parts(of: address.lowercased())
        let parts = path.split(separator: "/")
        let bare = host.withoutWWW
        if bare == "linkedin.com" {
            return parts.count == 2 && (parts[0] == "in" || parts[0] == "company")
        }
        if bare == "bsky.app" { return parts.count == 2 && parts[0] == "profile" }
        return parts.count == 1 && (networks.contains(bare) || parts[0].hasPrefix("@"))
    }

    /// Networks and what is asked for, one beside the other, whoever has the accounts there.
    static func areAccounts(_ links: [String]) -> Bool {
        links.allSatisfy { asks($0) || isProfile($0) }
    }

    private static let services =
        [
            "patreon.com/", "ko-fi.com/", "buymeacoffee.com/", "paypal.me/", "steadyhq.com/",
            "patronite.pl/", "boosty.to/", "buycoffee.to/", "tipeee.com/", "liberapay.com/",
            "suppi.pl/", "donatello.to/", "send.monobank.ua/", "stripe.com/donate",
            "apps.apple.com/", "play.google.com/store/apps", "list-manage.com/subscribe",
        ] + sharing
    private static let sharing = [
        "mailto:?",
        "twitter.com/intent/", "x.com/intent/", "facebook.com/sharer", "twitter.com/share",
        "linkedin.com/sharearticle", "linkedin.com/sharing", "pinterest.com/pin/create",
        "reddit.com/submit", "whatsapp://send", "api.whatsapp.com/send", "wa.me/?text",
        "t.me/share", "telegram.me/share", "vk.com/share", "bsky.app/intent", "threads.net/intent",
        "news.ycombinator.com/submitlink", "line.me/r/msg", "lineit/share", "connect.ok.ru/offer",
        "tumblr.com/share", "getpocket.com/save", "share-offsite", "b.hatena.ne.jp/add",
        "service.weibo.com/share", "story.kakao.com/share", "wykop.pl/dodaj", "zalo.me/share",
    ]
    private static let asking: Set<Substring> = [
        "newsletter", "newsletters", "subscribe", "subscription", "subscriptions", "abo", "abos",
        "abonnement", "abonnements", "abonnieren", "abonnez", "abbonamenti", "abbonati",
        "suscribete",
        "suscripcion", "suscripciones", "assine", "assinatura", "prenumerera", "abonneren",
        "donate", "donation", "donations", "spenden", "spende", "unterstuetzen", "donar", "doar",
        "doneer", "dona", "contribute", "membership", "signup", "register", "login", "signin",
        "anmelden", "registrieren", "inscription", "don", "dons", "soutenir", "soutenez",
        "donazione",
        "donazioni", "sostieni", "doacao", "donacion", "donaciones", "steun", "wesprzyj", "podpora",
        "podporte", "tamogatas", "sustine", "lahjoita", "stotte", "destek", "bagis",
        "iscrizione", "iscriviti", "anmeldung", "inschrijven", "aanmelden",
        "odber", "abonare", "hirlevel", "nieuwsbrief", "nyhetsbrev", "nyhedsbrev", "boletin",
        "boletines", "uutiskirje", "rassylka", "bulten", "hazte", "socio", "socia", "socios",
        "registro", "podpiska", "donat",
    ]
    /// What stands beside them: "our-newsletters", "subscribe-now", "sign-up".
    private static let besides: Set<Substring> = [
        "our", "us", "now", "free", "daily", "weekly", "email", "digital", "the", "to", "a", "en",
        "de", "fr", "es", "it", "pt", "news", "online", "index", "form", "page", "jetzt", "we",
    ]
    private static let networks: Set<String> = [
        "twitter.com", "x.com", "facebook.com", "instagram.com", "threads.net", "threads.com",
        "tiktok.com", "youtube.com", "mastodon.social", "github.com", "vk.com", "ok.ru", "line.me",
        "zalo.me", "weibo.com", "dzen.ru", "pinterest.com",
    ]
    private static let authors: Set<Substring> = [
        "author", "authors", "profile", "people", "by", "autor", "autores", "autoren", "auteur",
        "contributors", "staff", "writers",
    ]
}
