import BriefModel
import Hashing

/// Facts in the forms that feeds ask for.
public enum OutputFact {
    /// A date and time as RFC 3339 has it: a day begins at midnight UTC, what states no offset is taken for UTC. Nil for
    /// what is no date.
    static func time(_ text: String?) -> String? {
        guard let text else { return nil }
        let bytes = Array(text.utf8)
        guard bytes.count >= 10, isDay(bytes.prefix(10)) else { return nil }
        let day = String(decoding: bytes.prefix(10), as: UTF8.self)
        if bytes.count == 10 { return day + "T00:00:00Z" }
        guard bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ") else { return nil }
        return clock(bytes[11...]).map { day + "T" + $0 }
    }

    /// "2021-10-05".
    private static func isDay(_ bytes: ArraySlice<UInt8>) -> Bool {
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard parts.map(\.count) == [4, 2, 2] else { return false }
        guard let year = number(parts[0]), let month = number(parts[1]), let day = number(parts[2])
        else { return false }
        return Gregorian.hasDay(year: year, month: month, day: day)
    }

    /// "08:00", "08:00:30.25", each with "Z", "+02:00" or nothing behind.
    private static func clock(_ bytes: ArraySlice<UInt8>) -> String? {
        let time = bytes.prefix { (0x30...0x39).contains($0) || $0 == 0x3A || $0 == 0x2E }
        let fields = time.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard fields.count == 2 || fields.count == 3, fields[0].count == 2, fields[1].count == 2,
            let hour = number(fields[0]), hour < 24, let minute = number(fields[1]), minute < 60
        else { return nil }
        var second = "00"
        if fields.count == 3 {
            let whole = fields[2].prefix { $0 != 0x2E }
            guard whole.count == 2, let value = number(whole), value < 60 else { return nil }
            second = String(decoding: whole, as: UTF8.self)
        }
        let start = String(decoding: time.prefix(5), as: UTF8.self) + ":" + second
        let offset = bytes.dropFirst(time.count)
        if offset.isEmpty || offset.elementsEqual([UInt8(ascii: "Z")]) { return start + "Z" }
        guard offset.count == 6, "+-".utf8.contains(offset[offset.startIndex]),
            offset[offset.startIndex + 3] == 0x3A,
            let hours = number(offset[offset.startIndex + 1...offset.startIndex + 2]), hours < 24,
            let minutes = number(offset[offset.startIndex + 4...offset.startIndex + 5]),
            minutes < 60
        else { return nil }
        return start + String(decoding: offset, as: UTF8.self)
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return Int(String(decoding: digits, as: UTF8.self))
    }

    /// A tag of RFC 5646 §2.1: a language of ISO 639, then script, region, variants and extensions where they are stated.
    static func language(_ text: String?) -> String? {
        // Short: an article may call anything its language.
        guard let text, text.utf8.count <= 60 else { return nil }
        let form =
            /[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3}))*(-[A-Za-z0-9](-[A-Za-z0-9]{2,8})+)*/
        return text.wholeMatch(of: form.matchingSemantics(.unicodeScalar)) == nil ? nil : text
    }

    /// A media type with its slash (RFC 4287 §3.2), without parameters.
    static func mediaType(_ text: String?) -> String? {
        guard let text else { return nil }
        let type = text.prefix { $0 != ";" && $0 != " " }
        let parts = type.split(separator: "/", omittingEmptySubsequences: false)
        let isType =
            parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                            || (0x61...0x7A).contains(byte) || "!#$&-^_.+".utf8.contains(byte)
                    }
            }
        return isType ? String(type) : nil
    }

    /// A count of bytes that may be right: feeds state 0 for what they do not know.
    static func length(_ text: String?) -> Int? {
        guard let text, let length = Int(text), length > 0 else { return nil }
        return length
    }

    /// An IRI that names something for good: a UUID made of a name (RFC 9562 §5.8, version 8).
    public static func urn(_ name: String) -> String {
        var digits = Array(SHA256Digest.hex(of: Array(name.utf8)).prefix(32))
        digits[12] = "8"
        digits[16] = "a"
        func part(_ range: Range<Int>) -> String { String(digits[range]) }
        return "urn:uuid:" + part(0..<8) + "-" + part(8..<12) + "-" + part(12..<16) + "-"
            + part(16..<20) + "-" + part(20..<32)
    }

    /// What a feed is called.
    static func title(_ feed: OutputFeed) -> String {
        let title = line(feed.title)
        return title.isEmpty ? "briefd" : title
    }

    /// What an article is called; one without a title by how it begins.
    static func title(_ article: OutputArticle) -> String {
        let title = article.title.map(line) ?? ""
        if !title.isEmpty { return title }
        let words = line(article.excerpt ?? "").prefix(80)
        if !words.isEmpty { return String(words) }
        let url = line(article.url ?? "")
        return url.isEmpty ? article.id : url
    }

    /// On one line, without characters that no document may hold; empty where nothing of it would be seen.
    static func line(_ text: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in text.unicodeScalars
        where XMLBytes.isCharacter(scalar) || scalar.properties.isWhitespace {
            kept.append(scalar)
        }
        let isSeen = kept.contains {
            !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint
                && $0.properties.generalCategory != .format
        }
        guard isSeen else { return "" }
        return String(kept).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Tags and categories, each once.
    static func terms(_ article: OutputArticle) -> [String] {
        var terms: [String] = []
        for term in (article.tags + article.categories).map(line)
        where !term.isEmpty && !terms.contains(term) {
            terms.append(term)
        }
        return terms
    }
}
