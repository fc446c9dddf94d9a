import BriefModel
import Foundation
import Testing

@testable import BriefDaemon

@Suite struct EntryKeysTests {
    private func keys(_ entries: [Entry]) -> [String] {
        EntryKeys.assign(entries).entries.map { String($0.key.prefix { $0 != ":" }) }
    }

    @Test func `prefers the guid, then the link, then the facts, then the content`() {
        #expect(
            keys([
                Entry(id: "a", title: "A", link: "http://x/a"),
                Entry(title: "B", link: "http://x/b"),
                Entry(title: "C", content: "c"), Entry(content: "d"),
            ]) == ["guid", "link", "facts", "content"])
    }

    @Test func `passes over a guid that all entries share`() {
        let entries = (1...3).map { Entry(id: "same", title: "T\($0)", link: "http://x/\($0)") }
        let assigned = EntryKeys.assign(entries)
        #expect(assigned.entries.map(\.key) == (1...3).map { "link:http://x/\($0)" })
        #expect(assigned.passed == [.guid])
        let later = EntryKeys.assign([entries[0]], passing: assigned.passed)
        #expect(later.entries[0].key == "link:http://x/1")
    }

    @Test func `tells entries apart that share guid and link`() {
        let entries = (1...3).map { Entry(id: "same", title: "T\($0)", link: "http://x/") }
        let assigned = EntryKeys.assign(entries)
        #expect(Set(assigned.entries.map(\.key)).count == 3)
        #expect(assigned.entries.allSatisfy { !$0.ownsLink })
    }

    @Test func `takes an empty guid for none and a repeated item for one`() {
        let item = Entry(id: " ", title: "T", link: "http://x/1", content: "one")
        #expect(keys([item, item]) == ["link"])
    }

    @Test(arguments: [
        (EntryRules.Key.guid, 2), (.link, 2), (.title, 3), (.content, 4),
    ])
    func `takes entries for one that agree in what an operator says they are known by`(
        given: EntryRules.Key, count: Int
    ) {
        func entry(_ id: String, _ title: String, _ link: String, _ text: String, _ day: Double)
            -> Entry
        {
            Entry(
                id: id, title: title, link: "http://x/" + link,
                published: Date(timeIntervalSince1970: 1_780_000_000 + day * 86_400), content: text)
        }
        let entries = [
            entry("1", "Tides", "a", "one", 1), entry("1", "TIDES ", "a", "two", 3),
            entry("2", "Storms", "b", "three", 2), entry("2", "Calm", "b", "four", 2),
        ]
        let assigned = EntryKeys.assign(entries, by: given)
        #expect(assigned.entries.count == count)
        #expect(assigned.entries.allSatisfy { $0.key.hasPrefix(given.rawValue + ":") })
        #expect(given == .content || assigned.entries[0].entry.content == "two", "the latest")
        // What lacks it is known as it would be without.
        let bare = EntryKeys.assign([Entry(link: "http://x/c")], by: given).entries[0]
        #expect(bare.key == "link:http://x/c")
    }

    @Test func `keeps the alias where a guid changes scheme or host`() {
        let old = Entry(id: "http://old.example/p/1", title: "T", link: "http://x/1")
        let new = Entry(id: "https://new.example/p/1", title: "T", link: "https://x/1")
        let aliases = [old, new].map { EntryKeys.assign([$0]).entries[0].alias }
        #expect(aliases[0] != nil && aliases[0] == aliases[1])
    }

    private func weather(_ day: Int, text: String? = nil, id: String? = nil) -> Entry {
        Entry(
            id: id, title: "Weather", link: "http://x/weather",
            published: Date(timeIntervalSince1970: 1_780_000_000 + Double(day) * 86_400),
            content: text ?? "Clouds \(day)")
    }

    @Test func `takes items that differ in their date or text alone for different ones`() {
        let same = [weather(1), weather(2), weather(2, text: "Rain"), weather(1)]
        for id in [nil, "guid"] {
            let entries = same.map { entry in
                var entry = entry
                entry.id = id
                return entry
            }
            let assigned = EntryKeys.assign(entries).entries
            #expect(assigned.count == 3)
            #expect(Set(assigned.map(\.key)).count == 3)
            #expect(assigned.allSatisfy { !$0.ownsLink })
        }
    }

    @Test(arguments: [false, true])
    func `keeps the keys of such items as the window moves and one is edited`(isReversed: Bool) {
        func polled(_ days: ClosedRange<Int>, edited: Int? = nil) -> [String: String] {
            let entries = days.map { weather($0, text: $0 == edited ? "Clouds and sun" : nil) }
            let keyed = EntryKeys.assign(
                isReversed ? entries.reversed() : entries, passing: [.link])
            return Dictionary(
                uniqueKeysWithValues: keyed.entries.map {
                    ("\($0.entry.published?.timeIntervalSince1970 ?? 0)", $0.key)
                })
        }
        let first = polled(1...4)
        let later = polled(2...6, edited: 3)
        #expect(first.filter { later[$0.key] != nil }.allSatisfy { later[$0.key] == $0.value })
        #expect(later.count == 5)
    }

    @Test func `takes no page for an entry's own that others link to a part of`() {
        let entries = (1...3).map {
            Entry(id: "v\($0)", title: "V \($0)", link: "http://x/changes#v\($0)")
        }
        let assigned = EntryKeys.assign(entries)
        #expect(assigned.entries.allSatisfy { !$0.ownsLink })
        #expect(assigned.entries.map(\.key) == ["guid:v1", "guid:v2", "guid:v3"])
        let alone = EntryKeys.assign([entries[2]], passing: assigned.passed)
        #expect(!alone.entries[0].ownsLink)
        let plain = EntryKeys.assign(
            [Entry(id: "a", link: "http://x/a")], passing: assigned.passed)
        #expect(plain.entries[0].ownsLink)
    }

    @Test(arguments: [
        ("http://x/a?utm_source=one", "http://x/a?utm_source=two"),
        ("http://x/a/", "https://www.x/a"),
        ("http://x/#one", "http://x/#two"),
    ])
    func `takes two spellings of an address for one`(one: String, other: String) {
        let assigned = EntryKeys.assign([Entry(id: "a", link: one), Entry(id: "b", link: other)])
        #expect(assigned.entries.allSatisfy { !$0.ownsLink })
    }

    @Test func `says which entries bear the same words`() {
        let entries = ["One", "One", "Two", "Three"].enumerated().map { number, title in
            Entry(id: "\(number)", title: title, content: title == "Three" ? "Else" : "Comments")
        }
        let keyed = EntryKeys.assign(entries).entries
        #expect(keyed.map(\.sharesWords) == [true, true, true, false])
        #expect(keyed.map(\.alike) == [["guid:1"], ["guid:0"], [], []])
    }
}
