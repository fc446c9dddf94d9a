/// Tells UTF-16 and UTF-32 without a byte order mark by where their NULs stand.
enum WideText {
    static func charset(of bytes: [UInt8]) -> Charset? {
        let sample = bytes.prefix(4_096)
        guard sample.count >= 8 else { return nil }
        var nuls = [0, 0, 0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { nuls[index & 3] += 1 }
        let quarter = sample.count / 4
        let many = quarter * 7 / 10
        if nuls[2] > many, nuls[3] > many, nuls[0] < quarter / 10 { return .utf32LE }
        if nuls[0] > many, nuls[1] > many, nuls[3] < quarter / 10 { return .utf32BE }
        let even = nuls[0] + nuls[2]
        let odd = nuls[1] + nuls[3]
        let half = sample.count / 2
        // Spaces and line ends alone put NULs on one side, whatever the script.
        if odd > max(2, half / 20), even <= odd / 20 { return .utf16LE }
        if even > max(2, half / 20), odd <= even / 20 { return .utf16BE }
        // Scripts without blanks have NULs at line ends, and in the characters that begin or end with one.
        if isText(sample, low: 0) { return .utf16LE }
        if isText(sample, low: 1) { return .utf16BE }
        return nil
    }

    /// Whether nearly all units are characters of East Asia, of Thai or of ASCII.
    ///
    /// - Parameter low: the place of a unit's low byte.
    private static func isText(_ sample: ArraySlice<UInt8>, low: Int) -> Bool {
        let bytes = Array(sample)
        var (known, ascii, all) = (0, 0, 0)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let unit = UInt16(bytes[index + low]) | UInt16(bytes[index + 1 - low]) << 8
            all += 1
            switch unit {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E: ascii += 1
            case 0xA0...0xFF, 0x2010...0x2027, 0x0E00...0x0E7F, 0x3000...0x30FF, 0x4E00...0x9FFF,
                0xAC00...0xD7A3, 0xFF01...0xFFEE:
                known += 1
            default: break
            }
        }
        return known > ascii && (known + ascii) * 20 >= all * 19
    }
}
