import Charsets

/// The text in what Outlook attaches as winmail.dat (TNEF, MS-OXTNEF): of the message's properties the page, or the plain
/// text. Rich text and the files in it are not taken out.
struct ExchangeBody {
    private(set) var html: ArraySlice<UInt8>?
    private(set) var plain: ArraySlice<UInt8>?
    /// Whether `plain` is UTF-16.
    private var isWide = false
    private var codePage: Int?

    private static let signature = 0x223E_9F78
    private let fields: ByteFields

    /// Nil where the bytes are not TNEF, or hold no text. What is cut off is read as far as it goes.
    init?(_ bytes: [UInt8]) {
        fields = ByteFields(bytes: bytes)
        guard fields.uint32(at: 0) == Self.signature else { return nil }
        // Behind the signature and a key each attribute: level, identifier, length, data, checksum (2.1.3.1).
        var place = 6
        while let identifier = fields.uint32(at: place + 1),
            let length = fields.uint32(at: place + 5)
        {
            let start = place + 9
            let end = min(bytes.count, start + length)
            guard start <= end else { break }
            switch identifier {
            case 0x0002_800C: plain = plain ?? fields.bytes[start..<end]
            case 0x0006_9007: codePage = codePage ?? fields.uint32(at: start)
            case 0x0006_9003: readProperties(start, end)
            default: break
            }
            place = start + length + 2
        }
        if !isWide { plain = plain.map(Self.withoutEnd) }
        guard html?.isEmpty == false || plain?.isEmpty == false else { return nil }
    }

    /// The same as a part of a message.
    var part: MIMEPart? {
        let isHTML = html?.isEmpty == false
        var content = Array((isHTML ? html : plain) ?? [])
        var charset = codePage.flatMap(Self.charset)
        if !isHTML, isWide {
            content = Array(Self.text(content).utf8)
            charset = "utf-8"
        }
        let stated = charset.map { "; charset=\($0)" } ?? ""
        let head = "Content-Type: text/\(isHTML ? "html" : "plain")\(stated)\r\n\r\n"
        // One part of a few bytes of header has no others in it.
        return try? MIMEPart((Array(head.utf8) + content)[...])
    }

    // MARK: - Properties (MS-OXTNEF 2.1.3.4)

    private mutating func readProperties(_ start: Int, _ end: Int) {
        guard let count = fields.uint32(at: start) else { return }
        var place = start + 4
        for _ in 0..<count {
            guard place < end, let kind = fields.uint16(at: place),
                let identifier = fields.uint16(at: place + 2)
            else { return }
            place += 4
            if identifier >= 0x8000 {
                guard let next = skipName(place) else { return }
                place = next
            }
            guard let next = readValues(kind, identifier, place, end) else { return }
            place = next
        }
    }

    /// A property's own name: 16 bytes of its set, and a number or a text.
    private func skipName(_ place: Int) -> Int? {
        guard let kind = fields.uint32(at: place + 16) else { return nil }
        if kind == 0 { return place + 24 }
        return fields.uint32(at: place + 20).map { place + 24 + Self.padded($0) }
    }

    /// Takes what is wanted of a property, and says where the next one begins.
    private mutating func readValues(
        _ kind: Int, _ identifier: Int, _ start: Int, _ end: Int
    ) -> Int? {
        let isMany = kind & 0x1000 != 0
        let single = kind & 0x0FFF
        let isLong = [0x0D, 0x1E, 0x1F, 0x102].contains(single)
        var place = start
        var count = 1
        if isMany || isLong {
            guard let stated = fields.uint32(at: place) else { return nil }
            (count, place) = (stated, place + 4)
        }
        guard isLong else {
            if identifier == 0x3FDE, single == 3 { codePage = fields.uint32(at: place) }
            let isWide = [0x05, 0x06, 0x07, 0x14, 0x40].contains(single)
            let width = isWide ? 8 : single == 0x48 ? 16 : 4
            return count <= end / width ? place + count * width : nil
        }
        for _ in 0..<count {
            guard let length = fields.uint32(at: place), place + 4 <= end else { return nil }
            let value = fields.bytes[(place + 4)..<min(end, place + 4 + length)]
            take(value, identifier, single)
            place += 4 + Self.padded(length)
            guard place <= end else { return nil }
        }
        return place
    }

    private mutating func take(_ value: ArraySlice<UInt8>, _ identifier: Int, _ kind: Int) {
        switch identifier {
        case 0x1000 where kind == 0x1E || kind == 0x1F:
            (plain, isWide) = (value, kind == 0x1F)
        case 0x1013:
            html = kind == 0x1F ? Array(Self.text(Array(value)).utf8)[...] : Self.withoutEnd(value)
            if kind == 0x1F { codePage = 65_001 }
        default: break
        }
    }

    private static func padded(_ length: Int) -> Int { (length + 3) / 4 * 4 }

    private static func text(_ bytes: [UInt8]) -> String {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
            UInt16(bytes[$0]) | UInt16(bytes[$0 + 1]) << 8
        }
        return String(decoding: units.filter { $0 != 0 }, as: UTF16.self)
    }

    /// Texts end with a NUL.
    private static func withoutEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var bytes = bytes
        while bytes.last == 0 { bytes.removeLast() }
        return bytes
    }

    private static func charset(_ page: Int) -> String? {
        switch page {
        case 65_001: "utf-8"
        case 1250...1258: "windows-\(page)"
        case 28_591...28_605: "iso-8859-\(page - 28_590)"
        case 932: "shift_jis"
        case 936: "gbk"
        case 949: "euc-kr"
        case 950: "big5"
        case 20_866: "koi8-r"
        default: nil
        }
    }
}
