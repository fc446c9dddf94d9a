import Foundation

/// The built stand-in for a worker (Tests/CageProbe), under a name that says how it misbehaves.
final class ProbeProgram {
    let path: String
    private let folder: URL

    init(_ name: String) throws {
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("probe-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let link = folder.appendingPathComponent(name)
        try FileManager.default.createSymbolicLink(
            at: link, withDestinationURL: try ProbeProgram.built("cageprobe"))
        path = link.path
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A built program: it lies beside the test bundle, which `swift test` has its own helper load.
    static func built(_ name: String) throws -> URL {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().path
        let folders = ([own] + CommandLine.arguments).map {
            URL(fileURLWithPath: $0).deletingLastPathComponent()
        }
        let found = folders.map { $0.appendingPathComponent(name) }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { throw CocoaError(.fileNoSuchFile) }
        return found
    }
}
