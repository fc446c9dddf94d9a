import Testing

@testable import ArticleExtraction

@Suite struct BackgroundsTests {
    private static let prose =
        "The growers of the valley met on Sunday to settle whether the old trees should stand."

    private func written(_ html: String) -> String {
        markdown(of: "<p>\(Self.prose)</p>\(html)<p>\(Self.prose)</p>")
    }

    @Test(arguments: [
        "<div role=img aria-label='A pear tree' style='background-image:url(/pear.jpg)'></div>",
        "<span role=img aria-label='A pear tree' style='height:9em;background:url(\"/pear.jpg\") no-repeat'></span>",
        "<div role=img aria-label='A pear tree' style='background-image:url(/pear.jpg)'><button>1</button></div>",
        "<figure><div title='A pear tree' style=\"background-image: url('/pear.jpg')\"></div></figure>",
    ])
    func `a background that is a picture is one`(html: String) {
        #expect(written(html).contains("![A pear tree](https://paper.example/pear.jpg)"))
    }

    @Test(arguments: [
        "<div style='background-image:url(/pear.jpg)'></div>",
        "<div role=img aria-label=Close style='mask:url(/close.svg);background:currentColor'></div>",
        "<div role=img style='background:url(/pear.jpg)'><img src='/apple.jpg' alt='Apples of May'></div>",
    ])
    func `other backgrounds are none`(html: String) {
        #expect(!written(html).contains("pear.jpg") && !written(html).contains("close.svg"))
    }
}
