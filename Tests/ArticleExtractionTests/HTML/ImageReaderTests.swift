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
        "<img class=lazy alt='Boat'><noscript><img src='/a.jpg' alt='Boat'></noscript>",
        "<img data-src='/a.jpg' alt='Boat'><noscript><img src='/a-800.jpg' alt='Boat'></noscript>",
    ])
    func `finds pictures that scripts would load`(html: String) {
        let written = between(html)
        #expect(written.contains("![Boat](https://paper.example/") && !written.contains("s.jpg"))
        #expect(written.split(separator: "!").count == 1)
    }

    @Test(arguments: [
        "<img src='/pixel.gif' alt='Boat' width=1 height=1>", "<img src='/a.jpg' alt=''>",
        "<img src='javascript:x' alt='Boat'>", "<img src='data:image/png;base64,AA' alt='Boat'>",
        "<template><img src='/a.jpg' alt='Boat'></template>",
        "<div class='share-buttons'><img src='/fb.png' alt='Share'></div>",
    ])
    func `leaves out pixels, decoration and what is not shown`(html: String) {
        #expect(between(html).isEmpty)
    }

    @Test func `takes the caption of a figure for a missing alt text`() {
        let html = "<figure><img src='/a.jpg'><figcaption>The boat at dawn</figcaption></figure>"
        #expect(between(html).contains("(https://paper.example/a.jpg)"))
        #expect(between(html).contains("The boat at dawn"))
    }

    @Test func `keeps pictures within a line, but no emoji`() {
        let html = "<p>See <img src='/m.png' alt='Map'> here <img src='/e.png' alt='🙂'> now.</p>"
        #expect(markdown(of: html) == "See ![Map](https://paper.example/m.png) here now.")
        #expect(text(of: html) == "See here now.")
    }
}
