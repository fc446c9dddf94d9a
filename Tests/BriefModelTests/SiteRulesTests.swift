import BriefModel
import Testing

@Suite struct SiteRulesTests {
    private let rules = SiteRules(
        rules: Dictionary(
            uniqueKeysWithValues: [
                "paper.example.txt", ".paper.example.txt", "blogs.paper.example.txt",
                ".org.example.txt",
            ].map { ($0, SiteRule(file: $0, text: "")) }))

    @Test(arguments: [
        ("https://paper.example/a", "paper.example.txt"),
        ("http://www.paper.example", "paper.example.txt"),
        ("https://WWW.Paper.Example:8443/a?b", "paper.example.txt"),
        ("https://blogs.paper.example/a", "blogs.paper.example.txt"),
        ("https://news.paper.example/a", ".paper.example.txt"),
        ("https://a.b.paper.example/a", ".paper.example.txt"),
        ("https://a.org.example/", ".org.example.txt"),
    ])
    func `finds the file of the nearest host`(address: String, file: String) {
        #expect(rules.rule(for: address)?.file == file)
    }

    @Test(arguments: ["https://org.example/", "https://otherpaper.example/", "nonsense", "", nil])
    func `finds none for other hosts`(address: String?) {
        #expect(rules.rule(for: address) == nil)
    }
}
