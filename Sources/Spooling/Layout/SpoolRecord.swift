import BriefModel
import FoundationEssentials
import Glibc
import LinuxIO

/// What is known of a file beside its bytes. It lies next to the file, as NAME.reason.json.
///
/// In corrupt/ it has the fields {file, since, code, what, why, next}; in deferred/ also `attempts` and
/// `retry_at`; in active/ it is written only when there is something to remember.
public struct SpoolRecord: Sendable, Equatable, Codable {
    /// The path beneath incoming/ under which the file was dropped, printable (`FileName.printable`).
    public var file: String
    /// RFC 3339: when the file came into this state.
    public var since: String
    public var code: String
    public var what: String
    public var why: String
    public var next: String
    /// How often filing was tried and put off since the file was dropped or an operator last had it tried.
    public var attempts: Int?
    /// How often it was tried before that.
    public var earlierAttempts: Int?
    /// RFC 3339.
    public var retryAt: String?
    /// How many workers died while they held this document alone.
    public var workerDeaths: Int?
    /// Of a list of addresses.
    public var progress: SpoolProgress?

    enum CodingKeys: String, CodingKey {
        case file, since, code, what, why, next, attempts, progress
        case earlierAttempts = "earlier_attempts"
        case retryAt = "retry_at"
        case workerDeaths = "worker_deaths"
    }

    init(file: FileName, since: Date, reason: SpoolReason) {
        self.file = file.printable
        self.since = since.rfc3339
        code = reason.code
        what = reason.what
        why = reason.why
        next = reason.next
    }

    var tries: Int { (attempts ?? 0) + (earlierAttempts ?? 0) }
    var path: FileName { FileName(printable: file) }
    var retryDate: Date? { retryAt.flatMap { Date(rfc3339: $0) } }

    static let suffix = ".reason.json"
    /// Bytes; a record has some hundred, that of a long list of addresses more, and anybody may write into these folders.
    private static let maximumSize = 8 << 20

    static func beside(_ name: FileName) -> FileName { name + suffix }

    /// The start of a record's name while it is being written.
    static let temporaryMark = ".reason."

    static func isRecord(_ name: FileName) -> Bool { name.bytes.ends(with: suffix.utf8) }

    /// The record under this name; nil where there is none, or none that can be read.
    static func read(_ name: FileName, in directory: borrowing Directory) -> SpoolRecord? {
        guard let file = try? directory.openFile(name) else { return nil }
        guard let status = try? file.status(), status.kind == .file else { return nil }
        guard let bytes = try? file.readAll(limit: maximumSize) else { return nil }
        return try? JSONDecoder().decode(SpoolRecord.self, from: Data(bytes))
    }

    /// Writes the record under this name, whole or not at all, and durably.
    func write(_ name: FileName, in directory: borrowing Directory) throws(SystemError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        guard let json = try? encoder.encode(self) else {
            throw SystemError(call: "encode", path: name.printable, errno: EINVAL)
        }
        let temporary = FileName(
            SpoolRecord.temporaryMark + "\(UInt64.random(in: 0 ... .max)).tmp")
        let file = try directory.createFile(temporary, mode: 0o640)
        do throws(SystemError) {
            try file.write(Array(json) + [UInt8(ascii: "\n")])
            try file.sync()
            try directory.rename(temporary, to: name)
        } catch {
            try? directory.remove(temporary)
            throw error
        }
    }
}

extension Collection where Element: Equatable {
    /// Whether the collection ends with these elements.
    func ends(with end: some Collection<Element>) -> Bool { suffix(end.count).elementsEqual(end) }
}
