/// Takes off the beginning of a text what stands above it only because it was copied: the address that it was copied from,
/// the notice of a mail server that it came from outside, the names that mail programs leave for pictures, the head of a
/// part of a mail (RFC 2045 §3), the time below the day of a note.
enum CopyTraces {
    typealias Line = LineSplitter.RawLine

    /// Words of a notice of a mail server.
    private static let longestNotice = 70
    /// Lines at the beginning among which such traces are looked for.
    private static let reach = 6

    /// Such traces stand one above the other: the address, and the notice below it.
    private static let rounds = 3

    static func strip(_ lines: inout [Line]) {
        for _ in 0..<rounds {
            let count = lines.count
            stripOnce(&lines)
            if lines.count == count { return }
        }
    }

    private static func stripOnce(_ lines: inout [Line]) {
        dropPictures(&lines)
        dropMenu(&lines)
        dropNotice(&lines)
        dropAddress(&lines)
        dropSender(&lines)
        dropReplyHead(&lines)
        SharedMessage.strip(&lines)
        dropTime(&lines)
        dropSource(&lines)
        HeadBlock.order(&lines)
    }

    // MARK: - Senders

    /// "[02/03/2026 09:14] Ann Miller", or a name and below it, set in, the time of day: what programs for chats write above
    /// a message.
    private static func dropSender(_ lines: inout [Line]) {
        guard lines.count > 2 else { return }
        let first = lines[0].text
        if first.hasPrefix("["), let close = first.firstIndex(of: "]") {
            let numbers = first[..<close].split { !$0.isNumber }
            let name = first[first.index(after: close)...]
            if numbers.count >= 5, first[..<close].allSatisfy({ !$0.isLetter }), isName(name) {
                drop(0..<1, from: &lines)
            }
        } else if let dash: Range<String.Index> = first.firstRange(of: " — "),
            isName(first[..<dash.lowerBound]), first.utf8.count <= 80,
            first[dash.upperBound...].split(separator: " ").contains(where: { isTime(String($0)) })
        {
            // "Ann Miller — Today at 9:14 AM"
            drop(0..<1, from: &lines)
        } else if lines[1].blanksBefore == 0, lines[1].indent > 0, lines[0].indent == 0,
            isTime(lines[1].text), isName(first[...])
        {
            drop(0..<2, from: &lines)
        }
    }

    static func isName(_ text: Substring) -> Bool {
        let words = text.split(separator: " ")
        return (1...4).contains(words.count) && text.utf8.count <= 60
            && !text.contains(where: { $0.isNumber || ":.!?".contains($0) })
    }

    /// "On Mon, 2 Mar 2026 at 09:14, Ann Miller <ann@example.org> wrote:" above a text that is not quoted, and a line that
    /// says that it is passed on.
    private static func dropReplyHead(_ lines: inout [Line]) {
        guard let first = lines.first else { return }
        let isForward = first.text.hasPrefix("---") && MailHead.saysForward(first.text)
        guard let end = ReplyHead.end(in: lines, at: isForward ? 1 : 0), end < lines.count,
            lines[end].blanksBefore > 0, !lines[end].text.hasPrefix(">")
        else { return }
        drop(0..<end, from: &lines)
        if isForward { PassedMail.dropEnd(&lines) }
    }

    // MARK: - Sources

    /// "review.example • 4 min read": the host and how long reading takes; or the address below the title.
    private static func dropSource(_ lines: inout [Line]) {
        let place = lines.indices.prefix(reach).dropFirst().first { index in
            let text = lines[index].text
            if isAlone(index, in: lines) { return true }
            guard sourceMarks.contains(where: text.holds) else { return false }
            let parts = text.split { sourceMarks.contains(String($0)) }
                .map { String($0).trimmed(of: " ") }
            guard (2...3).contains(parts.count), let host = parts.first, isAddress(host) else {
                return false
            }
            return parts.dropFirst().allSatisfy { part in
                var rest = part
                return ReadingTime.areMinutes(part) || ReadingTime.take(from: &rest) && rest.isEmpty
            }
        }
        guard let place else { return }
        // What stands alone between the headline and the host says who wrote it.
        let isParted = lines[place].text.contains { "•·|".contains($0) }
        if isParted, place > 1, isName(lines[place - 1].text[...]),
            !SentenceMarks.endsSentence(lines[place - 1].text)
        {
            lines[place - 1].text = "By " + lines[place - 1].text
        }
        drop(place..<place + 1, from: &lines)
    }

    /// What stands between the host and the time.
    private static let sourceMarks = ["•", "·", "\u{387}", "|"]

    private static func drop(_ range: Range<Int>, from lines: inout [Line]) {
        guard range.upperBound < lines.count else { return }
        lines.removeSubrange(range)
        if range.lowerBound > 0 {
            lines[range.lowerBound].blanksBefore = max(1, lines[range.lowerBound].blanksBefore)
        }
    }

    // MARK: - Pictures

    /// "[cid:image001.png@01DA…]", "[image: chart.png]", "<image001.png>".
    private static func dropPictures(_ lines: inout [Line]) {
        guard lines.contains(where: { isPicture($0.text) }) else { return }
        let rest = lines.dropping { isPicture($0.text) }
        if !rest.isEmpty { lines = rest }
    }

    private static func isPicture(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 200 else { return false }
        switch first {
        case UInt8(ascii: "["):
            guard text.hasSuffix("]") else { return false }
            let inner = text.dropFirst().dropLast().lowercased()
            return inner.hasPrefix("cid:") || isPictureName(inner)
                || (inner.hasPrefix("image:") || inner.hasPrefix("inline image"))
                    && !inner.contains("[")
        case UInt8(ascii: "<"):
            guard text.hasSuffix(">") else { return false }
            return isPictureName(text.dropFirst().dropLast().lowercased())
        // What programs put in for a picture: U+FFFC.
        case 0xEF: return text.unicodeScalars.allSatisfy { $0.value == 0xFFFC || $0 == " " }
        default: return false
        }
    }

    private static func isPictureName(_ name: String) -> Bool {
        !name.contains(where: { " /<>[]".contains($0) })
            && [".png", ".jpg", ".jpeg", ".gif"].contains(where: name.hasSuffix)
    }

    // MARK: - Notices

    /// "[EXTERNAL]", "CAUTION: This email originated from outside …": above the text, it says where a mail came from, and
    /// asks for care with its links.
    private static func dropNotice(_ lines: inout [Line]) {
        guard let first = lines.first, first.text.utf8.count <= 1_000 else { return }
        var end = 1
        while end < min(lines.count, reach), lines[end].blanksBefore == 0 { end += 1 }
        guard end < lines.count else { return }
        let block = lines[..<end]
        guard PassedMail.words(of: block) <= longestNotice else { return }
        let folded = TextFolding.fold(block.map(\.text).joined(separator: " "))
        let bare = folded.trimmed(of: " []()*-_!:.⚠")
        let isNotice =
            (outsides.contains(where: folded.contains) && handles.contains(where: folded.contains)
                && mails.contains(where: folded.contains))
            || folded.hasPrefix("you don't often get email from")
        if marks.contains(bare) || isNotice { drop(0..<end, from: &lines) }
    }

    private static let marks: Set<String> = [
        "external", "external email", "external sender", "extern", "externe", "externo",
    ]
    private static let outsides = [
        "external", "outside", "extern", "außerhalb", "ausserhalb", "exterieur", "exterior",
        "fuera de",
        "fora da", "esterno", "esterna", "buiten", "utanfor", "udefra", "uden for", "utenfor",
        "zewnatrz", "zewnetrzn", "внешн", "извне", "зовнішн", "mimo organizaci", "kuls", "disindan",
        "εξωτερικ", "ulkopuol", "外部", "외부", "خارج", "מחוץ", "bên ngoài", "ภายนอก",
    ].map(TextFolding.fold)
    private static let handles = [
        "link", "attachment", "anhang", "anlagen", "pieces jointes", "liens", "enlaces", "adjunto",
        "allegat", "ligacoes", "anexo", "bijlage", "bilag", "bilagor", "vedlegg", "zalacznik",
        "ссыл", "вложени", "посилан", "priloh", "odkaz", "mellekl", "baglanti", "συνδεσμ", "liit",
        "附件", "链接", "連結", "添付", "リンク", "링크", "첨부", "الروابط", "المرفقات", "קישורים",
        "liên kết", "ลิงก์",
    ].map(TextFolding.fold)
    private static let mails = [
        "email", "e-mail", "mail", "message", "nachricht", "courriel", "correo", "mensaje",
        "messaggio", "mensagem", "bericht", "meddeland", "meddelelse", "melding", "wiadomosc",
        "письм", "сообщени", "лист", "zprav", "level", "uzenet", "posta", "ileti", "μηνυμα",
        "viesti", "邮件", "郵件", "メール", "메일", "البريد", "الرسالة", "דואר", "thư", "อีเมล",
    ].map(TextFolding.fold)

    /// "Review | Home | News", and the rule below it: a page's menu.
    private static func dropMenu(_ lines: inout [Line]) {
        guard lines.count > 3, lines[1].text.utf8.count >= 10,
            lines[1].text.allSatisfy({ "-_=".contains($0) }), lines[2].blanksBefore > 0
        else { return }
        let parts = lines[0].text.split(separator: "|")
        guard parts.count > 2, parts.allSatisfy({ $0.split(separator: " ").count <= 3 }) else {
            return
        }
        drop(0..<2, from: &lines)
    }

    // MARK: - Addresses

    /// The address, or the host, that a text was copied from, alone on the first line.
    private static func dropAddress(_ lines: inout [Line]) {
        guard lines.count > 2, isAddress(lines[0].text) || isArchive(lines[0].text),
            !isAddress(lines[1].text)
        else { return }
        drop(0..<1, from: &lines)
    }

    /// "The Wayback Machine - https://web.archive.org/web/2026…": a few words and the address of a copy.
    private static func isArchive(_ text: String) -> Bool {
        guard text.utf8.count <= 1_000, text.holds("://") else { return false }
        let words = text.split(separator: " ")
        guard words.count <= 8, let last = words.last, last.hasPrefix("http") else { return false }
        if text.holds("://web.archive.org/") || text.holds("://archive.") { return true }
        // "Printed from https://review.example/b"
        return (2...4).contains(words.count)
            && words.dropLast().allSatisfy { word in word.allSatisfy(\.isLetter) }
    }

    private static func isAddress(_ text: String) -> Bool {
        guard text.utf8.count <= 1_000, !text.utf8.contains(0x20) else { return false }
        if text.hasPrefix("http://") || text.hasPrefix("https://") { return true }
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard (2...5).contains(labels.count), let last = labels.last, (2...24).contains(last.count)
        else { return false }
        return last.allSatisfy { (0x61...0x7A).contains($0) }
            && labels.allSatisfy { label in
                !label.isEmpty
                    && label.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                    }
            }
    }

    /// Whether a line among the first ones is an address and nothing else: no list of them, and none that was announced.
    private static func isAlone(_ index: Int, in lines: [Line]) -> Bool {
        let text = lines[index].text
        guard text.hasPrefix("http"), isAddress(text), index + 1 < lines.count else { return false }
        return !isAddress(lines[index + 1].text) && !isAddress(lines[index - 1].text)
            && !SentenceMarks.endsInColon(lines[index - 1].text)
            && !SentenceMarks.endsSentence(lines[index - 1].text)
    }

    // MARK: - Times

    /// "9:14 AM" below "Monday, March 2, 2026": programs for notes write both below the title.
    private static func dropTime(_ lines: inout [Line]) {
        let places = lines.indices.prefix(reach).dropFirst(2)
        let place = places.first { index in
            isTime(lines[index].text) && lines[index].blanksBefore == 0
                && lines[index - 1].blanksBefore == 0 && isDay(lines[index - 1].text)
        }
        guard let place else { return }
        drop(place..<place + 1, from: &lines)
    }

    static func isTime(_ text: String) -> Bool {
        guard text.utf8.count <= 24, text.utf8.first.map({ (0x30...0x39).contains($0) }) ?? false,
            text.contains(where: { ":.".contains($0) })
        else { return false }
        let numbers = text.split { !$0.isNumber }
        return numbers.count == 2 && numbers.allSatisfy { $0.count <= 2 }
            && text.split(separator: " ").count <= 2
    }

    private static func isDay(_ text: String) -> Bool {
        text.utf8.count <= 60 && StatedDate.first(in: text) != nil
            && OpeningLines(title: nil, authors: []).isDay(text)
    }
}
