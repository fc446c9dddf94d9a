import FoundationEssentials
import LinuxIO

/// What runs of `verify` found lately, in the state folder, so that the status can tell of it: the latest run of each
/// part, and whole runs until their parts were all looked at anew.
public struct VerifyRecord: Sendable, Equatable, Codable {
    /// The file, beneath the state folder.
    public static let name = "verified.json"
    private static let largest = 4 << 20

    /// One run.
    public struct Run: Sendable, Equatable, Codable {
        /// Nil: of the whole store.
        public var part: VerifyPart?
        /// Seconds since 1970, when it ended.
        public var ended: Int64
        public var articles: Int
        public var originals: Int
        /// Things that are missing, damaged, unreadable or not known. Edits by hand are none of them.
        public var faults: Int
        public var first: VerifyReport.Finding?

        public init(_ report: VerifyReport, part: VerifyPart?, ended: Int64) {
            self.part = part
            self.ended = ended
            articles = report.articles
            originals = report.originals
            faults = report.faultCount
            first = report.findings.first { $0.kind != .edited }
        }
    }

    /// Earliest first.
    public private(set) var runs: [Run] = []

    public init() {}

    public var last: Run? { runs.last }
    public var faults: Int { runs.reduce(0) { $0 + $1.faults } }
    /// The first fault that is known of still, and when it was seen.
    public var firstFault: (finding: VerifyReport.Finding, seen: Int64)? {
        for run in runs {
            if let first = run.first { return (first, run.ended) }
        }
        return nil
    }

    /// Puts a run in the place of what it looked at anew.
    public mutating func add(_ run: Run) {
        guard let part = run.part else {
            runs = [run]
            return
        }
        runs.removeAll { $0.part == part }
        runs.append(run)
        // All parts of one division together are the whole store: what others found before them is outdated.
        if runs.count(where: { $0.part?.count == part.count }) == part.count {
            runs.removeAll { $0.part?.count != part.count }
        }
    }

    /// The part that was not looked at for longest.
    public func next(of count: Int) -> VerifyPart? {
        guard 1...VerifyPart.most ~= count else { return nil }
        var looked: [Int: Int] = [:]
        for (place, run) in runs.enumerated() where run.part?.count == count {
            if let part = run.part { looked[part.number] = place }
        }
        let number = (1...count).min { (looked[$0] ?? -1, $0) < (looked[$1] ?? -1, $1) }
        return number.flatMap { VerifyPart($0, of: count) }
    }

    /// What is kept in a state folder; empty where nothing is, or nothing that can be read.
    public static func read(in state: String) -> VerifyRecord {
        // Nothing is lost: the runs are made again, and a store that is damaged stays so.
        guard let folder = try? Directory(at: state),
            let bytes = try? folder.openFile(name).readAll(limit: largest),
            let record = try? JSONDecoder().decode(VerifyRecord.self, from: Data(bytes))
        else { return VerifyRecord() }
        return record
    }

    /// Keeps it in a state folder, for the service's account alone.
    public func write(in state: String) throws(StorageError) {
        try storing {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys]
            let folder = try Directory(at: state)
            try folder.replace(
                FileName(Self.name), with: Array(try encoder.encode(self)),
                by: FileName(StoreFiles.temporaryPrefix + Self.name), mode: 0o600, isSynced: true)
            try folder.sync()
        }
    }
}
