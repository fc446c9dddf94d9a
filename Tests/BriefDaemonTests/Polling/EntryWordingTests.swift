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
        ("<p>3 min read</p>", "<p>4 min read</p>"),
        ("<p>1,024&nbsp;views</p>", "<p>1.1k&nbsp;views</p>"),
        (
            "<div><span>12</span> <span>comments</span></div>",
            "<div><span>3</span> <span>comments</span></div>"
        ),
        ("<p>12 points | 3 comments | by wren</p>", "<p>40 points | 9 comments | by wren</p>"),
        ("<p>Posted 3 hours ago</p>", "<p>Posted 2 days ago</p>"),
        ("<p>3 posts - 2 participants</p>", "<p>9 posts - 4 participants</p>"),
        ("<p>Il y a 3 heures</p>", "<p>Il y a 4 heures</p>"),
        (
            "<p>\u{9605}\u{8BFB}\u{91CF}\u{FF1A}123</p>",
            "<p>\u{9605}\u{8BFB}\u{91CF}\u{FF1A}9124</p>"
        ),
        (
            "<p>12 \u{43A}\u{43E}\u{43C}\u{43C}\u{435}\u{43D}\u{442}\u{430}\u{440}\u{438}\u{435}\u{432}</p>",
            "<p>13 \u{43A}\u{43E}\u{43C}\u{43C}\u{435}\u{43D}\u{442}\u{430}\u{440}\u{438}\u{435}\u{432}</p>"
        ),
    ])
    func `takes counters and markup for no other text`(one: String, other: String) {
        let (one, other) = ("<p>The ferry came.</p>" + one, "<p>The ferry came.</p>" + other)
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

    @Test(arguments: [
        // Cells and items.
        (
            "<p>Seats:</p><table><tr><td>Mill</td><td>9</td></tr></table>",
            "<p>Seats:</p><table><tr><td>Mill</td><td>12</td></tr></table>"
        ),
        ("<p>Take</p><ul><li>18 g rye</li></ul>", "<p>Take</p><ul><li>22 g rye</li></ul>"),
        ("<p>Votes</p><ol><li>40 votes</ol>", "<p>Votes</p><ol><li>41 votes</ol>"),
        // A whole entry.
        ("The rope costs 40 marks.", "The rope costs 60 marks."),
        ("High water at 4.10 and 16.40.", "High water at 5.00 and 17.30."),
        ("<p>12 comments</p>", "<p>13 comments</p>"),
        // Short pieces that count nothing about the page.
        (
            "<p>The match is over.</p><p>Mill 3, Quay 1</p>",
            "<p>The match is over.</p><p>Mill 3, Quay 2</p>"
        ),
        (
            "<p>The match is over.</p><p>Score: 3:1</p>",
            "<p>The match is over.</p><p>Score: 3:2</p>"
        ),
        ("<p>Bring a coat. Price: 12 marks</p>", "<p>Bring a coat. Price: 14 marks</p>"),
        ("<h2>Room 12</h2><p>It is upstairs.</p>", "<h2>Room 14</h2><p>It is upstairs.</p>"),
        (
            "<p>Share of the vote: 40%</p><p>It was close.</p>",
            "<p>Share of the vote: 41%</p><p>It was close.</p>"
        ),
    ])
    func `takes a figure of the text for another text, however short the piece`(
        one: String, other: String
    ) {
        #expect(said(one).steady != said(other).steady)
    }

    @Test func `takes a counter in the middle of a long entry for its text`() {
        let words = "<p>" + String(repeating: "rope ", count: 50) + "</p>"
        let (one, other) = (words + "<p>3 votes</p>" + words, words + "<p>4 votes</p>" + words)
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
