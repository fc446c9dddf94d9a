import BriefModel
import FoundationEssentials

/// Reads the dates of feeds: RFC 822 with all its mistakes, ISO 8601, asctime, and the dates that software writes
/// in other languages, and seconds since 1970.
///
/// A date without a zone is UTC, but for Korean and Japanese words, which mean UTC+9. What is no date gives nil:
/// nothing is guessed. So does the moment that clocks begin with, which nobody set.
enum FeedDate {
    static func parse(_ text: ArraySlice<UInt8>) -> Date? {
        let trimmed = text.trimmed
        guard trimmed.count >= 4, trimmed.count <= 128, let date = read(trimmed) else { return nil }
        // Only what lies near 1970 is asked for more.
        let isNearEpoch = abs(date.timeIntervalSince1970) <= 86_400
        return isNearEpoch && BelievedDate.isEpoch(date.rfc3339) ? nil : date
    }

    private static func read(_ trimmed: ArraySlice<UInt8>) -> Date? {
        if let date = CommonDate.parse(trimmed) ?? seconds(trimmed) { return date }
        var plain = trimmed
        if !trimmed.allSatisfy({ $0 < 0x80 }) {
            plain = Array(DateWords.plain(trimmed.string).utf8)[...].trimmed
        }
        let fields = NumericDate.parse(plain) ?? WordedDate.parse(plain)
        return fields?.date
    }

    /// Seconds or milliseconds since 1970, as some programs write them: of this century and before March 2030, so that no
    /// day in digits is taken for them.
    private static func seconds(_ text: ArraySlice<UInt8>) -> Date? {
        guard text.count == 10 || text.count == 13, text.first == 0x31,
            text.allSatisfy(\.isDigit), let value = Double(text.string)
        else { return nil }
        let seconds = text.count == 13 ? value / 1_000 : value
        return seconds < 1_900_000_000 ? Date(timeIntervalSince1970: seconds) : nil
    }

    static func parse(_ text: String) -> Date? {
        parse(Array(text.utf8)[...])
    }
}
