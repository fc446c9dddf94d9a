/// Text that was decoded: always valid UTF-8 without NULs, with 30 marks on a letter at most.
public struct Decoded: Sendable, Equatable {
    public var utf8: [UInt8]
    /// The character set that the bytes were taken for, by its WHATWG name in capitals where the
    /// name is an abbreviation: "UTF-8", "windows-1252", "GB18030".
    public var charset: String
    /// Whether some bytes meant nothing in that character set and became U+FFFD.
    public var isLossy: Bool
    /// What was wrong, for people.
    public var warnings: [String]

    public init(
        utf8: [UInt8], charset: String = "UTF-8", isLossy: Bool = false, warnings: [String] = []
    ) {
        self.utf8 = utf8
        self.charset = charset
        self.isLossy = isLossy
        self.warnings = warnings
    }
}
