import BriefModel

/// Reads what is percent-encoded in the query of an address (WHATWG URL §1.3); a plus sign is a space.
enum PercentDecoding {
    static func decode(_ text: String) -> String {
        PercentText.decoded(text.contains("+") ? text.replacing("+", with: " ") : text)
    }
}
