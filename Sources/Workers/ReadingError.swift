/// Why a document or feed could not be read. It stands for good: the same bytes fail again.
public struct ReadingError: Error, Sendable, Codable, Equatable, CustomStringConvertible {
    /// A short, steady word: "binary", "empty", "not-a-feed" …
    public var code: String
    /// The code of a web page that came in a feed's place.
    public static let webPage = "web-page"

    /// The code of a file that holds several documents, where one was asked for.
    public static let several = "several-documents"

    /// What, why and what next, for people.
    public var description: String

    public init(code: String, description: String) {
        self.code = code
        self.description = description
    }
}
