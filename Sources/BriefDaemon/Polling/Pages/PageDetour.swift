import FeedFetching

/// Where redirects led from the address that an entry links to, as far as the two addresses tell.
enum PageDetour: Equatable {
    /// To the same page, perhaps under another address.
    case none
    /// To a place above the page on the same site: a section, or the address without its slug.
    case above
    /// To the front page of the same site.
    case home
    /// To the front page of another site: some sites are one page.
    case otherHome
    /// To a form that asks for something first, and may know where to go on.
    case gate
    /// To a page that says that there is none.
    case missing

    private static let gates: Set<String> = [
        "consent", "cookieconsent", "cookie-consent", "gdpr", "privacy-gate", "guce", "login",
        "log-in", "signin", "sign-in", "sso", "auth", "oauth", "accounts", "captcha", "challenge",
        "validate", "robot", "paywall", "anmelden", "connexion", "accedi", "acceso", "inloggen",
    ]
    private static let missings: Set<String> = [
        "404", "404.html", "404.htm", "404.php", "404.aspx", "error", "error.html", "errors",
        "notfound", "not-found", "not_found", "page-not-found", "pagenotfound", "error404",
    ]
    private static let fronts: Set<String> = [
        "index.html", "index.htm", "index.php", "index.asp", "index.aspx", "index.jsp",
        "default.aspx",
        "default.asp", "home", "home.html", "main", "startseite", "accueil", "inicio",
    ]

    /// - Parameters:
    ///   - link: the address that was asked first.
    ///   - end: the one that answered.
    init(from link: String, to end: String) {
        guard let link = (try? FeedURL(link)).map(Place.init),
            let end = (try? FeedURL(end)).map(Place.init), link != end
        else {
            self = .none
            return
        }
        let isSameSite = link.site == end.site
        if link.path == end.path, isSameSite {
            self = .none
        } else if end.has(Self.missings), !link.has(Self.missings) {
            self = .missing
        } else if end.leadsBack(to: link) || end.has(Self.gates) && !link.has(Self.gates) {
            self = .gate
        } else if end.isFront, !link.isFront || end.query.isEmpty {
            self = isSameSite ? .home : .otherHome
        } else if isSameSite, end.path.count < link.path.count, link.path.starts(with: end.path) {
            self = .above
        } else {
            self = .none
        }
    }

    /// An address in its parts.
    private struct Place: Equatable {
        var labels: [String]
        var path: [String]
        var query: String

        init(_ url: FeedURL) {
            labels = url.host.split(separator: ".").map(String.init)
            let cut = url.target.firstIndex(of: "?") ?? url.target.endIndex
            path = url.target[..<cut].split(separator: "/").map { $0.lowercased() }
            query = String(url.target[cut...].dropFirst())
        }

        /// The host without its first name, where it has more than two.
        var site: [String] { labels.count > 2 ? Array(labels.dropFirst()) : labels }

        var isFront: Bool {
            guard let first = path.first else { return true }
            guard path.count == 1 else {
                return path.count == 2 && Place.isLanguage(first) && fronts.contains(path[1])
            }
            return fronts.contains(first) || Place.isLanguage(first)
        }

        /// Whether a name of the host or a part of the path is one of these words.
        func has(_ words: Set<String>) -> Bool {
            labels.dropLast(min(2, labels.count)).contains { words.contains($0) }
                || path.contains { words.contains($0) }
        }

        /// Whether the query says where to go on afterwards.
        func leadsBack(to other: Place) -> Bool {
            let way = "/" + other.path.joined(separator: "/")
            guard way.utf8.count > 4, !other.query.lowercased().hasSuffix(query.lowercased())
            else { return false }
            let query = query.lowercased()
            return query.contains(way) || query.contains(way.replacing("/", with: "%2f"))
        }

        /// "en", "pt-br".
        private static func isLanguage(_ part: String) -> Bool {
            let tags = part.split { $0 == "-" || $0 == "_" }
            return tags.count <= 2 && part.count <= 5
                && tags.allSatisfy { $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isLetter } }
        }
    }
}
