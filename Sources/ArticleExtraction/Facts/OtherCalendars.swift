import BriefModel

/// The calendars that documents are dated by besides the Gregorian one, brought onto it.
enum OtherCalendars {
    /// A day of the Solar Hijri calendar of Iran and Afghanistan, by its cycle of 33 years, which holds from 1244 to 1472
    /// (Borkowski, "The Persian calendar for 3000 years", 1996).
    static func solarHijri(
        year: Int, month: Int, day: Int
    ) -> (year: Int, month: Int, day: Int)? {
        guard (1_244...1_472).contains(year), (1...12).contains(month),
            (1...(month < 7 ? 31 : 30)).contains(day)
        else { return nil }
        let before = month < 7 ? (month - 1) * 31 : (month - 7) * 30 + 186
        let shifted = year + 1_595
        let cycles = shifted / 33 * 8 + (shifted % 33 + 3) / 4
        // Days since 1970-01-01.
        return Gregorian.day(
            after1970: -355_668 + 365 * shifted + cycles + day + before - 719_528)
    }

    /// The first years, less one, of the eras of Japan's emperors since 1868, and of the Republic of China.
    static let eras: [String: Int] = [
        "明治": 1_867, "大正": 1_911, "昭和": 1_925, "平成": 1_988, "令和": 2_018, "民國": 1_911,
        "民国": 1_911,
    ]
}
