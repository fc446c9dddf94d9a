import BriefModel
import Testing

@testable import BriefDaemon

@Suite struct EntryTextTests {
    private static let prose =
        "The ferry to the island left an hour late because the tide had not risen as the harbour "
        + "master had said it would, and the baker on the pier gave bread to all who waited there. "
    private static let other =
        "Nobody at the town hall remembers who ordered the second bridge, though eleven letters "
        + "about its paint lie in the archive and every one of them bears another signature. "

    private static func words(_ count: Int, of text: String) -> String {
        text.split(separator: " ").prefix(count).joined(separator: " ")
    }

    @Test(arguments: [
        "<figure><img src='/a.jpg'><figcaption>The pier at dawn</figcaption></figure>", "...", "…",
        "<img src='/a.jpg' alt='The ferry'>", "<p>&nbsp;&#160;</p>", "<!-- nothing but this -->",
        "<script>var a = 'these are not words of the article at all, are they';</script>", "[…]",
        "<p>Read more</p>", "",
    ])
    func `files the description where the content says less`(content: String) {
        let entry = Entry(content: content, summary: "<p>\(Self.prose)</p>")
        #expect(EntryText(entry).html == "<p>\(Self.prose)</p>")
    }

    @Test(arguments: ["", "…", " [&#8230;]", " The post <a href=x>T</a> appeared first on P."])
    func `files the content that holds the summary`(tail: String) {
        let content = "<p>\(Self.prose)</p>" + "<p>\(Self.other)</p>"
        let entry = Entry(content: content, summary: Self.words(25, of: Self.prose) + tail)
        #expect(EntryText(entry).html == content)
        #expect(EntryText(entry).aside == nil || tail.contains("first"))
    }

    @Test func `files content rather than the same as a summary with a line below`() {
        let entry = Entry(
            content: "<p>\(Self.prose)</p>", summary: Self.prose + "Filed under: Harbour, Ferries")
        #expect(EntryText(entry).html == "<p>\(Self.prose)</p>")
    }

    @Test func `files what is whole rather than what is cut and hardly longer`() {
        let cut = Self.words(33, of: Self.prose) + " …"
        let whole = Self.words(30, of: Self.prose)
        #expect(EntryText(Entry(content: cut, summary: whole)).html == whole)
        #expect(EntryText(Entry(content: whole, summary: cut)).html == whole)
        #expect(EntryText(Entry(content: whole, summary: Self.words(5, of: whole))).html == whole)
    }

    @Test func `files the longer of two that say different things, and names the other`() {
        let long = Self.other + Self.other
        let one = EntryText(Entry(content: long, summary: Self.prose))
        #expect(one.html == long)
        #expect(one.aside == PlainWords(html: Self.prose).plain)
        let two = EntryText(Entry(content: Self.prose, summary: long))
        #expect(two.html == long)
        #expect(two.aside == PlainWords(html: Self.prose).plain)
    }

    @Test func `compares words, not bytes`() {
        let styled = "<div style='\(String(repeating: "color:red;", count: 300))'>Short.</div>"
        #expect(EntryText(Entry(content: styled, summary: Self.prose)).html == Self.prose)
        let chinese = "渡轮晚点一小时，因为潮水没有像港务长说的那样上涨，码头上的面包师把面包分给了所有等候的人。"
        #expect(EntryText(Entry(content: "The ferry", summary: chinese)).html == chinese)
    }

    @Test func `is whole by the length of what is filed`() {
        let long = String(repeating: Self.prose, count: 8)
        #expect(EntryText(Entry(content: "<img src=x>", summary: long)).isWhole)
        #expect(!EntryText(Entry(content: "<img src=x>", summary: Self.prose + Self.other)).isWhole)
        #expect(!EntryText(Entry(content: long + "…", summary: Self.prose)).isWhole)
    }

    @Test func `shows the picture of the text that is not filed`() {
        let picture = "<img src='https://q.example/a.jpg' alt='Pier'>"
        let entry = Entry(
            link: "https://q.example/1", content: "<p>\(picture)</p>", summary: Self.prose)
        let document = EntryDocument(
            entry, of: ParsedFeed(format: .rss), site: FeedSite(domains: []), arrival: .now)
        let html = String(decoding: document.content.bytes, as: UTF8.self)
        #expect(html == Self.prose + "\n" + picture)
    }
}
