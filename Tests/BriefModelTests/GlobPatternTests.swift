import BriefModel
import Testing

@Suite struct GlobPatternTests {
    @Test(arguments: [
        ("*.log", "daily.LOG", true), ("*.log", "daily.log.txt", false), ("a?c", "abc", true),
        ("a?c", "ac", false), ("[0-9]*", "7 days", true), ("[!0-9]*", "7 days", false),
        ("*draft*", "My Draft 2.html", true), ("a*b*c", "aXbYbZc", true), ("a*b*c", "aXc", false),
        ("[]x]", "]", true), ("é*", "e\u{301}te\u{301}.txt", true), ("\\*", "*", true),
        ("\\*", "a", false), ("", "", false),
    ])
    func `matches as a shell does`(pattern: String, name: String, isMatch: Bool) {
        #expect((GlobPattern(pattern)?.matches(name) ?? false) == isMatch)
    }

    @Test(arguments: ["", "a/b", "[abc", "x\\", "[z-a]"])
    func `refuses what is no pattern for a name`(text: String) {
        #expect(GlobPattern(text) == nil)
    }

    @Test func `knows a pattern that leaves no name`() throws {
        #expect(try #require(GlobPattern("**")).matchesAll)
        #expect(try #require(GlobPattern("*.*")).matchesAll == false)
    }

    @Test func `takes no longer for many stars`() throws {
        let pattern = try #require(GlobPattern(String(repeating: "a*", count: 40) + "b"))
        #expect(!pattern.matches(String(repeating: "a", count: 250)))
    }
}
