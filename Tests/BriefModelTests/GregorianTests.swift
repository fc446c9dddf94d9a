import BriefModel
import Testing

@Suite struct GregorianTests {
    @Test(arguments: [
        (1970, 1, 1, 0), (1969, 12, 31, -1), (2000, 2, 29, 11_016), (2026, 11, 28, 20_785),
        (1600, 3, 1, -135_080), (1, 1, 1, -719_162),
    ])
    func `counts days from 1970, and back`(year: Int, month: Int, day: Int, days: Int) {
        #expect(Gregorian.daysSince1970(year: year, month: month, day: day) == days)
        #expect(Gregorian.day(after1970: days) == (year, month, day))
    }

    @Test func `goes on by a day each day of four hundred years`() {
        var (year, month, day) = (1_800, 1, 1)
        let first = Gregorian.daysSince1970(year: year, month: month, day: day)
        for count in 0..<146_097 {
            let found = Gregorian.day(after1970: first + count)
            guard found == (year, month, day), Gregorian.hasDay(year: year, month: month, day: day)
            else { return #expect(Bool(false), "\(found) is not \(year)-\(month)-\(day)") }
            day += 1
            if day > Gregorian.days(ofMonth: month, in: year) { (month, day) = (month + 1, 1) }
            if month > 12 { (year, month) = (year + 1, 1) }
        }
        #expect((year, month, day) == (2_200, 1, 1))
    }

    @Test(arguments: [
        (2024, 2, 29, true), (2023, 2, 29, false), (1900, 2, 29, false), (2000, 2, 29, true),
        (2026, 4, 31, false), (2026, 13, 1, false), (2026, 0, 1, false), (2026, 12, 0, false),
    ])
    func `tells days that there are from those that there are not`(
        year: Int, month: Int, day: Int, isDay: Bool
    ) {
        #expect(Gregorian.hasDay(year: year, month: month, day: day) == isDay)
    }
}
