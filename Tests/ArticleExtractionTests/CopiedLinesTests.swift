import BriefModel
import Foundation
import Testing

@testable import ArticleExtraction

/// Texts as mail programs and typewriters pass them on.
@Suite struct CopiedLinesTests {
    private let title = "The Ferry Is Back"
    private let body = [
        "The ferry between Dunlake and the islands went out again on Tuesday morning, four months after a storm had "
            + "torn it from the quay and thrown it onto the rocks below the lighthouse.",
        "The council had voted twice on the repair, and twice the money was not enough; in the end the fishermen "
            + "of both villages collected what was missing, and a shipyard in the north did the rest.",
        "Nobody would say when the second boat is going to be mended, although the engineer who looked at it "
            + "last week thinks that it could be ready before the winter if the parts arrive in time.",
    ]

    private func wrapped(_ text: String, _ width: Int) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count + 1 > width { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines
    }

    private func text(of document: String) throws -> String {
        let request = ExtractionRequest(
            bytes: Array(document.utf8), name: "copy.txt",
            arrival: Date(timeIntervalSince1970: 1_790_000_000))
        return try ArticleExtractor().extract(request).text
    }

    private var plain: String { ([title] + body).joined(separator: "\n\n") }
    private var lines: [String] {
        ([title] + body).flatMap { wrapped($0, 66) + [""] }.dropLast()
    }

    @Test func `are read as the text that is quoted`() throws {
        let expected = try text(of: plain)
        let quoted = lines.map { "> " + $0 }.joined(separator: "\n")
        #expect(try text(of: quoted) == expected)
        #expect(try text(of: lines.map { ">" + $0 }.joined(separator: "\n")) == expected)
        #expect(try text(of: lines.map { "> > " + $0 }.joined(separator: "\n")) == expected)
        #expect(try text(of: lines.map { ">> " + $0 }.joined(separator: "\n")) == expected)
        #expect(
            try text(
                of: plain.split(separator: "\n\n").map { "> " + $0 }.joined(separator: "\n>\n"))
                == expected)
    }

    @Test func `are read without what the program writes below them`() throws {
        let quoted = plain.split(separator: "\n\n").map { "> " + $0 }.joined(separator: "\n>\n")
        let head =
            "------- Forwarded Message -------\nFrom: Ann Miller <ann@example.org>\nDate: On Monday, March 2nd, 2026 at 9:14 AM\nSubject: \(title)\nTo: Ben Ward <ben@example.org>\n\n\n"
        let foot = "\n\nSent with Proton Mail secure email.\n"
        #expect(try text(of: quoted + foot) == text(of: plain))
        #expect(try text(of: head + quoted + foot) == text(of: plain))
    }

    @Test func `are read below a line that ends in a mark of direction`() throws {
        let quoted = lines.map { "> " + $0 }.joined(separator: "\n")
        let head =
            "\u{202B}בתאריך 2 במרץ 2026 ב-9:14 מאת \u{202A}Ann\u{202C} <ann@example.org>:\u{202C}"
        #expect(try text(of: head + "\n\n" + quoted) == text(of: plain))
    }

    @Test(arguments: [
        "---- Replied Message ----\n| From | Ann Miller<ann@example.org> |\n| Date | 03/02/2026 09:14 |\n| To | Ben<ben@example.org> |\n| Subject | The Ferry Is Back |\n\n",
        "------------------ 原始邮件 ------------------\n发件人: \"Ann\" <ann@example.org>;\n发送时间: 2026年3月2日(星期一) 上午9:14\n收件人: \"Ben\"<ben@example.org>;\n\n主题: The Ferry Is Back\n\n\n",
    ])
    func `are read without a head that is drawn or has its subject apart`(head: String) throws {
        #expect(try text(of: head + body.joined(separator: "\n\n")) == text(of: plain))
    }

    @Test func `are read without a few words above and a name below`() throws {
        let quoted = lines.map { "> " + $0 }.joined(separator: "\n")
        let note = "Hi Ben,\n\nthis may interest you.\n\nBest,\nAnn\n\n"
        let copy = note + "On Mon, 2 Mar 2026 at 09:14, Cleo Park wrote:\n\n" + quoted
        #expect(try text(of: copy + "\n\n-- \nBen Ward\n+44 20 7946 0123\n") == text(of: plain))
    }

    @Test func `are read without each head that stands above them`() throws {
        func head(_ name: String) -> String {
            "---------- Forwarded message ---------\nVon: \(name) <ann@example.org>\nDatum: Mo., 2. März 2026 um 09:14 Uhr\nBetreff: Fwd: \(title)\nAn: <ben@example.org>\n\n\n"
        }
        let below = body.joined(separator: "\n\n")
        #expect(try text(of: head("Ann Miller") + head("Cleo Park") + below) == text(of: plain))
    }

    @Test func `are read without a head in one line, and the line that ends what is passed on`()
        throws
    {
        let below = body.joined(separator: "\n\n")
        let glued =
            "   ----- Forwarded Message ----- From: Ann Miller <ann@example.org>To: \"Ben\" <ben@example.org>Sent: Monday, March 2, 2026 9:14 AMSubject: \(title)\n \n"
        #expect(try text(of: glued + below) == text(of: plain))
        let mutt =
            "----- Forwarded message from Ann Miller <ann@example.org> -----\n\nDate: Mon, 2 Mar 2026 09:14:02 +0000\nFrom: Ann Miller <ann@example.org>\nSubject: \(title)\n\n"
        let end = "\n\n----- End forwarded message -----\n\n-- \nBen Ward\n"
        #expect(try text(of: mutt + below + end) == text(of: plain))
    }

    @Test(arguments: [
        "On Mon, 2 Mar 2026 at 09:14, Ann Miller <ann@example.org> wrote:",
        "Am 02.03.26 um 09:14 schrieb Ann Miller:", "Le 2 mars 2026 à 09:14, Ann Miller a écrit :",
        "On Monday the second of March, at fourteen minutes past nine in the morning,\nAnn Miller wrote:",
    ])
    func `are read without the line that introduces them`(line: String) throws {
        let quoted = lines.map { "> " + $0 }.joined(separator: "\n")
        #expect(try text(of: line + "\n\n" + quoted) == text(of: plain))
    }

    @Test func `are joined where the mark made a line too long`() throws {
        var quoted: [String] = []
        for line in lines {
            let words = line.split(separator: " ")
            quoted.append("> " + words.dropLast().joined(separator: " "))
            if let last = words.last { quoted.append(String(last)) }
        }
        #expect(try text(of: quoted.joined(separator: "\n")) == text(of: plain))
    }

    @Test func `are read as if no line were empty that should not be`() throws {
        let spaced = lines.joined(separator: "\n\n")
        #expect(try text(of: spaced) == text(of: plain))
    }

    @Test(arguments: ["Worth a read.", "Lesenswert!\n\nBen", "看看这个。"])
    func `are read without the few words that stand below them`(note: String) throws {
        let quoted = lines.map { "> " + $0 }.joined(separator: "\n")
        let answer = "On 05/03/2026 09:14, Ada Marl wrote:\n" + quoted + "\n\n" + note + "\n"
        #expect(try text(of: answer) == text(of: plain))
    }

    private static let marks = [
        "-------- Weitergeleitete Nachricht --------", "---------- Forwarded message ---------",
        "Anfang der weitergeleiteten Nachricht:", "-----Original Message-----",
        "________________________________",
    ]

    @Test(arguments: marks)
    func `are read without the note above what is passed on`(mark: String) throws {
        let head = [
            "From: Ada Marl <ada@paper.example>", "Date: Thu, 5 Mar 2026 09:14:22 +0100",
            "Subject: The Ferry Is Back", "To: Ben Ward <ben@paper.example>",
        ].joined(separator: "\n")
        let quoted = lines.map { "> " + $0 }.joined(separator: "\n")
        for inner in [plain, quoted] {
            for note in ["", "Worth a read.\n\n", "Sent with Proton Mail secure email.\n\n"] {
                let document = note + mark + "\n" + head + "\n\n" + inner + "\n"
                #expect(try text(of: document).hasSuffix(text(of: plain)), "\(note) \(inner)")
                #expect(try !text(of: document).contains("Ada Marl"))
            }
        }
    }

    @Test func `keep an answer and what it answers`() throws {
        let answer =
            (["I do not believe a word of it, and here is why, in short."] + [""]
            + lines.prefix(6).map { "> " + $0 }).joined(separator: "\n")
        #expect(try text(of: answer).contains("I do not believe a word of it"))
    }
}
