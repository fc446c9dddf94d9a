/// A message as Apple Mail keeps it (.emlx): a line with its bytes in decimal, the message, and a property list of marks.
enum AppleMail {
    /// More digits no count of bytes has.
    private static let mostDigits = 12

    /// The message, as much of it as there is; nil where the first line is none with a number alone.
    static func message(in bytes: [UInt8]) -> ArraySlice<UInt8>? {
        let digits = bytes.prefix(mostDigits).prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        // The number is filled up with blanks.
        var place = digits.endIndex
        while place < bytes.count, place < 64, bytes[place] == 0x20 { place += 1 }
        if place < bytes.count, bytes[place] == 0x0D { place += 1 }
        guard place < bytes.count, bytes[place] == 0x0A else { return nil }
        let count = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
        return bytes[(place + 1)...].prefix(count)
    }
}
