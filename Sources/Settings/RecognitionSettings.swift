/// Who recognises the text of a PDF that holds pictures only (`[extraction] ocr`).
public struct RecognitionSettings: Sendable, Equatable {
    /// The program's path, absolute: a PDF on standard input, its text, or a PDF with text, on standard output.
    public var program: String
    /// How long it may take for one document.
    public var timeout: Duration

    public static let standardTimeout = Duration.seconds(600)

    public init(program: String, timeout: Duration = standardTimeout) {
        self.program = program
        self.timeout = timeout
    }
}

extension RecognitionSettings {
    /// - Parameter folder: relative paths are relative to it.
    init?(_ table: inout SettingsTable, folder: String) {
        let timeout = table.duration("ocr_timeout") ?? Self.standardTimeout
        if timeout <= .zero {
            table.report(
                "ocr_timeout", "no text is recognised in no time", next: "write for example \"10m\""
            )
        }
        guard let program = table.string("ocr") else { return nil }
        guard program.contains("/"), !program.hasSuffix("/") else {
            table.report(
                "ocr", "\"\(program)\" is no path of a program",
                why: "no shell and no PATH is asked", next: "name the program with its folder")
            return nil
        }
        self.init(program: PathText.absolute(program, in: folder), timeout: timeout)
    }
}
