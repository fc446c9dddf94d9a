/// An offset from UTC that stands after a time, read from tokens.
struct TimeOffset {
    /// "Z" or "+02:00".
    var iso: String
    /// The index after the last token that was read.
    var end: Int

    /// Z, UTC, GMT+2, +02:00, -0500, and the abbreviations that mean one offset only (RFC 5322 §4.3 and
    /// those of Europe, Moscow, Japan and Korea). Others, such as IST or ET, are left unread.
    static func read(_ tokens: [DateToken], _ start: Int) -> TimeOffset? {
        var index = start
        if index < tokens.count, tokens[index].symbol == "(" { index += 1 }
        guard index < tokens.count else { return nil }
        if let word = tokens[index].word {
            guard let known = names[word] else { return nil }
            if known == "Z", word != "z", let signed = signed(tokens, index + 1) { return signed }
            return TimeOffset(iso: known, end: index + 1)
        }
        return signed(tokens, index)
    }

    private static func signed(_ tokens: [DateToken], _ index: Int) -> TimeOffset? {
        guard index + 1 < tokens.count, let mark = tokens[index].symbol,
            mark == "+" || mark == "-" || mark == "−", let number = tokens[index + 1].number,
            tokens[index].range.upperBound == tokens[index + 1].range.lowerBound
        else { return nil }
        var hours = number
        var minutes = 0
        var end = index + 2
        switch tokens[index + 1].digits {
        case 4:
            hours = number / 100
            minutes = number % 100
        case 1, 2:
            if end + 1 < tokens.count, tokens[end].symbol == ":", tokens[end + 1].digits == 2,
                let value = tokens[end + 1].number
            {
                minutes = value
                end += 2
            } else if tokens[index + 1].digits == 1, !(index > 0 && tokens[index - 1].word != nil) {
                return nil
            }
        default: return nil
        }
        guard hours <= 14, minutes < 60 else { return nil }
        let sign = mark == "+" ? "+" : "-"
        return TimeOffset(
            iso: sign + CalendarDay.padded(hours) + ":" + CalendarDay.padded(minutes), end: end)
    }

    private static let names: [String: String] = [
        "z": "Z", "utc": "Z", "gmt": "Z", "ut": "Z", "est": "-05:00", "edt": "-04:00",
        "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00",
        "pdt": "-07:00", "cet": "+01:00", "mez": "+01:00", "cest": "+02:00", "mesz": "+02:00",
        "bst": "+01:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "мск": "+03:00",
        "jst": "+09:00", "kst": "+09:00", "wib": "+07:00", "sgt": "+08:00", "hkt": "+08:00",
    ]
}
