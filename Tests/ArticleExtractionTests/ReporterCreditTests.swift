import Testing

@testable import ArticleExtraction

@Suite struct ReporterCreditTests {
    @Test(arguments: [
        ("水坝今天重新开放。（记者 王小河）", ["王小河"]), ("□ 本报记者 李大山 王小河", ["李大山", "王小河"]),
        ("据某某社某地电（记者 李大山）水坝今天重新开放。", ["李大山"]), ("某某报記者 王小河 某县报道", ["王小河"]),
        ("水坝今天重新开放。（王小河）", ["王小河"]), ("水坝今天重新开放。（王小河 李大山 ）", ["王小河", "李大山"]),
        ("本报记者王小河发自某镇", ["王小河"]), ("水坝今天重新开放。（完）", []), ("水坝今天重新开放（组图）", []), ("某某大学（江苏）", []),
        ("（记者 王小河 实习记者 李大山）", ["王小河", "李大山"]), ("本报记者 王小河 近日 获悉", ["王小河"]),
        ("记者从镇政府获悉，水坝今天重新开放。", []), ("镇长告诉记者，水坝今天重新开放。", []), ("The weir is dry.", []),
    ])
    func `reads whom a credit names, and no sentence`(line: String, names: [String]) {
        #expect(ReporterCredit.names(in: line) == names)
    }
}
