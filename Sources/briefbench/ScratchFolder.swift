import Foundation

/// Where a measurement writes what is thrown away.
enum ScratchFolder {
    /// A path of its own, at which nothing is yet.
    static func path() -> URL {
        FileManager.default.temporaryDirectory.appendingPathComponent(
            "briefbench-\(UInt64.random(in: .min ... .max))")
    }
}
