import LinuxIO

/// The store's folder, and where in it things lie. Paths are relative to it.
final class StoreFiles: Sendable {
    static let catalogue = "catalogue.sqlite"
    static let lock = ".lock"
    /// The folders that make up a store: what is copied of it, and what is put back. In the order of copying: an article
    /// that is superseded meanwhile is looked for among the superseded again; what the log of evidence lacks then, it is
    /// given when the copy is opened.
    static let folders = [
        ProofLog.folder, "sightings", "superseded", "articles", "originals", "forgotten",
    ]
    /// Names that begin so are being written; after a crash they are rubbish.
    static let temporaryPrefix = ".tmp-"
    /// No file of the store that is read whole is larger: bytes.
    static let largestFile = 256 << 20

    let root: Directory
    /// The log of evidence; nil where none is kept.
    let proof: ProofLog?

    /// - Parameter proof: a log of evidence to begin where there is none; one that is there is kept up in any case.
    init(at path: String, proof: ProofLog? = nil) throws(SystemError) {
        root = try Directory(creating: path)
        if proof != nil { try root.makeDirectory(ProofLog.folder) }
        let isKept = try root.status(of: FileName(ProofLog.path)) != nil
        self.proof = proof ?? (isKept ? ProofLog() : nil)
        for name in ["articles", "superseded", "originals", "sightings"] {
            try root.makeDirectory(name)
        }
    }

    /// Opens a store that exists, without making anything.
    init(existing path: String) throws(SystemError) {
        root = try Directory(at: path)
        proof = nil
    }

    static func original(_ sha: String) -> String { "originals/\(sha.prefix(2))/\(sha).gz" }

    /// Where a file lies that was forgotten.
    static func forgotten(_ path: String) -> String { "forgotten/" + path }

    static func sightings(of month: Substring) -> String { "sightings/\(month).jsonl" }

    /// The folder of a path: all before its last slash.
    static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }

    /// The name of a file in its folder: all behind the path's last slash.
    static func name(of path: String) -> Substring {
        // By bytes: each start asks it of every file of the store.
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[path.utf8.index(after: $0)...] }
            ?? path[...]
    }

    func exists(_ path: String) throws(SystemError) -> Bool {
        try root.status(of: path) != nil
    }

    /// Nanoseconds since 1970; 0 where there is no file.
    func modified(_ path: String) throws(SystemError) -> Int64 {
        try root.status(of: path)?.modified ?? 0
    }

    func read(_ path: String) throws(SystemError) -> [UInt8] {
        try root.openFile(path).readAll(limit: Self.largestFile)
    }

    /// Whether a path is of a file that is being written, or was when the last run ended.
    static func isTemporary(_ path: String) -> Bool {
        name(of: path).utf8.starts(with: temporaryPrefix.utf8)
    }

    /// Whether a path beneath superseded/ is of a file kept for people to look at, not of a revision: what the catalogue
    /// knows has one dot in its name.
    static func isAside(_ path: String) -> Bool {
        path.hasPrefix("superseded/")
            && name(of: path).utf8.count { $0 == UInt8(ascii: ".") } > 1
    }

    /// The file of an article put aside: "superseded/2021/10/title-3f2a9c1e.WHY.md"; a number is put behind WHY where
    /// that is taken.
    static func aside(
        _ path: String, _ why: String, isTaken: (String) throws -> Bool
    ) rethrows -> String {
        let inside = path.drop { $0 != "/" }
        let stem = "superseded" + (inside.hasSuffix(".md") ? inside.dropLast(3) : inside)
        var number = 1
        while true {
            let name = "\(stem).\(why)\(number == 1 ? "" : "-\(number)").md"
            if try !isTaken(name) { return name }
            number += 1
        }
    }

    /// All files beneath a folder, at most three folders deep, in order. Folders whose names begin with a dot are some
    /// program's own (.obsidian, .git), and so are left alone. `passed` is told what else was not looked at, and why.
    func files(
        under folder: String, depth: Int = 3,
        passed: (_ path: String, _ why: String) throws -> Void = { _, _ in },
        _ body: (String) throws -> Void
    ) throws {
        guard try root.status(of: folder)?.kind == .directory else { return }
        let directory = try root.directory(folder)
        var names: [(name: String, isFolder: Bool)] = []
        var strange = 0
        for entry in try directory.entries() {
            guard let name = String(validating: entry.name.bytes, as: UTF8.self) else {
                strange += 1
                continue
            }
            names.append((name, try directory.kind(of: entry) == .directory))
        }
        if strange > 0 { try passed(folder, "\(strange) names in it are not UTF-8") }
        for (name, isFolder) in names.sorted(by: { $0.name < $1.name }) {
            let path = folder + "/" + name
            if !isFolder {
                try body(path)
            } else if !name.hasPrefix(".") {
                guard depth > 0 else {
                    try passed(path, "the folder lies too deep")
                    continue
                }
                try files(under: path, depth: depth - 1, passed: passed, body)
            }
        }
    }

    /// A folder and those beneath it, as `files(under:)` goes through them.
    func folders(
        under folder: String, depth: Int = 3, _ body: (String) -> Void
    ) throws(SystemError) {
        guard let status = try root.status(of: folder), status.kind == .directory else { return }
        body(folder)
        // A folder with two links holds no other (ext4, XFS, tmpfs): its thousands of names need not be read. Where a file
        // system does not count so, it says 1 of all.
        guard depth > 0, status.links != 2 else { return }
        let directory = try root.directory(folder)
        for entry in try directory.entries() {
            guard let name = String(validating: entry.name.bytes, as: UTF8.self),
                !name.hasPrefix("."), try directory.kind(of: entry) == .directory
            else { continue }
            try folders(under: folder + "/" + name, depth: depth - 1, body)
        }
    }
}
