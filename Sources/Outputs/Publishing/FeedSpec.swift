import Queries
import Storage

/// What a feed that goes out is made of.
public struct FeedSpec: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case atom, json

        public var mediaType: String {
            switch self {
            case .atom: "application/atom+xml; charset=utf-8"
            case .json: "application/feed+json"
            }
        }
    }

    public enum Content: Sendable, Hashable {
        case all
        /// In the language of queries.
        case query(String)
        case tag(String)
        /// By name or host.
        case site(String)
    }

    public var kind: Kind
    /// The name of its first document, with suffix: "recent.atom", "places/north.json".
    public var path: String
    public var title: String
    public var content: Content
    /// Only articles that were revised or bear another headline, the latest changed first, each change an entry of its own.
    public var changes = false
    /// Articles a document.
    public var limit: Int
    /// Documents at most.
    public var pages: Int
    /// Where others find the first document; nil where nobody said.
    public var address: String?
    /// The WebSub hub that readers may ask to be told by.
    public var hub: String?

    public init(
        kind: Kind, path: String, title: String, content: Content, limit: Int = 50, pages: Int = 1,
        address: String? = nil
    ) {
        self.kind = kind
        self.path = path
        self.title = title
        self.content = content
        self.limit = limit
        self.pages = pages
        self.address = address
    }

    /// What was filed last.
    public static let recent = FeedSpec(
        kind: .atom, path: "recent.atom", title: "Recent articles", content: .all, pages: 4)

    /// The feed of a tag or a site, by its kind: "tag" or "site".
    public static func of(_ name: String, in folder: String, _ kind: Kind = .atom) -> FeedSpec? {
        let path = folder + "/" + encoded(name) + "." + kind.rawValue
        guard !name.isEmpty, path.utf8.count <= 200 else { return nil }
        return switch folder {
        case "tag": FeedSpec(kind: kind, path: path, title: "Tag: " + name, content: .tag(name))
        case "site": FeedSpec(kind: kind, path: path, title: "Site: " + name, content: .site(name))
        default: nil
        }
    }

    var query: ArticleQuery {
        var query = contentQuery
        query.isRevised = changes
        if changes { query.order = .changed }
        return query
    }

    private var contentQuery: ArticleQuery {
        switch content {
        case .all: ArticleQuery(limit: limit)
        case .query(let text): Self.asking(text, limit: limit)
        case .tag(let tag): ArticleQuery(tag: tag, limit: limit)
        case .site(let site): ArticleQuery(site: site, limit: limit)
        }
    }

    /// A text that is no query is searched as the words that it is.
    private static func asking(_ text: String, limit: Int) -> ArticleQuery {
        var query = ArticleQuery(limit: limit)
        query.query = try? Query(text)
        if query.query == nil { query.words = text }
        return query
    }

    /// The path of a document: "recent.2.atom" is the second.
    public func path(of page: Int) -> String { Self.numbered(path, page) }

    /// What a document calls another of its feed: by its address, or by its name beside the others.
    func address(of page: Int) -> String {
        if let address { return Self.numbered(address, page) }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        // A colon would make a scheme of what is before it (RFC 3986 §4.2).
        return "./"
            + String(
                decoding: WebAddress.encoded(Array(Self.numbered(name, page).utf8)), as: UTF8.self)
    }

    private static func numbered(_ path: String, _ page: Int) -> String {
        guard page > 1 else { return path }
        let name = path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else {
            return path + ".\(page)"
        }
        return path[..<dot] + ".\(page)" + path[dot...]
    }

    /// As the name of a file: bytes that mean something in paths, addresses or to a terminal as "%XX".
    private static func encoded(_ name: String) -> String {
        var out: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for (index, byte) in name.utf8.enumerated() {
            let isPlain =
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte >= 0x80 || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") && index > 0
            if isPlain {
                out.append(byte)
            } else {
                out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: out, as: UTF8.self)
    }
}
