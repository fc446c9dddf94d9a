import FoundationEssentials

/// What has a shape of its own on the disk, a JSON object, whatever the model looks like.
///
/// A field that is missing keeps the value of `blank`: rows of earlier versions are read. One that is not known is
/// passed over: so are those of later versions. One that cannot be read keeps the value of `blank` too, and is told of.
protocol StoredShape: Sendable {
    static var fields: [StoredField<Self>] { get }
    /// The names of those without which the object says nothing.
    static var needed: Set<String> { get }
    static var blank: Self { get }
}

/// The name of a field, whatever it is.
struct StoredName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}

/// One field of a row's JSON: what it is called on the disk, and where it belongs in the model.
struct StoredField<Model: Sendable>: Sendable {
    typealias Source = KeyedDecodingContainer<StoredName>
    typealias Target = KeyedEncodingContainer<StoredName>

    let name: String
    /// Says what was wrong with it within, or throws where it cannot be read at all.
    let read: @Sendable (Source, StoredName, inout Model) throws -> [String]
    let write: @Sendable (Model, StoredName, inout Target) throws -> Void

    private init(
        name: String,
        read: @escaping @Sendable (Source, StoredName, inout Model) throws -> [String],
        write: @escaping @Sendable (Model, StoredName, inout Target) throws -> Void
    ) {
        self.name = name
        self.read = read
        self.write = write
    }

    init<Value: Codable & Sendable>(
        _ name: String, _ path: WritableKeyPath<Model, Value> & Sendable
    ) {
        self.init(
            name: name,
            read: { source, key, model in
                model[keyPath: path] = try Self.plausible(source.decode(Value.self, forKey: key))
                return []
            },
            write: { model, key, target in try target.encode(model[keyPath: path], forKey: key) })
    }

    init<Value: Codable & Sendable>(
        _ name: String, _ path: WritableKeyPath<Model, Value?> & Sendable
    ) {
        self.init(
            name: name,
            read: { source, key, model in
                model[keyPath: path] = try source.decodeIfPresent(Value.self, forKey: key)
                    .map(Self.plausible)
                return []
            },
            write: { model, key, target in
                try target.encodeIfPresent(model[keyPath: path], forKey: key)
            })
    }

    init<Value: StoredShape>(
        shape name: String, _ path: WritableKeyPath<Model, Value> & Sendable
    ) {
        self.init(
            name: name,
            read: { source, key, model in
                let stored = try source.decode(Stored<Value>.self, forKey: key)
                model[keyPath: path] = stored.model
                return stored.faults
            },
            write: { model, key, target in
                try target.encode(Stored(model[keyPath: path]), forKey: key)
            })
    }

    init<Value: StoredShape>(
        shape name: String, _ path: WritableKeyPath<Model, Value?> & Sendable
    ) {
        self.init(
            name: name,
            read: { source, key, model in
                let stored = try source.decodeIfPresent(Stored<Value>.self, forKey: key)
                model[keyPath: path] = stored?.model
                return stored?.faults ?? []
            },
            write: { model, key, target in
                try target.encodeIfPresent(model[keyPath: path].map(Stored.init), forKey: key)
            })
    }

    init<Value: StoredShape>(
        shapes name: String, _ path: WritableKeyPath<Model, [Value]> & Sendable
    ) {
        self.init(
            name: name,
            read: { source, key, model in
                let stored = try source.decode([Stored<Value>].self, forKey: key)
                model[keyPath: path] = stored.map(\.model)
                return stored.flatMap(\.faults)
            },
            write: { model, key, target in
                try target.encode(model[keyPath: path].map(Stored.init), forKey: key)
            })
    }

    /// Numbers and times that nothing can be reckoned with are none.
    private static func plausible<Value>(_ value: Value) throws -> Value {
        let isPlausible =
            switch value {
            case let number as Double: StoredBounds.number.contains(number)
            case let number as Int: StoredBounds.count.contains(number)
            case let time as Date: StoredBounds.time.contains(time.timeIntervalSince1970)
            default: true
            }
        guard isPlausible else { throw StoredFault(what: "its value is out of range") }
        return value
    }
}

/// What a row may hold.
enum StoredBounds {
    /// Seconds, some 30,000 years.
    static let number = -1e12...1e12
    static let count = 0...1_000_000_000_000
    /// Seconds since 1970: the years 1 to 9999, which alone have a form in RFC 3339.
    static let time = -62_135_596_800.0...253_402_300_799.0
    /// Stands for a time that is not known; within `time`.
    static let noTime = Date(timeIntervalSince1970: 0)
}

struct StoredFault: Error {
    let what: String
}
