import FoundationEssentials

/// Reads the dates of feeds: RFC 822 with all its mistakes, ISO 8601, asctime, and the dates that software writes
/// in other languages.
///
/// A date without a zone is UTC, but for Korean and Japanese words, which mean UTC+9. What is no date gives nil:
/// nothing is guessed.
enum FeedDate {
    static func parse(_ text: ArraySlice<UInt8>) -> Date? {
        let trimmed = text.trimmed
        guard trimmed.count >= 4, trimmed.count <= 128 else { return nil }
        if let date = CommonDate.parse(trimmed) { return date }
        var plain = trimmed
        if !trimmed.allSatisfy({ $0 < 0x80 }) {
            plain = Array(DateWords.plain(trimmed.string).utf8)[...].trimmed
        }
        let fields = NumericDate.parse(plain) ?? WordedDate.parse(plain)
        return fields?.date
    }

    static func parse(_ text: String) -> Date? {
        parse(Array(text.utf8)[...])
    }
}
