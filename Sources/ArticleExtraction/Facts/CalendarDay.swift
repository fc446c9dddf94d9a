/// A day of the calendar, read from tokens.
struct CalendarDay {
    var year: Int
    var month: Int
    var day: Int
    /// The index after the last token that was read.
    var end: Int

    /// "2021-10-05".
    var iso: String { "\(year)-\(Self.padded(month))-\(Self.padded(day))" }

    static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    /// nil for a day that no calendar has, and for years that no article is of.
    private init?(year: Int, month: Int, day: Int, end: Int) {
        // Thai documents count from the Buddha's death.
        let year = (2_443...2_643).contains(year) ? year - 543 : year
        guard (1_700...2_100).contains(year), (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        self.year = year
        self.month = month
        self.day = day
        self.end = end
    }

    /// The day after one in ISO 8601; nil for what is no day.
    static func following(_ iso: String) -> String? {
        let parts = iso.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        let next =
            CalendarDay(year: parts[0], month: parts[1], day: parts[2] + 1, end: 0)
            ?? CalendarDay(year: parts[0], month: parts[1] + 1, day: 1, end: 0)
            ?? CalendarDay(year: parts[0] + 1, month: 1, day: 1, end: 0)
        return next?.iso
    }

    static func read(_ tokens: [DateToken], at index: Int, order: StatedDate.Order) -> CalendarDay?
    {
        // The rest of a number with a point, a sign or a letter before it is no date.
        if index > 0, tokens[index].number != nil, let before = tokens[index - 1].symbol,
            before == "." || before == "/" || before == "$" || before == "€",
            tokens[index - 1].range.upperBound == tokens[index].range.lowerBound
        {
            return nil
        }
        return ideographic(tokens, index) ?? numeric(tokens, index, order: order)
            ?? compact(tokens, index) ?? dayNamedMonth(tokens, index)
            ?? namedMonthDay(tokens, index) ?? yearNamedMonth(tokens, index)
    }

    /// 2021年10月5日, 2021년 10월 5일.
    private static func ideographic(_ tokens: [DateToken], _ index: Int) -> CalendarDay? {
        guard index + 5 < tokens.count, let year = tokens[index].number,
            let month = tokens[index + 2].number, let day = tokens[index + 4].number,
            let first = tokens[index + 1].word, first == "年" || first.hasPrefix("년"),
            let second = tokens[index + 3].word, second == "月" || second.hasPrefix("월"),
            let third = tokens[index + 5].word, third == "日" || third == "号" || third.hasPrefix("일")
        else { return nil }
        return CalendarDay(year: year, month: month, day: day, end: index + 6)
    }

    /// Three numbers with the same mark between them.
    private static func numeric(
        _ tokens: [DateToken], _ index: Int, order: StatedDate.Order
    ) -> CalendarDay? {
        guard index + 4 < tokens.count, let first = tokens[index].number,
            let mark = tokens[index + 1].symbol, let second = tokens[index + 2].number,
            tokens[index + 3].symbol == mark, let third = tokens[index + 4].number,
            tokens[index + 2].digits <= 2
        else { return nil }
        let end = index + 5
        let isTight = tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
        // 1.2.3.4 and 1/2/3/4 are something else.
        if end < tokens.count, tokens[end].symbol == mark, end + 1 < tokens.count,
            tokens[end + 1].number != nil
        {
            return nil
        }
        if tokens[index].digits == 4, ["-", "/", ".", "‐", "–", "‑"].contains(mark) {
            return CalendarDay(year: first, month: second, day: third, end: end)
        }
        guard tokens[index].digits <= 2 else { return nil }
        var year = third
        switch (tokens[end - 1].digits, mark) {
        case (4, _): break
        case (2, "."), (2, "/"):
            guard isTight, tokens[index].digits == 2, tokens[index + 2].digits == 2 else {
                return nil
            }
            year = third < 70 ? 2_000 + third : 1_900 + third
        default: return nil
        }
        switch mark {
        case ".", "|": return CalendarDay(year: year, month: second, day: first, end: end)
        case "/", "-", "–", "‑":
            if first > 12 || (second <= 12 && (order == .dayFirst || first == second)) {
                return CalendarDay(year: year, month: second, day: first, end: end)
            }
            if second > 12 || order == .monthFirst {
                return CalendarDay(year: year, month: first, day: second, end: end)
            }
            return nil
        default: return nil
        }
    }

    /// 20211005T…: only where a time follows, as programs write it.
    private static func compact(_ tokens: [DateToken], _ index: Int) -> CalendarDay? {
        guard index + 2 < tokens.count, tokens[index].digits == 8,
            let number = tokens[index].number,
            tokens[index + 1].word == "t", tokens[index + 2].digits >= 4
        else { return nil }
        return CalendarDay(
            year: number / 10_000, month: number / 100 % 100, day: number % 100, end: index + 1)
    }

    /// 5 October 2021, 5. Oktober 2021, 5th of October, 2021, 5 de octubre de 2021, 05-Oct-21.
    private static func dayNamedMonth(_ tokens: [DateToken], _ index: Int) -> CalendarDay? {
        guard let day = tokens[index].number, tokens[index].digits <= 2 else { return nil }
        var next = skip(tokens, index + 1, words: dayFillers, symbols: dayMarks, limit: 3)
        guard let (month, after) = month(tokens, next) else { return nil }
        next = skip(tokens, after, words: yearFillers, symbols: yearMarks, limit: 3)
        guard next < tokens.count, let year = tokens[next].number else { return nil }
        if tokens[next].digits == 2, tokens[after].symbol == "-" {
            return CalendarDay(
                year: year < 70 ? 2_000 + year : 1_900 + year, month: month, day: day, end: next + 1
            )
        }
        guard tokens[next].digits == 4 else { return nil }
        return CalendarDay(year: year, month: month, day: day, end: next + 1)
    }

    /// October 5, 2021; Oct 5th 2021; Tue Oct 5 14:30:00 2021.
    private static func namedMonthDay(_ tokens: [DateToken], _ index: Int) -> CalendarDay? {
        guard let (month, after) = month(tokens, index) else { return nil }
        var next = skip(tokens, after, words: ["the"], symbols: [".", "-", "/"], limit: 2)
        guard next < tokens.count, let day = tokens[next].number, tokens[next].digits <= 2 else {
            return nil
        }
        next = skip(
            tokens, next + 1, words: yearFillers.union(dayFillers), symbols: yearMarks, limit: 3)
        if let time = DayTime.clock(tokens, next), time.end < tokens.count,
            tokens[time.end].digits == 4
        {
            next = time.end
        }
        guard next < tokens.count, let year = tokens[next].number, tokens[next].digits == 4 else {
            return nil
        }
        return CalendarDay(year: year, month: month, day: day, end: next + 1)
    }

    /// 2021. október 5., 2021 October 5.
    private static func yearNamedMonth(_ tokens: [DateToken], _ index: Int) -> CalendarDay? {
        guard let year = tokens[index].number, tokens[index].digits == 4 else { return nil }
        var next = skip(tokens, index + 1, words: ["m"], symbols: [".", ",", "-", "/"], limit: 2)
        guard let (month, after) = month(tokens, next) else { return nil }
        next = skip(tokens, after, words: [], symbols: [".", "-", "/"], limit: 1)
        guard next < tokens.count, let day = tokens[next].number, tokens[next].digits <= 2,
            next + 1 >= tokens.count || tokens[next + 1].digits == 0
        else { return nil }
        return CalendarDay(year: year, month: month, day: day, end: next + 1)
    }

    private static func month(_ tokens: [DateToken], _ index: Int) -> (Int, after: Int)? {
        guard index < tokens.count, let word = tokens[index].word else { return nil }
        if MonthNames.mayBeginTwo(word), index + 1 < tokens.count,
            let second = tokens[index + 1].word,
            let month = MonthNames.month(word + " " + second)
        {
            return (month, index + 2)
        }
        // Vietnamese numbers its months.
        if word == "thang", index + 1 < tokens.count, let month = tokens[index + 1].number {
            return (month, index + 2)
        }
        return MonthNames.month(word).map { ($0, index + 1) }
    }

    private static func skip(
        _ tokens: [DateToken], _ start: Int, words: Set<String>, symbols: Set<Unicode.Scalar>,
        limit: Int
    ) -> Int {
        var index = start
        while index < tokens.count, index < start + limit {
            if let word = tokens[index].word, words.contains(word) {
                index += 1
            } else if let symbol = tokens[index].symbol, symbols.contains(symbol) {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    private static let dayFillers: Set<String> = [
        "st", "nd", "rd", "th", "er", "e", "o", "a", "of", "de", "den", "day", "ngay", "-го", "го",
    ]
    private static let dayMarks: Set<Unicode.Scalar> = [".", "-", "–", "/", ",", "º", "°", "ª"]
    private static let yearFillers: Set<String> = ["of", "de", "del", "do", "nam", "the", "at"]
    private static let yearMarks: Set<Unicode.Scalar> = [".", ",", "-", "–", "/", "،", "'"]
}
