import Foundation

/// The built programs, which lie beside the test bundle.
enum Programs {
    static var folder: URL {
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
    }

    /// Where the bundle itself lies: under `swift test` the running program is the toolchain's own helper.
    /// BRIEFD_PROGRAMS names another folder, for a release build.
    static func path(of name: String) -> String {
        // One of the system's.
        if name.hasPrefix("/") { return name }
        let named = ProcessInfo.processInfo.environment["BRIEFD_PROGRAMS"]
        let candidates =
            (named.map { [URL(fileURLWithPath: $0)] } ?? []) + [folder]
            + CommandLine.arguments.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
        for candidate in candidates {
            let path = candidate.appendingPathComponent(name).path
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        return folder.appendingPathComponent(name).path
    }
}

/// What a program did that was run to its end.
struct Finished {
    var status: Int32
    var output: String
    var errors: String
}

/// Runs a program to its end; kills it after `limit` seconds. Waits without keeping one of the few threads that all
/// tests share.
func run(
    _ program: String, _ arguments: [String], input: String? = nil, limit: Double = 120
) async throws -> Finished {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Programs.path(of: program))
    process.arguments = arguments
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(
        "out-" + UUID().uuidString)
    let errors = output.appendingPathExtension("err")
    try Data().write(to: output)
    try Data().write(to: errors)
    defer {
        try? FileManager.default.removeItem(at: output)
        try? FileManager.default.removeItem(at: errors)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let pipe = Pipe()
    process.standardInput = input == nil ? FileHandle.nullDevice : pipe
    try process.run()
    if let input {
        try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipe.fileHandleForWriting.close()
    }
    _ = await waitUntil(limit: limit) { !process.isRunning }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return Finished(
        status: process.terminationReason == .exit ? process.terminationStatus : -1,
        output: try String(contentsOf: output, encoding: .utf8),
        errors: try String(contentsOf: errors, encoding: .utf8))
}
