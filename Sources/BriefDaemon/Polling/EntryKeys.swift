import BriefModel
import FoundationEssentials
import Hashing

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
    /// Whether no other entry of this fetch bears its link.
    var ownsLink: Bool
}

/// Gives the entries of one fetch their keys: the guid, else the link, else a hash of link, date and title, else one of
/// the content. A kind that is not unique within one fetch is passed over for that feed from then on.
enum EntryKeys {
    enum Kind: String, CaseIterable {
        case guid, link, facts, content
    }

    private struct Candidate {
        var entry: Entry
        var sentHash: String
        var keys: [Kind: String]
    }

    /// - Parameter passed: kinds that were not unique in earlier fetches.
    /// - Returns: one for each entry, without those listed twice; and the kinds to pass over from now on.
    static func assign(
        _ entries: [Entry], passing passed: Set<Kind> = []
    ) -> (entries: [KeyedEntry], passed: Set<Kind>) {
        let candidates = distinct(entries).map(candidate)
        var passed = passed
        for kind in Kind.allCases where !isUnique(candidates.compactMap { $0.keys[kind] }) {
            passed.insert(kind)
        }
        var links: [String: Int] = [:]
        for link in candidates.compactMap(\.entry.link) { links[link, default: 0] += 1 }
        var aliases: [String: Int] = [:]
        for candidate in candidates {
            if let alias = alias(of: candidate.entry) { aliases[alias, default: 0] += 1 }
        }
        let keyed = candidates.map { candidate in
            let usable = Kind.allCases.filter { !passed.contains($0) }
                .compactMap { candidate.keys[$0] }
            let last =
                "item:" + hash([candidate.entry.id, candidate.entry.link, candidate.sentHash])
            let alias = passed.contains(.guid) ? nil : alias(of: candidate.entry)
            return KeyedEntry(
                entry: candidate.entry, key: usable.first ?? last,
                otherKeys: Kind.allCases.compactMap { candidate.keys[$0] }
                    .filter { $0 != usable.first },
                alias: alias.flatMap { aliases[$0] == 1 ? $0 : nil },
                sentHash: candidate.sentHash,
                ownsLink: candidate.entry.link.map { links[$0] == 1 } ?? false)
        }
        return (keyed, passed)
    }

    /// Without items that a feed lists twice: guid, link and title agree.
    private static func distinct(_ entries: [Entry]) -> [Entry] {
        var seen: Set<String> = []
        return entries.filter {
            seen.insert(
                hash(
                    [$0.id, $0.link, $0.title] + ($0.title == nil ? [$0.content, $0.summary] : []))
            ).inserted
        }
    }

    private static func candidate(_ entry: Entry) -> Candidate {
        var keys: [Kind: String] = [:]
        if let id = filled(entry.id) { keys[.guid] = "guid:" + bounded(id) }
        if let link = filled(entry.link) { keys[.link] = "link:" + bounded(link) }
        if filled(entry.link) != nil || filled(entry.title) != nil {
            let date = (entry.published ?? entry.updated)?.rfc3339
            keys[.facts] = "facts:" + hash([entry.link, date, entry.title])
        }
        if filled(entry.content) != nil || filled(entry.summary) != nil {
            keys[.content] = "content:" + hash([entry.content, entry.summary])
        }
        return Candidate(
            entry: entry,
            sentHash: hash([entry.title, entry.link, entry.content, entry.summary]), keys: keys)
    }

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
}
