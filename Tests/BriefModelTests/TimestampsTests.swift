import BriefModel
import FoundationEssentials
import Testing

@Suite struct TimestampsTests {
    @Test func `writes RFC 3339 in UTC and reads it back`() {
        let date = Date(timeIntervalSince1970: 1_633_392_000)
        #expect(date.rfc3339 == "2021-10-05T00:00:00Z")
        #expect(Date(rfc3339: date.rfc3339) == date)
    }

    @Test func `reads fractions and offsets and refuses the rest`() {
        #expect(
            Date(rfc3339: "2021-10-05T02:00:00.5+02:00")?.timeIntervalSince1970 == 1_633_392_000.5)
        #expect(Date(rfc3339: "5 October 2021") == nil)
    }
}
