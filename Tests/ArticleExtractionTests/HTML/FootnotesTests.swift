import Testing

@testable import ArticleExtraction

@Suite struct FootnotesTests {
    private let listed = """
        <p>The ferry runs again.<sup id="r1"><a href="#fn1">1</a></sup> It is
        late<a href="#fn2"><sup>2</sup></a>.</p>
        <ol class="notes"><li id="fn1"><p>Since Monday. <a href="#r1">↩</a></p>
        <p>At noon.</p></li>
        <li id="fn2">By <em>half</em> an hour. <a href="#r2" class="back">↩</a></li></ol>
        """

    @Test func `writes references and their notes as footnotes of GFM`() {
        #expect(
            markdown(of: listed) == """
                The ferry runs again.[^1] It is late[^2].

                [^1]: Since Monday.

                    At noon.

                [^2]: By *half* an hour.
                """)
        #expect(
            text(of: listed)
                == "The ferry runs again.1 It is late2.\nSince Monday.\nAt noon.\nBy half an hour."
                .replacing("\\\n", with: "\n"))
    }

    @Test(arguments: [
        // Word processors: both marks in brackets, both links named.
        """
        <p>A sentence of words<a href="#_ftn1" name="_ftnref1">[1]</a> goes on.</p><hr>
        <p><a href="#_ftnref1" name="_ftn1">[1]</a> The note itself.</p>
        """,
        // Encyclopaedias.
        """
        <p>A sentence of words<sup id="cite_ref-1"><a href="#cite_note-1">[1]</a></sup> goes on.</p>
        <ol><li id="cite_note-1"><b><a href="#cite_ref-1">^</a></b>
        <span>The note itself.</span></li></ol>
        """,
        // The page's own address before the name.
        """
        <p>A sentence of words<a class="footnote-ref"
        href="https://paper.example/2024/ferry#n1">1</a> goes on.</p>
        <div id="n1">1. The note itself.</div>
        """,
    ])
    func `knows the ways in which pages write notes`(html: String) {
        #expect(
            markdown(of: html)
                == "A sentence of words[^1] goes on.\n\n[^1]: The note itself."
                .replacing("\\\n", with: "\n"))
    }

    @Test(arguments: [
        // A table of contents.
        "<p>See <a href='#one'>1</a> and go on.</p><h2 id='one'>The first part</h2><p>Its words.</p>",
        // No such note.
        "<p>A sentence<sup><a href='#fn1'>1</a></sup> without a note.</p>",
        // Another page.
        "<p>A sentence<sup><a href='/other#fn1'>1</a></sup> ends.</p><p id='fn1'>The note.</p>",
        // A note before its reference is no note.
        "<p id='fn1'>A first paragraph.</p><p>A sentence<sup><a href='#fn1'>1</a></sup> ends.</p>",
        // An exponent.
        "<p>Five m<sup>2</sup> of deck.</p>",
        // One element for several marks.
        """
        <p>A<sup><a href='#fa'>1</a></sup> and b<sup><a href='#fb'>2</a></sup>.</p>
        <p><a name='fa'></a>1 One.<br><br><a name='fb'></a>2 Two.</p>
        """,
    ])
    func `takes no other links for footnotes`(html: String) {
        #expect(!markdown(of: html).contains("[^"))
    }

    @Test func `gives a label to one note only`() {
        let html = """
            <p>First<sup><a href="#a1">1</a></sup> and second<sup><a href="#b1">1</a></sup>.</p>
            <p id="a1">Note of the first part.</p><p id="b1">Note of the second part.</p>
            """
        let written = markdown(of: html)
        #expect(written.contains("First[^1] and second1."))
        #expect(
            written.hasSuffix(
                "[^1]: Note of the first part.\n\nNote of the second part."
                    .replacing("\\\n", with: "\n")))
    }
}
