/// The marks that end and divide sentences, in any script.
enum SentenceMarks {
    /// Whether a line ends as a sentence does, closing quotes and brackets aside.
    static func endsSentence(_ text: String) -> Bool {
        for scalar in text.unicodeScalars.reversed() {
            if closers.contains(scalar) { continue }
            return ends.contains(scalar)
        }
        return false
    }

    /// How many sentence ends a line holds.
    static func count(in text: String) -> Int {
        var count = 0
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if scalar == " " || closers.contains(scalar) {
                if ends.contains(previous) { count += 1 }
            } else if wideEnds.contains(scalar) {
                count += 1
            }
            previous = wideEnds.contains(scalar) ? " " : scalar
        }
        return ends.contains(previous) ? count + 1 : count
    }

    static func isComma(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case ",", "，", "、", "،", ";", "；": true
        default: false
        }
    }

    private static let closers: Set<Unicode.Scalar> = [
        "\"", "'", "”", "’", "»", "«", "“", ")", "]", "）", "」", "』", "》", "】", "*", "_", "›",
    ]
    private static let wideEnds: Set<Unicode.Scalar> = ["。", "！", "？", "．"]
    private static let ends: Set<Unicode.Scalar> = [
        ".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔", "．", "\u{37E}",
    ]
}
