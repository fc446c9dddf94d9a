import FoundationEssentials

/// What is remembered of a file in a watched folder where files are left.
public struct WatchRecord: Sendable, Codable, Equatable {
    public enum State: String, Sendable, Codable {
        case filed
        /// Will not work; tried again only when the file changes.
        case failed
        /// Put off until `retryAt`.
        case deferred
    }

    /// `WatchFolder.path`.
    public var folder: String
    /// Beneath the folder, printable (`FileName.printable`). Folder and path together are the key.
    public var path: String
    /// Bytes.
    public var size: Int
    /// Nanoseconds since 1970.
    public var modified: Int64
    /// Of the whole content; empty where it was never read.
    public var fingerprint: String
    public var state: State
    public var attempts: Int
    public var retryAt: Date?
    public var workerDeaths: Int
    /// Why it failed or was put off.
    public var why: String?
    /// Of a list of addresses.
    public var progress: SpoolProgress?

    public init(
        folder: String, path: String, size: Int, modified: Int64, fingerprint: String = "",
        state: State, attempts: Int = 0, retryAt: Date? = nil, workerDeaths: Int = 0,
        why: String? = nil, progress: SpoolProgress? = nil
    ) {
        self.folder = folder
        self.path = path
        self.size = size
        self.modified = modified
        self.fingerprint = fingerprint
        self.state = state
        self.attempts = attempts
        self.retryAt = retryAt
        self.workerDeaths = workerDeaths
        self.why = why
        self.progress = progress
    }

    enum CodingKeys: String, CodingKey {
        case folder, path, size, modified, fingerprint, state, attempts, retryAt, workerDeaths, why,
            progress
    }

    /// Records of earlier versions lack what came later.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        folder = try values.decode(String.self, forKey: .folder)
        path = try values.decode(String.self, forKey: .path)
        size = try values.decode(Int.self, forKey: .size)
        modified = try values.decode(Int64.self, forKey: .modified)
        fingerprint = try values.decodeIfPresent(String.self, forKey: .fingerprint) ?? ""
        state = try values.decode(State.self, forKey: .state)
        attempts = try values.decodeIfPresent(Int.self, forKey: .attempts) ?? 0
        retryAt = try values.decodeIfPresent(Date.self, forKey: .retryAt)
        workerDeaths = try values.decodeIfPresent(Int.self, forKey: .workerDeaths) ?? 0
        why = try values.decodeIfPresent(String.self, forKey: .why)
        progress = try values.decodeIfPresent(SpoolProgress.self, forKey: .progress)
    }
}
