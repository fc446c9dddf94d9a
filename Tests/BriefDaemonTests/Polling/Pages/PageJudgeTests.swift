import BriefModel
import Foundation
import Testing
import Workers

@testable import BriefDaemon

@Suite struct PageJudgeTests {
    private static let link = "https://quay.example/2026/03/ferry-withdrawn"

    /// What a feed says of the entry.
    private struct Claim {
        var title: String? = "Night ferry withdrawn after engine fault"
        var summary: String? =
            "The harbour council has withdrawn the night ferry to Alderholm while its engine is repaired."
        var published: Date?
    }

    private func html(_ body: String, head: String = "", title: String) -> String {
        "<!DOCTYPE html><html><head><title>\(title)</title>\(head)</head><body>\(body)</body></html>"
    }

    private func verdict(
        _ page: String, _ claim: Claim = Claim(), at address: String = link, link: String = link,
        others: [String] = [], key: String = "a"
    ) throws -> PageJudge.Verdict {
        let fetched = try document(page, claim, at: address, link: link)
        let keys = Dictionary(
            uniqueKeysWithValues: fetched.bodies.map { ($0, Set([key] + others)) })
        let entry = Entry(
            title: claim.title, link: link, published: claim.published, summary: claim.summary)
        let own = try claim.summary.map {
            try DocumentReader().read(
                ExtractionRequest(
                    bytes: Array($0.utf8), type: .html, charset: "utf-8", scope: .content,
                    arrival: Date()))
        }
        return PageJudge(keysOfBody: keys).verdict(on: fetched, key: key, entry: entry, own: own)
    }

    private func document(
        _ page: String, _ claim: Claim = Claim(), at address: String = link, link: String = link
    ) throws -> FetchedDocument {
        let read = try DocumentReader().read(
            ExtractionRequest(
                bytes: Array(page.utf8), url: address,
                known: KnownFacts(title: claim.title, titleIsOfFeed: true), arrival: Date()))
        return FetchedDocument(
            read, FetchedPage(bytes: Array(page.utf8), charset: nil, url: address), link: link,
            title: claim.title)
    }

    private func isWall(_ verdict: PageJudge.Verdict) -> Bool {
        if case .wall = verdict { true } else { false }
    }

    private static let article = """
        <article><h1>Night ferry withdrawn after engine fault</h1>
        <p>The night ferry to Alderholm was withdrawn on Monday after engineers found a fault in its engine.</p>
        <p>The harbour council said that repairs would take two weeks. Until then the day boats carry freight as well.</p>
        </article>
        """

    @Test func `believes a page that bears the title and speaks of the entry`() throws {
        let page = html(Self.article, title: "Night ferry withdrawn | The Quay Gazette")
        #expect(try verdict(page) == .page(isVouched: true))
        #expect(try verdict(page, Claim(summary: nil)) == .page(isVouched: true))
    }

    @Test(arguments: [
        (
            "Attention Required!",
            "<h1>One more step before you reach quay.example</h1><p>Please wait while your connection is"
                + " examined. Reference: 9f3c71ab44.</p>"
        ),
        (
            "Your privacy matters",
            "<h1>Your privacy matters</h1><p>We and our 812 partners store and read information on your"
                + " device, such as identifiers, to select advertising and content, to measure both and to develop"
                + " products. You can change your mind at any time in the settings at the foot of each page.</p>"
                + "<p>With your agreement precise location data are used as well. Some partners rely on their"
                + " legitimate interest; you may object to that.</p>"
        ),
        (
            "Hoppla",
            "<h1>Hoppla!</h1><p>Diese Seite gibt es hier leider nicht mehr. Zur Startseite.</p>"
        ),
        ("お探しのページ", "<h1>お探しのページは見つかりませんでした</h1><p>アドレスをご確認ください。</p>"),
        (
            "Member area",
            "<h1>Welcome back</h1><form><input name=\"u\"><input type=\"password\" name=\"p\"></form>"
                + "<p>Use your member number and the secret that came by post.</p>"
        ),
        (
            "quay.example",
            "<p>This site needs a newer browser and scripts switched on. Switch them on and load again.</p>"
        ),
    ])
    func `refuses a page that has nothing to do with the entry, alone`(
        title: String, body: String
    ) throws {
        #expect(isWall(try verdict(html(body, title: title))))
    }

    @Test func `refuses pages of any length without a word of the entry`() throws {
        let sentence =
            "Gardeners in the valley now grow tomatoes under glass, and markets sell them from April on. "
        for count in [1, 3, 8, 30] {
            let body = "<h1>Tomatoes</h1><p>" + String(repeating: sentence, count: count) + "</p>"
            #expect(isWall(try verdict(html(body, title: "Tomatoes"))), "\(count)")
        }
    }

    @Test func `believes a translated page that is an article at its own address`() throws {
        let paragraph =
            "<p>Gestern wurde bekannt, dass das Schiff bis auf weiteres im Dock liegt. Fachleute untersuchen den"
            + " Antrieb, und die Passagiere weichen auf andere Linien aus. Wie lange das dauert, wusste niemand.</p>"
        let body =
            "<article><h1>Nachtfähre fällt aus</h1>" + String(repeating: paragraph, count: 6)
            + "</article>"
        let head = """
            <link rel="canonical" href="\(Self.link)"><meta property="og:type" content="article">
            <meta property="article:published_time" content="2026-03-02T08:00:00Z">
            """
        let published = Date(rfc3339: "2026-03-02T08:05:00Z")
        let page = html(body, head: head, title: "Nachtfähre fällt aus")
        #expect(try verdict(page, Claim(published: published)) == .page(isVouched: false))
        #expect(isWall(try verdict(html(body, title: "Nachtfähre"), Claim(published: published))))
    }

    @Test func `does not condemn an article for a title that says little`() throws {
        let paragraph =
            "<p>The tram depot opened its doors to visitors, and hundreds came to see the old cars, which had been"
            + " painted anew during the winter by volunteers.</p>"
        let body = "<h1>An afternoon among trams</h1>" + String(repeating: paragraph, count: 18)
        for title in ["Yes.", "42", "Hooray", nil] {
            let claim = Claim(title: title, summary: nil)
            #expect(!isWall(try verdict(html(body, title: "An afternoon among trams"), claim)))
        }
    }

    @Test(arguments: [
        ("https://quay.example/", true), ("https://www.quay.example/index.html", true),
        ("https://quay.example/en/", true),
        (
            "https://consent.quay.example/collect?return=https%3A%2F%2Fquay.example%2F2026%2F03%2Fferry-withdrawn",
            true
        ),
        ("https://quay.example/login?next=/2026/03/ferry-withdrawn", true),
        ("https://quay.example/404.html", true), ("https://quay.example/2026/", true),
        ("https://quay.example/2026/03/ferry-withdrawn/", false),
        ("https://quay.example/2026/03/ferry-withdrawn-2", false),
    ])
    func `takes a redirect to another kind of page for a page that was not had`(
        address: String, isRefused: Bool
    ) throws {
        let list =
            "<h1>The Quay Gazette</h1><ul><li>Night ferry withdrawn after engine fault</li>"
            + "<li>School orchestra plays in the market hall</li><li>Tram depot opens its doors</li></ul>"
        let front = html(list, title: "The Quay Gazette")
        let page = html(Self.article, title: "Night ferry withdrawn after engine fault")
        #expect(isWall(try verdict(isRefused ? front : page, at: address)) == isRefused)
    }

    @Test func `refuses the frame of a player whose title alone is the entry's`() throws {
        let page = html(
            "<p>About Press Copyright Contact us Creators Advertise Developers Terms Privacy Policy Safety</p>",
            head:
                "<meta property=\"og:title\" content=\"Night ferry withdrawn after engine fault\">",
            title: "Night ferry withdrawn after engine fault - Tube")
        #expect(isWall(try verdict(page)))
    }

    @Test func `refuses a soft 404 that lists the entry among others`() throws {
        let page = html(
            "<h1>Oops! That page can't be found.</h1><p>Perhaps one of these helps: Night ferry withdrawn after"
                + " engine fault. Tram depot opens its doors.</p>", title: "Page not found – Quay")
        #expect(isWall(try verdict(page)))
    }

    @Test
    func `tells a body that another entry's page gave from an article that two entries link to`()
        throws
    {
        let page = html(Self.article, title: "Night ferry withdrawn after engine fault")
        #expect(!isWall(try verdict(page, others: ["b"])))
        let unlike = html(
            "<h1>Hello</h1><p>Here is a hooray for all of our readers on this fine spring morning.</p>",
            title: "Hello")
        let claim = Claim(title: "Hooray", summary: nil)
        #expect(!isWall(try verdict(unlike, claim)))
        #expect(isWall(try verdict(unlike, claim, others: ["b"])))
    }

    @Test func `knows a body again that differs in tokens, times and names of hosts only`() throws {
        func bodies(_ token: String, _ host: String, _ title: String) throws -> [String] {
            try document(
                html(
                    "<p>You wanted to read \(title). \(host) looks at your connection first. Reference \(token),"
                        + " 12:0\(token.count % 10) UTC, Session aGkTbPqwLm. Please be patient a little.</p>",
                    title: "Hold on"), Claim(title: title)
            ).bodies
        }
        let one = try bodies("9f3c71ab", "quay.example", "Night ferry withdrawn")
        let two = try bodies("77aa01", "www.quay.example", "Tram depot opens")
        #expect(one.count == 2 && one[0] != two[0] && one[1] == two[1])
        let other = try bodies("9f3c71ab", "quay.example and nobody else", "Night ferry withdrawn")
        #expect(one[1] != other[1])
    }
}
