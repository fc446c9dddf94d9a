import Testing

@testable import BriefDaemon

@Suite struct EntryWordingTests {
    private func said(_ html: String) -> (steady: String, bare: String, whole: String) {
        let wording = EntryWording(html: html)
        return (
            String(decoding: wording.steady, as: UTF8.self),
            String(decoding: wording.bare, as: UTF8.self),
            String(decoding: wording.whole, as: UTF8.self)
        )
    }

    @Test func `reads the words and not the markup`() {
        #expect(
            said("<p class=\"a\">One <b>two</b></p><!-- <p>no --><script>x < 1</script>three").whole
                == "One two three ")
        #expect(said("a < b and <3").whole == "a < b and <3 ")
        #expect(said("").whole == "")
    }

    @Test(arguments: [
        ("<p>Points: 7</p><p># Comments: 12</p>", "<p>Points: 1,208</p><p># Comments: 99</p>"),
        (
            "<p>The ferry was late.</p><a>3 comments</a>",
            "<p>The ferry was late.</p><a>1 comment</a>"
        ),
        (
            "<p>The old ferry was late again. 12 views</p>",
            "<p>The old ferry was late again. 13 views</p>"
        ),
        (
            "<p>The ferry was late.</p><img width=\"1\" src=\"http://t.example/p?1\">",
            "<p>The ferry was late.</p><img width=\"1\" src=\"http://t.example/q?2\">"
        ),
        ("<p><a href=\"/a?sid=1\">Read</a></p>", "<p><a href=\"/a?sid=2\">Read</a></p>"),
        ("<p>\u{8BC4}\u{8BBA} 3</p>", "<p>\u{8BC4}\u{8BBA} 17</p>"),
        ("<p>Noch 5 Kommentare</p>", "<p>Noch 15 Kommentare</p>"),
    ])
    func `takes counters and markup for no other text`(one: String, other: String) {
        #expect(said(one).steady == said(other).steady)
        #expect(EntryWording(html: one).pictures == EntryWording(html: other).pictures)
    }

    @Test(arguments: [
        (
            "<p>The storm killed 3 people on the coast.</p>",
            "<p>The storm killed 7 people on the coast.</p>"
        ),
        ("<p>It rained.</p>", "<p>It snowed.</p>"),
        (
            "<p>\u{5171}\u{6709}123\u{4EBA}\u{53C2}\u{52A0}\u{4E86}\u{8FD9}\u{6B21}\u{4F1A}\u{8BAE}\u{5E76}\u{53D1}\u{8A00}</p>",
            "<p>\u{5171}\u{6709}125\u{4EBA}\u{53C2}\u{52A0}\u{4E86}\u{8FD9}\u{6B21}\u{4F1A}\u{8BAE}\u{5E76}\u{53D1}\u{8A00}</p>"
        ),
    ])
    func `takes other words, and numbers within sentences, for another text`(
        one: String, other: String
    ) {
        #expect(said(one).steady != said(other).steady)
    }

    @Test func `leaves every number out where the page is what is filed`() {
        #expect(said("So far 3 people have signed it.").bare == "So far people have signed it. ")
        #expect(said("a 7pm start").bare == said("a 8pm start").bare)
    }

    @Test func `knows a picture by its place`() {
        let one = EntryWording(html: "<img src='/a.png?x=1' alt=a>")
        #expect(one.pictures == EntryWording(html: "<img src=\"/a.png?x=2\">").pictures)
        #expect(one.pictures != EntryWording(html: "<img src=/b.png>").pictures)
    }
}
