import Hashing
import Testing

@testable import BriefDaemon

@Suite struct SpoolWeightTests {
    /// All in bytes.
    struct Case: Sendable {
        var size: Int
        var compression = Compression.gzip
        /// What the file says that it holds; nil where that cannot be told.
        var said: Int?
        var room: Int
        var permits: Int
    }

    private static let limit = 33_554_432

    @Test(arguments: [
        // Honest, small and large.
        Case(size: 31_744, said: 100_000, room: 1_048_576, permits: 2_097_152),
        Case(size: 4_600_000, said: 33_554_432, room: 33_554_432, permits: 67_108_864),
        // More than is allowed, or than deflate can make.
        Case(size: 31_744, said: 4_294_967_295, room: 32_759_808, permits: 65_519_616),
        Case(size: 4_600_000, said: 4_294_967_295, room: 33_554_432, permits: 67_108_864),
        // Says less than it takes.
        Case(size: 4_600_000, said: 0, room: 4_600_000, permits: 9_200_000),
        // The others are not bound to what they take.
        Case(
            size: 31_744, compression: .zstd, said: .max, room: 33_554_432, permits: 67_108_864),
        Case(size: 300, compression: .xz, said: 9_000_000, room: 9_000_000, permits: 18_000_000),
        // Says nothing.
        Case(size: 3, compression: .bzip2, said: nil, room: 33_554_432, permits: 67_108_864),
        Case(size: 3, said: nil, room: 33_554_432, permits: 67_108_864),
    ])
    func `reckons with what a file says that it unpacks to`(file: Case) {
        let weight = SpoolWeight(
            size: file.size, said: file.said, of: file.compression, limit: Self.limit)
        #expect(weight.room == file.room)
        #expect(weight.permits == file.permits)
    }

    @Test(arguments: [
        (5_242_880, 10_485_760), (1_048_576, 2_097_152), (300_000, 2_097_152),
        (150_000, 1_462_144), (8_192, 327_680), (0, 262_144),
    ])
    func `takes a file that is not compressed for what it is`(size: Int, permits: Int) {
        #expect(SpoolWeight(room: size).permits == permits)
    }
}
