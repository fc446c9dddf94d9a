import BriefModel
import Foundation
import Testing

@testable import Workers

@Suite struct MailReadingTests {
    private func read(_ bytes: [UInt8], name: String = "letter.eml") throws -> Article {
        try DocumentReader().read(
            ExtractionRequest(
                bytes: bytes, name: name, arrival: Date(timeIntervalSince1970: 1_790_000_000))
        ).article
    }

    @Test func `reads a writer's letter`() throws {
        let article = try read(Letter.writers.bytes)
        #expect(article.text == Letter.text)
        #expect(article.title == Letter.title && article.authors == ["Ada Marl"])
        #expect(article.site == "The Harbour Letter")
        #expect(article.published == "2026-03-06T09:30:00+01:00")
        #expect(article.url == "https://harbourletter.example/p/the-ferry")
        #expect(article.format == .mail && article.mediaType == "message/rfc822")
        #expect(!article.markdown.contains("pixel"))
    }

    @Test func `reads a campaign`() throws {
        let article = try read(Letter.campaign.bytes)
        #expect(article.text == Letter.text)
        #expect(article.title == Letter.title && article.site == "Harbour Weekly")
        #expect(article.url == "https://mailchi.example/abc/the-ferry?e=UNIQID")
    }

    @Test func `leaves a sponsor's note out`() throws {
        let article = try read(Letter.sponsored.bytes)
        var lines = Letter.paragraphs
        lines.insert("On the rocks", at: 2)
        #expect(article.text == lines.joined(separator: "\n"))
        #expect(article.url == "https://www.harbour.example/p/ferry")
        #expect(article.site == "The Morning Quay")
    }

    @Test func `reads what lists send on`() throws {
        let list = try read(Letter.list.bytes)
        #expect(list.text == Letter.text)
        #expect(list.title == Letter.title && list.authors == ["Ada Marl"])
        #expect(list.site == "Talk of the harbour")
        #expect(list.url == "https://lists.example/archive/harbour-talk/msg00077.html")
        let group = try read(Letter.group.bytes)
        #expect(group.text == Letter.text)
        #expect(group.title == Letter.title && group.authors == ["Ada Marl"])
    }

    private func letter(
        from sender: String, subject: String, type: String = "text/plain", _ body: String
    ) -> [UInt8] {
        Array(
            """
            From: "\(sender)" <post@paper.example>
            To: reader@mail.example
            Subject: \(subject)
            Date: Thu, 05 Mar 2026 06:00:00 +0000
            List-Unsubscribe: <https://paper.example/u>
            MIME-Version: 1.0
            Content-Type: \(type); charset=utf-8
            Content-Transfer-Encoding: 8bit

            \(body)
            """.utf8)
    }

    @Test(arguments: ["%", "** %\n------------------------", "# %", "%\n=========="])
    func `does not take the subject for text where a plain letter says it again`(head: String)
        throws
    {
        let body =
            head.replacing("%", with: Letter.title) + "\n\n"
            + Letter.paragraphs.joined(separator: "\n\n")
        let article = try read(letter(from: "Harbour Weekly", subject: Letter.title, body))
        #expect(article.title == Letter.title)
        #expect(article.text == Letter.paragraphs.joined(separator: "\n"))
    }

    @Test(
        arguments: [
            ("View this email in your browser:\n%", "https://paper.example/2026/03/ferry"),
            ("Newsletter im Browser ansehen (%)", "https://paper.example/2026/03/ferry"),
            ("在浏览器中查看: <%>", "https://paper.example/2026/03/ferry"),
            ("Read our rules:\n%", nil),
        ] as [(String, String?)])
    func `finds the address that a plain letter says it has on the web`(
        head: String, address: String?
    ) throws {
        let body =
            head.replacing("%", with: "https://paper.example/2026/03/ferry") + "\n\n"
            + Letter.paragraphs.joined(separator: "\n\n")
        let article = try read(letter(from: "Harbour Weekly", subject: Letter.title, body))
        #expect(article.url == address)
    }

    @Test(arguments: [
        ("林晓岚 from 山城日报", "林晓岚", "山城日报"),
        ("ليلى الحداد from صحيفة الوادي", "ليلى الحداد", "صحيفة الوادي"),
        ("Ólafur Þór at Fréttir", "Ólafur Þór", "Fréttir"),
    ])
    func `tells who writes from the house, in scripts without capitals too`(
        sender: String, author: String, house: String
    ) throws {
        let body = Letter.paragraphs.joined(separator: "\n\n")
        let article = try read(letter(from: sender, subject: Letter.title, body))
        #expect(article.authors == [author] && article.site == house)
    }

    @Test(arguments: [
        "Partager|Transférer à un ami", "Compartir|Reenviar a un amigo",
        "Поделиться|Переслать другу",
        "分享|转发给朋友", "シェア|友だちに転送", "مشاركة|إعادة توجيه إلى صديق", "Κοινοποίηση|Προώθηση σε φίλο",
        "Udostępnij|Prześlij znajomemu", "Paylaş|Bir arkadaşına ilet", "Teilen|Weiterempfehlen",
    ])
    func `leaves out buttons to pass a letter on`(buttons: String) throws {
        let links = buttons.split(separator: "|").map {
            "<a href=https://paper.example/s>\($0)</a>"
        }
        let page =
            "<html><body><h1>\(Letter.title)</h1>"
            + Letter.paragraphs.map { "<p>\($0)</p>" }.joined() + "<p>"
            + links.joined(separator: " ") + "</p></body></html>"
        let article = try read(
            letter(from: "Harbour Weekly", subject: Letter.title, type: "text/html", page))
        #expect(article.text == Letter.paragraphs.joined(separator: "\n"))
    }

    @Test func `reads a message of Apple Mail, whole or cut off`() throws {
        let letter = Letter.campaign.bytes
        let marks = Array("<plist><dict><key>flags</key></dict></plist>".utf8)
        for count in ["\(letter.count)\n", "\(letter.count)     \r\n", "99999999\n"] {
            let isWhole = count.hasPrefix("\(letter.count)")
            let bytes = Array(count.utf8) + letter + (isWhole ? marks : [])
            for name in ["4711.emlx", "4711.partial.emlx", "unnamed"] {
                let article = try read(bytes, name: name)
                #expect(article.text == Letter.text && article.format == .mail, "\(name)")
                #expect(article.title == Letter.title)
            }
        }
        // A list of numbers is none.
        let numbers = try read(Array("12\n13\n14\n\(Letter.text)\n".utf8), name: "a.txt")
        #expect(numbers.format == nil)
    }

    /// TNEF: attributes, each with its level, identifier, length, data and checksum.
    private func exchange(_ attributes: [(id: UInt32, data: [UInt8])]) -> [UInt8] {
        func number(_ value: Int, _ width: Int) -> [UInt8] {
            (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        var file: [UInt8] = number(0x223E_9F78, 4)
        file += number(1, 2)
        for attribute in attributes {
            file.append(1)
            file += number(Int(attribute.id), 4)
            file += number(attribute.data.count, 4)
            file += attribute.data
            file += [0, 0]
        }
        return file
    }

    private func withExchange(_ file: [UInt8], body: String = "") -> [UInt8] {
        let coded = Data(file).base64EncodedString(options: .lineLength76Characters)
        return Letter(
            headers: Letter.headers(type: "multipart/mixed; boundary=b"),
            body:
                "--b\r\nContent-Type: text/plain\r\n\r\n\(body)\r\n--b\r\nContent-Type: application/ms-tnef; name=\"winmail.dat\"\r\n"
                + "Content-Disposition: attachment; filename=\"winmail.dat\"\r\nContent-Transfer-Encoding: base64\r\n\r\n\(coded)\r\n--b--\r\n"
        ).bytes
    }

    @Test func `takes the text out of winmail.dat where there is no other`() throws {
        let plain = exchange([
            (0x0006_9007, [0xE4, 0x04, 0, 0, 0, 0, 0, 0]),
            (0x0002_800C, Array(Letter.paragraphs.joined(separator: "\r\n\r\n").utf8) + [0]),
        ])
        let wide = Letter.paragraphs.joined(separator: "\r\n\r\n").utf16.flatMap {
            [UInt8($0 & 255), UInt8($0 >> 8)]
        }
        func property(_ kind: UInt8, _ id: [UInt8], _ value: [UInt8]) -> [UInt8] {
            let length = (0..<4).map { UInt8(truncatingIfNeeded: value.count >> (8 * $0)) }
            let end = [UInt8](repeating: 0, count: (4 - value.count % 4) % 4)
            var bytes: [UInt8] = [kind, kind == 2 ? 1 : 0]
            for piece in [id, [1, 0, 0, 0], length, value, end] { bytes += piece }
            return bytes
        }
        let flags: [UInt8] = [3, 0, 0x07, 0x0E, 1, 0, 0, 0]
        var named: [UInt8] = [3, 0, 1, 0x80]
        named += [UInt8](repeating: 7, count: 16)
        named += [1, 0, 0, 0, 3, 0, 0, 0, 65, 0, 0, 0, 9, 0, 0, 0] as [UInt8]
        let html = Letter.paragraphs.map { "<p>\($0)</p>" }.joined()
        var second: [UInt8] = [3, 0, 0, 0]
        for piece in [flags, named, property(0x1F, [0, 0x10], wide)] { second += piece }
        var third: [UInt8] = [2, 0, 0, 0]
        for piece in [named, property(2, [0x13, 0x10], Array(html.utf8))] { third += piece }
        let files = [plain, exchange([(0x0006_9003, second)]), exchange([(0x0006_9003, third)])]
        for file in files {
            let article = try read(withExchange(file))
            #expect(article.text == Letter.text)
            #expect(article.enclosures.map(\.title) == ["winmail.dat"])
            for length in stride(from: 0, to: file.count, by: file.count / 25) {
                _ = try? read(withExchange(Array(file.prefix(length))))
            }
        }
        let own = try read(withExchange(plain, body: Letter.paragraphs[0]))
        #expect(own.text == Letter.paragraphs[0])
    }

    @Test func `names the attachments of a mail that is nothing else`() throws {
        let parts = (1...7).map {
            "--b\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=\"\($0).png\"\r\n\r\nx\r\n"
        }
        let letter = Letter(
            headers: Letter.headers(type: "multipart/mixed; boundary=b"),
            body: parts.joined() + "--b--\r\n")
        #expect {
            try read(letter.bytes)
        } throws: { error in
            "\(error)".contains("only attachments: 1.png, 2.png, 3.png, 4.png, 5.png and 2 more")
        }
    }

    @Test func `knows a mail whatever its name says`() throws {
        for name in ["letter.txt", "letter", "letter.2026", "1700000000.M1P2.host:2,S"] {
            let article = try read(Letter.campaign.bytes, name: name)
            #expect(article.text == Letter.text && article.format == .mail, "\(name)")
        }
        let note = "From: the quay\nDate: today\n\n" + Letter.text
        #expect(try read(Array(note.utf8), name: "note.txt").format == nil)
    }

    @Test(arguments: [
        ("utf-8", "UTF-8"), ("iso-8859-1", "ISO-8859-1"), ("windows-1252", "WINDOWS-1252"),
        ("iso-8859-15", "ISO-8859-15"),
    ])
    func `reads Western letters in every set`(charset: String, _ name: String) throws {
        let text = Letter.paragraphs.map {
            $0.replacingOccurrences(of: "piano", with: "Flügel über")
        }
        let plain = text.joined(separator: "\r\n\r\n")
        let encodings: [String: String.Encoding] = [
            "UTF-8": .utf8, "ISO-8859-1": .isoLatin1, "WINDOWS-1252": .windowsCP1252,
            "ISO-8859-15": .isoLatin1,
        ]
        let body = try #require(plain.data(using: encodings[name] ?? .utf8))
        let head = Letter.headers(
            subject:
                "=?\(charset)?B?\((try #require("Flügel".data(using: encodings[name] ?? .utf8))).base64EncodedString())?=",
            type: "text/plain; charset=\(charset)", encoding: "base64")
        let bytes =
            Array((head.joined(separator: "\r\n") + "\r\n\r\n").utf8)
            + Array(body.base64EncodedString(options: .lineLength76Characters).utf8)
        let article = try read(bytes)
        #expect(article.title == "Flügel")
        #expect(article.text == text.joined(separator: "\n"))
    }

    @Test func `forgives broken structure`() throws {
        let whole = String(decoding: Letter.campaign.bytes, as: UTF8.self)
        let mark = "--_----------=_MCPart_1"
        for broken in [
            whole.replacingOccurrences(of: mark + "--\r\n", with: ""),
            whole.replacingOccurrences(of: mark + "\r\n", with: mark + "  \t\r\n"),
            whole.replacingOccurrences(of: "\r\n", with: "\n"),
            whole.replacingOccurrences(of: "; boundary=\"_----------=_MCPart_1\"", with: ""),
            "From someone@in.example Fri Mar  6 08:30:09 2026\r\n" + whole,
        ] {
            let article = try read(Array(broken.utf8))
            #expect(article.text == Letter.text)
        }
    }

    @Test func `takes the plain form where the page is a picture`() throws {
        let letter = Letter(
            headers: Letter.headers(type: "multipart/alternative; boundary=b1"),
            body: Letter.alternative(
                Letter.paragraphs.joined(separator: "\r\n\r\n"),
                "<html><body><a href=\"https://x.example\"><img src=\"https://x.example/a.png\"></a></body></html>"
            ))
        #expect(try read(letter.bytes).text == Letter.text)
    }

    @Test func `ends with a reason wherever a mail is cut off`() throws {
        let bytes = Letter.sponsored.bytes
        for length in stride(from: 300, to: bytes.count, by: 97) {
            do {
                _ = try read(Array(bytes.prefix(length)))
            } catch let error as ReadingError {
                #expect(!error.description.isEmpty)
            }
        }
    }

    @Test func `leaves out what a mail answers, and heads of what it passes on`() throws {
        let own = Letter.paragraphs.joined(separator: "\r\n\r\n")
        let marked = Letter.paragraphs.map { "<p>\($0)</p>" }.joined()
        let asked =
            "Could somebody tell me what came of the piano? I have heard three stories by now."
        let head =
            "<b>From:</b> Ben Hale &lt;ben@x.example&gt;<br><b>Sent:</b> Thursday, March 5, 2026<br>"
            + "<b>To:</b> Ada Marl<br><b>Subject:</b> The piano"
        let forwarded =
            "---------- Forwarded message ---------\r\nFrom: Ben Hale <ben@x.example>\r\n"
            + "Date: Thu, Mar 5, 2026 at 9:30 AM\r\nSubject: The piano\r\nTo: ada@x.example\r\n\r\n"
        for (type, body) in [
            ("plain", own + "\r\n\r\nOn Thu, 5 Mar 2026, Ben Hale wrote:\r\n> \(asked)\r\n"),
            ("plain", own + "\r\n\r\n-----Original Message-----\r\n\(asked)\r\n"),
            (
                "plain",
                own + "\r\n\r\nFrom: Ben Hale\r\nSent: Thursday\r\nTo: Ada\r\n\r\n\(asked)\r\n"
            ),
            ("plain", forwarded + own),
            ("html", "<html><body>\(marked)<p>\(head)</p><p>\(asked)</p></body></html>"),
            ("html", "<html><body><p>\(head)</p>\(marked)</body></html>"),
            (
                "html",
                "<div><br><div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded message"
                    + " ---------<br>From: <b>Ben Hale</b> &lt;ben@x.example&gt;<br>Date: Thu, Mar 5, 2026 at"
                    + " 9:30 AM<br>Subject: The piano<br>To: Ada<br></div>\(marked)</div></div>"
            ),
            (
                "html",
                "<html><body>\(marked)"
                    + head.split(separator: "<br>").map { "<div>\($0)</div>" }.joined()
                    + "<p>\(asked)</p></body></html>"
            ),
            (
                "html",
                "<div>\(marked)</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">On Thursday"
                    + " Ben wrote:</div><blockquote class=\"gmail_quote\">\(asked)</blockquote></div>"
            ),
        ] {
            let letter = Letter(
                headers: Letter.headers(type: "text/\(type); charset=utf-8"), body: body)
            #expect(try read(letter.bytes).text == Letter.text, "\(body.prefix(60))")
        }
    }

    @Test func `says that a mail is encrypted, or of too many parts`() throws {
        let encrypted = Letter(
            headers: Letter.headers(
                type: "multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b1"),
            body: "--b1\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b1--\r\n")
        #expect(throws: ReadingError.self) { try read(encrypted.bytes) }
        let many = Letter(
            headers: Letter.headers(type: "multipart/mixed; boundary=b1"),
            body: String(repeating: "--b1\r\n\r\nx\r\n", count: 10_000) + "--b1--\r\n")
        #expect(throws: ReadingError.self) { try read(many.bytes) }
    }
}
