/// One field of an HTTP message (RFC 9110 §5).
///
/// Names and values are read and written as ISO 8859-1: every byte is one scalar, so that a value goes back
/// to a server byte for byte, whatever it holds.
public struct HTTPHeader: Sendable, Codable, Equatable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    /// Whether the name is a token and the value holds no line end and no NUL (RFC 9110 §5.1, §5.5).
    public var isValid: Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                byte > 0x20 && byte < 0x7f && !HTTPHeader.separators.contains(byte)
            }
            && value.unicodeScalars.allSatisfy { $0 != "\r" && $0 != "\n" && $0 != "\0" }
    }

    private static let separators = Set(Array("()<>@,;:\\\"/[]?={}".utf8))

    /// The bytes of "Name: value"; an empty value is written in libcurl's form, "Name;".
    var line: [UInt8] {
        if value.isEmpty { return HTTPHeader.bytes(name) + [UInt8(ascii: ";")] }
        return HTTPHeader.bytes(name) + Array(": ".utf8) + HTTPHeader.bytes(value)
    }

    private static func bytes(_ text: String) -> [UInt8] {
        let scalars = text.unicodeScalars
        guard scalars.allSatisfy({ $0.value <= 0xff }) else { return Array(text.utf8) }
        return scalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }

    /// Reads "Name: value" without its line end; nil where it has no name.
    init?(line: ArraySlice<UInt8>) {
        guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex else {
            return nil
        }
        name = HTTPHeader.text(line[..<colon])
        value = HTTPHeader.text(HTTPHeader.trimmed(line[(colon + 1)...]))
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: bytes.lazy.map { Unicode.Scalar($0) })
        return text
    }

    /// Without the white space around a value (RFC 9110 §5.5).
    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
        let head = bytes.drop(while: isSpace)
        guard let last = head.lastIndex(where: { !isSpace($0) }) else { return [] }
        return head[...last]
    }
}
