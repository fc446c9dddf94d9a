import BriefModel
import Testing

@testable import ArticleExtraction

@Suite struct SiteRuleScriptTests {
    private func problems(_ text: String) -> [String] {
        do throws(SiteRuleError) {
            _ = try SiteRuleScript(SiteRule(file: "rules/paper.example.txt", text: text))
            return []
        } catch {
            return error.problems.map(\.description)
        }
    }

    @Test func `reads the directives of the format`() throws {
        let script = try SiteRuleScript(
            SiteRule(
                file: "a.txt",
                text: """
                    \u{FEFF}# A remark: with a colon
                    title: //h1
                    body : //div[@class="story"]
                    strip: //aside
                    if_page_contains: //div[@id='live']
                    prune: no
                    replace_string(<a:b(c)): <i>
                    find_string: x
                    replace_string:
                    tidy: no
                    test_url: https://paper.example/a
                    http_header(user-agent): x
                    single_page_link: //a[@rel='all']
                    if_page_contains: //p
                    """))
        #expect(
            script.directives.map(\.name) == [
                .title, .body, .strip, .prune, .replace, .find, .replace,
            ])
        #expect(script.directives[2].condition == "//div[@id='live']")
        #expect(script.directives[4].argument == "<a:b(c)" && script.directives[4].value == "<i>")
        #expect(!script.flag(.prune) && script.flag(.autodetect))
        #expect(script.notes.count == 4)
        #expect(script.notes[3].hasPrefix("a.txt:13: single_page_link is not used: briefd fetches"))
    }

    @Test func `names the file and the line of every fault`() {
        let found = problems(
            "title: //h1[\nbdy: //p\nprune: perhaps\n\nbody:\nfree words\nfind_string: a")
        #expect(found.count == 6)
        #expect(
            found[0].hasPrefix(
                "rules/paper.example.txt:1: title cannot be evaluated: no XPath from"))
        #expect(
            found[1].hasPrefix("rules/paper.example.txt:2: \"bdy\" is no directive; check its name")
        )
        #expect(found[2].hasPrefix("rules/paper.example.txt:3: \"perhaps\" is neither yes nor no"))
        #expect(found[3].hasPrefix("rules/paper.example.txt:5: body has no value"))
        #expect(found[4].hasPrefix("rules/paper.example.txt:6: no directive"))
        #expect(found[5].contains("they go in pairs"))
    }

    @Test(arguments: [
        "if_page_contains: //p", "body: nosuch(//p)", "strip: svg:path", "replace_string(a: b",
    ])
    func `refuses what cannot work`(line: String) {
        #expect(problems(line).count == 1)
    }
}
