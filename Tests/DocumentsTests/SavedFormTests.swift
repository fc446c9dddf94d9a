import BriefModel
import Foundation
import Testing
import Workers

@testable import Documents

@Suite struct SavedFormTests {
    private static let paragraphs = [
        "The last ferry of the season left the harbour at nine, with eleven people on it and a piano that nobody had asked for.",
        "Nobody on the quay could say who had sent it, and the captain, who had seen stranger cargo in his years on the strait, did not ask.",
        "By the time the boat reached the island the tide had turned, and the crew carried the instrument over the rocks, one leg at a time.",
        "It stands in the school now, a little out of tune, and the children play it in the breaks between their lessons.",
    ]
    private static var body: String { paragraphs.map { "<p>\($0)</p>\n" }.joined() }

    /// Pages of many kinds, all of our own making.
    static let pages: [(kind: String, page: [UInt8])] =
        [
            (
                "a modern page",
                "<!doctype html><html lang=en><head><meta charset=utf-8><title>The ferry</title><link rel=canonical href=https://harbour.example/notes/ferry></head><body><nav><a href=/>Home</a> <a href=/n>News</a></nav><main><article><h1>The ferry</h1><p class=byline>By Ada Marl</p>\(body)</article></main><aside><h2>Related</h2><ul><li><a href=/a>Another day</a></ul></aside><footer>© The Gazette</footer></body></html>"
            ),
            (
                "tables of old",
                "<html><head><title>The ferry</title></head><body bgcolor=white><table><tr><td width=150><a href=a.html>Home</a><br><a href=b.html>Links</a></td><td><font size=5>The ferry</font>\(body)</td></tr></table></body></html>"
            ),
            (
                "bare paragraphs",
                "<html><head><title>The ferry</title></head><body><h1>The ferry</h1>\(body)</body></html>"
            ),
            (
                "a blog with comments",
                "<html><head><title>The ferry – Quay notes</title><meta property=\"og:title\" content=\"The ferry\"></head><body><div id=header><a href=/>Quay notes</a></div><div class=post><h2>The ferry</h2>\(body)</div><div id=comments><h3>2 comments</h3><div class=comment><p>Well told, I was on it.</p></div><div class=comment><p>What became of the bench?</p></div></div></body></html>"
            ),
            (
                "lists and headings",
                "<html><head><title>The ferry</title></head><body><article><h1>The ferry</h1><h2>What came</h2>\(body)<ul><li>A piano, black, with two candlesticks.</li><li>Its bench, which was lost on the way.</li></ul><h2>What stayed</h2>\(body)</article></body></html>"
            ),
            (
                "a banner and buttons",
                "<html><head><title>The ferry</title><script>var a = 1;</script></head><body><div class=cookie-banner><p>We use cookies to improve your visit.</p><button>Accept all</button></div><div class=content><h1>The ferry</h1>\(body)<div class=share><a href=/s>Share this</a></div></div></body></html>"
            ),
            (
                "a page that lines of mail look like",
                "<html>\n<head>\n<title>The ferry</title>\n<meta name=author content='Ada Marl'>\n</head>\n<body>\n\(body)\n<pre>\nFrom the log:\n--b1\n.\n</pre>\n</body>\n</html>"
            ),
            (
                "long lines, and blanks at their ends",
                "<html><head><title>The ferry</title><meta name=generator content=x></head><body><div>\(body.replacingOccurrences(of: "\n", with: "   \n"))</div></body></html>"
            ),
        ].map { ($0.0, Array($0.1.utf8)) } + [
            (
                "a Western set",
                Array(
                    "<html><head><meta charset=windows-1252><title>The ferry</title></head><body><h1>The ferry</h1>"
                        .utf8)
                    + body.replacingOccurrences(of: "piano", with: "Flügel").unicodeScalars.map {
                        UInt8(truncatingIfNeeded: $0.value)
                    } + Array("</body></html>".utf8)
            ),
            (
                "Chinese",
                Array(
                    "<html lang=zh><head><meta charset=utf-8><title>渡船</title></head><body><h1>渡船</h1><p>渡船九点离开港口，船上有十一位乘客和一架钢琴，谁也没有订过它。</p><p>码头上没有人知道是谁寄来的，见过更奇怪货物的船长也没有问。</p><p>船到达小岛的时候，潮水已经转向了，船员们把钢琴一步一步地抬过了岩石。</p></body></html>"
                        .utf8)
            ),
        ]

    private func read(_ form: SavedForm, _ page: [UInt8]) throws -> ReadDocument {
        try DocumentReader().read(
            ExtractionRequest(
                bytes: form.bytes(of: page), name: form.name,
                arrival: Date(timeIntervalSince1970: 1_790_000_000)))
    }

    @Test(arguments: pages.indices)
    func `one page is one article in every form`(index: Int) throws {
        let (kind, page) = Self.pages[index]
        let plain = try read(.html, page)
        #expect(plain.identity.contentHash != nil, "\(kind)")
        for form in SavedForm.allCases {
            let other = try read(form, page)
            #expect(
                other.identity.contentHash == plain.identity.contentHash,
                "\(kind) as \(form.rawValue): \(other.article.text)")
        }
    }

    @Test func `a saved page has the address that it was saved from`() throws {
        for form in SavedForm.allCases {
            let article = try read(form, Self.pages[2].page).article
            switch form {
            case .mhtml, .mhtmlQuoted, .singleFile, .webarchive, .webarchiveXML, .warc, .wacz,
                .warcZstd:
                #expect(article.url == "https://harbour.example/notes/ferry", "\(form.rawValue)")
            default: #expect(article.url == nil, "\(form.rawValue)")
            }
        }
    }

    @Test(arguments: SavedForm.allCases)
    func `ends with an article or a reason wherever it is cut off`(form: SavedForm) throws {
        let whole = form.bytes(of: Self.pages[0].page)
        for length in stride(from: 1, to: whole.count, by: max(1, whole.count / 61)) {
            do {
                _ = try DocumentReader().read(
                    ExtractionRequest(
                        bytes: Array(whole.prefix(length)), name: form.name,
                        arrival: Date(timeIntervalSince1970: 1_790_000_000)))
            } catch {
                #expect(!error.description.isEmpty && !error.code.isEmpty)
            }
        }
    }
}
