/// How far filing came with a document of several parts, as a list of addresses is: kept with the file over retries, so
/// that no part is taken twice.
public struct SpoolProgress: Sendable, Codable, Equatable {
    /// A part that will not work.
    public struct Refused: Sendable, Codable, Equatable {
        public var address: String
        public var why: String

        public init(address: String, why: String) {
            self.address = address
            self.why = why
        }
    }

    /// Fingerprints of the parts that are filed.
    public private(set) var done: Set<String> = []
    public private(set) var refused: [Refused] = []
    /// Fingerprints of those that are refused: a list may have a million lines.
    private var refusedKeys: Set<String> = []
    /// How many workers died of a part alone, by its fingerprint.
    private var deaths: [String: Int] = [:]

    public init() {}

    enum CodingKeys: String, CodingKey {
        case done, refused, deaths
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        done = try container.decodeIfPresent(Set<String>.self, forKey: .done) ?? []
        refused = try container.decodeIfPresent([Refused].self, forKey: .refused) ?? []
        refusedKeys = Set(refused.map { SpoolProgress.key($0.address) })
        deaths = try container.decodeIfPresent([String: Int].self, forKey: .deaths) ?? [:]
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        if !done.isEmpty { try container.encode(done.sorted(), forKey: .done) }
        if !refused.isEmpty { try container.encode(refused, forKey: .refused) }
        if !deaths.isEmpty { try container.encode(deaths, forKey: .deaths) }
    }

    public var isEmpty: Bool { done.isEmpty && refused.isEmpty && deaths.isEmpty }

    /// Whether nothing is left to do for an address.
    public func isOver(_ address: String) -> Bool {
        let key = SpoolProgress.key(address)
        return done.contains(key) || refusedKeys.contains(key)
    }

    public mutating func note(done address: String) {
        done.insert(SpoolProgress.key(address))
    }

    public mutating func note(refused address: String, why: String) {
        refused.append(Refused(address: address, why: why))
        refusedKeys.insert(SpoolProgress.key(address))
    }

    /// - Returns: how many workers have died of this part by now.
    public mutating func noteDeath(of address: String) -> Int {
        let count = deaths[SpoolProgress.key(address), default: 0] + 1
        deaths[SpoolProgress.key(address)] = count
        return count
    }

    /// Only what did not work.
    public var refusals: SpoolProgress? {
        var result = SpoolProgress()
        result.refused = refused
        result.refusedKeys = refusedKeys
        return result.isEmpty ? nil : result
    }

    private static func key(_ address: String) -> String {
        ContentFingerprint.of(Array(address.utf8))
    }
}
