import LibXML

/// Takes the values out of a script of JSON-LD, however the page wraps them: in CDATA, in a comment, behind a byte
/// order mark, several one after another, or with the marks of JSON escaped as in text.
enum LinkedDataScript {
    /// More values in one script are not read.
    private static let limit = 200

    static func values(in script: ArraySlice<UInt8>) -> [JSONValue] {
        var bytes = script
        if !bytes.contains(0x22), bytes.contains(0x26) {
            let text = String(decoding: bytes, as: UTF8.self)
            bytes = Array(CharacterReferences.resolved(text).utf8)[...]
        }
        var values: [JSONValue] = []
        while values.count < limit, let start = bytes.firstIndex(where: isOpening) {
            bytes = bytes[start...]
            if bytes.first == 0x3C {
                bytes = bytes.dropFirst(bytes.starts(with: section) ? section.count : 1)
            } else if let (value, end) = JSONValue.first(in: bytes) {
                values.append(value)
                bytes = bytes[end...]
            } else {
                bytes = bytes.dropFirst()
            }
        }
        return values
    }

    /// What opens an object, an array, or the wrapping of either.
    private static func isOpening(_ byte: UInt8) -> Bool {
        byte == 0x7B || byte == 0x5B || byte == 0x3C
    }

    private static let section = Array("<![CDATA[".utf8)
}
