import Testing

@testable import BriefDaemon

@Suite struct SpoolWeightTests {
    /// All in bytes.
    struct Case: Sendable {
        var size: Int
        var isCompressed = true
        var weight: Int
    }

    private static let limit = 33_554_432

    @Test(arguments: [
        Case(size: 31_744, weight: 32_759_808), Case(size: 4_600_000, weight: 33_554_432),
        Case(size: 100, weight: 2_097_152), Case(size: 41_943_040, weight: 41_943_040),
        Case(size: 5_242_880, isCompressed: false, weight: 5_242_880),
        Case(size: 10, isCompressed: false, weight: 2_097_152),
    ])
    func `reckons with what a file could unpack to`(file: Case) {
        let weight = SpoolIntake.weight(
            size: file.size, isCompressed: file.isCompressed, limit: Self.limit)
        #expect(weight == file.weight)
    }
}
