import Testing

@testable import ArticleExtraction

@Suite struct AuthorNamesTests {
    @Test(arguments: [
        (["Unknown"], []), (["admin"], []), (["editor@gazette.example"], []),
        (["https://gazette.example/author/jane"], []), (["www.gazette.example"], []),
        (["By Jane Doe and John Roe"], ["Jane Doe", "John Roe"]), (["Jane Doe"], ["Jane Doe"]),
        (["mildred_77", "mildred_77"], ["mildred_77"]), (["Harbour & Tide"], ["Harbour & Tide"]),
        (["Ada Marl, Ben Holt"], ["Ada Marl", "Ben Holt"]),
        (["Ada Marl & Ben Holt"], ["Ada Marl", "Ben Holt"]),
        (["Ada Marl &amp; Ben Holt"], ["Ada Marl", "Ben Holt"]),
        (["Ada Marl; Ben Holt; Cy Lund"], ["Ada Marl", "Ben Holt", "Cy Lund"]),
        (["Ada Marl en Ben van Holt"], ["Ada Marl", "Ben van Holt"]),
        (["Von Ada Marl"], ["Ada Marl"]), (["Par Ada Marl et Ben Holt"], ["Ada Marl", "Ben Holt"]),
        (["Автор: Анна Примерова"], ["Анна Примерова"]), (["作者：张三"], ["张三"]),
        (["홍길동 기자"], ["홍길동"]), (["(unknown)"], []), (["undefined"], []), (["no author"], []),
        (["Ada Marl | Weir Times"], ["Ada Marl"]), (["Weir Times"], ["Weir Times"]),
        (["Site Admin"], []),
        (["Mill, Weir and Lock"], ["Mill, Weir and Lock"]), (["Ada Marl, PhD"], ["Ada Marl, PhD"]),
        (["@pilot@social.example"], ["@pilot@social.example"]), (["Byron Quay"], ["Byron Quay"]),
    ])
    func `takes from a feed those who wrote`(stated: [String], names: [String]) {
        #expect(AuthorNames.ofFeed(stated, site: "Weir Times") == names)
    }

    @Test(arguments: [
        ("Ada Example, Ben Sample & Cy Third", ["Ada Example", "Ben Sample", "Cy Third"]),
        ("Ada Example; Ben Sample", ["Ada Example", "Ben Sample"]),
        ("By Ada Example", ["Ada Example"]), ("Prof. Ada Example", ["Ada Example"]),
        ("Ada Example, Reuters", ["Ada Example"]), ("Reuters", ["Reuters"]),
        ("Ada Example (ada@example.org)", ["Ada Example"]), ("admin", []), ("12345", []),
        ("Ada Example, Ada Example", ["Ada Example"]), ("https://example.org/ada", []),
        ("Ada Example Published 5 October 2021", ["Ada Example"]),
        ("Ludwig van Example", ["Ludwig van Example"]), ("ada.example", ["ada.example"]),
        ("www.ada.example", []), ("ada.com", []), ("王小河 时间：2021", ["王小河"]),
        ("王小河 见习记者 李大山", ["王小河", "李大山"]), ("王小河，河边日报社", ["王小河"]),
        ("홍길동기자", ["홍길동"]), ("홍길동인턴기자", ["홍길동"]),
    ])
    func `keeps names and nothing else`(raw: String, names: [String]) {
        #expect(AuthorNames.clean(raw) == names)
    }
}
