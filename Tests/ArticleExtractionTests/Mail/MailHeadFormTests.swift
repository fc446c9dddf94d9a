import BriefModel
import Foundation
import Testing

@testable import ArticleExtraction

/// Heads of mails that are passed on, in any language.
@Suite struct MailHeadFormTests {
    private static let body = [
        "The ferry to Alderholm runs again after nine weeks in the yard, half an hour late.",
        "Its engine was built in a yard that closed long ago, and nobody makes the parts any more.",
    ]

    private func text(_ document: String, _ type: DocumentType) throws -> String {
        var known = KnownFacts(title: "Ferry runs again")
        known.isForwarded = true
        return try ArticleExtractor().extract(
            ExtractionRequest(
                bytes: Array(document.utf8), type: type, charset: "utf-8", scope: .mail,
                known: known, arrival: Date(timeIntervalSince1970: 1_800_000_000))
        ).text
    }

    private static let names = [
        ["De", "Enviado el", "Para", "Asunto"], ["보낸 사람", "보낸 날짜", "받는 사람", "제목"],
        ["Від", "Надіслано", "Кому", "Тема"], ["Από", "Στάλθηκε", "Προς", "Θέμα"],
        ["Từ", "Đã gửi", "Đến", "Chủ đề"], ["จาก", "ส่ง", "ถึง", "เรื่อง"],
        ["من", "تم الإرسال", "إلى", "الموضوع"], ["Aa", "Bb cc", "Dd", "Ee"],
    ]
    private static let values = [
        "Ann Miller <ann@quay.example>", "4. 3. 2026 9:12", "Desk <desk@quay.example>",
        "Ferry runs again",
    ]

    @Test(arguments: names) func `go from pages, in one line of bold names`(names: [String]) throws
    {
        let head = zip(names, Self.values).map { name, value in
            "<b>\(name):</b> \(value.replacing("<", with: "&lt;"))"
        }
        let rest = Self.body.map { "<p>\($0)</p>" }.joined()
        for block in [
            "<div><font>" + head.joined(separator: "<br>") + "</font></div>",
            head.map { "<p>\($0)</p>" }.joined(),
        ] {
            let html = "<p>FYI</p><hr>" + block + rest
            let found = try text(html, .html)
            #expect(found.hasSuffix(Self.body.joined(separator: "\n")))
            #expect(!found.contains("ann@quay") && !found.contains("desk@quay"))
        }
    }

    @Test(arguments: names) func `go from texts, below a rule`(names: [String]) throws {
        let head = zip(names, Self.values).map { "\($0): \($1)" }.joined(separator: "\n")
        let document =
            "________________________________\n\(head)\n\n" + Self.body.joined(separator: "\n\n")
        #expect(try text(document, .text) == Self.body.joined(separator: "\n"))
    }

    @Test func `are no lists of facts in bold type`() throws {
        let facts =
            "<p><b>Boat:</b> Alder</p><p><b>Built:</b> in 1961</p><p><b>Seats:</b> for 120 people</p>"
        let html = facts + Self.body.map { "<p>\($0)</p>" }.joined()
        #expect(try text(html, .html).contains("Boat: Alder"))
    }
}
