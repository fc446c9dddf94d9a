/// How many files are in each queue; those left alone for their names are not counted.
public struct SpoolCounts: Sendable, Codable, Equatable {
    public var incoming = 0
    public var active = 0
    public var deferred = 0
    public var corrupt = 0
    public var hold = 0

    public init() {}

    public subscript(queue: SpoolQueue) -> Int {
        get {
            switch queue {
            case .incoming: incoming
            case .active: active
            case .deferred: deferred
            case .corrupt: corrupt
            case .hold: hold
            case .done: 0
            }
        }
        set {
            switch queue {
            case .incoming: incoming = newValue
            case .active: active = newValue
            case .deferred: deferred = newValue
            case .corrupt: corrupt = newValue
            case .hold: hold = newValue
            case .done: break
            }
        }
    }
}
