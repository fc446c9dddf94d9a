/// Letters for tests, in the manners of those who send newsletters and keep lists; all words are our own.
struct Letter {
    var headers: [String]
    var body: String

    var bytes: [UInt8] { Array((headers.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8) }

    static let title = "The ferry that would not wait"
    static let paragraphs = [
        "The last ferry of the season left the harbour at nine, with eleven people on it and a piano that nobody had asked for.",
        "Nobody on the quay could say who had sent the piano, and the captain, who had seen stranger cargo, did not ask.",
        "By the time the boat reached the island the tide had turned, and the crew had to carry the instrument over the rocks.",
        "It stands in the school now, a little out of tune, and the children play it in the breaks between their lessons.",
        "The council has promised a new pier for the spring, which would make the next piano a good deal easier to land.",
    ]

    /// What a text of the letter says: its paragraphs, one a line.
    static var text: String { paragraphs.joined(separator: "\n") }

    static func headers(
        from: String = "Ada Marl <ada@harbour.example>", subject: String = title,
        date: String = "Fri, 06 Mar 2026 09:30:00 +0100", type: String, encoding: String = "8bit",
        more: [String] = []
    ) -> [String] {
        [
            "Return-Path: <bounce-77@mail.example>",
            "Received: from mx.example (mx.example [192.0.2.7])\r\n\tby in.example with ESMTPS id 4Qx;"
                + "\r\n\tFri, 6 Mar 2026 08:30:09 +0000",
            "Message-ID: <4711.88@mail.example>", "From: " + from, "To: reader@in.example",
            "Subject: " + subject, "Date: " + date, "MIME-Version: 1.0", "Content-Type: " + type,
            "Content-Transfer-Encoding: " + encoding,
        ] + more
    }

    private static var plainParagraphs: String { paragraphs.joined(separator: "\r\n\r\n") }

    private static func marked(_ style: String = "") -> String {
        paragraphs.map { "<p\(style)>\($0)</p>" }.joined(separator: "\n")
    }

    /// Two forms, the plain one first.
    static func alternative(_ plain: String, _ html: String, boundary: String = "b1") -> String {
        "--\(boundary)\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\(plain)\r\n"
            + "--\(boundary)\r\nContent-Type: text/html; charset=utf-8\r\n\r\n\(html)\r\n"
            + "--\(boundary)--\r\n"
    }

    /// A writer's letter: hidden preview, title that links to the web, byline, buttons, footer.
    static var writers: Letter {
        let html = """
            <html><head><title>\(title)</title></head><body>
            <div style="display:none;font-size:1px;max-height:0;opacity:0">What came over the water &#847; &#847; &#847;</div>
            <table role="presentation" width="100%"><tr><td>
            <p><a href="https://harbourletter.example/app-link?x=1">READ IN APP</a></p>
            <p>Forwarded this email? <a href="https://harbourletter.example/subscribe">Subscribe here</a> for more</p>
            <h1><a href="https://harbourletter.example/redirect/2/eyJlIjoiaHR0cHM6Ly9oYXJib3VybGV0dGVyLmV4YW1wbGUvcC90aGUtZmVycnkifQ.sig">\(title)</a></h1>
            <table><tr><td><a href="https://harbourletter.example/@ada">Ada Marl</a></td></tr><tr><td>Mar 6</td></tr></table>
            <table><tr><td><a href="#">Like</a></td><td><a href="#">Comment</a></td><td><a href="#">Restack</a></td></tr></table>
            \(marked())
            <p>Thanks for reading The Harbour Letter! Subscribe for free to receive new posts and support my work.</p>
            <p><a href="https://harbourletter.example/upgrade">Upgrade to paid</a></p>
            <p>© 2026 Ada Marl<br>548 Quay Street PMB 72296, Port Hale, CA 94104<br><a href="https://harbourletter.example/unsub">Unsubscribe</a></p>
            <p><a href="https://harbourletter.example/start">Start writing</a></p>
            <img src="https://harbourletter.example/o/pixel.gif" width="1" height="1">
            </td></tr></table></body></html>
            """
        return Letter(
            headers: headers(
                from: "Ada Marl from The Harbour Letter <harbourletter@letters.example>",
                type: "multipart/alternative; boundary=\"b1\"",
                more: [
                    "List-Id: <harbourletter.letters.example>",
                    "List-Unsubscribe: <https://harbourletter.example/unsub>",
                    "List-Post: <https://harbourletter.example/p/the-ferry>",
                ]),
            body: alternative(
                "View this post on the web at https://…\r\n\r\n" + plainParagraphs, html))
    }

    /// A campaign: view in browser, blocks in tables, address and preferences below.
    static var campaign: Letter {
        let html = """
            <!doctype html><html><head><meta charset="utf-8"><title>\(title)</title><style>p{margin:0}</style></head><body>
            <center><table id="bodyTable"><tr><td>
            <span class="mcnPreviewText" style="display:none; font-size:0px; line-height:0px; max-height:0px;">A piano, a tide</span>
            <table class="mcnTextBlock"><tr><td><a href="https://mailchi.example/abc/the-ferry?e=UNIQID&amp;utm_source=x">View this email in your browser</a></td></tr></table>
            <table class="mcnImageBlock"><tr><td><img alt="Harbour Weekly" src="https://img.example/logo.png" width="300"></td></tr></table>
            <table class="mcnTextBlock"><tr><td class="mcnTextContent"><h1>\(title)</h1>\(marked(" style=\"margin:10px 0\""))</td></tr></table>
            <table class="mcnFollowBlock"><tr><td><a href="https://twitter.com/h">Twitter</a></td><td><a href="https://facebook.com/h">Facebook</a></td><td><a href="https://harbour.example">Website</a></td></tr></table>
            <table class="mcnTextBlock"><tr><td><em>Copyright © 2026 Harbour Weekly, All rights reserved.</em><br>
            You are receiving this email because you opted in via our website.<br><br><strong>Our mailing address is:</strong><br>
            <div class="vcard"><span class="org fn">Harbour Weekly</span><div class="adr">12 Quay Street, Port Hale</div></div><br>
            Want to change how you receive these emails?<br>You can <a href="https://m.example/p">update your preferences</a> or <a href="https://m.example/u">unsubscribe from this list</a>.</td></tr></table>
            <img src="https://m.example/track/open.php?u=1" height="1" width="1"></td></tr></table></center></body></html>
            """
        return Letter(
            headers: headers(
                from: "=?utf-8?Q?Harbour=20Weekly?= <news@harbour.example>",
                subject: "=?utf-8?Q?The=20ferry=20that=20would=20not=20wait?=",
                type: "multipart/alternative; boundary=\"_----------=_MCPart_1\"",
                more: [
                    "List-ID: 8c1a2b9f07mc list <8c1a2b9f07.123456.list-id.example>",
                    "List-Unsubscribe: <https://m.example/u>",
                ]),
            body: alternative(
                "View this email in your browser (https://…)\r\n\r\n" + plainParagraphs, html,
                boundary: "_----------=_MCPart_1"))
    }

    /// A publication's letter with a sponsor in the middle.
    static var sponsored: Letter {
        var pieces = paragraphs.map { "<p>\($0)</p>" }
        pieces.insert(
            "<table class=\"ad\"><tr><td><h4>TOGETHER WITH QUAY TEA</h4><h3>A cup before the tide</h3>"
                + "<p>Quay Tea is picked by hand and dried on deck. Readers get a tenth off their first tin until Sunday.</p>"
                + "<p><a href=\"https://tea.example\">Try it now</a></p></td></tr></table><h2>On the rocks</h2>",
            at: 2)
        let html = """
            <html><body><div style="max-width:670px"><div><p><a href="https://lnk.example/ss/c/u001.aHR0cHM6Ly93d3cuaGFyYm91ci5leGFtcGxlL3AvZmVycnk">Read Online</a>  |  <a href="https://harbour.example/s">Sign Up</a></p></div>
            <h1>\(title)</h1><p>Ada Marl</p><p>March 06, 2026</p>
            \(pieces.joined(separator: "\n"))
            <div><p>Update your email preferences or unsubscribe <a href="https://m.example/u">here</a></p>
            <p>© 2026 The Morning Quay</p><p>228 Park Ave S, #29976, Port Hale 10003</p><p>Powered by lettermill</p><p>Terms of Service</p></div></div></body></html>
            """
        return Letter(
            headers: headers(
                from: "\"The Morning Quay\" <quay@mail.example>",
                type: "multipart/alternative; boundary=sep",
                more: [
                    "List-Unsubscribe: <https://m.example/u>",
                    "List-Id: The Morning Quay <quay.mail.example>",
                ]),
            body: alternative("Read online", html, boundary: "sep"))
    }

    /// A mailing list's message: a mark in the subject, and a footer as a part of its own.
    static var list: Letter {
        Letter(
            headers: headers(
                from: "\"Marl, Ada via harbour-talk\" <harbour-talk@lists.example>",
                subject: "Re: [harbour-talk] \(title)",
                type: "multipart/mixed; boundary=\"===============77==\"",
                more: [
                    "List-Id: Talk of the harbour <harbour-talk.lists.example>",
                    "List-Post: <mailto:harbour-talk@lists.example>",
                    "Archived-At: <https://lists.example/archive/harbour-talk/msg00077.html>",
                ]),
            body: "--===============77==\r\nContent-Type: text/plain; charset=\"us-ascii\"\r\n\r\n"
                + wrapped(plainParagraphs) + "\r\n\r\n-- \r\nAda Marl, Port Hale\r\n"
                + "--===============77==\r\nContent-Type: text/plain; charset=\"us-ascii\"\r\n"
                + "Content-Disposition: inline\r\n\r\n_______________________________________________\r\n"
                + "harbour-talk mailing list\r\nharbour-talk@lists.example\r\nhttps://lists.example/mailman/listinfo/harbour-talk\r\n"
                + "--===============77==--\r\n")
    }

    /// A group's message: the footer stands in the text.
    static var group: Letter {
        let foot =
            "\r\n\r\n-- \r\nYou received this message because you are subscribed to the Google Groups \"Harbour Talk\" group.\r\n"
            + "To unsubscribe from this group and stop receiving emails from it, send an email to harbour-talk+unsubscribe@groups.example.\r\n"
            + "To view this discussion visit https://groups.example/d/msgid/harbour-talk/4711.\r\n"
        return Letter(
            headers: headers(
                from: "\"'Ada Marl' via Harbour Talk\" <harbour-talk@groups.example>",
                type: "text/plain; charset=\"UTF-8\"; format=flowed; delsp=yes",
                more: ["List-ID: <harbour-talk.groups.example>", "List-Post: <mailto:h@g.example>"]),
            body: flowed(plainParagraphs) + foot)
    }

    static func wrapped(_ text: String, at width: Int = 72) -> String {
        lines(of: text, width).joined(separator: "\r\n")
    }

    /// Soft breaks with a blank of their own (RFC 3676 delsp).
    static func flowed(_ text: String) -> String {
        text.components("\r\n").map { paragraph in
            lines(of: paragraph, 66).joined(separator: "  \r\n")
        }.joined(separator: "\r\n")
    }

    private static func lines(of text: String, _ width: Int) -> [String] {
        text.components("\r\n").flatMap { paragraph -> [String] in
            var lines = [""]
            for word in paragraph.split(separator: " ") {
                if !lines[lines.count - 1].isEmpty,
                    lines[lines.count - 1].count + word.count >= width
                {
                    lines.append("")
                }
                lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
            }
            return lines
        }
    }
}

extension String {
    fileprivate func components(_ separator: String) -> [String] {
        split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
}
