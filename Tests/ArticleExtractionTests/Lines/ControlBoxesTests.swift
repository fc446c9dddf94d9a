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
        "<div><h3>Jeden Morgen das Neueste</h3><a href='/newsletter'>Ja</a></div>",
        "<section><h2>What grew</h2><p>Each Friday.</p><a class=btn href='/subscribe'>Yes</a></section>",
        "<div><p>We have no owner. Will you help?</p><a href='/donate'>Give</a></div>",
        "<div><h2>Votre vie privée</h2><p>Nos 812 partenaires lisent sur votre appareil.</p><button>Tout accepter</button><button>Continuer sans accepter</button></div>",
        "<div><img src=/a.png><p>Read on without a line.</p><a href='https://apps.apple.com/app/1'>App Store</a> <a href='https://play.google.com/store/apps/x'>Google Play</a></div>",
        "<object data='/d.pdf' type='application/pdf'><p>Your reader shows no PDF.</p></object>",
        "<p><a href='https://www.google.com/preferences/source?q=o.example'>The Orchard first</a></p>",
        "<div><p>Deel deze pagina</p><a href='https://www.linkedin.com/sharing/share-offsite/?url=x'>LinkedIn</a> <a href='mailto:?subject=x'>E-mail</a></div>",
        "<div><p>Om deze film te zien moet je cookies toestaan.</p><button>Ja</button></div>",
        "<div><p>Mit Ihrer Einwilligung wird hier eine Karte geladen.</p><button>Zeigen</button></div>",
        "<p>Join our <a href='https://whatsapp.com/channel/00x'>channel</a> for all that grows.</p>",
        "<form><details><summary>In stock</summary><label><input type=checkbox>Yes (12)</label></details><label>From<input type=number></label><select></select></form>",
        "<div><p>To our channels</p><div><a href='https://www.youtube.com/@o'>YouTube</a><a href='https://zalo.me/1'>Zalo</a></div></div>",
        "<p>Want it on your phone? <a href='https://chat.whatsapp.com/x'>Press here</a> and join.</p>",
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
        "<div><p>Of the two, the <a href='/pears'>pear</a> stood longer.</p><a href='/donate'>Give</a></div>",
        "<div><blockquote>We have no owner.</blockquote><a href='/donate'>Give</a></div>",
        "<section><h2>How the orchard is paid</h2><p>The growers give a tenth of what they sell, and whoever walks there gives what he likes; it was so in the days of the old abbey, too.</p><a href='/donate'>Give</a></section>",
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

    @Test func `a row to share by takes along what it labels, and not what it shares`() {
        let row = "<div><a href='https://twitter.com/intent/tweet?u'>Pass on</a></div>"
        #expect(
            left("<div><h3>The pears</h3><p>They stood well until May.</p>\(row)</div>")
                == ["The pears", "They stood well until May."])
        #expect(left("<div><p>Pass it on</p>\(row)</div>").isEmpty)
    }

    @Test func `drops a form with many fields below a text that is much longer`() {
        let form =
            "<form><p>Ask us</p>" + String(repeating: "<label>Name<input></label>", count: 6)
            + "<button>Send</button></form>"
        #expect(left(form).isEmpty)
        #expect(!left(form + "<h1>On pears</h1>" + form.replacing("form", with: "div")).isEmpty)
    }

    @Test func `keeps the parts of a page that is a form`() {
        let fields = [
            "First name", "Last name", "Email", "Street", "Town", "Which tree?", "Which year?",
        ]
        let html = fields.map { "<div><p>\($0)</p><input name=a></div><hr>" }.joined(
            separator: Self.prose)
        #expect(left(html).filter(fields.contains) == fields)
    }
}
