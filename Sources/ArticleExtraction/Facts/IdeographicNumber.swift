/// A number of a date in Chinese or Japanese, in digits of any script or in ideographs: 2021, 二〇二一, 十二, 元.
enum IdeographicNumber {
    /// False for a token with which surely none begins, nor the name of an era before one: a word of several characters,
    /// and one of Latin letters.
    static func mayBegin(_ token: DateToken) -> Bool {
        guard let word = token.word else { return true }
        return word.utf8.count == 3 && word.utf8.first ?? 0 >= 0xE3
    }

    /// - Returns: the number that begins at an index, and the index behind it; nil where none begins there.
    static func read(_ tokens: [DateToken], _ start: Int) -> (value: Int, end: Int)? {
        guard start < tokens.count else { return nil }
        if let number = tokens[start].number { return (number, start + 1) }
        // The first year of an era.
        if tokens[start].word == "元" { return (1, start + 1) }
        var value = 0
        var index = start
        while index < tokens.count, index < start + 4, let digit = digit(tokens[index]) {
            if digit == 10 {
                // 二十三: the tens are counted by the digit before.
                let unit = index + 1 < tokens.count ? Self.digit(tokens[index + 1]) : nil
                guard value < 10, unit != 10 else { return nil }
                return (max(1, value) * 10 + (unit ?? 0), index + (unit == nil ? 1 : 2))
            }
            value = value * 10 + digit
            index += 1
        }
        return index > start ? (value, index) : nil
    }

    private static func digit(_ token: DateToken) -> Int? {
        if let word = token.word { return digits[word] }
        return token.symbol == "○" ? 0 : nil
    }

    private static let digits: [String: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "十": 10,
    ]
}
