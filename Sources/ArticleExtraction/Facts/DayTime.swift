/// A time of day that stands after a day, read from tokens.
struct DayTime {
    /// "T14:30:00", with the offset where one is stated.
    var iso: String
    /// The index after the last token that was read.
    var end: Int

    /// A time after at most three marks and short words: "at", "um", "|", "T".
    static func read(_ tokens: [DateToken], after start: Int) -> DayTime? {
        var index = start
        while index < tokens.count, index < start + 4 {
            if let time = clock(tokens, index) { return time }
            if let word = tokens[index].word {
                guard fillers.contains(word) else { return nil }
            } else if let symbol = tokens[index].symbol {
                guard marks.contains(symbol) else { return nil }
            } else {
                return nil
            }
            index += 1
        }
        return nil
    }

    /// 14:30, 14:30:05.123, 2:30 pm, 14h30, 14.30 Uhr, 143005 after a T, with what follows.
    static func clock(_ tokens: [DateToken], _ index: Int) -> DayTime? {
        guard index < tokens.count, var hour = tokens[index].number else { return nil }
        var minute = 0
        var second = 0
        var next = index + 1
        if tokens[index].digits == 6 || tokens[index].digits == 4 {
            guard index > 0, tokens[index - 1].word == "t" else { return nil }
            second = tokens[index].digits == 6 ? hour % 100 : 0
            if tokens[index].digits == 6 { hour /= 100 }
            minute = hour % 100
            hour /= 100
        } else {
            guard tokens[index].digits <= 2, let after = minutes(tokens, next, &minute, &second)
            else {
                return nil
            }
            next = after
        }
        if next < tokens.count, let half = tokens[next].word {
            next = halfDay(tokens, next, half, &hour)
        }
        guard hour < 24, minute < 60, second < 61 else { return nil }
        let zone = TimeOffset.read(tokens, next)
        let clock = [hour, minute, min(second, 59)].map(CalendarDay.padded).joined(separator: ":")
        return DayTime(iso: "T" + clock + (zone?.iso ?? ""), end: zone?.end ?? next)
    }

    /// Reads what follows the hour; the index after it, nil where it is no time.
    private static func minutes(
        _ tokens: [DateToken], _ start: Int, _ minute: inout Int, _ second: inout Int
    ) -> Int? {
        guard start < tokens.count else { return nil }
        if let word = tokens[start].word {
            if word == "am" || word == "pm" { return start }
            guard ["h", "uhr", "時", "时", "点", "시"].contains(word) else { return nil }
            guard start + 1 < tokens.count, let value = tokens[start + 1].number,
                tokens[start + 1].digits == 2
            else { return start + 1 }
            minute = value
            let end = start + 2
            let isMinuteWord = end < tokens.count && ["分", "분", "min"].contains(tokens[end].word)
            return isMinuteWord ? end + 1 : end
        }
        guard let mark = tokens[start].symbol, mark == ":" || mark == "." || mark == "：",
            start + 1 < tokens.count, let value = tokens[start + 1].number,
            tokens[start + 1].digits == 2
        else { return nil }
        minute = value
        var end = start + 2
        if end + 1 < tokens.count, tokens[end].symbol == mark, let value = tokens[end + 1].number,
            tokens[end + 1].digits == 2
        {
            second = value
            end += 2
            if end + 1 < tokens.count, tokens[end].symbol == ".", tokens[end + 1].number != nil,
                tokens[end].range.upperBound == tokens[end + 1].range.lowerBound
            {
                end += 2
            }
        } else if mark == "." {
            guard end < tokens.count, let word = tokens[end].word,
                ["uhr", "h", "am", "pm", "a", "p"].contains(word)
            else { return nil }
        }
        return end
    }

    /// am, pm, a.m., p.m., Uhr.
    private static func halfDay(
        _ tokens: [DateToken], _ start: Int, _ word: String, _ hour: inout Int
    ) -> Int {
        var end = start + 1
        let isAfternoon: Bool
        switch word {
        case "uhr", "h", "hrs", "uur", "ч": return end
        case "am": isAfternoon = false
        case "pm": isAfternoon = true
        case "a", "p":
            guard start + 2 < tokens.count, tokens[start + 1].symbol == ".",
                tokens[start + 2].word == "m"
            else { return start }
            end = start + 3
            if end < tokens.count, tokens[end].symbol == "." { end += 1 }
            isAfternoon = word == "p"
        default: return start
        }
        if isAfternoon, hour < 12 { hour += 12 }
        if !isAfternoon, hour == 12 { hour = 0 }
        return end
    }

    private static let fillers: Set<String> = [
        "at", "t", "um", "a", "as", "la", "les", "le", "klo", "kl", "om", "в", "o", "ore", "saat",
        "alle", "lúc", "luc", "h", "de", "på", "pa", "na", "u", "στις", "г", "الساعة", "year",
    ]
    private static let marks: Set<Unicode.Scalar> = [
        ",", "-", "–", "—", "|", "•", "·", "/", "@", "(", ".", ";", "،", ":",
    ]
}
