import Testing

@testable import ArticleExtraction

@Suite struct ImageReaderTests {
    private func between(_ html: String) -> String {
        let lines = markdown(of: "<p>Words before.</p>\(html)<p>Words after.</p>")
        return lines.split(separator: "\n").dropFirst().dropLast().joined(separator: "\n")
    }

    @Test(arguments: [
        "<img src='/a.jpg' alt='Boat'>",
        "<img src='data:image/gif;base64,R0' data-src='/a.jpg' alt='Boat'>",
        "<img src='/empty.gif' data-lazy-src='/a.jpg' alt='Boat'>",
        "<img alt='Boat' data-srcset='/s.jpg 320w, /a.jpg 1280w'>",
        "<img alt='Boat' srcset='/s.jpg 1x, /a.jpg 2x'>",
        "<img alt='Boat' srcset='/a.jpg, /s.jpg 0.5x'>",
        "<picture><source srcset='/a.jpg 1000w,/s,b.jpg 10w'><img alt='Boat'></picture>",
        "<img alt='Boat' srcset='/s.jpg 600w,/a.jpg 1024w,/huge.jpg 4000w'>",
        "<img alt='Boat' srcset='/a.jpg 1024w 700h,\n/s.jpg 600w 400h,'>",
        "<img alt='Boat' srcset=', /s.jpg,, /a.jpg 2x'>",
        "<img class=lazy alt='Boat'><noscript><img src='/a.jpg' alt='Boat'></noscript>",
        "<img data-src='/a.jpg' alt='Boat'><noscript><img src='/a-800.jpg' alt='Boat'></noscript>",
    ])
    func `finds pictures that scripts would load`(html: String) {
        let written = between(html)
        #expect(written.contains("![Boat](https://paper.example/") && !written.contains("s.jpg"))
        #expect(written.split(separator: "!").count == 1)
    }

    @Test(arguments: [
        "data-lazy", "data-hi-res-src", "data-hires", "data-orig-file", "data-original",
        "data-actualsrc", "data-defer-src", "data-lazyload", "data-echo", "data-cfsrc",
        "data-full-src", "data-large-file", "data-url", "data-image", "data-ezsrc",
        "nitro-lazy-src",
        "data-pagespeed-lazy-src", "data-delayed-url", "data-opt-src", "data-image-src",
    ])
    func `finds pictures whatever the script that loads them`(attribute: String) {
        let html = "<img src='data:image/gif;base64,R0' \(attribute)='/a.jpg' alt='Boat'>"
        #expect(between(html) == "![Boat](https://paper.example/a.jpg)")
    }

    @Test(arguments: [
        "<img src='/s.jpg' srcset='/s.jpg 300w, /a.jpg 1200w, /huge.jpg 9000w' alt='Boat'>",
        "<img src='data:image/gif;base64,R0' data-lazy-srcset='/s.jpg 300w, /a.jpg 900w' alt='Boat'>",
        "<img src='/a.jpg' srcset='/s.jpg 150w, /m.jpg 300w' alt='Boat'>",
        "<picture><source srcset='/s.jpg 1x, /a.jpg 2x'><img src='/blank.gif' alt='Boat'></picture>",
        "<amp-img src='/a.jpg' width=800 height=500 alt='Boat'></amp-img>",
        "<img src='//paper.example/a.jpg' alt='Boat'>",
        "<img src='/x/60/a.jpg?q=2' width=60 height=60><noscript><img src='/a.jpg' alt=Boat></noscript>",
    ])
    func `takes the largest sensible of several sizes`(html: String) {
        #expect(between(html) == "![Boat](https://paper.example/a.jpg)")
    }

    @Test(arguments: [
        "<img src='/img/placeholder.png' alt='Boat'>",
        "<img src='/icons/facebook.svg' alt='facebook'>",
        "<img src='/ui/icon-bookmark.svg' alt='Save for later'>",
        "<img src='/avatars/male2.jpg' alt='Ann Quay'>",
    ])
    func `shows no mark, and nothing that holds a place`(html: String) {
        #expect(between(html) == "")
    }

    @Test(arguments: [
        "<img src='/img/placeholder.png' data-src='/a.jpg' alt='Boat'>",
        "<picture><source srcset='/a.jpg 800w'><img src='/grey-placeholder.png' alt='Boat'></picture>",
        "<img src='/missing-image.svg' alt='Boat' data-srcset='/a.jpg 600w,/b.jpg 300w'>",
    ])
    func `finds the picture of which another holds the place`(html: String) {
        #expect(between(html) == "![Boat](https://paper.example/a.jpg)")
    }

    @Test(arguments: [
        "&lt;p&gt;A boat &amp;amp; a quay&lt;/p&gt;", "A boat &amp;amp; a quay",
        "A &lt;em&gt;boat&lt;/em&gt; &amp; a quay",
    ])
    func `shows no markup in an alternative text`(alt: String) {
        #expect(
            between("<img src='/a.jpg' alt=\"\(alt)\">")
                == "![A boat & a quay](https://paper.example/a.jpg)")
    }

    @Test func `keeps a picture of a reader without scripts beside another one`() {
        let html =
            "<p><img src='/b.jpg' alt='Quay'></p><noscript><img src='/a.jpg' alt='Boat'></noscript>"
        #expect(between(html).contains("![Boat]") && between(html).contains("![Quay]"))
    }

    @Test func `shows a caption beside the alternative text, each once`() {
        let figure =
            "<figure><img src='/a.jpg' alt='Boat'><figcaption>At the quay</figcaption></figure>"
        let page = """
            <article><h1>Ferry</h1><p>The ferry, the quay and the lock were mended by hand, says the parish.</p>
            \(figure)<p>Nobody was paid for it, and nobody had asked to be, as the ferryman put it.</p></article>
            """
        let read = HTMLDocumentReader.read(
            Array(page.utf8), url: "https://paper.example/f", scope: .page, judge: .shared)
        let written = MarkdownWriter.write(read.body.blocks)
        #expect(written.contains("![Boat — At the quay](https://paper.example/a.jpg)"))
    }

    @Test(arguments: [
        "<img src='/pixel.gif' alt='Boat' width=1 height=1>", "<img src='/icons/mail.png'>",
        "<img src='/a.jpg' style='width: 1px; height:1px'>", "<img src='/1x1.png' alt=''>",
        "<img src='https://stats.paper.example/b?id=7'>",
        "<img src='/a.jpg' style='display: none'>",
        "<img src='https://feeds.feedburner.com/~r/paper/~4/x1'>", "<img src='/count.php?p=3'>",
        "<img src='/smilies/grin.gif'>", "<img src='/a.jpg' width=0 height=0>",
        "<img src='javascript:x' alt='Boat'>", "<img src='data:image/png;base64,AA' alt='Boat'>",
        "<template><img src='/a.jpg' alt='Boat'></template>",
        "<div class='share-buttons'><img src='/fb.png' alt='Share'></div>",
    ])
    func `leaves out pixels, decoration and what is not shown`(html: String) {
        #expect(between(html).isEmpty)
    }

    @Test(arguments: [
        "<img src='/a.jpg'>", "<img src='/a.jpg' alt=''>", "<img src='/a.jpg' title='DSC_0012'>",
        "<p><img src='/a.jpg' width=640></p>", "<a href='/big.jpg'><img src='/a.jpg'></a>",
        "<table><tr><td><img src='/a.jpg'></td></tr></table>",
    ])
    func `keeps pictures that nobody describes, and no word of them`(html: String) {
        #expect(between(html).contains("![](https://paper.example/a.jpg)"))
        #expect(text(of: "<p>One.</p>\(html)<p>Two.</p>") == "One.\nTwo.")
    }

    @Test func `keeps photographs within a line and at the ends`() {
        let html = "<img src='/1.jpg'><p>One<br><img src='/2.jpg'><br>two.</p><img src='/3.jpg'>"
        let written = markdown(of: html)
        for number in 1...3 {
            #expect(written.contains("![](https://paper.example/\(number).jpg)"))
        }
        #expect(text(of: html) == "One\ntwo.")
    }

    @Test(arguments: [
        ("<img src='/c.png' alt='Ferry' title='The joke stands here.'>", "The joke stands here."),
        ("<p><img src='/c.png' title='The joke stands here.'></p>", "The joke stands here."),
        ("<img src='/c.png' alt='Ferry' title='Ferry'>", ""), ("<img src='/c.png'>", ""),
        ("<img src='/c.png' alt='A ferry at dusk'>", ""),
    ])
    func `takes the title of a picture that stands alone for its text`(html: String, words: String)
    {
        #expect(markdown(of: html).hasPrefix("!["))
        #expect(markdown(of: html).contains("(https://paper.example/c.png)"))
        #expect(text(of: html) == words)
    }

    @Test func `says beside words what a picture's title says`() {
        let html = "<p>One.</p><img src='/c.png' alt='Ferry' title='The joke.'>"
        #expect(
            markdown(of: html) == "One.\n\n![Ferry — The joke.](https://paper.example/c.png)")
        #expect(text(of: html) == "One.")
    }

    @Test(arguments: [
        ("", "No word of a picture is left out of a page's text, and this line is long enough.")
    ])
    func `keeps photographs amid the text of a page`(alt: String, line: String) {
        let lines = (1...6).map { "<p>\($0). \(line)</p>" }
        let html =
            "<html><body><article><h1>Ferry</h1>" + lines[..<3].joined()
            + "<img src='/a.jpg' alt='\(alt)'><img src='/line.png' alt=''>" + lines[3...].joined()
            + "</article><img src='/b.jpg'></body></html>"
        let reading = HTMLDocumentReader.read(
            Array(html.utf8), url: "https://paper.example/1", scope: .page, judge: .shared)
        let written = MarkdownWriter.write(reading.body.blocks)
        #expect(written.split(separator: "![").count == 2)
        #expect(written.contains("![](https://paper.example/a.jpg)"))
    }

    @Test func `takes the caption of a figure for a missing alt text`() {
        let html = "<figure><img src='/a.jpg'><figcaption>The boat at dawn</figcaption></figure>"
        #expect(between(html).contains("(https://paper.example/a.jpg)"))
        #expect(between(html).contains("The boat at dawn"))
    }

    @Test func `keeps pictures within a line, and emoji as characters`() {
        let html = "<p>See <img src='/m.png' alt='Map'> here <img src='/e.png' alt='🙂'> now.</p>"
        #expect(markdown(of: html) == "See ![Map](https://paper.example/m.png) here 🙂 now.")
        #expect(text(of: html) == "See here 🙂 now.")
    }
}
