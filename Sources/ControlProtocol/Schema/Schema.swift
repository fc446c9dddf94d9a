/// What a value of the interface may be: the part of JSON Schema (2020-12) that the wire types need.
///
/// A schema is a promise to those who read replies and a limit to those who send bodies. Objects of replies may get
/// more keys in later versions; bodies may have no others.
public struct Schema: Sendable, Equatable {
    public indirect enum Kind: Sendable, Equatable {
        case string, integer, number, boolean
        case array(Schema)
        /// Any keys, each with a value of one kind.
        case map(Schema)
        /// - Parameter name: what it is called in the document; nil where it stands in its place.
        case object(name: String?, [Field])
        /// One of several kinds, where a single one does not say all.
        case either([Schema])
    }

    /// A key of an object.
    public struct Field: Sendable, Equatable {
        public var name: String
        public var schema: Schema
        /// Whether it is never absent.
        public var isRequired: Bool

        public init(_ name: String, _ schema: Schema, isRequired: Bool = true) {
            self.name = name
            self.schema = schema
            self.isRequired = isRequired
        }
    }

    public var kind: Kind
    public var isNullable = false
    /// date-time, uri …
    public var format: String?
    /// The only words that it may be; none for any.
    public var choices: [String] = []
    public var minimum: Int?
    public var maximum: Int?
    /// A regular expression (ECMA-262) that fits the whole text; of a map, its keys.
    public var pattern: String?
    /// Of an array, its items; of text, its characters.
    public var longest: Int?
    public var note: String

    public init(_ kind: Kind, _ note: String = "") {
        self.kind = kind
        self.note = note
    }

    /// The same, or null.
    public var orNull: Schema { with { $0.isNullable = true } }

    public func with(_ change: (inout Schema) -> Void) -> Schema {
        var copy = self
        change(&copy)
        return copy
    }

    public static func text(_ note: String = "", format: String? = nil) -> Schema {
        Schema(.string, note).with { $0.format = format }
    }

    /// RFC 3339, UTC.
    public static func time(_ note: String = "") -> Schema { .text(note, format: "date-time") }

    /// Text that a regular expression (ECMA-262) says all of: it is to fit the whole text.
    public static func text(_ note: String = "", like pattern: String) -> Schema {
        Schema(.string, note).with { $0.pattern = "^(?:\(pattern))$" }
    }

    /// One of several kinds.
    public static func either(_ kinds: [Schema], _ note: String = "") -> Schema {
        Schema(.either(kinds), note)
    }

    /// One of a few words.
    public static func choice(_ words: [String], _ note: String = "") -> Schema {
        Schema(.string, note).with { $0.choices = words }
    }

    /// A number of things, never below `minimum`.
    public static func count(_ note: String = "", from minimum: Int = 0) -> Schema {
        Schema(.integer, note).with { $0.minimum = minimum }
    }

    /// 0 to 1.
    public static func share(_ note: String = "") -> Schema {
        Schema(.number, note).with {
            $0.minimum = 0
            $0.maximum = 1
        }
    }

    public static func flag(_ note: String = "") -> Schema { Schema(.boolean, note) }

    public static func list(of item: Schema, _ note: String = "") -> Schema {
        Schema(.array(item), note)
    }

    /// An object with a name of its own in the document.
    public static func object(_ name: String, _ fields: [Field], _ note: String = "") -> Schema {
        Schema(.object(name: name, fields), note)
    }

    /// An object that stands in its place.
    public static func object(_ fields: [Field]) -> Schema {
        Schema(.object(name: nil, fields))
    }

    /// A part of a list, as every list of the interface is.
    public static func page(of item: Schema) -> Schema {
        let name: String? =
            if case .object(let name?, _) = item.kind { name + "Page" } else { nil }
        let fields = [
            Field("items", .list(of: item)),
            Field("next", .text("Go on with ?cursor=; null at the end.").orNull),
            Field(
                "total", .count("Items of all pages; null where that costs too much.").orNull),
            Field("dropped", .count("Older items that were let go for good.").orNull),
            Field(
                "since", .text("Where a reader that follows the store goes on (?since=).").orNull
            ),
        ]
        return Schema(.object(name: name, fields))
    }
}

/// A wire type whose shape is written down.
public protocol Described {
    static var schema: Schema { get }
}
