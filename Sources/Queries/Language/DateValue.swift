import BriefModel
import FoundationEssentials

/// A year, a month, a day or a moment of a query.
///
/// Articles state their dates with an offset of their own, or a day only. So a year, a month and a day are compared with
/// what stands at the beginning of the article's date, as its readers saw it; a moment is compared as such. What is dated
/// by briefd itself is in UTC.
public struct DateValue: Sendable, Equatable {
    /// "2026", "2026-01", "2026-01-31" or RFC 3339.
    public let text: String
    /// Nil for anything coarser than a moment.
    public let moment: Date?

    init?(_ text: String) {
        self.text = text
        switch text.utf8.count {
        case 4, 7, 10:
            let parts = text.split(separator: "-").compactMap { Int($0) }
            guard text.utf8.enumerated().allSatisfy(Self.isOfDay), Self.isDay(parts) else {
                return nil
            }
            moment = nil
        default:
            guard let date = Date(rfc3339: text) else { return nil }
            moment = date
        }
    }

    private static func isOfDay(_ index: Int, _ byte: UInt8) -> Bool {
        index == 4 || index == 7 ? byte == UInt8(ascii: "-") : (48...57).contains(byte)
    }

    /// Year, and month and day where they are given.
    private static func isDay(_ parts: [Int]) -> Bool {
        guard let year = parts.first, year > 0 else { return false }
        guard parts.count > 1 else { return true }
        return Gregorian.hasDay(year: year, month: parts[1], day: parts.count < 3 ? 1 : parts[2])
    }

    /// Whether an article's date, ISO 8601 as stated, compares so.
    func holds(_ comparison: QueryComparison, _ stated: String) -> Bool {
        if let moment, let date = Date(rfc3339: stated) { return comparison.holds(date, moment) }
        let count = moment == nil ? text.utf8.count : 10
        guard stated.utf8.count >= count else {
            // A year is stated, and a day is asked for: that year may be before it, or behind.
            let known = text.prefix(stated.utf8.count)
            return stated != known && comparison.holds(stated, String(known))
        }
        return comparison.holds(stated.prefix(count), text.prefix(count))
    }

    /// The time that it spans, in seconds since 1970, UTC.
    public var span: Range<Int64> {
        if let moment {
            let second = Int64(min(max(moment.timeIntervalSince1970, -1e12), 1e12).rounded(.down))
            return second..<(second + 1)
        }
        let parts = text.split(separator: "-").compactMap { Int($0) }
        let (year, month) = (parts.first ?? 1970, parts.count > 1 ? parts[1] : 1)
        let first = Self.seconds(year, month, parts.count > 2 ? parts[2] : 1)
        switch parts.count {
        case 1: return first..<Self.seconds(year + 1, 1, 1)
        case 2:
            return
                first..<(month == 12
                ? Self.seconds(year + 1, 1, 1) : Self.seconds(year, month + 1, 1))
        default: return first..<(first + 86_400)
        }
    }

    private static func seconds(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
        Int64(Gregorian.daysSince1970(year: year, month: month, day: day)) * 86_400
    }

    /// Whether a moment, in seconds since 1970, compares so.
    func holds(_ comparison: QueryComparison, seconds: Int64) -> Bool {
        switch comparison {
        case .less: seconds < span.lowerBound
        case .atMost: seconds < span.upperBound
        case .equal: span.contains(seconds)
        case .atLeast: seconds >= span.lowerBound
        case .more: seconds >= span.upperBound
        }
    }
}
