import FoundationEssentials

/// All that is remembered of one feed between two polls.
///
/// A value of one word: the record lies in a box, which is copied when it is changed while another value holds it.
/// There are many feeds, each is in many hands, and a task that waits keeps what it has in hand.
@dynamicMemberLookup
public struct FeedState: Sendable, Equatable {
    public enum Condition: String, Sendable, Codable {
        case ok
        /// From the first error on.
        case failing
        /// By an operator.
        case paused
        /// The server said so (410).
        case gone
        /// It moved to the address of another subscription.
        case merged
    }

    /// Only ever written to while one value holds it: then nobody else can look.
    @usableFromInline
    final class Box: @unchecked Sendable {
        @usableFromInline var record: FeedRecord

        @usableFromInline
        init(_ record: FeedRecord) { self.record = record }
    }

    @usableFromInline var box: Box

    public init(url: String, nextDue: Date) {
        box = Box(FeedRecord(url: url, nextDue: nextDue))
    }

    init(_ record: FeedRecord) { box = Box(record) }

    public static func == (one: FeedState, other: FeedState) -> Bool {
        one.box === other.box || one.box.record == other.box.record
    }

    @inlinable
    public subscript<Value>(dynamicMember path: WritableKeyPath<FeedRecord, Value>) -> Value {
        get { box.record[keyPath: path] }
        set {
            if !isKnownUniquelyReferenced(&box) { box = Box(box.record) }
            box.record[keyPath: path] = newValue
        }
    }
}
