import LibXML
import Testing

@testable import ArticleExtraction

@Suite struct ControlBoxesTests {
    private static let prose = String(
        repeating:
            "<p>The growers of the valley met on Sunday to settle whether the old trees should stand, and no more.</p>",
        count: 5)

    /// What is left of a box between the paragraphs of a text, all of which the judge believed in.
    private func left(_ html: String) -> [String] {
        let page = PageReader.read(
            HTMLTree(
                parsing: Array("<body><div>\(Self.prose)\(html)\(Self.prose)</div></body>".utf8)))
        var verdict = BodyVerdict(kept: page.passages.map { _ in true }, quality: 1)
        ControlBoxes(page: page).drop(from: &verdict)
        return page.passages.indices.dropFirst(5).dropLast(5).filter { verdict.kept[$0] }
            .map(page.string)
    }

    @Test(arguments: [
        "<div class=x1><h3>The Orchard</h3><p>What grew, each Friday.</p><form><input type=email><button>Yes</button></form><p>You agree to our terms.</p></div>",
        "<section><p>果樹園だより、毎週。</p><input type=text><button>登録</button></section>",
        "<div><p>Shall the trees stand?</p><label><input type=radio name=p>Yes</label><label><input type=radio name=p>No</label><button>Send</button></div>",
        "<div><button>▶</button><span>Lire à voix haute</span><span>4 min</span></div>",
        "<div><p>We have no owner. Will you help?</p><button>5</button><button>10</button><a href='/donate'>Help</a></div>",
        "<p><a href='/newsletters/daily'>All that grew, in your post.</a></p>",
        "<p><strong>Follow the Orchard on <a href='https://whatsapp.com/channel/x'>WhatsApp</a> for news.</strong></p>",
        "<div><span>Pass it on</span><a href='https://twitter.com/intent/tweet?x'>X</a><a href='https://www.facebook.com/sharer/sharer.php'>Fb</a></div>",
        "<div><img src=/a.jpg><p>Ada Marl</p><p>Ada Marl covers orchards. She came in 2014.</p><a href='https://x.com/ada'>Follow</a></div>",
        "<div><button>Anhören</button><span>Artikel anhören</span><span>6 Min.</span></div>",
        "<div><p>Read on in our app.</p><a href='https://apps.apple.com/app/id1'><img src=/a.png></a></div>",
        "<div><span>The Orchard on</span><a href='https://x.com/o'>X</a><a href='https://www.instagram.com/o'>Instagram</a></div>",
        "<div data-src='https://player.example/1'><p>We would show a film here. It sets cookies.</p><button>Show</button></div>",
    ])
    func `drops a box by its form`(html: String) {
        #expect(left(html).isEmpty)
    }

    @Test(arguments: [
        "<p>It is on the <a href='/newsletter'>newsletter page</a>, for all to read.</p>",
        "<p>Hold the <button>Start</button> button until it opens.</p>",
        "<div><button aria-expanded=false>How deep?</button><div>Four feet.</div></div>",
        "<div><button>Copy</button><pre>prune --all</pre></div>",
        "<div><input type=radio name=t id=a><label for=a>Pear</label><div>Pears keep until May.</div></div>",
        "<div><img src=/a.jpg><p>Ada Marl</p><p>“My father pruned in March,” she says.</p></div>",
        "<ul><li><a href='/newsletter'>Newsletter</a></li></ul>",
        "<p>She wrote of it on <a href='https://x.com/ada'>her page</a>.</p>",
        "<p>With <a href='/people/ada'>Ada Marl</a>, <a href='/people/kim'>Kim Vale</a></p>",
        "<div><p>Who owns the trees?</p><p>Nobody does.</p></div>",
        "<figure><button>Enlarge</button><figcaption>A pear tree</figcaption></figure>",
    ])
    func `keeps what only looks like one`(html: String) {
        #expect(!left(html).isEmpty)
    }

    @Test func `a form at the end of the text takes none of the text along`() {
        let found = left(
            "<form><p>\(String(repeating: "The trees stood well. ", count: 20))</p><input></form>")
        #expect(found.count == 1)
    }
}
