import BriefModel
import FoundationEssentials

/// What a request says of its document beside the bytes. Most of it is not there with most documents: written field by
/// field it takes some bytes, and no time to speak of, where JSON would take longer than to read a small page.
///
/// Texts have their length in four bytes before them, all ones for nil; what a feed knows and what an operator wrote
/// are JSON, and empty where there is none of it; the account of a site travels as it lies on the disk.
struct RequestHead {
    private var utf8: [UInt8]
    private var at = 0

    /// Reads a head that `bytes(of:)` made.
    ///
    /// - Throws: where it is another one.
    static func read(_ bytes: [UInt8]) throws -> ExtractionRequest {
        var head = RequestHead(utf8: bytes)
        guard let type = try head.text().flatMap(DocumentType.init),
            let scope = try head.text().flatMap(ExtractionRequest.Scope.init)
        else { throw outOfStep }
        let format = try head.text()
        let (name, charset, url) = (try head.text(), try head.text(), try head.text())
        let savedFrom = try head.text()
        let arrival = Double(bitPattern: try head.number())
        let known: KnownFacts? = try head.value()
        let rule: SiteRule? = try head.value()
        let account = try head.bytes()
        guard head.at == bytes.count else { throw outOfStep }
        return ExtractionRequest(
            bytes: [], type: type, format: format.flatMap(DocumentFormat.init(rawValue:)),
            name: name,
            charset: charset, url: url, savedFrom: savedFrom,
            scope: scope,
            known: known ?? KnownFacts(),
            arrival: Date(timeIntervalSinceReferenceDate: arrival), siteRule: rule,
            site: account.map { SiteAccount(packed: $0) ?? SiteAccount() })
    }

    /// All that a request says but the document's bytes.
    static func bytes(of request: ExtractionRequest) throws -> [UInt8] {
        var head = RequestHead(utf8: [])
        head.add(request.type.rawValue)
        head.add(request.scope.rawValue)
        head.add(request.format?.rawValue)
        head.add(request.name)
        head.add(request.charset)
        head.add(request.url)
        head.add(request.savedFrom)
        head.utf8.append(
            littleEndian: request.arrival.timeIntervalSinceReferenceDate.bitPattern)
        try head.add(request.known == KnownFacts() ? nil : request.known)
        try head.add(request.siteRule)
        head.add(request.site?.packed)
        return head.utf8
    }

    private static let outOfStep = ReadingError(
        code: "out-of-step", description: "not the head of a request")

    private mutating func add(_ bytes: [UInt8]?) {
        guard let bytes else { return utf8.append(littleEndian: UInt32.max) }
        utf8.append(littleEndian: UInt32(bytes.count))
        utf8 += bytes
    }

    private mutating func add(_ text: String?) {
        guard let text else { return utf8.append(littleEndian: UInt32.max) }
        utf8.append(littleEndian: UInt32(text.utf8.count))
        utf8 += text.utf8
    }

    private mutating func add(_ value: (some Encodable)?) throws {
        let json = try value.map { [UInt8](try JSONEncoder().encode($0)) } ?? []
        utf8.append(littleEndian: UInt32(json.count))
        utf8 += json
    }

    private mutating func number<Number: FixedWidthInteger & UnsignedInteger>() throws -> Number {
        guard let number: Number = utf8.littleEndian(at: at) else { throw Self.outOfStep }
        at += Number.bitWidth / 8
        return number
    }

    private mutating func take(_ count: UInt32) throws -> ArraySlice<UInt8> {
        guard Int(count) <= utf8.count - at else { throw Self.outOfStep }
        defer { at += Int(count) }
        return utf8[at..<at + Int(count)]
    }

    private mutating func text() throws -> String? {
        let count: UInt32 = try number()
        return count == .max ? nil : String(decoding: try take(count), as: UTF8.self)
    }

    private mutating func bytes() throws -> [UInt8]? {
        let count: UInt32 = try number()
        return count == .max ? nil : Array(try take(count))
    }

    private mutating func value<Value: Decodable>() throws -> Value? {
        let count: UInt32 = try number()
        let json = try take(count)
        return json.isEmpty ? nil : try JSONDecoder().decode(Value.self, from: Data(json))
    }
}
