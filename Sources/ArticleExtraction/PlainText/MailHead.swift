/// The head of a mail that was kept as text: who wrote it, when and on what.
///
/// Read are the names of RFC 5322 §3.6, and those that mail programs write above an answer or what they pass on, in a
/// dozen languages.
struct MailHead {
    private(set) var subject: String?
    private(set) var author: String?
    /// ISO 8601, as stated.
    private(set) var date: String?
    /// Whether a bare address stands for the sender.
    private var isSent = false
    /// Whether a line says when, in words that may be no date: "Sent: Thursday".
    private var isDated = false

    init(subject: String? = nil, author: String? = nil, date: String? = nil) {
        (self.subject, self.author, self.date) = (subject, author, date)
    }

    /// Mails that were passed on again and again.
    private static let deepest = 8
    /// More lines than these no head has.
    private static let longest = 60

    /// Takes the head off a text, and the signature and the list's footer off its end; nil where it begins with none.
    static func take(from lines: inout [LineSplitter.RawLine]) -> MailHead? {
        undraw(&lines)
        unglue(&lines)
        var inner: MailHead?
        // What was passed on may have been passed on before.
        for _ in 0..<deepest {
            let first = lines.first.map { isForward($0.text) || isRule($0.text) } == true ? 1 : 0
            guard let (head, end) = read(in: lines, at: first) else { break }
            lines.removeFirst(end)
            inner = head
        }
        guard let inner else { return nil }
        cutFooter(&lines)
        PassedMail.dropEnd(&lines)
        return inner
    }

    /// "| From | Ann Miller |", below a line that says that a mail is passed on or answered.
    private static func undraw(_ lines: inout [LineSplitter.RawLine]) {
        guard lines.count > 3, lines[0].text.hasPrefix("---"), lines[1].text.hasPrefix("| ") else {
            return
        }
        for index in lines.indices.prefix(9).dropFirst() {
            let text = lines[index].text
            guard text.hasPrefix("| "), text.hasSuffix(" |") else { return }
            let cells = text.dropFirst(2).dropLast(2).split(separator: " | ")
            guard cells.count == 2 else { return }
            lines[index].text = cells[0] + ": " + cells[1]
        }
    }

    /// "----- Forwarded Message ----- From: …To: …Sent: …Subject: …": some programs write all of a head into one line.
    private static func unglue(_ lines: inout [LineSplitter.RawLine]) {
        guard let first = lines.first, first.text.hasPrefix("-----"),
            first.text.utf8.count <= 2_000,
            let from: Range<String.Index> = first.text.firstRange(of: "From: ")
        else { return }
        var fields: [String] = []
        var rest = first.text[from.lowerBound...]
        for name in ["To: ", "Cc: ", "Sent: ", "Date: ", "Subject: "] {
            guard let place = rest.dropFirst().firstRange(of: name) else { continue }
            fields.append(String(rest[..<place.lowerBound]))
            rest = rest[place.lowerBound...]
        }
        guard fields.count >= 2, rest.hasPrefix("Subject: ") else { return }
        fields.append(String(rest))
        var head = fields.map { field in
            LineSplitter.RawLine(
                text: field.trimmed(of: " "), indent: 0, width: field.count, blanksBefore: 0)
        }
        head[0].blanksBefore = first.blanksBefore
        lines.replaceSubrange(0..<1, with: head)
    }

    /// The head that stands at a line, and where what follows it begins; nil where none stands there, or nothing follows.
    static func read(in lines: [LineSplitter.RawLine], at start: Int) -> (MailHead, Int)? {
        var head = MailHead()
        var index = start
        var count = 0
        var hasAddress = false
        var last: Kind?
        while index < min(lines.count, start + longest) {
            let line = lines[index]
            // Some programs set the subject apart.
            if count > 0, line.blanksBefore > 0,
                count < 3 || head.subject != nil || field(line.text)?.0 != .subject
            {
                break
            }
            if line.text.contains("@") { hasAddress = true }
            if line.indent > 0, let last {
                if last == .subject { head.subject = (head.subject ?? "") + " " + line.text }
            } else if let (kind, value) = field(line.text) {
                head.set(kind, value)
                last = kind
                count += 1
            } else if last == .other, line.text.contains("@") {
                // More of those it was sent to.
            } else {
                break
            }
            index += 1
        }
        guard count >= 2, head.subject != nil, index < lines.count,
            head.isMails(hasAddress: hasAddress)
        else { return readByForm(in: lines, at: start) }
        return (head, index)
    }

    /// The same where none of the names is known: lines of a name and a colon each, of which the first has an address in
    /// brackets and another a day, and the last is the subject.
    private static func readByForm(
        in lines: [LineSplitter.RawLine], at start: Int
    ) -> (MailHead, Int)? {
        guard let end = MailHeadForm.end(in: lines, at: start), end < lines.count,
            let subject = MailHeadForm.value(lines[end - 1].text),
            let sender = MailHeadForm.value(lines[start].text)
        else { return nil }
        var head = MailHead()
        head.set(.from, sender)
        head.set(.subject, subject)
        for line in lines[start..<end].dropFirst() {
            MailHeadForm.value(line.text).map { head.set(.date, $0) }
        }
        return (head, end)
    }

    /// Whether it is a mail's: programs give an address, or a name and a day. "From: Monday 2 November" is neither.
    private func isMails(hasAddress: Bool) -> Bool {
        hasAddress ? author != nil || date != nil || isSent : author != nil && isDated
    }

    /// Whether lines in a row are fields of a head, three at least, the sender first.
    static func stands(at index: Int, in lines: [LineSplitter.RawLine]) -> Bool {
        guard field(lines[index].text)?.0 == .from else { return false }
        var count = 0
        var hasAddress = false
        var head = MailHead()
        for line in lines[index...].prefix(5) {
            guard let (kind, value) = field(line.text) else { continue }
            head.set(kind, value)
            count += 1
            if value.contains("@") { hasAddress = true }
        }
        return count >= 3 && head.isMails(hasAddress: hasAddress)
    }

    /// Whether a line of a page holds the fields of a head one behind the other, in folded text.
    static func stands(inFolded text: String) -> Bool {
        guard text.utf8.count <= 1_000 else { return false }
        let words = text.split(separator: " ")
        guard firstName(words) == .from else { return false }
        var found: Set<Kind> = []
        for end in words.indices where words[end].hasSuffix(":") {
            for start in stride(from: end, through: max(0, end - longestName + 1), by: -1) {
                if let kind = name(words[start...end]) { found.insert(kind) }
            }
        }
        return found.contains(.date) && found.count >= 3
    }

    /// Whether a line in folded text begins with the name of a field.
    static func isField(folded text: String) -> Bool {
        guard text.utf8.count <= 400 else { return false }
        return firstName(text.split(separator: " ", maxSplits: longestName)) != nil
    }

    /// Words of a field's name: "enviado el", "보낸 사람".
    private static let longestName = 3

    private static func firstName(_ words: [Substring]) -> Kind? {
        for end in words.indices.prefix(longestName) where words[end].hasSuffix(":") {
            return name(words[...end])
        }
        return nil
    }

    /// What a name with a colon behind it, or with " :", stands for.
    private static func name(_ words: ArraySlice<Substring>) -> Kind? {
        names[words.joined(separator: " ").trimmed(of: " :")]
    }

    private enum Kind { case from, subject, date, other }

    private mutating func set(_ kind: Kind, _ value: String) {
        switch kind {
        case .from:
            author = author ?? Self.name(in: value)
            isSent = isSent || value.contains("@")
        case .subject: subject = subject ?? Self.bare(value)
        case .date:
            isDated = true
            date = date ?? StatedDate.parse(value, order: .dayFirst)
        case .other: break
        }
    }

    private static func field(_ line: String) -> (Kind, String)? {
        guard let colon = MailHeadForm.colon(in: line) else { return nil }
        let name = TextFolding.fold(String(line[..<colon])).trimmed(of: " *")
        guard name.utf8.count <= 40 else { return nil }
        let value = String(line[line.index(after: colon)...]).trimmed(of: " *")
        if let kind = names[name] { return (kind, value) }
        return name.hasPrefix("x-") && !name.contains(" ") ? (.other, value) : nil
    }

    /// "Ada Marl <ada@…>", "ada@… (Ada Marl)"; nil where only an address stands.
    private static func name(in value: String) -> String? {
        var name = value
        if let open = value.firstIndex(of: "<") {
            name = String(value[..<open])
        } else if let open = value.firstIndex(of: "("), value[..<open].contains("@") {
            name = String(value[value.index(after: open)...].prefix { $0 != ")" })
        }
        name = name.trimmed(of: " \"'")
        // "Marl, Ada", as offices write it.
        let parts = name.split(separator: ",").map { String($0).trimmed(of: " ") }
        if parts.count == 2, parts.allSatisfy({ (1...2).contains($0.split(separator: " ").count) })
        {
            name = parts[1] + " " + parts[0]
        }
        // "Monday 2 November" is a day.
        guard !name.contains("@"), !name.contains(where: \.isNumber) else { return nil }
        return AuthorNames.clean(name).first
    }

    /// Without what answers, lists and trackers put before a subject.
    private static func bare(_ value: String) -> String? {
        var subject = value[...]
        while true {
            let folded = subject.prefix(6).lowercased()
            if let mark = replies.first(where: folded.hasPrefix) {
                subject = subject.dropFirst(mark.count).drop { $0 == " " }
            } else if subject.hasPrefix("["), let close = subject.firstIndex(of: "]"),
                subject.index(after: close) < subject.endIndex
            {
                subject = subject[subject.index(after: close)...].drop { $0 == " " }
            } else {
                break
            }
        }
        return subject.isEmpty ? nil : String(subject)
    }

    static func isForward(_ line: String) -> Bool {
        line.hasPrefix("-----") || line.hasPrefix("---- ")
            || line.hasPrefix("Begin forwarded message")
            || line.hasPrefix("From ") && line.contains("@")
    }

    /// Words of what is no part of a message: a signature, and a list's footer.
    private static let longestFooter = 60
    private static let longestSentence = 12

    /// A signature begins with "-- " (RFC 3676 §4.3), a list's footer with a rule. Both are short and at the end; what is
    /// longer, or begins with a paragraph, is parted from the text above it and belongs to it.
    static func cutFooter(_ lines: inout [LineSplitter.RawLine]) {
        guard
            let end = lines.indices.dropFirst().first(where: { index in
                let text = lines[index].text
                return (text == "--" || text.utf8.count > 20 && text.allSatisfy { $0 == "_" })
                    && isFooter(lines[(index + 1)...])
            })
        else { return }
        lines.removeSubrange(end...)
    }

    private static func isFooter(_ lines: ArraySlice<LineSplitter.RawLine>) -> Bool {
        guard PassedMail.words(of: lines) <= longestFooter else { return false }
        // An empty line behind the mark, and a sentence: the next part of the text.
        guard let first = lines.first, first.blanksBefore > 0 else { return true }
        return !lines.contains { line in
            SentenceMarks.endsSentence(line.text)
                && PassedMail.words(of: [line]) >= longestSentence
        }
    }

    private static let replies = ["re:", "fwd:", "fw:", "aw:", "wg:", "sv:", "tr:", "rv:", "antw:"]
    private static let names: [String: Kind] = {
        var names: [String: Kind] = [:]
        let groups: [(Kind, [String])] = [
            (
                .from,
                [
                    "from", "von", "de", "da", "van", "fra", "fran", "od", "от", "发件人", "差出人",
                    "寄件者", "送信者", "送信元", "보낸 사람", "kimden", "gonderen", "felado", "lahettaja",
                    "απο",
                    "מאת", "من", "de la", "від", "จาก", "dari", "от кого", "saatja", "posiljatelj",
                    "remitent", "فرستنده", "प्रेषक", "từ",
                ]
            ),
            (
                .subject,
                [
                    "subject", "betreff", "objet", "asunto", "oggetto", "assunto", "onderwerp",
                    "emne", "amne", "temat", "тема", "主题", "件名", "predmet", "aihe",
                    "主旨", "主題", "제목", "konu", "targy", "θεμα", "נושא", "الموضوع", "subiect",
                    "เรื่อง", "หัวข้อ", "chủ đề", "tiêu đề", "subjek", "perihal",
                ]
            ),
            (
                .date,
                [
                    "date", "datum", "fecha", "data", "dato", "sent", "gesendet", "envoye",
                    "enviado",
                    "inviato", "verzonden", "sendt", "skickat", "дата", "发送时间", "发送日期", "日付", "日時",
                    "送信日時",
                    "时间", "发件时间", "日期", "寄件日期", "날짜", "보낸 날짜", "tarih", "gonderildi", "kuldve",
                    "enviada", "inviata",
                    "gesendet am", "verzonden op", "paivamaara", "datums", "data de envio",
                    "wyslano", "odeslano", "lahetetty", "ημερομηνια", "отправлено", "תאריך",
                    "التاريخ", "enviado el", "enviado em", "enviada em", "enviada el", "odoslane",
                    "elkuldve", "trimis", "надіслано", "σταλθηκε", "נשלח", "تم الإرسال",
                    "تاريخ الإرسال", "ส่ง", "วันที่", "đã gửi", "ngày", "dikirim", "tanggal",
                    "issiusta", "saadetud", "poslano", "nosutits", "изпратено", "enviat",
                    "enviat el", "ارسال شده", "भेजा गया", "kuupaev", "data trimiterii", "ส่งเมื่อ",
                ]
            ),
            (
                .other,
                [
                    "to", "cc", "bcc", "an", "a", "kopie", "para", "aan", "til", "till", "do",
                    "кому",
                    "收件人", "抄送", "catre", "ถึง", "đến", "kepada", "copie", "copia", "宛先", "收件者",
                    "副本", "받는 사람", "참조", "kime", "cimzett", "komu", "vastaanottaja", "προσ", "אל",
                    "إلى", "копия", "dw", "kopi", "kopia", "către", "สำเนา", "tới", "tembusan",
                    "reply-to", "sender", "message-id", "mime-version",
                    "content-type", "content-transfer-encoding", "in-reply-to", "references",
                    "list-id",
                    "received", "return-path", "user-agent", "delivered-to", "organization",
                    "list-unsubscribe", "importance", "priority", "attachments", "dkim-signature",
                ]
            ),
        ]
        for (kind, list) in groups { for name in list { names[TextFolding.fold(name)] = kind } }
        return names
    }()
}
