import Testing

@testable import briefbench

@Suite struct RevisitBenchTests {
    @Test func `sees edits and no furniture when pages are asked for again`() throws {
        let report = try RevisitBench.run()
        #expect(report.tried == PageFurniture.count * 7)
        #expect(report.mistaken == [])
        let edits = PageFurniture.count * RevisitBench.Edit.allCases.count
        #expect(report.missed.count * 100 <= edits, "\(report.missed)")
    }
}
