/// The forms of HTTP fields (RFC 9110 §5.1, §5.5).
enum HeaderText {
    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
    }

    static func isValue(_ text: String) -> Bool {
        !text.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }
            && text.unicodeScalars.allSatisfy { scalar in
                XMLText.isCharacter(scalar) && !(0x80...0x9F).contains(scalar.value)
            }
    }
}
