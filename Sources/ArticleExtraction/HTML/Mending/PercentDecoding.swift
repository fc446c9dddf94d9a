/// Reads what is percent-encoded in the query of an address (WHATWG URL §1.3); a plus sign is a space.
enum PercentDecoding {
    static func decode(_ text: String) -> String {
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        var index = 0
        while index < source.count {
            if source[index] == 0x25, index + 2 < source.count,
                let high = Character(Unicode.Scalar(source[index + 1])).hexDigitValue,
                let low = Character(Unicode.Scalar(source[index + 2])).hexDigitValue
            {
                bytes.append(UInt8(high * 16 + low))
                index += 3
            } else {
                bytes.append(source[index] == 0x2B ? 0x20 : source[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
