/// The lines that mail programs write above what they pass on or answer.
extension MailHead {
    /// "---------- Forwarded message ---------", "Anfang der weitergeleiteten Nachricht:".
    static func saysForward(_ line: String) -> Bool {
        guard line.utf8.count <= 200, line.hasPrefix("---") || SentenceMarks.endsInColon(line)
        else { return false }
        let folded = TextFolding.fold(line)
        let isShort = folded.split(separator: " ").count <= 8
        return isShort && forwardWords.contains { folded.contains($0) }
            && (line.hasPrefix("---") || messageWords.contains { folded.contains($0) })
    }

    /// "-----Original Message-----".
    static func saysOriginal(_ line: String) -> Bool {
        line.hasPrefix("-----")
            && originals.contains(TextFolding.fold(line).trimmed(of: "- "))
    }

    /// A line of five "_" or "-" at least, and nothing else.
    static func isRule(_ line: String) -> Bool {
        line.utf8.count >= 5 && (line.allSatisfy { $0 == "_" } || line.allSatisfy { $0 == "-" })
    }

    private static let forwardWords = [
        "forward", "fwd", "weitergeleit", "transfere", "transmis", "reenviad", "inoltrat",
        "doorgestuurd", "vidarebefordr", "videresend", "videresendt", "przekazan", "przeslan",
        "encaminhad", "пересыл", "пересл", "перенаправ", "preposlan", "edelleenlah", "valitetty",
        "tovabbit",
        "iletilen", "προωθ", "转发", "轉寄", "転送", "전달",
        TextFolding.fold("ส่งต่อ"), "chuyen tiep", "diteruskan", "redirectionat",
    ]
    private static let messageWords = [
        "message", "nachricht", "mensaje", "messaggio", "mensagem", "bericht", "meddelande",
        "meddelelse", "melding", "wiadomosc", "сообщени", "письм", "zprav", "viesti", "uzenet",
        "ileti", "μηνυμα", "e-mail", "mail", "邮件", "郵件", "メッセージ", "메시지",
        TextFolding.fold("ข้อความ"), "pesan", "mesaj",
    ]
    private static let originals: Set<String> = [
        "original message", "ursprungliche nachricht", "message d'origine", "mensaje original",
        "messaggio originale", "mensagem original", "oorspronkelijk bericht",
        "ursprungligt meddelande", "oprindelig meddelelse", "opprinnelig melding",
        "wiadomosc oryginalna", "исходное сообщение", "原始邮件", "元のメッセージ", "원본 메시지",
        TextFolding.fold("ข้อความต้นฉบับ"), "thu goc", "pesan asli", "mesaj original",
    ]
}
