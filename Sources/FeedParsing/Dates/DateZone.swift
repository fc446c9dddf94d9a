import BriefModel

/// A time zone of a feed's date.
struct DateZone {
    /// When summer time holds.
    enum Rule {
        case none
        /// The United States since 2007: second Sunday of March to first Sunday of November, at 2:00 local.
        case us
        /// The European Union: last Sunday of March to last Sunday of October, at 1:00 UTC.
        case europe
    }

    /// Seconds east of UTC, without summer time.
    var seconds: Int
    var rule = Rule.none

    init(seconds: Int, rule: Rule = .none) {
        self.seconds = seconds
        self.rule = rule
    }

    /// "+0100", "-01:00", "+1", "GMT+2", "Z", "PDT", "Europe/Paris"; nil for what nobody knows.
    init?(_ text: ArraySlice<UInt8>) {
        guard let first = text.first else { return nil }
        if first == 0x2B || first == 0x2D {
            guard let seconds = Self.offset(text) else { return nil }
            self.init(seconds: seconds)
            return
        }
        let name = text.prefix { $0.isLetter || $0 == .slash || $0 == 0x5F }
        let rest = text[name.endIndex...].trimmed
        let isUniversal = ["gmt", "utc", "ut", "z"].contains { name.equalsLowercase($0) }
        if isUniversal, let offset = rest.first, offset == 0x2B || offset == 0x2D,
            let seconds = Self.offset(rest)
        {
            self.init(seconds: seconds)
            return
        }
        guard let known = DateZoneNames.zone(named: name.string.lowercased()) else { return nil }
        self = known
    }

    /// ±H, ±HH, ±HMM, ±HHMM, ±HH:MM; up to a day.
    private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
        let digits = text.dropFirst().prefix { $0.isDigit || $0 == .colon || $0.isSpace }
        let parts = digits.split(separator: .colon).map { $0.filter(\.isDigit) }
        guard let first = parts.first, !first.isEmpty, first.count <= 6 else { return nil }
        let number = { (bytes: ArraySlice<UInt8>) in
            bytes.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        }
        var hours = number(first[...])
        var minutes = 0
        if parts.count > 1 {
            minutes = number(parts[1].prefix(2)[...])
        } else if first.count > 2 {
            let tail = first.count == 6 ? 4 : 2
            hours = number(first.prefix(first.count - tail)[...])
            minutes = number(first.suffix(tail).prefix(2)[...])
        }
        guard hours <= 24, minutes < 60 else { return nil }
        let seconds = hours * 3_600 + minutes * 60
        return text.first == 0x2D ? -seconds : seconds
    }

    /// Seconds east of UTC at a local time.
    func offset(year: Int, localSeconds: Int) -> Int {
        let isSummer: Bool
        switch rule {
        case .none: isSummer = false
        case .us:
            let from = Self.sunday(year, month: 3, first: 8) * 86_400 + 2 * 3_600
            let to = Self.sunday(year, month: 11, first: 1) * 86_400 + 2 * 3_600
            isSummer = localSeconds >= from && localSeconds < to
        case .europe:
            let from = Self.sunday(year, month: 3, first: 25) * 86_400 + 3_600
            let to = Self.sunday(year, month: 10, first: 25) * 86_400 + 3_600
            let universal = localSeconds - seconds
            isSummer = universal >= from && universal < to
        }
        return isSummer ? seconds + 3_600 : seconds
    }

    /// The day number of the first Sunday on or after a day of a month.
    private static func sunday(_ year: Int, month: Int, first: Int) -> Int {
        let day = Gregorian.daysSince1970(year: year, month: month, day: first)
        // 1970-01-01 was a Thursday.
        let weekday = ((day + 4) % 7 + 7) % 7
        return day + (7 - weekday) % 7
    }
}
