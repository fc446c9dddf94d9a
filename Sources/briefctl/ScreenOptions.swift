/// How what is printed looks, for any command and at any place of its line: `--no-color`, `--columns N`.
///
/// What is only shown otherwise is no business of a single command, so that these stand apart from their own options.
struct ScreenOptions {
    /// Columns, from 20 on; nil where the terminal or COLUMNS says.
    private(set) var columns: Int?
    private(set) var isPlain = false
    /// The arguments without these.
    private(set) var rest: [String] = []
    /// What is wrong with them.
    private(set) var fault: String?

    static let current = ScreenOptions(Array(CommandLine.arguments.dropFirst()))

    init(_ arguments: [String]) {
        let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
        var words = arguments[..<end]
        while let word = words.popFirst() {
            if word == "--no-color" {
                isPlain = true
            } else if word == "--columns" {
                take(words.popFirst() ?? "")
            } else if word.hasPrefix("--columns=") {
                take(String(word.dropFirst(10)))
            } else {
                rest.append(word)
            }
        }
        rest += arguments[end...]
    }

    private mutating func take(_ text: String) {
        guard let number = Int(text), (20...10_000).contains(number) else {
            fault = "--columns \(text.isEmpty ? "" : text.printable + " ")wants a number from 20 on"
            return
        }
        columns = number
    }
}
