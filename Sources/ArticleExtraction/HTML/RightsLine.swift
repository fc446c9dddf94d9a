/// Tells the line that says whose the rights are: "© 2026 The Valley Courier. All rights reserved.", "© Riproduzione riservata".
enum RightsLine {
    /// Words of such a line, and of one that names no year.
    private static let longest: Float = 40
    private static let longestBare: Float = 5

    private static let signs = ["©", "ⓒ"].map { Array($0.utf8) }

    /// - Parameters:
    ///   - line: well-formed UTF-8.
    ///   - length: in words.
    static func matches(_ line: ArraySlice<UInt8>, _ length: Float) -> Bool {
        guard length <= longest else { return false }
        let line = line.prefix(60)
        let start = signs.contains(where: line.starts) ? line : line.drop { $0 != 0x20 }.dropFirst()
        guard let sign = signs.first(where: start.starts), start.startIndex - line.startIndex <= 12
        else { return false }
        // A circled letter is that of papers of Korea, which name no year.
        if sign == signs[1] { return true }
        if start.startIndex == line.startIndex, length <= longestBare { return true }
        let year = start.dropFirst(sign.count).drop { $0 == 0x20 }.prefix(4)
        return year.count == 4 && year.allSatisfy { (0x30...0x39).contains($0) }
    }
}
