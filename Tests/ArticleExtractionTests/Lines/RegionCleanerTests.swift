import LibXML
import Testing

@testable import ArticleExtraction

/// Who may delete a line: the judge decides, rules only where he doubts.
@Suite struct RegionCleanerTests {
    private static let prose =
        "<p>The growers of the valley met on Sunday to settle whether the old pear trees should be felled, and they "
        + "agreed to let them stand.</p>"

    /// What is left of a body in which everything was kept, at these odds for all lines but prose.
    private func left(
        _ html: String, odds: Float, languages: PhraseLanguages = .english
    ) -> [String] {
        let page = PageReader.read(HTMLTree(parsing: Array("<body>\(html)</body>".utf8)))
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        let judged = page.passages.map { $0.census.length > 20 ? Float(0.98) : odds }
        RegionCleaner(page: page, odds: judged, languages: languages).clean(&verdict)
        return page.passages.indices.filter {
            verdict.kept[$0] && page.passages[$0].census.length <= 20
        }
        .map(page.string)
    }

    @Test(arguments: [
        "<p>Home</p>", "<p>Newsletter</p>", "<div>Read more</div>", "<p>12 views</p>",
    ])
    func `a phrase drops a line where the judge doubts, and not where he is sure`(line: String) {
        #expect(left(Self.prose + line + Self.prose, odds: 0.5).isEmpty)
        #expect(left(Self.prose + line + Self.prose, odds: 0.9).count == 1)
    }

    @Test(arguments: [
        ("<h2>Advertising</h2>", true), ("<div><h2>Advertisement</h2></div>", false),
        ("<p>Advertisement</p>", false),
    ])
    func `the heading of a part on advertising stays, a label does not`(line: String, stays: Bool) {
        #expect(left(Self.prose + line + Self.prose, odds: 0.9).count == (stays ? 1 : 0))
    }

    @Test(arguments: [
        "4.5/5 - (123 votes)", "4.5 / 5 (123 votes)", "Рейтинг: 4,5 (123 голоса)",
        "4,2 / 5 (18 głosów)",
        "Rated 4.8 out of 5 based on 210 reviews", "Ø 4,5 von 5 Sternen bei 12 Bewertungen",
    ])
    func `drops what a row of stars leaves where the text has ended`(line: String) {
        let line = line.replacing("Ø ", with: "")
        #expect(left(Self.prose + "<p>\(line)</p>", odds: 0.95).isEmpty)
        #expect(left(Self.prose + "<p>\(line)</p>" + Self.prose, odds: 0.95).count == 1)
        #expect(left(Self.prose + "<p>Star rating: 8 stars out of 10</p>", odds: 0.95).count == 1)
        #expect(left(Self.prose + "<p>The motion had \(line)</p>", odds: 0.95).count == 1)
    }

    @Test(arguments: [
        ("<p><a href='/t/1' rel='tag'>pears</a></p>", 0), ("<p><a href='/t/1'>pears</a></p>", 1),
        ("<div class='price'>€ 34,95</div>", 0), ("<div>34,95</div>", 1),
        ("<p>It cost € 34,95.</p>", 1), ("<div>💡</div>", 0), ("<p>💡</p>", 1), ("<div>•</div>", 0),
        ("<div class='cta-inline'><div>Book a demo with us.</div></div>", 0),
        ("<div class='octave'><div>Book a demo with us.</div></div>", 1),
        ("<div id='contentSub'>Redirected from the pears</div>", 0),
        ("<p>© Riproduzione riservata</p>", 0),
    ])
    func `drops lines of the page's own`(line: String, count: Int) {
        let text = String(repeating: Self.prose, count: 2)
        #expect(left(text + line, odds: 0.7, languages: .any).count == count)
    }

    @Test func `drops links side by side that are buttons`() {
        let row = "<div><a href='/p'>Print recipe</a><a href='/s'>Share on Pinterest</a></div>"
        #expect(left(Self.prose + row + Self.prose, odds: 0.4).isEmpty)
        let names = "<div><a href='/p'>Print recipe</a>, said <a href='/s'>the mill</a></div>"
        #expect(left(Self.prose + names + Self.prose, odds: 0.55).count == 1)
    }

    @Test(arguments: [
        "When you buy through links on our site, we may earn an affiliate commission.",
        "Questo post può contenere link affiliati.", "Este artículo contiene enlaces de afiliados.",
        "In diesem Beitrag sind Affiliate-Links enthalten.", "この記事は会員限定です。残り120文字",
        "Things you buy through our links may earn us a commission.",
        "skip past newsletter promotion", "after newsletter promotion",
    ])
    func `drops what no article has, however sure the judge is`(line: String) {
        #expect(
            left(Self.prose + "<p>\(line)</p>" + Self.prose, odds: 0.9, languages: .any).isEmpty)
    }

    @Test(arguments: [
        ("class='signature' id='sig12'", 0), ("class='message-signature'", 0),
        ("class='signature'", 1),
    ])
    func `drops what a writer on a board has below each post`(attributes: String, count: Int) {
        let line = "<div \(attributes)>Grafting since the flood</div>"
        #expect(left(Self.prose + Self.prose + line, odds: 0.95).count == count)
    }

    @Test func `drops what a board writes over code`() {
        let code = "<div><p>Code: <a href='#'>Select all</a></p><pre>if x:\n  y()</pre></div>"
        #expect(left(Self.prose + code + Self.prose, odds: 0.7).count == 1)
    }

    @Test func `items that a colon announces are told, whatever they say`() {
        let list = "<ul><li>Share</li><li>Log in</li><li>Settings</li></ul>"
        #expect(
            left(Self.prose + "<p>The menu has these:</p>" + list + Self.prose, odds: 0.7).count
                == 4)
        let steps = list.replacing("ul>", with: "ol>")
        #expect(left(Self.prose + steps + Self.prose, odds: 0.85).count == 3)
        let linked = list.replacing("<li>Share", with: "<li><a href=/s>Share</a>")
        #expect(left(Self.prose + linked + Self.prose, odds: 0.7).isEmpty)
    }

    @Test func `what was paid for goes with the word that says so`() {
        let box = "<div><div>Sponsored</div><a href='https://p.example'>The quiet pump</a></div>"
        #expect(left(Self.prose + box + Self.prose, odds: 0.7).isEmpty)
        let told = "<div><div>Sponsored</div><p>It has not paid.</p></div>"
        #expect(left(Self.prose + told + Self.prose, odds: 0.7) == ["It has not paid."])
    }

    @Test(arguments: [
        "<div><div>Python</div><pre>prune()</pre></div>",
        "<div><div><span>bash</span></div><div>Copy code</div><pre>prune</pre></div>",
        "<div><pre>prune()</pre><div>Python</div></div>",
    ])
    func `the label of a box of code goes, and a heading like it stays`(html: String) {
        #expect(left(Self.prose + html + Self.prose, odds: 0.9).count == 1)
        let heading = "<h3>Python</h3><pre>prune()</pre>"
        #expect(left(Self.prose + heading + Self.prose, odds: 0.9).count == 2)
    }

    @Test(arguments: [
        "<p>Follow us on <a href='https://t.me/o'>Telegram</a> and <a href='https://vk.com/o'>VK</a>.</p>",
        "<p>Filed under: <a href='/c/local'>Local</a></p>",
        "<p>ⓒ Valley Post, all else is forbidden</p>",
        "<p>Spotted a mistake? Tell us.</p>", "<p>Sign up for our free newsletter!</p>",
    ])
    func `links say what a phrase says, also where the judge is sure`(line: String) {
        #expect(left(Self.prose + Self.prose + line, odds: 0.95).isEmpty)
    }

    @Test func `a paragraph that is one link to the site goes where the text has ended`() {
        let call = "<p><a href='/tips'>Do you know more? Write.</a></p>"
        #expect(left(Self.prose + call, odds: 0.6).isEmpty)
        #expect(left(Self.prose + call + Self.prose, odds: 0.6).count == 1)
        #expect(left(Self.prose + call, odds: 0.9).count == 1)
    }

    @Test func `a card that links elsewhere stays where its program names it so`() {
        let card =
            "<figure><a class='bookmark source' href='https://x.example/q'><div>How queues starve</div></a></figure>"
        #expect(left(Self.prose + card + Self.prose, odds: 0.4) == ["How queues starve"])
    }

    @Test func `a list of goods is no row of boxes`() {
        let goods = (1...8).map {
            "<div><h3>Bag number \($0)</h3><p>A bag for tools that holds \($0) of them.</p><form><input name=q><button>Buy</button></form></div>"
        }
        #expect(left("<div>" + goods.joined() + "</div>", odds: 0.4).count >= 16)
    }

    @Test(arguments: [0.35, 0.7, 0.95] as [Float])
    func `headings of text, cells, code and items stay at any odds`(odds: Float) {
        let own = """
            <h2>Discussion</h2>\(Self.prose)
            <table><tr><th>Share</th><th>Views</th></tr><tr><td>Facebook</td><td>No</td></tr></table>
            <pre>options</pre><ul><li>Search</li><li>Old press</li><li>Settings</li></ul>
            """
        #expect(left(Self.prose + own + Self.prose, odds: odds).count == 9)
    }

    @Test(arguments: [
        "<p>© 2026 Valley Post. Nothing of this may be used elsewhere.</p>",
        "<p>Copyright © 2026 Valley Post</p>", "<div>5 min read · 1.2k views</div>",
    ])
    func `rights and reading times below or amid a text go`(line: String) {
        #expect(left(Self.prose + line, odds: 0.7).isEmpty)
    }

    @Test(arguments: [
        "<p>© is the sign for it.</p>", "<p>It said © 2026 on the plate.</p>",
        "<div>42 kg · 3 m · 7 in all</div>",
        "<blockquote><p>Go.</p><footer><a href='/h'>Ada Marl</a></footer></blockquote>",
    ])
    func `signs and measures of a text stay, and whom it quotes`(line: String) {
        #expect(!left(Self.prose + line + Self.prose, odds: 0.7).isEmpty)
    }

    @Test func `items stay that bear the numbers before and behind`() {
        let items = ["43. Thoughts on \"The Pears\" (May 1)", "44. More on the old press (May 2)"]
        let html = items.map { "<p><a href='/a'>\($0)</a></p>" }.joined()
        #expect(left(Self.prose + html + Self.prose, odds: 0.9) == items)
        #expect(left(Self.prose + "<p><a href='/a'>More on the old press</a></p>", odds: 0.9) == [])
    }

    @Test func `an answer stays below the heading that asks, a call does not`() {
        func html(_ answer: String) -> String {
            Self.prose + "<h3>And if I change my mind?</h3><p>\(answer)</p>" + Self.prose
        }
        let answer =
            "Yes, you can unsubscribe at any time, and the paper sends the rest of the money back."
        #expect(left(html(answer), odds: 0.95).count == 2)
        let call = "Sign up for our newsletter and get the best of the valley every morning."
        #expect(left(html(call), odds: 0.95).count < 2)
    }

    @Test func `a heading of what is dropped goes`() {
        let html =
            Self.prose + "<h3>Related articles</h3><p><a href='/a'>Read more: Pears</a></p>"
            + Self.prose
        #expect(left(html, odds: 0.5).isEmpty)
    }

    @Test func `a last heading goes with what a rule dropped below it, else the judge decides`() {
        let heading = "<h3>Pears of the north</h3>"
        #expect(left(Self.prose + heading, odds: 0.9).count == 1)
        #expect(left(Self.prose + heading, odds: 0.5).isEmpty)
        #expect(left(Self.prose + heading + "<p>Advertisement</p>", odds: 0.9).isEmpty)
    }

    @Test(arguments: ["“Share.”", "— Search.", "Yes.", "Go back."])
    func `speech and short sentences stay`(line: String) {
        #expect(left(Self.prose + "<p>\(line)</p>" + Self.prose, odds: 0.5) == [line])
    }

    @Test func `an answer stays below its question, not below a form's`() {
        #expect(left(Self.prose + "<p>Did they write?</p><p>No.</p>", odds: 0.5).count == 2)
        #expect(left(Self.prose + "<p>Was this page helpful?</p>" + Self.prose, odds: 0.95).isEmpty)
    }

    @Test func `phrases count in their own language`() {
        let line = "<p>Einstellungen</p>"
        #expect(left(Self.prose + line + Self.prose, odds: 0.5).count == 1)
        #expect(
            left(
                Self.prose + line + Self.prose, odds: 0.5, languages: PhraseLanguages(code: "de-AT")
            )
            .isEmpty)
    }

    @Test func `a single word that begins a sentence is no phrase`() {
        let line = "<p>Doña Marta llegó tarde a la reunión.</p>"
        #expect(
            left(Self.prose + line, odds: 0.5, languages: PhraseLanguages(code: "es")).count == 1)
    }

    @Test(arguments: [
        "<p>Advertisement</p>", "<p>Share this article</p>", "<p>Photo: Ann Coll</p>",
    ])
    func `what no article has goes although the judge was sure`(line: String) {
        #expect(left(Self.prose + line + Self.prose, odds: 0.95).isEmpty)
    }

    @Test func `a link on a line of its own goes where the judge doubts`() {
        let line = "<p><a href='/x'>The pears of the north</a></p>"
        #expect(left(Self.prose + line + Self.prose, odds: 0.4).isEmpty)
        #expect(left(Self.prose + line + Self.prose, odds: 0.7).count == 1)
    }

    @Test(arguments: ["mr ms by ao", "by-the-river", "writers-colony x", "css-1by2"])
    func `names that programs made say nothing of a line`(name: String) {
        let line = "<p class='\(name)'>Short words of the text</p>"
        #expect(left(Self.prose + line + Self.prose, odds: 0.5).count == 1)
    }

    @Test(arguments: ["byline", "entry-meta", "post-author", "articleAuthorName", "author-byline"])
    func `names of bylines do where the judge doubts`(name: String) {
        let line = "<p class='\(name)'>Joan Ebden</p>"
        #expect(left(Self.prose + line + Self.prose, odds: 0.5).isEmpty)
        #expect(left(Self.prose + line + Self.prose, odds: 0.9).count == 1)
    }

    @Test func `says which rule dropped a line, and by which words`() {
        let page = PageReader.read(
            HTMLTree(parsing: Array("\(Self.prose)<p>Share this page</p>\(Self.prose)".utf8)))
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        RegionCleaner(page: page, odds: [0.9, 0.5, 0.9], languages: .any).clean(&verdict)
        #expect(
            verdict.deletions == [1: LineDeletion(rule: .furniture(.share), phrase: "share this")])
        #expect(
            verdict.deletions[1]?.words
                == "a line of furniture: sharing or printing (\"share this\")")
    }

    @Test(arguments: [0.35, 0.7, 0.95] as [Float])
    func `terms with what they stand for, and cells that name advertisements, stay`(odds: Float) {
        let own = """
            <dl><dt>Search</dt><dd>Finds a tree.</dd><dt>Share</dt><dd>Sends the count.</dd></dl>
            <table><tr><th>Source</th><th>Part</th></tr><tr><td>Advertisement</td><td>30 %</td></tr></table>
            """
        #expect(left(Self.prose + own + Self.prose, odds: odds).count == 8)
    }

    @Test func `what names a quotation, a table or a listing is no caption of a picture`() {
        let own = """
            <figure><blockquote><p>Cold is a teacher.</p></blockquote><figcaption>Tom Ash</figcaption></figure>
            <figure><pre>x = 1</pre><figcaption>The start</figcaption></figure>
            """
        #expect(left(Self.prose + own + Self.prose, odds: 0.9).count == 4)
        let picture = "<figure><img src=a.jpg><figcaption>The press in May</figcaption></figure>"
        #expect(left(Self.prose + picture + Self.prose, odds: 0.9).isEmpty)
    }
}
