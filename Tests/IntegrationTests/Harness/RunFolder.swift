import Foundation

/// What all tests of a run share on disk, and what is gone when the run ends.
enum RunFolder {
    static let url = Result { try make() }

    private static func make() throws -> URL {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("bd-run-\(getpid())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        atexit {
            guard let folder = try? RunFolder.url.get() else { return }
            try? FileManager.default.removeItem(at: folder)
        }
        return folder
    }
}
