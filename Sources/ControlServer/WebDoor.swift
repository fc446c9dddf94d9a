import ControlProtocol

/// Who makes the pages of the web. The server guards the door; what is shown is not its business.
public protocol WebDoor: Sendable {
    /// - Throws: `ControlFailure`, which becomes a page of its own.
    func page(_ request: WebRequest) async throws -> WebPage
    /// Why there is no page.
    func problem(_ failure: ControlFailure) -> WebPage
}

/// What a browser asks for, percent-decoded.
public struct WebRequest: Sendable, Equatable {
    public var segments: [String]
    public var query: [String: String]

    public init(segments: [String], query: [String: String] = [:]) {
        self.segments = segments
        self.query = query
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
