import BriefModel
import LinuxIO

/// A document named on the command line or in a batch: a path, or "-" for standard input.
enum InputFile {
    /// Bytes; what briefd itself would never take is not read here either.
    static let limit = 256 << 20

    static func read(_ path: String) throws(Failure) -> [UInt8] {
        if path == "-" {
            guard let bytes = StandardStreams.readAll(limit: limit) else {
                throw .usage("standard input has more than \(limit) bytes; give less")
            }
            return bytes
        }
        let result: Result<(FileStatus.Kind, [UInt8]), SystemError> = Result {
            () throws(SystemError) in
            let file = try File(reading: path)
            let kind = try file.status().kind
            return (kind, kind == .file ? try file.readAll(limit: limit) : [])
        }
        switch result {
        case .success((.file, let bytes)): return bytes
        case .success:
            throw .notWell("\(path.printable) is not a regular file; name a document")
        case .failure(let error):
            throw .notWell("\(path.printable) cannot be read: \(error.reason); check the path")
        }
    }
}
