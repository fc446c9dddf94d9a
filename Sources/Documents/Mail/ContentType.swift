import Charsets

/// The value of a Content-Type or Content-Disposition field (RFC 2045 §5.1, RFC 2183) with its parameters, split and
/// encoded ones too (RFC 2231).
struct ContentType: Sendable {
    /// In small letters: "text/html", "attachment"; empty where nothing sensible stands there.
    let name: String
    /// By their names in small letters.
    let parameters: [String: String]

    init(_ value: [UInt8]) {
        var reader = ParameterReader(value)
        name = reader.readName()
        parameters = reader.readParameters()
    }

    private init(name: String) {
        self.name = name
        parameters = [:]
    }

    static let plainText = ContentType(name: "text/plain")
    static let message = ContentType(name: "message/rfc822")

    var isMultipart: Bool { name.hasPrefix("multipart/") }
    var isMessage: Bool { name == "message/rfc822" || name == "message/global" }

    /// The file's name that a part has, from the parameter of one field or another.
    func fileName(_ key: String) -> String? {
        parameters[key].map { EncodedWords.text(of: Array($0.utf8)) ?? $0 }
    }
}

/// Reads "name; key=value; key*0*=charset''a%20b" piece by piece, tolerant of what programs get wrong.
private struct ParameterReader {
    private struct Piece {
        var index: Int
        var isEncoded: Bool
        var value: [UInt8]
    }

    private let bytes: [UInt8]
    private var place = 0
    private static let mostPieces = 200

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func readName() -> String {
        var name: [UInt8] = []
        skipBlanks()
        while place < bytes.count, bytes[place] != 0x3B {
            if bytes[place] == 0x28 {
                _ = HeaderToken.comment(bytes, &place)
            } else {
                name.append(Needle.lowered(bytes[place]))
                place += 1
            }
        }
        return StreamSafeText.mended(String(decoding: name, as: UTF8.self)).filter {
            !$0.isWhitespace && $0 != "\""
        }
    }

    mutating func readParameters() -> [String: String] {
        var pieces: [String: [Piece]] = [:]
        var count = 0
        while place < bytes.count, count < Self.mostPieces {
            count += 1
            guard bytes[place] == 0x3B || bytes[place] == 0x20 || bytes[place] == 9 else {
                place += 1
                continue
            }
            place += 1
            skipBlanks()
            guard let (key, value) = readPair() else { continue }
            let (name, index, isEncoded) = Self.parts(of: key)
            pieces[name, default: []].append(
                Piece(index: index, isEncoded: isEncoded, value: value))
        }
        return pieces.mapValues(Self.joined)
    }

    /// "filename*0*" is the first piece of "filename", and encoded.
    private static func parts(of key: String) -> (name: String, index: Int, isEncoded: Bool) {
        var parts = key.split(separator: "*", omittingEmptySubsequences: false)
        var isEncoded = false
        if parts.count > 1, parts.last == "" {
            isEncoded = true
            parts.removeLast()
        }
        let index = parts.count > 1 ? Int(parts[1]) ?? 0 : -1
        return (String(parts.first ?? ""), index, isEncoded)
    }

    private static func joined(_ pieces: [Piece]) -> String {
        // The encoded form comes before the plain one that stands beside it for old programs.
        let numbered = pieces.filter { $0.index >= 0 }.sorted { $0.index < $1.index }
        let chosen =
            numbered.isEmpty
            ? [pieces.first { $0.isEncoded } ?? pieces.first].compactMap { $0 } : numbered
        var charset: String?
        var bytes: [UInt8] = []
        for (offset, piece) in chosen.enumerated() {
            var value = piece.value[...]
            if piece.isEncoded {
                if offset == 0 {
                    let parts = value.split(
                        separator: 0x27, maxSplits: 2, omittingEmptySubsequences: false)
                    if parts.count == 3 {
                        charset = StreamSafeText.mended(
                            String(decoding: parts[0], as: UTF8.self))
                        value = parts[2]
                    }
                }
                bytes += PercentCode.decoded(value)
            } else {
                bytes += value
            }
        }
        return MailText.decoded(bytes, charset: charset)
    }

    private mutating func readPair() -> (String, [UInt8])? {
        var key: [UInt8] = []
        while place < bytes.count, bytes[place] != 0x3D, bytes[place] != 0x3B {
            if bytes[place] == 0x28 {
                _ = HeaderToken.comment(bytes, &place)
            } else {
                if bytes[place] != 0x20, bytes[place] != 9 {
                    key.append(Needle.lowered(bytes[place]))
                }
                place += 1
            }
        }
        guard place < bytes.count, bytes[place] == 0x3D, !key.isEmpty else { return nil }
        place += 1
        skipBlanks()
        return (StreamSafeText.mended(String(decoding: key, as: UTF8.self)), readValue())
    }

    private mutating func readValue() -> [UInt8] {
        var value: [UInt8] = []
        if place < bytes.count, bytes[place] == 0x22 {
            return HeaderToken.quoted(bytes, &place)
        }
        while place < bytes.count, bytes[place] != 0x3B {
            if bytes[place] == 0x28 {
                _ = HeaderToken.comment(bytes, &place)
            } else {
                value.append(bytes[place])
                place += 1
            }
        }
        while let last = value.last, last == 0x20 || last == 9 { value.removeLast() }
        return value
    }

    private mutating func skipBlanks() {
        while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 9 { place += 1 }
    }
}
