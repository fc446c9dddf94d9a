import BriefModel
import Foundation
import Testing

@testable import Outputs

@Suite struct MailMessageTests {
    private func message(_ subject: String, from: String = "briefd <briefd@example.org>") throws
        -> String
    {
        let message = MailMessage(
            from: try #require(MailAddress(from)), to: [try #require(MailAddress("d@example.org"))],
            subject: subject, date: Date(timeIntervalSince1970: 1_795_850_400), id: "msg_1",
            text: "Grüße\n" + String(repeating: "long ", count: 100), html: Array("<p>ü</p>".utf8))
        return String(decoding: message.bytes, as: UTF8.self)
    }

    /// RFC 2047, read back.
    private func subject(of message: String) throws -> String {
        let start = try #require(message.range(of: "\r\nSubject: ")).upperBound
        let end = try #require(message.range(of: "\r\nMessage-ID:")).lowerBound
        return try message[start..<end].replacing("\r\n ", with: " ").split(separator: " ")
            .map { word in
                guard word.hasPrefix("=?utf-8?B?") else { return String(word) + " " }
                let data = try #require(Data(base64Encoded: String(word.dropFirst(10).dropLast(2))))
                return try #require(String(data: data, encoding: .utf8))
            }.joined().trimmingCharacters(in: .whitespaces)
    }

    @Test(arguments: [
        "Plain", "Über die Brücke", String(repeating: "日本語の見出し", count: 20),
        "A line\r\nBcc: x@example.org", "=?utf-8?B?eA==?= looks encoded",
        String(repeating: "word ", count: 60),
    ])
    func `a subject is one header, whatever it is`(text: String) throws {
        let message = try message(text)
        let whole = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(try subject(of: message) == whole)
        #expect(!message.contains("\r\nBcc:"))
        for line in message.split(separator: "\r\n") { #expect(line.utf8.count <= 78, "\(line)") }
        #expect(message.utf8.allSatisfy { $0 < 0x80 })
        #expect(!message.replacing("\r\n", with: "").contains { $0 == "\r" || $0 == "\n" })
    }

    @Test func `has a text and the same in HTML`() throws {
        let message = try message("One", from: "Zeitung für alle <z@example.org>")
        #expect(message.hasPrefix("Date: Sat, 28 Nov 2026 "))
        #expect(message.contains("From: =?utf-8?B?"))
        #expect(message.contains("\r\n <z@example.org>\r\n"))
        #expect(message.contains("Message-ID: <msg_1@example.org>"))
        let parts = message.components(separatedBy: "\r\n--=_briefd_msg_1")
        #expect(parts.count == 4 && parts[3] == "--\r\n")
        for (part, type, begin) in [(parts[1], "plain", "Grüße"), (parts[2], "html", "<p>ü</p>")] {
            #expect(part.contains("Content-Type: text/\(type); charset=utf-8"))
            let body = part.components(separatedBy: "\r\n\r\n")[1]
            let data = try #require(Data(base64Encoded: body.replacing("\r\n", with: "")))
            #expect(String(decoding: data, as: UTF8.self).hasPrefix(begin))
        }
    }

    @Test func `articles are told of with what they are`() {
        var article = OutputArticle(id: "1", firstID: "1", filed: "2026-11-28T07:00:00Z")
        article.title = "Tides & <tables>"
        article.url = "https://example.org/tides"
        article.excerpt = "On the harbour."
        var other = article
        other.url = "javascript:alert(1)"
        let mail = MailText([article, other])
        #expect(mail.subject == "2 articles: Tides & <tables>")
        #expect(
            mail.text.hasPrefix("Tides & <tables>\nOn the harbour.\nhttps://example.org/tides\n\n"))
        let html = String(decoding: mail.html, as: UTF8.self)
        #expect(
            html.contains("<a href=\"https://example.org/tides\">Tides &amp; &lt;tables&gt;</a>"))
        #expect(!html.contains("javascript"))
        #expect(MailText([article]).subject == "Tides & <tables>")
    }
}
