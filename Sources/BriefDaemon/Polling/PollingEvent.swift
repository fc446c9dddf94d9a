/// Something that happened while polling, for events and errors of the status.
public struct PollingEvent: Sendable, Equatable {
    public var kind: EventKind
    /// The id of the article, else of the feed, else the host.
    public var subject: String
    public var what: String

    init(_ kind: EventKind, subject: String, what: String) {
        self.kind = kind
        self.subject = subject
        self.what = what
    }
}
