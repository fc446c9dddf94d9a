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
    /// Of title, link and what the content says, without any number in it: where the linked page is filed.
    var pageHash = ""
    /// Whether other entries of this fetch say the same words; and the keys of those that bear its title or address too.
    var sharesWords = false
    var alike: Set<String> = []
    /// Whether no other entry of this fetch bears its link.
    var ownsLink: Bool
}

/// Gives the entries of one fetch their keys: the guid, else the link, else a hash of link, date and title, else one of
/// the content. A kind that is not unique within one fetch is passed over for that feed from then on.
enum EntryKeys {
    enum Kind: String, CaseIterable {
        case guid, link, facts, content
        /// Gives no key: that links with a fragment name parts of a page that many entries share.
        case page
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

    /// - Parameter passed: kinds that were not unique in earlier fetches.
    /// - Returns: one for each entry, without those listed twice; and the kinds to pass over from now on.
    static func assign(
        _ entries: [Entry], passing passed: Set<Kind> = []
    ) -> (entries: [KeyedEntry], passed: Set<Kind>) {
        var seen: Set<String> = []
        let candidates = entries.map(candidate).filter { seen.insert($0.item).inserted }
        var passed = passed
        for kind in Kind.allCases where !isUnique(candidates.compactMap { $0.keys[kind] }) {
            passed.insert(kind)
        }
        let pages = counted(candidates.compactMap(\.page))
        if candidates.contains(where: { hasFragment($0.entry) && pages[$0.page ?? ""] ?? 0 > 1 }) {
            passed.insert(.page)
        }
        let aliases = counted(candidates.compactMap { alias(of: $0.entry) })
        var keyed = candidates.map { candidate in
            let usable = Kind.allCases.filter { !passed.contains($0) }
                .compactMap { candidate.keys[$0] }
            let last =
                "item:" + hash([candidate.entry.id, candidate.entry.link, candidate.sentHash])
            let alias = passed.contains(.guid) ? nil : alias(of: candidate.entry)
            let isPart = passed.contains(.page) && hasFragment(candidate.entry)
            return KeyedEntry(
                entry: candidate.entry, key: usable.first ?? last,
                otherKeys: Kind.allCases.compactMap { candidate.keys[$0] }
                    .filter { $0 != usable.first },
                alias: alias.flatMap { aliases[$0] == 1 ? $0 : nil },
                sentHash: candidate.sentHash, ownHash: candidate.ownHash,
                pageHash: candidate.pageHash,
                ownsLink: candidate.page.map { pages[$0] == 1 && !isPart } ?? false)
        }
        noteAlike(candidates, &keyed)
        return (keyed, passed)
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
            pageHash: "page:" + hash(facts + [content.bare, summary.bare]),
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
