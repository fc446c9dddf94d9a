import BriefModel
import FoundationEssentials

/// A message of mail with a text and the same in HTML (RFC 5322, RFC 2045 to 2047).
public struct MailMessage: Sendable {
    public var from: MailAddress
    public var to: [MailAddress]
    public var subject: String
    public var date: Date
    /// The left part of Message-ID: letters, digits, "_" and "-". The same at each try, so that it can be known as a repeat.
    public var id: String
    public var text: String
    public var html: [UInt8]

    public init(
        from: MailAddress, to: [MailAddress], subject: String, date: Date, id: String, text: String,
        html: [UInt8]
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.date = date
        self.id = id
        self.text = text
        self.html = html
    }

    /// ASCII, no line longer than 78 but for single addresses, line ends CRLF.
    public var bytes: [UInt8] {
        let boundary = "=_briefd_" + id
        let domain = from.address.split(separator: "@").last ?? "localhost"
        var out: [UInt8] = []
        func line(_ text: String) { out += (text + "\r\n").utf8 }
        line("Date: " + Self.date(date))
        line("From: " + Self.mailbox(from))
        line("To: " + to.map(Self.mailbox).joined(separator: ",\r\n "))
        line("Subject: " + Self.words(subject))
        line("Message-ID: <\(id)@\(domain)>")
        // Nobody is on holiday for it (RFC 3834 §5).
        line("Auto-Submitted: auto-generated")
        line("MIME-Version: 1.0")
        line("Content-Type: multipart/alternative;\r\n boundary=\"\(boundary)\"")
        line("")
        for (type, content) in [("plain", Array(text.utf8)), ("html", html)] {
            line("--" + boundary)
            line("Content-Type: text/\(type); charset=utf-8")
            line("Content-Transfer-Encoding: base64")
            line("")
            for start in stride(from: 0, to: content.count, by: 57) {
                let piece = content[start..<min(start + 57, content.count)]
                line(Data(piece).base64EncodedString())
            }
            line("")
        }
        line("--\(boundary)--")
        return out
    }

    /// RFC 5322 §3.3, in UTC.
    static func date(_ date: Date) -> String {
        let seconds = Int64(date.timeIntervalSince1970.rounded(.down))
        let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
        let months = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ]
        let day = Int(((seconds / 86_400) % 7 + 7) % 7)
        // "2026-11-28T07:20:00Z"
        let text = Date(timeIntervalSince1970: Double(seconds)).rfc3339
        let parts = text.split { !$0.isNumber }
        guard parts.count >= 6, let month = Int(parts[1]), (1...12).contains(month) else {
            return text
        }
        let clock = parts[3...5].joined(separator: ":")
        return "\(days[day]), \(parts[2]) \(months[month - 1]) \(parts[0]) \(clock) +0000"
    }

    private static func mailbox(_ address: MailAddress) -> String {
        guard let name = address.name else { return address.address }
        let isAtoms = name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || $0 == 0x20
        }
        return (isAtoms && name.utf8.count <= 60 ? name : encoded(name))
            + "\r\n <\(address.address)>"
    }

    /// Unstructured text: as it is where it is short, printable and cannot be taken for an encoded word.
    static func words(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let isPlain = line.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } && !line.contains("=?")
        return isPlain && line.utf8.count <= 66 ? line : encoded(line)
    }

    /// Encoded words of at most 75 characters, none of which cuts a character (RFC 2047 §2 and §5).
    private static func encoded(_ text: String) -> String {
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if (words.last?.count ?? 0) + bytes.count > 39 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?utf-8?B?\(Data($0).base64EncodedString())?=" }
            .joined(separator: "\r\n ")
    }
}
