import BriefModel
import Foundation
import Testing

@testable import ArticleExtraction

/// What stands behind the content of a feed's entry, and what only looks so.
@Suite struct EntryEndingTests {
    private static let address = "https://www.quay.example/2026/ferry"
    private static let body = [
        "The ferry to Alderholm runs again after nine weeks in the yard, half an hour late.",
        "Its engine was built in a yard that closed long ago, and nobody makes the parts any more.",
        "On the quay some forty people had waited since the morning, most of them with bicycles.",
    ]

    private func text(of ending: String, after body: [String] = body) throws -> String {
        let html = body.map { "<p>\($0)</p>" }.joined() + ending
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, charset: "utf-8", url: Self.address,
                scope: .content,
                known: KnownFacts(title: "Ferry runs again", titleIsOfFeed: true),
                arrival: Date(timeIntervalSince1970: 1_780_000_000))
        ).text
    }

    @Test(arguments: [
        // The entry's own page, whatever the words.
        "<p><a href=\"/2026/ferry\">Czytaj dalej →</a></p>",
        "<a href=\"https://quay.example/2026/ferry/?utm_source=rss\">続きを読む</a>",
        "<p><a href=\"https://www.quay.example/2026/ferry#comments\">12 komentarzy</a></p>",
        "<p>Wpis <a href=\"/2026/ferry\">Ferry runs again</a> był najpierw na <a href=\"/\">Quay Notes</a>.</p>",
        "<p><a href=\"/2026/ferry\">Ferry runs again</a>最先出现在<a href=\"https://www.quay.example\">Quay</a>。</p>",
        "<p><strong><a href=\"/2026/ferry\">Read more of this story at Quay Notes.</a></strong></p>",
        // Other articles of the site.
        "<h3>Więcej o promach</h3><ul><li><a href=\"/2026/a\">A bridge is shut</a></li><li><a href=\"/b\">Tides</a></li></ul>",
        "<p>Lesen Sie auch:</p><ul><li><a href=\"/2026/a\">Die Brücke ist gesperrt</a></li></ul>",
        "\n<b>Related posts</b><ul><li><a href=\"/a\">A bridge is shut</a></li><li><a href=\"/b\">Tides</a></li></ul>",
        "<br><strong> Artikel terkait </strong> <ul><li><a href=\"/2026/a\">A bridge is shut</a></li></ul>",
        "\n<b>Więcej o promach</b>\n<ul><li><a href=\"/2026/a\">A bridge is shut</a></li></ul>",
        "<a href=\"/2026/ferry#more\">Seguir leyendo</a>",
        // Who pays.
        "<p><em>This post is sponsored by <a href=\"https://s.example/\">Rope Works</a>.</em></p>",
        "<p>Sponsor: <a href=\"https://s.example/\">Rope Works</a>, ropes for every quay</p>",
        "<em>Dieser Beitrag wird gesponsert von <a href=\"https://s.example/\">Tauwerk</a>.</em>",
        "<p>Cet article est sponsorisé par <a href=\"https://s.example/\">Cordages</a>.</p>",
        // Shares, likes, replies, letters.
        "<p>Podaj dalej: <a href=\"https://www.facebook.com/sharer.php?u=x\">Facebook</a> <a href=\"mailto:?subject=x\">Mail</a></p>",
        "<div><h3>Lubię to:</h3><span>Loading...</span></div>",
        "<p><a href=\"mailto:ann@quay.example\">Reply via email</a></p>",
        "<p>Thanks for reading via RSS! <a href=\"mailto:ann@quay.example\">Write to me</a></p>",
        "<p><a href=\"https://l.example/u\">Unsubscribe</a> | <a href=\"https://l.example/w\">View in browser</a></p>",
        "<p>Tagged: <a href=\"/t/a\">ferries</a>, <a href=\"/t/b\">quays</a></p>",
        "<p>submitted by <a href=\"https://f.example/u/ann\"> /u/ann </a> <span><a href=\"https://o.example/a\">[link]</a></span> <span><a href=\"https://f.example/c\">[comments]</a></span></p>",
        "<p>Der Artikel wurde zuerst veröffentlicht auf <a href=\"https://h.example\">Hafenblatt</a>.</p>",
        "<p>[&#8230;]</p>",
    ]) func `is dropped`(ending: String) throws {
        #expect(try text(of: ending) == Self.body.joined(separator: "\n"))
    }

    @Test func `is dropped line by line, to the last of the text`() throws {
        let ending =
            "<p><a href=\"/2026/ferry#comments\">3 comments</a></p><h3>More</h3><ul><li><a href=\"/a\">A bridge</a></li></ul>"
            + "<p><a href=\"https://x.com/intent/tweet?u=1\">Tweet</a></p>"
        #expect(try text(of: ending) == Self.body.joined(separator: "\n"))
    }

    @Test(arguments: [
        "The post Harbour Watch appeared first on the north quay in 1890 and has stood there ever since.",
        "Share this: that was the only instruction on the note that the pilots left behind.",
        "Der Beitrag der Reeder erschien zuerst auf der Liste, wurde dann aber gestrichen.",
        "Teilen mit den Nachbarn müssen sich die Fischer künftig den Kran.",
        "Leia mais devagar, pediu o prático ao jovem marinheiro da balsa.",
    ]) func `stays where it is a sentence of the author`(line: String) throws {
        let all = Self.body + [line]
        #expect(try text(of: "", after: all) == all.joined(separator: "\n"))
        let midway = [Self.body[0], line, Self.body[1]]
        #expect(try text(of: "", after: midway) == midway.joined(separator: "\n"))
    }

    @Test(arguments: [
        (
            "<p>The race is sponsored by <a href=\"https://s.example/\">Rope Works</a>.</p>",
            "The race is sponsored by Rope Works."
        ),
        (
            "\n<b>Sources</b><ul><li><a href=\"https://o.example/a\">The report of the yard</a></li></ul>",
            "Sources\nThe report of the yard"
        ),
        // Sources elsewhere, with their heading; what a link post speaks of; notes of the text; a contact.
        (
            "<h3>Sources</h3><ul><li><a href=\"https://o.example/a\">The report of the yard</a></li></ul>",
            "Sources\nThe report of the yard"
        ),
        (
            "<p><a href=\"https://o.example/a\">The report of the yard</a></p>",
            "The report of the yard"
        ),
        (
            "<p><a href=\"https://www.quay.example/2026/ferry#fnref1\">1</a> Ann Miller told so in her letter to the yard.</p>",
            "1 Ann Miller told so in her letter to the yard."
        ),
        (
            "<p>Press: <a href=\"mailto:press@quay.example\">press@quay.example</a></p>",
            "Press: press@quay.example"
        ),
    ]) func `stays where it leads to what the text rests on`(html: String, line: String) throws {
        #expect(try text(of: html) == (Self.body + [line]).joined(separator: "\n"))
    }

    @Test func `is no more than links where the entry is`() throws {
        let only =
            "<p><a href=\"https://o.example/a\">A report</a></p><p><a href=\"/2026/ferry\">Permalink</a></p>"
        #expect(try text(of: only, after: []).contains("A report"))
    }
}
