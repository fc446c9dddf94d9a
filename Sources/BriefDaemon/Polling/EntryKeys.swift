import BriefModel
import FoundationEssentials
import Hashing
import Storage

/// What an entry is known by within its feed (DESIGN §4.1).
struct KeyedEntry: Sendable, Equatable {
    var entry: Entry
    var key: String
    /// The keys of the other kinds that it could have had.
    var otherKeys: [String]
    /// The same for a guid that changes scheme or host while the link stays (S45).
    var alias: String?
    /// Of title, link and content as sent.
    var sentHash: String
    /// Of title, link and what the content says, without the counters in it: where that is filed.
    var ownHash = ""
    /// Of title, link and what the content says, without any number in it, and of what tells whether a number in it counts
    /// (`PageHash`): where the linked page is filed.
    var pageHash = ""
    /// Whether other entries of this fetch say the same words; and the keys of those that bear its title or address too.
    var sharesWords = false
    var alike: Set<String> = []
    /// Whether no other entry of this fetch bears its link.
    var ownsLink: Bool
}

/// Gives the entries of one fetch their keys: the guid, else the link, else a hash of link, date and title, else one of
/// the content. A kind that is not unique within one fetch is passed over for that feed from then on.
///
/// Where an operator says what entries are known by, that comes first, and is never passed over: entries that agree in it
/// are one, and the latest of them is taken.
enum EntryKeys {
    enum Kind: String {
        case guid, link, facts, content
        /// Only where an operator says so.
        case title
        /// Gives no key: that links with a fragment name parts of a page that many entries share.
        case page

        /// Those that are tried by themselves, in this order.
        static let automatic: [Kind] = [.guid, .link, .facts, .content]

        init(_ key: EntryRules.Key) {
            self =
                switch key {
                case .guid: .guid
                case .link: .link
                case .title: .title
                case .content: .content
                }
        }
    }

    private static let alikeLimit = 100

    private struct Candidate {
        var entry: Entry
        var sentHash: String
        var ownHash: String
        var pageHash: String
        /// Of the words alone; nil where there are none.
        var words: String?
        /// Of all that makes it an item of its own.
        var item: String
        var page: String?
        var keys: [Kind: String]
    }

    /// - Parameters:
    ///   - passed: kinds that were not unique in earlier fetches.
    ///   - given: what an operator says that entries are known by.
    /// - Returns: one for each entry, without those listed twice; and the kinds to pass over from now on.
    static func assign(
        _ entries: [Entry], passing passed: Set<Kind> = [], by given: EntryRules.Key? = nil
    ) -> (entries: [KeyedEntry], passed: Set<Kind>) {
        var seen: Set<String> = []
        let given = given.map(Kind.init)
        let listed = entries.map(candidate).filter { seen.insert($0.item).inserted }
        let candidates = given.map { latest(of: listed, by: $0) } ?? listed
        var passed = passed
        for kind in Kind.automatic
        where kind != given && !isUnique(candidates.compactMap { $0.keys[kind] }) {
            passed.insert(kind)
        }
        let usual = Kind.automatic.filter { $0 != given && !passed.contains($0) }
        let order = (given.map { [$0] } ?? []) + usual
        let pages = counted(candidates.compactMap(\.page))
        if candidates.contains(where: { hasFragment($0.entry) && pages[$0.page ?? ""] ?? 0 > 1 }) {
            passed.insert(.page)
        }
        let aliases = counted(candidates.compactMap { alias(of: $0.entry) })
        var keyed = candidates.map { candidate in
            let usable = order.compactMap { candidate.keys[$0] }
            let last =
                "item:" + hash([candidate.entry.id, candidate.entry.link, candidate.sentHash])
            let alias = order.first == .guid ? alias(of: candidate.entry) : nil
            let isPart = passed.contains(.page) && hasFragment(candidate.entry)
            return KeyedEntry(
                entry: candidate.entry, key: usable.first ?? last,
                otherKeys: Kind.automatic.compactMap { candidate.keys[$0] }
                    .filter { $0 != usable.first },
                alias: alias.flatMap { aliases[$0] == 1 ? $0 : nil },
                sentHash: candidate.sentHash, ownHash: candidate.ownHash,
                pageHash: candidate.pageHash,
                ownsLink: candidate.page.map { pages[$0] == 1 && !isPart } ?? false)
        }
        noteAlike(candidates, &keyed)
        return (keyed, passed)
    }

    /// Of those that agree in a key, the one of the latest date; the first one where dates say nothing.
    private static func latest(of candidates: [Candidate], by kind: Kind) -> [Candidate] {
        var kept: [Candidate] = []
        var places: [String: Int] = [:]
        for candidate in candidates {
            guard let key = candidate.keys[kind], let place = places[key] else {
                if let key = candidate.keys[kind] { places[key] = kept.count }
                kept.append(candidate)
                continue
            }
            let old = kept[place].entry
            guard let new = candidate.entry.updated ?? candidate.entry.published,
                let before = old.updated ?? old.published, new > before
            else { continue }
            kept[place] = candidate
        }
        return kept
    }

    private static func noteAlike(_ candidates: [Candidate], _ keyed: inout [KeyedEntry]) {
        func names(of candidate: Candidate) -> [String] {
            guard let words = candidate.words else { return [] }
            return [candidate.entry.title, candidate.page].compactMap { $0.map { words + $0 } }
        }
        let sharing = counted(candidates.compactMap(\.words))
        var groups: [String: Set<String>] = [:]
        for (candidate, entry) in zip(candidates, keyed) {
            for name in names(of: candidate) where groups[name]?.count ?? 0 < alikeLimit {
                groups[name, default: []].insert(entry.key)
            }
        }
        for (index, candidate) in candidates.enumerated() {
            guard let words = candidate.words, sharing[words] ?? 0 > 1 else { continue }
            keyed[index].sharesWords = true
            keyed[index].alike = names(of: candidate).reduce(into: []) {
                $0.formUnion(groups[$1] ?? [])
            }
            keyed[index].alike.remove(keyed[index].key)
        }
    }

    private static func counted(_ texts: [String]) -> [String: Int] {
        texts.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    private static func candidate(_ entry: Entry) -> Candidate {
        let content = EntryWording(html: entry.content)
        let summary = EntryWording(html: entry.summary)
        let page = filled(entry.link).map(page)
        var keys: [Kind: String] = [:]
        if let id = filled(entry.id) { keys[.guid] = "guid:" + bounded(id) }
        if let link = filled(entry.link) { keys[.link] = "link:" + bounded(link) }
        let date = (entry.published ?? entry.updated)?.rfc3339
        if filled(entry.link) != nil || filled(entry.title) != nil {
            keys[.facts] = "facts:" + hash([entry.link, date, entry.title])
        }
        if let title = filled(entry.title) {
            let words = title.lowercased().split(whereSeparator: \.isWhitespace)
            keys[.title] = "title:" + hash([words.joined(separator: " ")])
        }
        let steady = [content.steady, summary.steady, content.pictures, summary.pictures]
        if filled(entry.content) != nil || filled(entry.summary) != nil {
            keys[.content] = "content:" + hash(steady)
        }
        let facts = [entry.title, page].map { Array(($0 ?? "").utf8) }
        let body = [content.whole, summary.whole, content.pictures, summary.pictures]
        let item = [entry.id, entry.link, entry.title, date, entry.updated?.rfc3339]
        return Candidate(
            entry: entry,
            sentHash: hash([entry.title, entry.link, entry.content, entry.summary]),
            ownHash: "own:" + hash(facts + steady),
            pageHash: PageHash(
                words: hash(facts + [content.bare, summary.bare]), figures: hash(steady),
                dates: hash([date, entry.updated?.rfc3339])
            ).description,
            words: content.whole.isEmpty && summary.whole.isEmpty
                ? nil : hash([entry.content == nil ? summary.whole : content.whole]),
            item: hash(item) + hash(body + entry.enclosures.map { Array($0.url.utf8) }),
            page: page, keys: keys)
    }

    /// The page that a link names: what its fragment, its scheme or a campaign's parameters say does not count.
    private static func page(_ link: String) -> String {
        URLKey.make(from: link) ?? String(link.prefix { $0 != "#" })
    }

    private static func hasFragment(_ entry: Entry) -> Bool { entry.link?.contains("#") ?? false }

    private static func isUnique(_ keys: [String]) -> Bool { Set(keys).count == keys.count }

    /// The guid without scheme and host, with the link without scheme.
    private static func alias(of entry: Entry) -> String? {
        guard let id = filled(entry.id), let link = filled(entry.link),
            let place = id.firstRange(of: "://")
        else { return nil }
        let path = id[place.upperBound...].drop { $0 != "/" && $0 != "?" }
        let bare = link.firstRange(of: "://").map { link[$0.upperBound...] } ?? link[...]
        return hash([String(path), String(bare)])
    }

    private static func filled(_ text: String?) -> String? {
        guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
        return text
    }

    /// A key stands in front matter and in indices: a very long one is replaced by its hash.
    private static func bounded(_ text: String) -> String {
        text.utf8.count <= 512 ? text : "sha256:" + hash([text])
    }

    private static func hash(_ parts: [String?]) -> String {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += (part ?? "").utf8
            // No text holds this byte, so parts cannot run into one another.
            bytes.append(part == nil ? 0xFE : 0xFF)
        }
        return SHA256Digest.hex(of: bytes)
    }

    private static func hash(_ parts: [[UInt8]]) -> String {
        SHA256Digest.hex(of: Array(parts.joined(separator: [0xFE])))
    }
}
