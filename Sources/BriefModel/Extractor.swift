/// What articles say of who read them (`extractor` in their front matter).
public enum Extractor {
    private static let mark = " after "

    /// For example "briefd/1 after ocrmypdf".
    public static func name(_ extractor: String, recognisedBy program: String) -> String {
        extractor + mark + (program.split(separator: "/").last.map(String.init) ?? program)
    }

    /// Whether a program recognised the text first: briefd alone finds none in the original.
    public static func isRecognised(_ extractor: String) -> Bool { extractor.contains(mark) }
}
