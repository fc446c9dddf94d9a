/// Why nothing could be taken out of a file. The words are for the operator; the code names the cause for `spool`.
public struct DocumentsError: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Code: String, Sendable, CaseIterable {
        /// The bytes are not of the format that the name promises, nor of another that is read.
        case notOfFormat = "not-of-format"
        /// Cut off, or damaged in the middle.
        case damaged
        /// Protected by a password.
        case encrypted
        /// Pictures of text only.
        case noText = "no-text"
        /// More comes out of it than may.
        case tooLarge = "unpacks-too-large"
        /// It holds nothing that can be read.
        case nothingReadable = "nothing-readable"
        /// It holds more than one document, where one is asked for.
        case several = "several-documents"
    }

    public var code: Code
    /// What is wrong, and where it helps what to do, as a sentence without its end: "the archive ends in the middle".
    public var description: String

    public init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}
