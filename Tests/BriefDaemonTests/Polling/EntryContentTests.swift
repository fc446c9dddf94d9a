import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct EntryContentTests {
    private func content(
        _ entry: Entry, ownsLink: Bool = true, _ fullText: FeedSubscription.FullText = .auto
    ) -> EntryContent {
        EntryContent(
            KeyedEntry(entry: entry, key: "k", otherKeys: [], sentHash: "", ownsLink: ownsLink),
            fullText: fullText)
    }

    private let long = String(repeating: "<b>word</b> ", count: 300)

    @Test func `files whole content and long summaries as they are`() {
        #expect(content(Entry(link: "http://x/1", content: long)) == .own)
        #expect(content(Entry(link: "http://x/1", summary: long)) == .own)
    }

    @Test(arguments: ["…", "[...]", "&#8230;</p>", "Read more", "<a href=x>Continue reading →</a>"])
    func `fetches the page where the text is cut`(ending: String) {
        #expect(
            content(Entry(link: "http://x/1", content: long + ending)) == .page("http://x/1"))
    }

    @Test func `fetches the page of a summary`() {
        #expect(content(Entry(link: "http://x/1", summary: "short")) == .page("http://x/1"))
        #expect(content(Entry(link: "mailto:x", summary: "short")) == .own)
        #expect(content(Entry(link: "http://x/1", summary: "short"), ownsLink: false) == .own)
    }

    @Test func `does as the subscription says`() {
        #expect(content(Entry(link: "http://x/1", content: long), .always) == .page("http://x/1"))
        #expect(content(Entry(link: "http://x/1", summary: "short"), .never) == .own)
    }
}
