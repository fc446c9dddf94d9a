import BriefModel
import Testing

@testable import Workers

@Suite struct ExtractReportTests {
    @Test func `takes what escapes what erases for one object`() {
        var json = JSONObject()
        json.add("a", "x\u{7F}y")
        #expect(ExtractReport.isOneObject(json.finished()))
    }
}
