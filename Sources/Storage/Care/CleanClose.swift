import LinuxIO

/// What a store looked like when it was closed with nothing left to mend: its catalogue, and the folders of its articles.
/// As long as all of them look so, no file came to be, went or got another name since, by briefd or by hand.
///
/// Kept as lines of text: inode, size, times of change of content and of the rest (nanoseconds since 1970), path.
enum CleanClose {
    private static let name = ".closed"
    private static let temporary = StoreFiles.temporaryPrefix + "closed"
    /// Another version of the catalogue looks at the whole store once.
    private static let heading = "briefd \(Schema.version)"
    private static let log = StoreFiles.catalogue + "-wal"

    /// Writes the note, durably. Not where the catalogue is in use still, by somebody who reads it.
    static func note(in files: StoreFiles) throws(SystemError) {
        guard try isAtRest(files) else { return }
        var lines = [heading]
        for path in try [StoreFiles.catalogue] + folders(in: files) {
            guard let line = try line(path, files) else { return }
            lines.append(line)
        }
        let text = lines.map { $0 + "\n" }.joined()
        try files.root.replace(
            FileName(name), with: Array(text.utf8), by: FileName(temporary), isSynced: true)
        try files.root.sync()
    }

    /// Takes the note away, durably, before anything is written to the store. Says whether all is as it has it.
    static func take(from files: StoreFiles) throws(SystemError) -> Bool {
        guard try files.exists(name) else { return false }
        let holds = try holds(in: files)
        try files.root.remove(name)
        try files.root.sync()
        return holds
    }

    private static func holds(in files: StoreFiles) throws(SystemError) -> Bool {
        let text = String(decoding: try files.read(name), as: UTF8.self)
        let lines = text.split(separator: "\n")
        guard lines.first == heading[...], lines.count > 1, try isAtRest(files) else {
            return false
        }
        for line in lines.dropFirst() {
            let path = line.split(separator: " ", maxSplits: 4, omittingEmptySubsequences: false)
                .last
            guard let path, try self.line(String(path), files) == String(line) else { return false }
        }
        return true
    }

    /// Whether all of the catalogue stands in its one file.
    private static func isAtRest(_ files: StoreFiles) throws(SystemError) -> Bool {
        try files.root.status(of: log).map { $0.size == 0 } ?? true
    }

    private static func line(_ path: String, _ files: StoreFiles) throws(SystemError) -> String? {
        guard let status = try files.root.status(of: path) else { return nil }
        return "\(status.inode) \(status.size) \(status.modified) \(status.changed) \(path)"
    }

    private static func folders(in files: StoreFiles) throws(SystemError) -> [String] {
        var found: [String] = []
        for folder in StoreComparison.folders {
            try files.folders(under: folder) { found.append($0) }
        }
        return found
    }
}
