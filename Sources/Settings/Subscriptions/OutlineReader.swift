import BriefModel

/// Turns outlines into subscriptions: one without an address is a folder, and a folder is a tag.
struct OutlineReader {
    /// Parts the tags of `briefd:tags`: no tag that an operator types holds it, and XML can.
    static let tagEnd = "\u{2028}"
    /// Folders within folders that become tags; what stands deeper has the tags of these.
    private static let deepest = 32
    /// Tags of one feed.
    private static let mostTags = 256

    private struct Level {
        var folder: String?
        /// The attributes of an outline that is a feed only where nothing stands in it.
        var leaf: [String: String]?
        var isParent = false
    }

    private var feeds: [FeedSubscription] = []
    private var paused: Set<String> = []
    private var refused: [SubscriptionsFile.Refusal] = []
    private var repeated: [String] = []
    private var places: [String: Int] = [:]
    private var levels: [Level] = []
    private(set) var sawOutline = false

    /// The name of an attribute as it is looked for here: in lower case, but for a header's own.
    static func key(_ local: String, isOwn: Bool) -> String {
        guard isOwn else { return local.lowercased() }
        return local.hasPrefix("header-") ? "briefd:" + local : "briefd:" + local.lowercased()
    }

    mutating func open(_ attributes: [String: String]) {
        sawOutline = true
        if !levels.isEmpty { levels[levels.count - 1].isParent = true }
        var level = Level()
        if let address = Self.address(in: attributes) {
            take(address, attributes)
        } else {
            level.folder = attributes["title"] ?? attributes["text"]
            level.leaf = attributes
        }
        levels.append(level)
    }

    mutating func close() {
        guard let level = levels.popLast(), !level.isParent, let leaf = level.leaf else { return }
        let type = leaf["type"]?.lowercased() ?? ""
        let link = leaf["url"].map(FeedAddress.completed) ?? ""
        if !link.isEmpty {
            refuse(link, "it is a link of type \"\(type)\", no feed; follow it with feed add")
        } else if let page = leaf["htmlurl"].map(FeedAddress.completed), !page.isEmpty {
            // A page: the daemon finds the feed that it offers.
            take(page, leaf)
        } else if Self.feedTypes.contains(type) {
            refuse(leaf["title"] ?? leaf["text"] ?? "an outline", "it names no address")
        }
    }

    /// Closes what was left open.
    mutating func finish() {
        while !levels.isEmpty { close() }
    }

    func contents(fault: String?, isCut: Bool) -> SubscriptionsFile.Contents {
        SubscriptionsFile.Contents(
            feeds: feeds, paused: paused, refused: refused, repeated: repeated, fault: fault,
            isCut: isCut)
    }

    private static let feedTypes: Set<String> = ["rss", "atom", "rdf", "feed", "json", "jsonfeed"]

    /// `url` is a feed's address but for the types that OPML 2.0 gives another meaning.
    private static func address(in attributes: [String: String]) -> String? {
        if let address = attributes["xmlurl"].map(FeedAddress.completed), !address.isEmpty {
            return address
        }
        let type = attributes["type"]?.lowercased() ?? ""
        guard type.isEmpty || feedTypes.contains(type),
            let address = attributes["url"].map(FeedAddress.completed), !address.isEmpty
        else { return nil }
        return address
    }

    private mutating func refuse(_ outline: String, _ why: String) {
        refused.append(SubscriptionsFile.Refusal(outline: outline, why: why))
    }

    private mutating func take(_ address: String, _ attributes: [String: String]) {
        let key = FeedAddress.key(address)
        if let place = places[key] {
            if place < feeds.count { addTags(attributes, to: &feeds[place]) }
            repeated.append(address)
            return
        }
        var feed = FeedSubscription(url: address)
        let name = attributes["title"].flatMap { $0.isEmpty ? nil : $0 } ?? attributes["text"]
        feed.name = name.flatMap {
            $0.isEmpty || $0 == address ? nil : $0.cut(to: FeedCheck.longest)
        }
        addTags(attributes, to: &feed)
        feed.interval = attributes["briefd:interval"].flatMap(DurationText.parse)
        feed.credential = attributes["briefd:credential"]
        feed.fullText =
            attributes["briefd:fulltext"].flatMap(FeedSubscription.FullText.init) ?? .auto
        feed.kind = attributes["briefd:type"].flatMap(FeedKind.init) ?? .feed
        feed.entries = Self.entryRules(in: attributes)
        feed.caFile = attributes["briefd:cafile"]
        feed.tlsVerify = attributes["briefd:tlsverify"] != "false"
        feed.headers = Self.headers(in: attributes)
        if address.lacksSecrets {
            refuse(
                address,
                "its secret was left out of this list (***); add it with its own, or export again"
                    + " with --with-secrets")
            return
        }
        if let fault = FeedCheck.faults(of: feed).first(where: { !$0.isAbsence }) {
            refuse(address, fault.sentence)
            return
        }
        places[key] = feeds.count
        if attributes["briefd:paused"] == "true" { paused.insert(address) }
        feeds.append(feed)
    }

    private func addTags(_ attributes: [String: String], to feed: inout FeedSubscription) {
        let own = attributes["briefd:tags"]?.split(separator: Self.tagEnd).map(String.init)
        let listed = own ?? Self.tags(in: attributes["category"] ?? "")
        var seen = Set(feed.tags)
        let names = levels.prefix(Self.deepest).compactMap(\.folder) + listed
        for tag in names.map({ $0.cut(to: FeedCheck.longest) })
        where !tag.isEmpty && feed.tags.count < Self.mostTags && seen.insert(tag).inserted {
            feed.tags.append(tag)
        }
    }

    private static func entryRules(in attributes: [String: String]) -> EntryRules {
        EntryRules(
            key: attributes["briefd:entrykey"].flatMap(EntryRules.Key.init),
            updates: attributes["briefd:updates"].flatMap(EntryRules.Updates.init) ?? .revise,
            skipTitles: attributes["briefd:skiptitles"]?.split(separator: tagEnd).map(String.init)
                ?? [])
    }

    /// One a line; earlier versions wrote an attribute for each.
    private static func headers(in attributes: [String: String]) -> [String: String] {
        var headers: [String: String] = [:]
        for (key, value) in attributes where key.hasPrefix("briefd:header-") {
            headers[String(key.dropFirst(14))] = value
        }
        for line in attributes["briefd:headers"]?.split(separator: "\n") ?? [] {
            let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let value = parts[1]
            headers[String(parts[0])] = String(value.hasPrefix(" ") ? value.dropFirst() : value)
        }
        return headers
    }

    static func tags(in category: String) -> [String] {
        category.split(separator: ",").map { String($0.drop { $0 == "/" || $0 == " " }) }
    }
}
