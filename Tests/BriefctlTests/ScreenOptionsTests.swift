import Testing

@testable import briefctl

@Suite struct ScreenOptionsTests {
    private func options(_ line: String) -> ScreenOptions {
        ScreenOptions(line.split(separator: " ").map(String.init))
    }

    @Test(arguments: ["--columns 40 status --no-color", "status --no-color --columns=40"])
    func `stand anywhere`(line: String) {
        let options = options(line)
        #expect(options.columns == 40 && options.isPlain && options.fault == nil)
        #expect(options.rest == ["status"])
    }

    @Test func `what stands behind two hyphens is no option`() {
        let options = options("search -- --no-color --columns x")
        #expect(options.rest == ["search", "--", "--no-color", "--columns", "x"])
        #expect(!options.isPlain && options.fault == nil)
    }

    @Test(arguments: ["--columns", "--columns wide", "--columns=5", "--columns -80"])
    func `says what a number of columns is`(line: String) {
        #expect(options("status " + line).fault?.contains("from 20 on") == true)
    }
}
