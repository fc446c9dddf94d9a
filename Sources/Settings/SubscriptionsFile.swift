import BriefModel
import LibXML

/// Feeds that were added by an operator, as OPML 2.0 that any reader can import. Folders are tags; what OPML has no
/// attribute for stands in attributes of our own namespace.
public enum SubscriptionsFile {
    static let namespace = "https://briefd.invalid/opml"

    /// What the file says, and what in it could not be used.
    public struct Contents: Sendable, Equatable {
        public var feeds: [FeedSubscription]
        /// URLs of those that are not to be asked.
        public var paused: Set<String>
        /// One sentence each.
        public var problems: [String]

        public init(
            feeds: [FeedSubscription] = [], paused: Set<String> = [], problems: [String] = []
        ) {
            self.feeds = feeds
            self.paused = paused
            self.problems = problems
        }
    }

    /// In the order of `feeds`; neighbours with the same first tag stand in a folder.
    public static func write(
        _ feeds: [FeedSubscription], paused: Set<String> = []
    ) -> [UInt8] {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0" xmlns:briefd="\(namespace)">
            <head><title>briefd subscriptions</title></head>
            <body>

            """
        var folder: String?
        for feed in feeds {
            if feed.tags.first != folder {
                if folder != nil { text += "</outline>\n" }
                folder = feed.tags.first
                if let folder { text += "<outline text=\"\(escaped(folder))\">\n" }
            }
            text += outline(of: feed, isPaused: paused.contains(feed.url))
        }
        if folder != nil { text += "</outline>\n" }
        return Array((text + "</body>\n</opml>\n").utf8)
    }

    private static func outline(of feed: FeedSubscription, isPaused: Bool) -> String {
        var attributes = [
            ("type", "rss"), ("text", feed.name ?? feed.url), ("xmlUrl", feed.url),
        ]
        if let name = feed.name { attributes.append(("title", name)) }
        // Readers part categories at commas; tags that would not survive that stand with the others in ours.
        let plain = feed.tags.filter { OutlineReader.tags(in: $0) == [$0] }
        if !plain.isEmpty { attributes.append(("category", plain.joined(separator: ","))) }
        if plain != feed.tags {
            attributes.append(("briefd:tags", feed.tags.joined(separator: OutlineReader.tagEnd)))
        }
        if let interval = feed.interval {
            attributes.append(("briefd:interval", DurationText.format(interval)))
        }
        if let credential = feed.credential {
            attributes.append(("briefd:credential", credential))
        }
        if feed.fullText != .auto {
            attributes.append(("briefd:fullText", feed.fullText.rawValue))
        }
        if let file = feed.caFile { attributes.append(("briefd:caFile", file)) }
        if !feed.tlsVerify { attributes.append(("briefd:tlsVerify", "false")) }
        if isPaused { attributes.append(("briefd:paused", "true")) }
        for (name, value) in feed.headers.sorted(by: { $0.key < $1.key }) {
            attributes.append(("briefd:header-\(name)", value))
        }
        let text = attributes.map { " \($0)=\"\(escaped($1))\"" }.joined()
        return "<outline\(text)/>\n"
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: if scalar.value >= 0x20 { result.unicodeScalars.append(scalar) }
            }
        }
        return result
    }

    /// Reads OPML 1.0 and 2.0. An outline that cannot be used is named in `problems`, its mates are read.
    public static func read(_ utf8: [UInt8]) throws(XMLReadError) -> Contents {
        let tape = try XMLReader.read(utf8)
        var reader = OutlineReader()
        for (index, node) in tape.nodes.enumerated() {
            switch node.kind {
            case .start where tape.names[Int(node.name)].local == "outline":
                reader.open(attributes(of: index, tape))
            case .end where tape.names[Int(node.name)].local == "outline":
                reader.close()
            default: break
            }
        }
        return Contents(feeds: reader.feeds, paused: reader.paused, problems: reader.problems)
    }

    private static func attributes(of start: Int, _ tape: XMLTape) -> [String: String] {
        var attributes: [String: String] = [:]
        for index in start + 1..<start + 1 + Int(tape.nodes[start].second) {
            let node = tape.nodes[index]
            let name = tape.names[Int(node.name)]
            let key = name.namespace == namespace ? "briefd:" + name.local : name.local
            attributes[key] = String(decoding: tape.value(of: node), as: UTF8.self)
        }
        return attributes
    }
}

/// Turns outlines into subscriptions: one without a feed's address is a folder, and a folder is a tag.
private struct OutlineReader {
    var feeds: [FeedSubscription] = []
    var paused: Set<String> = []
    var problems: [String] = []
    private var seen: Set<String> = []
    private var folders: [String?] = []

    mutating func open(_ attributes: [String: String]) {
        guard let address = attributes["xmlUrl"] ?? attributes["xmlurl"] else {
            folders.append(attributes["title"] ?? attributes["text"])
            return
        }
        folders.append(nil)
        guard seen.insert(FeedAddress.key(address)).inserted else {
            problems.append("\(address): it stands there twice; the first is taken")
            return
        }
        let own = attributes["briefd:tags"]?.split(separator: OutlineReader.tagEnd).map(String.init)
        let listed = own ?? OutlineReader.tags(in: attributes["category"] ?? "")
        var feed = FeedSubscription(url: address)
        feed.name = attributes["title"] ?? attributes["text"].flatMap { $0 == address ? nil : $0 }
        for tag in folders.compactMap(\.self) + listed
        where !tag.isEmpty && !feed.tags.contains(tag) {
            feed.tags.append(tag)
        }
        feed.interval = attributes["briefd:interval"].flatMap(DurationText.parse)
        feed.credential = attributes["briefd:credential"]
        feed.fullText =
            attributes["briefd:fullText"].flatMap(FeedSubscription.FullText.init) ?? .auto
        feed.caFile = attributes["briefd:caFile"]
        feed.tlsVerify = attributes["briefd:tlsVerify"] != "false"
        for (key, value) in attributes where key.hasPrefix("briefd:header-") {
            feed.headers[String(key.dropFirst(14))] = value
        }
        if let fault = FeedCheck.faults(of: feed).first(where: { !$0.isAbsence }) {
            problems.append("\(address): \(fault.sentence)")
            return
        }
        if attributes["briefd:paused"] == "true" { paused.insert(address) }
        feeds.append(feed)
    }

    /// Parts the tags of `briefd:tags`: no tag that an operator types holds it, and XML can.
    static let tagEnd = "\u{2028}"

    static func tags(in category: String) -> [String] {
        category.split(separator: ",").map { String($0.drop { $0 == "/" || $0 == " " }) }
    }

    mutating func close() {
        if !folders.isEmpty { folders.removeLast() }
    }
}
