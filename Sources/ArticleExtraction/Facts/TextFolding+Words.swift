extension TextFolding {
    /// Words of folded text: runs of letters and digits, with the apostrophes and hyphens within them.
    static func words(ofFolded text: String) -> [Substring] {
        text.unicodeScalars.split { !isWordPart($0) }.map { Substring($0) }
    }

    /// Where the words stand in folded text.
    static func words(in folded: Span<UInt8>) -> [Range<Int>] {
        var words: [Range<Int>] = []
        words.reserveCapacity(folded.count / 5 + 1)
        var start = -1
        var index = 0
        let isASCIIPart = isASCIIPart.span
        while index < folded.count {
            let place = index
            let byte = folded[index]
            let isPart: Bool
            if byte < 0x80 {
                isPart = isASCIIPart[Int(byte)]
                index += 1
            } else {
                isPart = isWordPart(UTF8Scalar.next(in: folded, &index))
            }
            if isPart {
                if start < 0 { start = place }
            } else if start >= 0 {
                words.append(start..<place)
                start = -1
            }
        }
        if start >= 0 { words.append(start..<folded.count) }
        return words
    }

    static func isWordPart(_ scalar: Unicode.Scalar) -> Bool { isWordPart(scalar.value) }

    private static func isWordPart(_ value: UInt32) -> Bool {
        switch value {
        case 0x61...0x7A, 0x30...0x39, 0x27, 0x2D, 0x41...0x5A: true
        case ..<0x80: false
        case ..<0x3000: alphabetic[Int(value)]
        case 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        default: Unicode.Scalar(value)?.properties.isAlphabetic ?? false
        }
    }

    private static let isASCIIPart: [Bool] = (0..<0x80).map(isWordPart)

    /// The letters below U+3000.
    private static let alphabetic: [Bool] = (0..<0x3000).map { (value: UInt32) in
        Unicode.Scalar(value)?.properties.isAlphabetic ?? false
    }
}
