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
        return nil
    }
}
