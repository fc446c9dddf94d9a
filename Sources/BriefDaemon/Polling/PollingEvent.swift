/// Something that happened while polling, for events and errors of the status.
public struct PollingEvent: Sendable, Equatable {
    public var kind: EventKind
    /// Of an article its id, of a feed its URL as configured, else the host.
    public var subject: String
    public var what: String

    init(_ kind: EventKind, subject: String, what: String) {
        self.kind = kind
        self.subject = subject
        self.what = what
    }
}
