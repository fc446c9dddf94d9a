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

    @Test func `begin below the subject, and lose the house and the day above their text`() throws {
        func letter(_ head: String) throws -> String {
            try ArticleExtractor().extract(
                ExtractionRequest(
                    bytes: Array((head + Self.quoted).utf8), type: .html, charset: "utf-8",
                    scope: .mail,
                    known: KnownFacts(title: "Ferry runs again", authors: ["Ada Marl"]),
                    arrival: Date(timeIntervalSince1970: 1_800_000_000))
            ).text
        }
        let expected = Self.body.joined(separator: "\n")
        let table =
            "<span>Ferry runs again</span><div><a href='https://quay.example'>Quay</a></div><div>Ferry runs again</div>"
        #expect(try letter(table) == expected)
        #expect(
            try letter("<div><a href='u'>Ada Marl</a><br><span>March 4</span></div>") == expected)
    }

    @Test(arguments: [
        "You’re currently a free subscriber to <a href='https://t.example'>Tideline</a>.",
        "Was this email forwarded to you? <a href='https://t.example/s'>Sign up here</a>",
        "Did you enjoy this issue? <a href='https://t.example/y'>Yes</a> <a href='https://t.example/n'>No</a>",
        "This e-mail is confidential and meant only for whom it is addressed to. If you are not the intended recipient, please delete it.",
    ])
    func `lose what stands below them`(foot: String) throws {
        #expect(
            try text(Self.quoted + "<div>\(foot)</div>") == Self.body.joined(separator: "\n"))
    }

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
