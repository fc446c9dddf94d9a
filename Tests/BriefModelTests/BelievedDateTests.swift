import BriefModel
import FoundationEssentials
import Testing

@Suite struct BelievedDateTests {
    private let arrival = Date(rfc3339: "2026-03-01T18:00:00Z")

    private func believed(_ date: String?) throws -> BelievedDate {
        BelievedDate(date, of: "publication", arrival: try #require(arrival))
    }

    @Test(arguments: [
        "2026-03-01T17:00:00Z", "2026-03-01T18:40:00Z", "2026-03-01T23:00:00+05:30", "2026-03-02",
        "2026-03-01", "1899-12-29", "1900-01-01T09:30:00Z", "1971-05-03", "1980-01-01",
        "2000-01-01T00:00:00Z",
    ])
    func `believes what can be`(date: String) throws {
        let stated = try believed(date)
        #expect(stated.date == date && stated.warning == nil)
    }

    @Test(arguments: [
        ("2026-03-01T19:30:00Z", "2026-03-01"), ("2026-03-02T03:00:00Z", "2026-03-02"),
        ("2026-03-02T08:00:00Z", "2026-03-02"), ("2026-03-02T14:30:00+08:00", "2026-03-02"),
    ])
    func `believes the day of a time that is some hours ahead`(date: String, day: String) throws {
        let stated = try believed(date)
        #expect(stated.date == day && stated.warning?.contains(date) == true)
    }

    @Test(arguments: [
        "2026-03-02T08:00:01Z", "2026-03-03", "2031-01-01T00:00:00Z", "1970-01-01T00:00:00Z",
        "1969-12-31T16:00:00-08:00", "1970-01-01", "1970-01-01T05:30:00+05:30", "0001-01-01",
        "0001-01-01T00:00:00Z", "1900-01-01T00:00:00Z", "1899-12-30T00:00:00Z", "1601-01-01",
        "0000-00-00",
    ])
    func `does not believe what lies ahead, nor where clocks begin`(date: String) throws {
        let stated = try believed(date)
        #expect(stated.date == nil && stated.warning?.contains(date) == true)
    }

    @Test func `says nothing of a date that is not stated`() throws {
        let stated = try believed(nil)
        #expect(stated.date == nil && stated.warning == nil)
    }
}
