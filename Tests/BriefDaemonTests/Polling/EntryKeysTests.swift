import BriefModel
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

    @Test func `keeps the alias where a guid changes scheme or host`() {
        let old = Entry(id: "http://old.example/p/1", title: "T", link: "http://x/1")
        let new = Entry(id: "https://new.example/p/1", title: "T", link: "https://x/1")
        let aliases = [old, new].map { EntryKeys.assign([$0]).entries[0].alias }
        #expect(aliases[0] != nil && aliases[0] == aliases[1])
    }
}
