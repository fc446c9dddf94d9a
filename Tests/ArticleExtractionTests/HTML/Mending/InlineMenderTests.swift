import Testing

@testable import ArticleExtraction

@Suite struct InlineMenderTests {
    @Test(arguments: [
        ("10<sup>5</sup> litres", "10⁵ litres"), ("2.5×10<sup>−3</sup>", "2.5×10⁻³"),
        ("12 m<sup>2</sup>", "12 m²"), ("H<sub>2</sub>O", "H₂O"), ("a<sub>ij</sub>", "aᵢⱼ"),
        ("the 1<sup>st</sup> of May", "the 1st of May"), ("XIX<sup>e</sup>", "XIXe"),
        ("3<sup>ème</sup>", "3ème"), ("M<sup>me</sup> Roux", "Mme Roux"),
        ("Foo<sup>TM</sup>", "Foo™"),
        ("x<sup>a/b</sup>", "x^(a/b)"), ("x<sup><i>n</i></sup>", "xⁿ"), ("y<sub>q</sub>", "y_(q)"),
        ("4<sup>4</sup>⁄<sub>3</sub>", "4 4⁄3"), ("1<sup>1</sup>/<sub>2</sub> cups", "1 1/2 cups"),
        ("10<span class=sup>6</span>", "10⁶"), ("H<span class=subscript>2</span>O", "H₂O"),
        ("5<span style='vertical-align:super'>2</span>", "5²"), ("Roe<sup>1,2</sup>", "Roe¹,²"),
        ("the end.<sup>2</sup> More", "the end.2 More"), ("<sup>3</sup> A note", "3 A note"),
        ("with <sup>14</sup>C in it", "with ¹⁴C in it"),
        ("boat<sup>see the appendix of the book</sup>", "boat see the appendix of the book"),
    ])
    func `raises and lowers without running into digits`(html: String, line: String) {
        #expect(text(of: "<p>\(html)</p>") == line)
    }

    @Test func `leaves footnotes to the footnotes`() {
        let html = """
            <p>The mill<sup><a href="#n1" id="r1">1</a></sup> stands.</p><p>More of it here.</p>
            <p id="n1"><a href="#r1">1</a> Since the old king.</p>
            """
        #expect(markdown(of: html).contains("The mill[^1] stands."))
    }

    @Test(arguments: [
        ("en", "He said “the mill, as ‘they’ say” and left."),
        ("de", "He said „the mill, as ‚they‘ say“ and left."),
        ("fr", "He said « the mill, as “they” say » and left."),
        ("ja", "He said 「the mill, as 『they』 say」 and left."),
        ("xx", "He said “the mill, as ‘they’ say” and left."),
    ])
    func `sets the quotation marks of the language`(language: String, line: String) {
        let html = "<p lang=\(language)>He said <q>the mill, as <q>they</q> say</q> and left.</p>"
        #expect(text(of: html) == line)
    }

    @Test func `keeps quotation marks that are there`() {
        #expect(text(of: "<p><q>“So it is.”</q></p>") == "“So it is.”")
    }

    @Test func `reads pictures of characters`() {
        let html =
            #"<p>I <img class="emoji" alt="❤" src="/e/1.png"> it <img src="/2.svg" alt="😀" width=16>.</p>"#
        #expect(text(of: html) == "I ❤ it 😀.")
    }

    @Test(arguments: ["s", "strike", "del"])
    func `marks what is struck out`(tag: String) {
        let html = "<p>It costs <\(tag)>12 marks</\(tag)> 9 marks.</p>"
        #expect(markdown(of: html) == "It costs ~~12 marks~~ 9 marks.")
        #expect(text(of: html) == "It costs ~~12 marks~~ 9 marks.")

    }

    @Test func `marks whole paragraphs that are struck out`() {
        #expect(text(of: "<p>Open.</p><del><p>Closed.</p></del>") == "Open.\n~~Closed.~~")
        #expect(
            text(of: "<p>It is <span style='text-decoration: line-through'>shut</span> open.</p>")
                == "It is ~~shut~~ open.")
    }

    @Test func `takes a line end in a heading for a space`() {
        #expect(markdown(of: "<h2>First half<br>second half</h2>") == "## First half second half")
    }

    @Test func `writes one link as one link`() {
        let html =
            "<p>See <a href='https://x.example/r'>the <em>annual</em> report of the <b>board</b></a> too.</p>"
        #expect(
            markdown(of: html)
                == "See [the *annual* report of the **board**](https://x.example/r) too.")
    }
}
