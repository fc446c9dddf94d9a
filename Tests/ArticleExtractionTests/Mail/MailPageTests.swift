import BriefModel
import Foundation
import Testing

@testable import ArticleExtraction

/// Mails in HTML that answer a letter with a few words, or with many.
@Suite struct MailPageTests {
    private static let body = (1...8).map {
        "Paragraph \($0) tells of the ferry to Alderholm, which runs again after nine weeks in the yard, half an hour late."
    }
    private static let quoted = body.map { "<p>\($0)</p>" }.joined()
    private static let intro = "Am Do., 5. März 2026 um 09:14 Uhr schrieb Ada Marl:"

    private func text(_ html: String) throws -> String {
        try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(html.utf8), type: .html, charset: "utf-8", scope: .mail,
                known: KnownFacts(title: "Re: Ferry runs again"),
                arrival: Date(timeIntervalSince1970: 1_800_000_000))
        ).text
    }

    private static let forms = [
        "<div dir=ltr>%</div><br><div class='gmail_quote'><div dir=ltr class=gmail_attr>\(intro)<br></div>"
            + "<blockquote class=gmail_quote>\(quoted)</blockquote></div>",
        "<p>%</p><div class=moz-cite-prefix>\(intro)<br></div><blockquote type=cite>\(quoted)</blockquote>",
        "<body>%<br><div><br><blockquote type=cite><div>\(intro)</div><br><div>\(quoted)</div></blockquote></div></body>",
        "<div class=moz-cite-prefix>\(intro)<br></div><blockquote type=cite>\(quoted)</blockquote><p>%</p>",
    ]

    @Test(arguments: forms) func `are the letter below a few words`(form: String) throws {
        for note in ["Lesenswert!", "Worth a read, and see you on Monday."] {
            #expect(
                try text(form.replacing("%", with: note)) == Self.body.joined(separator: "\n"))
        }
    }

    @Test(arguments: forms) func `keep an answer of one's own`(form: String) throws {
        let answer =
            "I do not believe a word of this, since the yard told me last week that the engine will not be back before June."
        #expect(try text(form.replacing("%", with: answer)).contains(answer))
    }

    private static let passed = [
        "<p>%</p><hr><div><b>From:</b> Ada Marl &lt;ada@paper.example&gt;<br><b>Sent:</b> Thursday, 5 March 2026 09:14<br>"
            + "<b>To:</b> Ben Orr &lt;ben@paper.example&gt;<br><b>Subject:</b> Ferry runs again</div>\(quoted)",
        "<div>%</div><div>------- Forwarded Message -------<br>From: Ada Marl &lt;ada@paper.example&gt;<br>"
            + "Date: Thursday, 5 March 2026<br>Subject: Ferry runs again<br>To: ben@paper.example<br><br>\(quoted)</div>",
        "<div>%</div><div>-------- Пересылаемое сообщение --------</div><div>05.03.2026, 09:14, \"Ada Marl\" "
            + "&lt;ada@paper.example&gt;:</div><blockquote>\(quoted)</blockquote>"
            + "<div>-------- Конец пересылаемого сообщения --------</div>",
    ]

    @Test(arguments: passed) func `are what is passed on below a few words`(form: String) throws {
        for note in ["FYI", "I thought that you might like to read this on your way home."] {
            #expect(
                try text(form.replacing("%", with: note)) == Self.body.joined(separator: "\n"))
        }
        let letter =
            "I do not believe a word of this, since the yard told me last week that the engine will not be back before June."
        #expect(try text(form.replacing("%", with: letter)).contains("the yard told me"))
    }

    @Test func `begin with their headline where a few words stand above it`() throws {
        let form = "<div>%</div><h1>Ferry runs again</h1>\(Self.quoted)"
        let passed = try text(form.replacing("%", with: "You might like this one, Ben."))
        #expect(!passed.contains("Ben") && passed.hasSuffix(Self.body.joined(separator: "\n")))
        let letter = String(repeating: "I have been to the quay and back again. ", count: 4)
        #expect(try text(form.replacing("%", with: letter)).contains("to the quay"))
    }
}
