import Testing

@testable import BriefDaemon

@Suite struct SpoolWeightTests {
    /// All in bytes.
    struct Case: Sendable {
        var size: Int
        /// What gzip says at the end of the file; nil for a file that is not compressed, [] where it cannot be read.
        var trailer: [UInt8]?
        var room: Int
        var permits: Int
    }

    private static let limit = 33_554_432

    private static func says(_ count: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: count >> (8 * $0)) }
    }

    @Test(arguments: [
        // Not compressed.
        Case(size: 5_242_880, trailer: nil, room: 5_242_880, permits: 10_485_760),
        Case(size: 10, trailer: nil, room: 10, permits: 2_097_152),
        // Honest, small and large.
        Case(size: 31_744, trailer: says(100_000), room: 1_048_576, permits: 2_097_152),
        Case(size: 4_600_000, trailer: says(33_554_432), room: 33_554_432, permits: 67_108_864),
        // More than is allowed, or than deflate can make.
        Case(size: 31_744, trailer: says(.max), room: 32_759_808, permits: 65_519_616),
        Case(size: 4_600_000, trailer: says(.max), room: 33_554_432, permits: 67_108_864),
        // Says less than it takes.
        Case(size: 4_600_000, trailer: says(0), room: 4_600_000, permits: 9_200_000),
        // Too short to say anything.
        Case(size: 3, trailer: [], room: 33_554_432, permits: 67_108_864),
    ])
    func `reckons with what a file says that it unpacks to`(file: Case) {
        let weight = SpoolWeight(size: file.size, trailer: file.trailer, limit: Self.limit)
        #expect(weight.room == file.room)
        #expect(weight.permits == file.permits)
    }
}
