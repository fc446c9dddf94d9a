import LinuxIO

/// The store's folder, and where in it things lie. Paths are relative to it.
final class StoreFiles: Sendable {
    static let catalogue = "catalogue.sqlite"
    static let lock = ".lock"
    /// Names that begin so are being written; after a crash they are rubbish.
    static let temporaryPrefix = ".tmp-"
    /// No file of the store that is read whole is larger: bytes.
    static let largestFile = 256 << 20

    let root: Directory

    init(at path: String) throws(SystemError) {
        root = try Directory(creating: path)
        for name in ["articles", "superseded", "originals", "sightings"] {
            try root.makeDirectory(name)
        }
    }

    /// Opens a store that exists, without making anything.
    init(existing path: String) throws(SystemError) {
        root = try Directory(at: path)
    }

    static func original(_ sha: String) -> String { "originals/\(sha.prefix(2))/\(sha).gz" }

    static func sightings(of month: Substring) -> String { "sightings/\(month).jsonl" }

    /// The folder of a path: all before its last slash.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    }

    func exists(_ path: String) throws(SystemError) -> Bool {
        try root.status(of: path) != nil
    }

    func read(_ path: String) throws(SystemError) -> [UInt8] {
        try root.openFile(path).readAll(limit: Self.largestFile)
    }

    /// Whether a path is of a file that is being written, or was when the last run ended.
    static func isTemporary(_ path: String) -> Bool {
        path.dropFirst(folder(of: path).count + 1).hasPrefix(temporaryPrefix)
    }

    /// All files beneath a folder, at most three folders deep, in order. What has a dot in its name is a file.
    func files(under folder: String, depth: Int = 3, _ body: (String) throws -> Void) throws {
        guard try root.status(of: folder)?.kind == .directory else { return }
        for name in try root.directory(folder).names().names.sorted() {
            let path = folder + "/" + name
            if name.contains(".") {
                try body(path)
            } else if depth > 0 {
                try files(under: path, depth: depth - 1, body)
            }
        }
    }
}
