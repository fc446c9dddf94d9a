/// What a short line looks like when names, words and numbers are not told apart: lines of one shape are
/// the heads of comments, entries of lists, rows of tables.
enum LineShape {
    /// For each line how many lines of the text have its shape; 0 for long ones.
    static func copies(_ lines: [LineTraits]) -> [Int] {
        let shapes = lines.map { $0.weight <= 20 ? hash(of: $0.line.text) : 0 }
        var counts: [UInt64: Int] = [:]
        for shape in shapes where shape != 0 { counts[shape, default: 0] += 1 }
        return shapes.map { $0 == 0 ? 0 : counts[$0] ?? 0 }
    }

    private static func hash(of text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        var last: UInt8 = 0
        var inWord = false
        for byte in text.utf8 {
            let mark: UInt8
            switch byte {
            case 0x20:
                inWord = false
                continue
            case 0x30...0x39: mark = 0x30
            case 0x41...0x5A:
                if inWord { continue }
                mark = 0x41
            case 0x61...0x7A, 0x27:
                if inWord { continue }
                mark = 0x61
            case 0x80...: mark = 0x61
            default:
                inWord = false
                mark = byte
            }
            if mark == 0x41 || mark == 0x61 { inWord = true }
            if mark == 0x30 { inWord = false }
            // Names have two words or three.
            if mark == last { continue }
            last = mark
            hash = (hash ^ UInt64(mark)) &* 0x100_0000_01B3
        }
        return hash | 1
    }
}
