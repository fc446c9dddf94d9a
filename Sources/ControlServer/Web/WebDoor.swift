import ControlProtocol

/// Who makes the pages of the web. The server guards the door; what is shown is not its business.
public protocol WebDoor: Sendable {
    /// - Throws: `ControlFailure`, which becomes a page of its own.
    func page(_ request: WebRequest) async throws -> WebPage
    /// Does what a button stands for. The guard has made sure that who pressed it signed in, on a page of ours.
    ///
    /// - Throws: `ControlFailure`.
    func act(_ request: WebRequest) async throws -> WebDone
    /// Why there is no page.
    func problem(_ failure: ControlFailure) -> WebPage
}

/// What a browser asks for, percent-decoded.
public struct WebRequest: Sendable, Equatable {
    public var segments: [String]
    public var query: [String: String]
    /// Whether somebody may sign in to steer.
    public var canSignIn: Bool
    /// Who did; nil where nobody.
    public var visitor: WebVisitor?

    public init(
        segments: [String], query: [String: String] = [:], canSignIn: Bool = false,
        visitor: WebVisitor? = nil
    ) {
        self.segments = segments
        self.query = query
        self.canSignIn = canSignIn
        self.visitor = visitor
    }
}

/// What a button did.
public struct WebDone: Sendable, Equatable {
    /// In words.
    public var message: String
    /// The page to show next: a path of ours.
    public var next: String

    public init(message: String, next: String) {
        self.message = message
        self.next = next
    }
}

/// A page, or what belongs to one.
public struct WebPage: Sendable, Equatable {
    /// Its media type.
    public var type: String
    public var bytes: [UInt8]
    /// Whether a browser may keep it, and ask whether it still holds.
    public var isSteady: Bool

    public init(type: String, bytes: [UInt8], isSteady: Bool = false) {
        self.type = type
        self.bytes = bytes
        self.isSteady = isSteady
    }

    public static func html(_ text: String) -> WebPage {
        WebPage(type: "text/html; charset=utf-8", bytes: Array(text.utf8))
    }
}
