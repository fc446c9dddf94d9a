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

    @Test(arguments: [FeedSubscription.FullText.auto, .always])
    func `fetches no file that goes with an entry, however short the entry is`(
        setting: FeedSubscription.FullText
    ) async throws {
        let film = Enclosure(
            url: "http://pages.example/film.mp4", type: "video/mp4", length: "4294967296")
        let entry = Entry(
            id: "a", title: "The film", link: film.url, summary: "Four hours.", enclosures: [film])
        #expect(content(entry, setting) == .own)
        let json = PollingFixture.json([entry])
        let fixture = try PollingFixture { .text(json, for: $0) }
        let feed = FeedSubscription(url: PollingFixture.feed, fullText: setting)
        await (try fixture.polling([feed])).pollDueOnce()
        #expect(fixture.sink.filings.count == 1)
        #expect(fixture.server.requests.map(\.url) == [PollingFixture.feed])
    }

    @Test func `files whole content and long summaries as they are`() {
        #expect(content(Entry(link: "http://x/1", content: long)) == .own)
        #expect(content(Entry(link: "http://x/1", summary: long)) == .own)
    }

    @Test(arguments: ["…", "[...]", "&#8230;</p>", "Read more", "<a href=x>Continue reading →</a>"])
    func `fetches the page where the text is cut`(ending: String) {
        #expect(
            content(Entry(link: "http://x/1", content: long + ending)) == .page("http://x/1"))
    }

    @Test(arguments: [
        "<p>[&#8230;]</p><p>The post <a href=x>Harbour</a> appeared first on <a href=y>The Quay</a>.</p>",
        "<p>Und so […]</p><p>Der Beitrag <a>Hafen</a> erschien zuerst auf <a>Der Kai</a>.</p>",
        "<p>et puis […]</p><p>L’article Le port est apparu en premier sur Le quai.</p>",
        "<p><a href=x>Continue reading Mill and market</a></p>", "<p>Continue reading Mill</p>",
        "<p>It ends.</p><p><a>Read the full article here</a></p>", "<p>Read more at The Quay</p>",
        "<p><a>Mehr erfahren…</a></p>", "<p>Lees verder op De Kade</p>",
        "<p>Читать далее «Мельница»</p>", "<p>続きを読む 水車</p>", "<p><a>Leer más »</a></p>",
    ])
    func `fetches the page where the end invites to read on`(ending: String) {
        #expect(
            content(Entry(link: "http://x/1", content: long + ending)) == .page("http://x/1"))
    }

    @Test(arguments: [
        "<p>The post <a>Harbour</a> appeared first on <a>The Quay</a>.</p>",
        "<p>La entrada Puerto se publicó primero en El muelle.</p>",
        "<p>投稿 港 は 埠頭 に最初に表示されました。</p>",
        "<p>She could not continue reading the letter.</p>", "<p>Read more: Mill, Market</p>",
        "<p>Read more about our work in the yearly report.</p>",
        "<p>Children who read more than others at home do better, the study says, whatever their school is like.</p>",
    ])
    func `keeps what is whole, whatever stands at its end`(ending: String) {
        #expect(content(Entry(link: "http://x/1", content: long + ending)) == .own)
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
