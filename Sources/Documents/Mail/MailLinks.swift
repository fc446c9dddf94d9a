import Charsets

/// The links of a letter's page: they lead where they lead in the end, and one of them may be the letter's own page.
struct MailLinks {
    /// The page, with other addresses in its links.
    private(set) var bytes: [UInt8] = []
    /// Where the letter stands on the web: where "view in your browser" leads, or the title's own link.
    private(set) var ownAddress: String?

    private let charset: String?
    private let title: String?
    private var titleAddress: String?
    private var recent: [UInt8] = []

    /// Bytes of a link's words, and of what stands before it, that are looked at.
    private static let window = 400

    /// - Parameters:
    ///   - charset: of the page, where it is stated.
    ///   - title: of the letter.
    init(_ page: [UInt8], charset: String?, title: String?) {
        self.charset = charset
        self.title = title.map(Self.folded)
        bytes.reserveCapacity(page.count)
        var copied = 0
        var rest = page[...]
        while let open = rest.firstIndex(of: 0x3C) {
            note(rest[..<open])
            guard Self.isAnchor(rest[open...]) else {
                rest = rest[(open + 1)...]
                // Marks are no words.
                if let close = rest.firstIndex(of: 0x3E) { rest = rest[(close + 1)...] }
                continue
            }
            // A page with a tag that never ends is left as it is from there on.
            guard let tagEnd = Self.endOfTag(page, from: open) else { break }
            if let value = Self.address(in: page[open..<tagEnd]) {
                let link = Self.decoded(page[value])
                let target = LinkTarget.resolved(link)
                look(at: target, page[tagEnd...])
                if target != link {
                    bytes += page[copied..<value.lowerBound]
                    bytes += Self.encoded(target)
                    copied = value.upperBound
                }
            }
            rest = page[tagEnd...]
        }
        bytes += page[copied...]
        ownAddress = ownAddress ?? titleAddress
    }

    private mutating func look(at target: String, _ after: ArraySlice<UInt8>) {
        guard ownAddress == nil || titleAddress == nil, LinkTarget.http(target) != nil else {
            return
        }
        let inner = after.prefix(4 * Self.window)
        let end = Needle("</a").place(in: inner) ?? inner.startIndex
        let words = text(VisibleText(inner[..<end]).bytes)
        guard !words.isEmpty, words.utf8.count <= Self.window else { return }
        if ownAddress == nil, BrowserWords.stand(in: words, after: text(recent)) {
            ownAddress = target
        }
        if titleAddress == nil, let title, !title.isEmpty, Self.folded(words) == title {
            titleAddress = target
        }
    }

    /// What stood last before a link.
    private mutating func note(_ text: ArraySlice<UInt8>) {
        guard text.contains(where: { $0 > 0x20 }) else { return }
        recent += text.suffix(Self.window)
        if recent.count > 2 * Self.window { recent.removeFirst(recent.count - Self.window) }
    }

    private func text(_ bytes: [UInt8]) -> String {
        let plain = MailText.decoded(bytes, charset: charset)
            .replacing("&nbsp;", with: " ").replacing("&#160;", with: " ")
            .replacing("&rsquo;", with: "'").replacing("&#8217;", with: "'")
            .replacing("&amp;", with: "&")
        return plain.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }

    private static func folded(_ text: String) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private static func isAnchor(_ tag: ArraySlice<UInt8>) -> Bool {
        let head = Array(tag.prefix(3))
        return head.count == 3 && Needle.lowered(head[1]) == 0x61 && head[2] <= 0x20
    }

    /// Behind the ">" that ends a tag, quotes heeded.
    private static func endOfTag(_ page: [UInt8], from start: Int) -> Int? {
        var quote: UInt8 = 0
        var place = start
        // No tag of an honest letter is longer.
        let limit = min(page.count, start + 65_536)
        while place < limit {
            let byte = page[place]
            place += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == 0x22 || byte == 0x27 {
                quote = byte
            } else if byte == 0x3E {
                return place
            }
        }
        return nil
    }

    /// Where the value of `href` stands in a tag.
    private static func address(in tag: ArraySlice<UInt8>) -> Range<Int>? {
        guard var place = Needle("href").place(in: tag) else { return nil }
        place += 4
        while place < tag.endIndex, tag[place] <= 0x20 { place += 1 }
        guard place < tag.endIndex, tag[place] == 0x3D else { return nil }
        place += 1
        while place < tag.endIndex, tag[place] <= 0x20 { place += 1 }
        guard place < tag.endIndex else { return nil }
        if tag[place] == 0x22 || tag[place] == 0x27 {
            let quote = tag[place]
            let start = place + 1
            guard let end = tag[start...].firstIndex(of: quote) else { return nil }
            return start..<end
        }
        let end = tag[place...].firstIndex { $0 <= 0x20 || $0 == 0x3E } ?? tag.endIndex
        return place..<end
    }

    private static func decoded(_ value: ArraySlice<UInt8>) -> String {
        StreamSafeText.mended(String(decoding: value, as: UTF8.self)).replacing("&amp;", with: "&")
            .replacing("&#38;", with: "&").replacing("&#x26;", with: "&").trimmingBlanks()
    }

    private static func encoded(_ link: String) -> [UInt8] {
        Array(
            link.replacing("&", with: "&amp;").replacing("\"", with: "%22")
                .replacing("'", with: "%27").replacing("<", with: "%3C")
                .replacing(">", with: "%3E").utf8)
    }
}

/// How letters say that they can be read on the web too.
enum BrowserWords {
    /// - Parameters:
    ///   - words: of the link, in small letters.
    ///   - before: what stands before it.
    static func stand(in words: String, after before: String) -> Bool {
        guard words.utf8.count <= 160 else { return false }
        if own.contains(where: { words.contains($0) }) { return true }
        // "Trouble reading this? Click here."
        guard words.count <= 24 else { return false }
        let last = String(before.suffix(160))
        return troubles.contains { last.contains($0) }
    }

    /// Lines at the beginning of a plain letter that may say so, and bytes of them.
    private static let head = (lines: 12, bytes: 8_192)

    /// The address that stands in a line that says so of a plain letter, or in the line below; nil where none does.
    static func address(in letter: [UInt8], charset: String?) -> String? {
        let text = MailText.decoded(Array(letter.prefix(head.bytes)), charset: charset)
        let lines = text.split(whereSeparator: \.isNewline)
            .filter { !$0.allSatisfy(\.isWhitespace) }.prefix(head.lines)
        for (index, line) in lines.enumerated() {
            let words = line.lowercased().split(whereSeparator: \.isWhitespace)
                .filter { !$0.contains("://") }.joined(separator: " ")
            guard stand(in: words, after: "") else { continue }
            let next = lines.dropFirst(index + 1).first
            for word in [line, next].compactMap({ $0 }).flatMap({ $0.split(separator: " ") }) {
                let bare = String(
                    word.drop { "<([".contains($0) }.prefix { !">)]".contains($0) })
                if let address = LinkTarget.http(LinkTarget.resolved(bare)) { return address }
            }
        }
        return nil
    }

    private static let own = [
        "in browser", "in your browser", "in a browser", "in the browser", "in my browser",
        "view online",
        "read online", "read it online", "view it online", "view this online", "see online",
        "web version", "webversion", "browser version", "online version", "view on the web",
        "read on the web", "view email online", "view this email online", "as a web page",
        "on our website",
        "view as webpage", "view as a webpage", "view web page", "im browser", "in ihrem browser",
        "in deinem browser", "online ansehen", "online lesen", "online-version", "web-version",
        "onlineversion", "en ligne", "dans votre navigateur", "dans un navigateur",
        "dans le navigateur", "version web", "en el navegador", "en tu navegador",
        "en su navegador", "en línea", "versión web", "no navegador", "no seu navegador",
        "versão online", "nel browser", "nel tuo browser", "versione online", "versione web",
        "in je browser", "in uw browser", "in de browser", "online bekijken", "online versie",
        "i webbläsaren", "i din webbläsare", "webbversion", "i nettleseren", "i din browser",
        "w przeglądarce", "v prohlížeči", "böngészőben", "în browser", "selaimessa", "в браузере",
        "веб-версия", "у браузері", "στο πρόγραμμα περιήγησης", "στον browser", "στο browser",
        "στον περιηγητή", "tarayıcıda", "tarayıcınızda",
        "في المتصفح", "בדפדפן", "在浏览器", "网页版", "在瀏覽器", "ブラウザ", "ウェブ版", "브라우저",
    ]
    private static let troubles = [
        "viewing this", "reading this", "can't see", "cannot see", "can't read", "cannot read",
        "not displaying", "not display", "doesn't display", "isn't displaying", "having trouble",
        "no images", "images not", "nicht richtig", "nicht korrekt", "nicht angezeigt",
        "ne s'affiche pas", "no se ve", "no puede ver", "non visualizzi", "não consegue",
        "niet goed weergegeven", "не отображается",
    ]
}
