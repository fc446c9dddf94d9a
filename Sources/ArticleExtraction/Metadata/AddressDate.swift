/// The day in the address of an article: "/2021/10/05/", "/2021/oct/05/", "2021-10-5", "/202110/05/",
/// "20211005".
enum AddressDate {
    /// ISO 8601; nil where the address bears no day since 1990.
    static func find(in url: String?) -> String? {
        guard let url, let scheme = url.firstRange(of: "://") else { return nil }
        let path = url[scheme.upperBound...].drop { $0 != "/" }.prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(whereSeparator: { "/-_.".contains($0) })
        for index in parts.indices {
            if let day = threeParts(parts[index...]) ?? joined(parts[index...]) { return day }
        }
        return nil
    }

    private static func threeParts(_ parts: ArraySlice<Substring>) -> String? {
        let parts = Array(parts.prefix(3))
        guard parts.count == 3, parts[0].utf8.count == 4, parts[2].utf8.count <= 2 else {
            return nil
        }
        if parts[1].utf8.count >= 3, let month = MonthNames.month(parts[1].lowercased()) {
            return day(parts[0], Substring(String(month)), parts[2])
        }
        return parts[1].utf8.count <= 2 ? day(parts[0], parts[1], parts[2]) : nil
    }

    private static func joined(_ parts: ArraySlice<Substring>) -> String? {
        guard let first = parts.first else { return nil }
        if first.utf8.count == 8 {
            return day(first.prefix(4), first.dropFirst(4).prefix(2), first.suffix(2))
        }
        guard first.utf8.count == 6, let second = parts.dropFirst().first, second.utf8.count == 2
        else { return nil }
        return day(first.prefix(4), first.suffix(2), second)
    }

    private static func day(_ year: Substring, _ month: Substring, _ day: Substring) -> String? {
        guard let year = number(year), (1_990...2_100).contains(year), let month = number(month),
            let day = number(day)
        else { return nil }
        return StatedDate.parse(
            "\(year)-\(CalendarDay.padded(month))-\(CalendarDay.padded(day))")
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }
}
