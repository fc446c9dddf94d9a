import BriefModel

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

    /// "2021-10-05" of the day after so many days.
    static func iso(daysSinceEpoch: Int) -> String {
        let day = Gregorian.day(after1970: daysSinceEpoch)
        return [day.year, day.month, day.day].map(padded).joined(separator: "-")
    }

    /// A day of the calendar that a month's name belongs to.
    private init?(year: Int, month: MonthNames.Month, day: Int, end: Int) {
        switch month.calendar {
        case .gregorian, .thai: self.init(year: year, month: month.number, day: day, end: end)
        case .solarHijri: self.init(solarHijri: year, month.number, day, end: end)
        }
    }

    private init?(solarHijri year: Int, _ month: Int, _ day: Int, end: Int) {
        guard
            let converted = OtherCalendars.solarHijri(year: year, month: month, day: day)
        else { return nil }
        self.init(year: converted.year, month: converted.month, day: converted.day, end: end)
    }

    /// nil for a day that no calendar has, and for years that no article is of.
    private init?(year: Int, month: Int, day: Int, end: Int) {
        // Thai documents count from the Buddha's death.
        let year = (2_443...2_643).contains(year) ? year - 543 : year
        guard (1_700...2_100).contains(year),
            Gregorian.hasDay(year: year, month: month, day: day)
        else { return nil }
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
        if tokens[index].number == nil {
            return ideographic(tokens, index) ?? namedMonthDay(tokens, index)
        }
        return ideographic(tokens, index) ?? numeric(tokens, index, order: order)
            ?? compact(tokens, index) ?? dayNamedMonth(tokens, index)
            ?? namedMonthDay(tokens, index) ?? yearNamedMonth(tokens, index)
            ?? yearDayNamedMonth(tokens, index)
    }

    /// 2021年10月5日, 二〇二一年十月五日, 2021년 10월 5일, 令和3年10月5日, 民國110年10月5日; 110年10月5日 is of the last too.
    private static func ideographic(_ tokens: [DateToken], _ index: Int) -> CalendarDay? {
        guard IdeographicNumber.mayBegin(tokens[index]) else { return nil }
        var start = index
        var base = 0
        if let first = tokens[index].word {
            if "明大昭平令民".contains(first), index + 1 < tokens.count,
                let second = tokens[index + 1].word, let era = OtherCalendars.eras[first + second]
            {
                base = era
                start += 2
            }
        }
        guard let year = IdeographicNumber.read(tokens, start),
            let month = IdeographicNumber.read(tokens, year.end + 1),
            let day = IdeographicNumber.read(tokens, month.end + 1), day.end < tokens.count,
            let first = tokens[year.end].word, first == "年" || first.hasPrefix("년"),
            let second = tokens[month.end].word, second == "月" || second.hasPrefix("월"),
            let third = tokens[day.end].word, third == "日" || third == "号" || third.hasPrefix("일")
        else { return nil }
        if base == 0, (100...150).contains(year.value) { base = 1_911 }
        return CalendarDay(
            year: base + year.value, month: month.value, day: day.value, end: day.end + 1)
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
        // 1.2.3.4 and 1/2/3/4 are something else; "2021. 10. 5. 14:30" ends with a point, as Hungarian and Korean put it.
        if end < tokens.count, tokens[end].symbol == mark, end + 1 < tokens.count,
            tokens[end + 1].number != nil,
            tokens[index].digits < 4
                || tokens[end].range.upperBound == tokens[end + 1].range.lowerBound
        {
            return nil
        }
        // Three centuries ago nobody put slashes there: a day of Iran's calendar.
        if tokens[index].digits == 4, mark == "/", (1_300...1_420).contains(first) {
            return CalendarDay(solarHijri: first, second, third, end: end)
        }
        if tokens[index].digits == 4, isoMarks.contains(mark) {
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
        guard let (named, after) = month(tokens, next) else { return nil }
        var month = named
        // Croats put a point behind the day, Poles do not.
        if tokens[index + 1].symbol == ".", tokens[next].word == "listopada" { month.number = 10 }
        // "5 تشرين الأول/أكتوبر 2021": the month by both of its Arabic names.
        var last = after
        if after + 1 < tokens.count, tokens[after].symbol == "/",
            let (second, end) = Self.month(tokens, after + 1), second.number == month.number
        {
            last = end
        }
        next = skip(tokens, last, words: yearFillers, symbols: yearMarks, limit: 4)
        guard next < tokens.count, let year = tokens[next].number else { return nil }
        if tokens[next].digits == 2, tokens[after].symbol == "-" {
            return CalendarDay(
                year: year < 70 ? 2_000 + year : 1_900 + year, month: month, day: day, end: next + 1
            )
        }
        if tokens[next].digits == 2, month.calendar == .thai {
            return CalendarDay(year: 2_500 + year, month: month, day: day, end: next + 1)
        }
        guard tokens[next].digits == 4 else { return nil }
        return CalendarDay(year: year, month: month, day: day, end: next + 1)
    }

    /// October 5, 2021; Oct 5th 2021; Tue Oct 5 14:30:00 2021.
    private static func namedMonthDay(_ tokens: [DateToken], _ index: Int) -> CalendarDay? {
        guard let (month, after) = month(tokens, index) else { return nil }
        var next = skip(tokens, after, words: articles, symbols: monthMarks, limit: 2)
        guard next < tokens.count, let day = tokens[next].number, tokens[next].digits <= 2 else {
            return nil
        }
        next = skip(
            tokens, next + 1, words: fillers, symbols: yearMarks, limit: 3)
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

    /// 2021. gada 5. oktobrī, 2021 5 October.
    private static func yearDayNamedMonth(_ tokens: [DateToken], _ index: Int) -> CalendarDay? {
        guard let year = tokens[index].number, tokens[index].digits == 4 else { return nil }
        var next = skip(tokens, index + 1, words: yearWords, symbols: stops, limit: 2)
        guard next < tokens.count, let day = tokens[next].number, tokens[next].digits <= 2 else {
            return nil
        }
        next = skip(tokens, next + 1, words: dayFillers, symbols: points, limit: 1)
        guard let (month, after) = month(tokens, next) else { return nil }
        // "5 October 2022" may follow another number.
        if after < tokens.count, tokens[after].digits == 4 { return nil }
        return CalendarDay(year: year, month: month, day: day, end: after)
    }

    /// 2021. október 5., 2021 October 5, 2021 m. spalio 5 d.
    private static func yearNamedMonth(_ tokens: [DateToken], _ index: Int) -> CalendarDay? {
        guard let year = tokens[index].number, tokens[index].digits == 4 else { return nil }
        var next = skip(
            tokens, index + 1, words: yearsBeforeMonths, symbols: yearStops, limit: 2)
        guard let (month, after) = month(tokens, next) else { return nil }
        next = skip(tokens, after, words: [], symbols: monthMarks, limit: 1)
        guard next < tokens.count, let day = tokens[next].number, tokens[next].digits <= 2,
            next + 1 >= tokens.count || tokens[next + 1].digits == 0
        else { return nil }
        return CalendarDay(year: year, month: month, day: day, end: next + 1)
    }

    private static func month(
        _ tokens: [DateToken], _ index: Int
    ) -> (MonthNames.Month, after: Int)? {
        guard index < tokens.count, let word = tokens[index].word else { return nil }
        // Thai abbreviations have a point within.
        if index + 2 < tokens.count, tokens[index + 1].symbol == ".",
            MonthNames.isThai(word), let last = tokens[index + 2].word,
            let month = MonthNames.named(word + "." + last)
        {
            return (month, index + 3)
        }
        if MonthNames.mayBeginTwo(word), index + 1 < tokens.count,
            let second = tokens[index + 1].word,
            let month = MonthNames.named(word + " " + second)
        {
            return (month, index + 2)
        }
        // Vietnamese numbers its months.
        if word == "thang", index + 1 < tokens.count, let month = tokens[index + 1].number {
            return (MonthNames.Month(number: month), index + 2)
        }
        return MonthNames.named(word).map { ($0, index + 1) }
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

    // Every number of a line is asked for them: they are made once.
    private static let articles: Set<String> = ["the"]
    private static let yearWords: Set<String> = ["gada"]
    private static let yearsBeforeMonths: Set<String> = ["m", "ko", "года"]
    private static let points: Set<Unicode.Scalar> = ["."]
    private static let stops: Set<Unicode.Scalar> = [".", ","]
    private static let monthMarks: Set<Unicode.Scalar> = [".", "-", "/"]
    private static let yearStops: Set<Unicode.Scalar> = [".", ",", "-", "/"]
    private static let isoMarks: Set<Unicode.Scalar> = ["-", "/", ".", "‐", "–", "‑"]

    private static let dayFillers: Set<String> = [
        "st", "nd", "rd", "th", "er", "e", "o", "a", "of", "de", "den", "day", "ngay", "-го", "го",
        "d", "ta",
    ]
    private static let dayMarks: Set<Unicode.Scalar> = [
        ".", "-", "–", "/", ",", "º", "°", "ª", "'", "’",
    ]
    private static let yearFillers: Set<String> = [
        "of", "de", "del", "do", "nam", "the", "at", "พ.ศ", "พ", "ศ",
    ]
    private static let fillers = yearFillers.union(dayFillers)
    private static let yearMarks: Set<Unicode.Scalar> = [".", ",", "-", "–", "/", "،", "'"]
}
