import Testing

@testable import BriefDaemon

@Suite struct LineLogHandlerTests {
    @Test(arguments: [
        ("plain", "plain"), ("", "\"\""), ("two words", "\"two words\""),
        ("say \"so\"", #""say \"so\"""#), (#"C:\x"#, #""C:\\x""#), ("a\nb\tc", #""a\nb\tc""#),
        ("a=b", "\"a=b\""), ("\u{1B}[31m", #""\u{1b}[31m""#), ("ü\u{202E}x", #"ü\u{202e}x"#),
    ])
    func `a value is one that a reader of logfmt gets back`(value: String, text: String) {
        #expect(LineLogHandler.line("told", ["error": "\(value)"]) == "told error=\(text)")
    }
}
