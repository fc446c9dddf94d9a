import BriefModel
import Foundation
import Testing

@testable import Workers

/// A mail that passes a text on is that text; a mail loses nothing but a signature, a list's footer and what it answers.
@Suite struct ForwardedMailTests {
    private func read(_ type: String, _ subject: String, _ body: String) throws -> Article {
        let letter = Letter(
            headers: Letter.headers(subject: subject, type: "text/\(type); charset=utf-8"),
            body: body.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n"))
        return try DocumentReader().read(
            ExtractionRequest(
                bytes: letter.bytes, name: "letter.eml",
                arrival: Date(timeIntervalSince1970: 1_790_000_000))
        ).article
    }

    private static let passed = Letter.paragraphs.joined(separator: "\n\n")
    private static let note =
        "Dear Ben, this is the letter that I told you of when we met at the pier; please keep it until the"
        + " spring, and show it to nobody but your sister."
    private static let signature = "-- \nAda Marl\nQuay Street 3"
    private static let heads = [
        "________________________________\nFrom: Ben Hale <ben@x.example>\nSent: Thursday, March 5, 2026\n"
            + "To: Ada <ada@x.example>\nSubject: The ferry",
        "---------- Forwarded message ---------\nFrom: Ben Hale <ben@x.example>\n"
            + "Date: Thu, Mar 5, 2026 at 9:30 AM\nSubject: The ferry\nTo: <ada@x.example>",
        "-------- Weitergeleitete Nachricht --------\nBetreff: The ferry\nDatum: 5. März 2026\n"
            + "Von: Ben Hale <ben@x.example>\nAn: ada@x.example",
        "*De :* Ben Hale <ben@x.example>\n*Envoyé :* jeudi 5 mars 2026\n*À :* Ada\n*Objet :* The ferry",
        "-----元のメッセージ-----\n差出人: Ben Hale <ben@x.example>\n送信日時: Thu, 5 Mar 2026\n"
            + "宛先: Ada\n件名: The ferry",
        "Begin forwarded message:\n\nFrom: Ben Hale <ben@x.example>\nSubject: The ferry\n"
            + "Date: 5 March 2026\nTo: Ada <ada@x.example>,\n Tom <tom@x.example>",
    ]

    @Test(arguments: heads, ["", "FYI\n\n", "FYI\n\n" + signature + "\n\n"])
    func `takes what is passed on for the article`(head: String, above: String) throws {
        let article = try read("plain", "Fwd: The ferry", above + head + "\n\n" + Self.passed)
        #expect(article.text == Letter.text)
    }

    @Test(arguments: heads, ["", "\n\n" + signature])
    func `keeps a note above what is passed on`(head: String, below: String) throws {
        let article = try read(
            "plain", "WG: The ferry", Self.note + below + "\n\n" + head + "\n\n" + Self.passed)
        #expect(article.text == Self.note + "\n" + Letter.text)
    }

    @Test func `takes off the heads of what was passed on twice`() throws {
        let body = Self.heads[1] + "\n\n\n" + Self.heads[0] + "\n\n" + Self.passed
        #expect(try read("plain", "FW: The ferry", body).text == Letter.text)
    }

    @Test func `takes quoted text for what is passed on, and keeps a note above it`() throws {
        let quoted = Self.passed.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "> " + $0 }.joined(separator: "\n")
        let body = Self.note + "\n\nOn Thu, 5 Mar 2026, Ben Hale wrote:\n\n" + quoted
        #expect(try read("plain", "Fwd: The ferry", body).text == Self.note + "\n" + Letter.text)
        #expect(try read("plain", "Re: The ferry", body).text.hasPrefix(Self.note))
    }

    @Test(arguments: ["--", "-- ", "____________________________", "__________"])
    func `keeps the parts of a letter that rules part`(rule: String) throws {
        let parts = Letter.paragraphs.joined(separator: "\n\n\(rule)\n\n")
        let article = try read("plain", Letter.title, parts)
        #expect(article.text == Letter.text)
        let first = try read("plain", Letter.title, rule + "\n\n" + Self.passed)
        #expect(first.text.hasSuffix(Letter.text))
    }

    @Test(arguments: [
        signature, "--\nAda Marl",
        "_______________________________________________\nHarbour talk\nhttps://lists.example/harbour",
    ])
    func `leaves a signature and a list's footer out`(footer: String) throws {
        let article = try read("plain", Letter.title, Self.passed + "\n\n" + footer)
        #expect(article.text == Letter.text)
    }

    private static let marked = Letter.paragraphs.map { "<p>\($0)</p>" }.joined()
    private static let fields = [
        "<b>From:</b> Ben Hale &lt;ben@x.example&gt;", "<b>Sent:</b> Thursday, March 5, 2026",
        "<b>To:</b> Ada", "<b>Subject:</b> The ferry",
    ]

    @Test(arguments: [
        "<div id=\"divRplyFwdMsg\">" + fields.joined(separator: "<br>") + "</div>" + marked,
        "<hr>" + fields.map { "<div>\($0)</div>" }.joined() + marked,
        "<div>Begin forwarded message:</div><br><blockquote type=\"cite\">"
            + fields.map { "<div>\($0)</div>" }.joined() + marked + "</blockquote>",
        "<div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message ---------<br>"
            + fields.joined(separator: "<br>") + "<br></div>\(marked)</div>",
        "<div>---------- Forwarded message ---------</div>"
            + fields.map { "<div>\($0)</div>" }.joined() + marked,
    ])
    func `keeps what a page passes on below a note`(passed: String) throws {
        let body = "<html><body><p>\(Self.note)</p>\(passed)</body></html>"
        let article = try read("html", "FW: The ferry", body)
        #expect(article.text == Self.note + "\n" + Letter.text)
    }

    @Test func `leaves out what programs mark as a head or a signature`() throws {
        let head =
            "<table class=\"moz-email-headers-table\"><tr><th>Subject: </th><td>The ferry</td></tr>"
            + "<tr><th>Date: </th><td>Thu, 5 Mar 2026</td></tr><tr><th>From: </th><td>Ben Hale</td></tr></table>"
        for body in [
            "<div>-------- Forwarded Message --------\(head)\(Self.marked)</div>",
            "<div>\(Self.marked)</div><div>-- <br></div><div class=\"gmail_signature\"><div>Ada Marl</div><div>Quay 3</div></div>",
            "\(Self.marked)<div id=\"ms-outlook-mobile-signature\">Get Outlook for iOS</div>",
        ] {
            let article = try read("html", "Fwd: The ferry", "<html><body>\(body)</body></html>")
            #expect(article.text == Letter.text, "\(body.prefix(60))")
        }
    }
}
