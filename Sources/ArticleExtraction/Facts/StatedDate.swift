/// Reads dates as people and programs write them, into ISO 8601 as stated.
///
/// A day without a time gives "2021-10-05"; a time without an offset "2021-10-05T14:30:00"; with one
/// "2021-10-05T14:30:00+02:00". Nothing is converted or made up: "7 hours ago", a month without a day and
/// an impossible day give nil. Two-digit years are read only where the form leaves no doubt.
///
/// Numeric dates: a year first means year, month, day. With dots the day comes first. With slashes or
/// hyphens a number above 12 decides, else `Order`; where that says nothing, the date is refused.
struct StatedDate: Equatable {
    /// Which number comes first in 4/5/2021.
    enum Order: Sendable {
        case dayFirst, monthFirst, unknown

        /// By the language of the document (BCP 47): American and Philippine English put the month first,
        /// plain "en" says nothing, other languages put the day first.
        init(language: String?) {
            guard let tag = language?.lowercased(), !tag.isEmpty else {
                self = .unknown
                return
            }
            if tag == "en-us" || tag == "en-ph" || tag.hasPrefix("en-us-") {
                self = .monthFirst
            } else if tag == "en" {
                self = .unknown
            } else {
                self = .dayFirst
            }
        }
    }

    /// ISO 8601.
    var value: String
    /// Where in the line the date stands, its time included.
    var range: Range<String.Index>

    /// The date that a text states first; nil where it states none.
    static func parse(_ text: String, order: Order = .unknown) -> String? {
        first(in: text, order: order)?.value
    }

    /// The first date in a line.
    static func first(in line: String, order: Order = .unknown) -> StatedDate? {
        guard line.utf8.count >= 6, mayStand(in: line.utf8Span.span) else { return nil }
        let tokens = DateToken.tokens(of: line)
        for index in tokens.indices {
            guard let day = CalendarDay.read(tokens, at: index, order: order) else { continue }
            let time = DayTime.read(tokens, after: day.end)
            let end = time?.end ?? day.end
            return StatedDate(
                value: day.iso + (time?.iso ?? ""),
                range: tokens[index].range.lowerBound..<tokens[end - 1].range.upperBound)
        }
        return nil
    }

    /// False for a line with fewer than two numbers, which every date has: most lines are told by that.
    static func mayStand(in line: Span<UInt8>) -> Bool {
        var numbers = 0
        var inNumber = false
        for index in line.indices {
            switch line[index] {
            case 0x30...0x39:
                if !inNumber { numbers += 1 }
                inNumber = true
            // The first bytes of the digits of other scripts.
            case 0xD9, 0xDB, 0xE0, 0xEF: return true
            case 0xE1 where index + 1 < line.count && line[index + 1] < 0xA0: return true
            case 0xE5 where isYear(line, index): return true
            default: inNumber = false
            }
        }
        return numbers > 1
    }

    /// Whether 年 stands at a place behind a number that is written in ideographs; all of them begin so.
    private static func isYear(_ line: Span<UInt8>, _ index: Int) -> Bool {
        guard index >= 3, index + 2 < line.count, line[index + 1] == 0xB9, line[index + 2] == 0xB4
        else { return false }
        var start = index - 3
        let scalar = UTF8Scalar.next(in: line, &start)
        return "〇零一二三四五六七八九十元○".unicodeScalars.contains { $0.value == scalar }
    }
}
