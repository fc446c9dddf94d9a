/// Whom a page is made for: somebody who looks, or somebody who signed in to steer.
public struct Visit: Sendable, Equatable {
    /// Whether there is a way to sign in.
    public var canSignIn: Bool
    /// Stands in every form; nil where nobody signed in.
    public var formKey: String?
    /// What was done last.
    public var message: String?

    public init(canSignIn: Bool = false, formKey: String? = nil, message: String? = nil) {
        self.canSignIn = canSignIn
        self.formKey = formKey
        self.message = message
    }

    /// For looking only.
    public static let looking = Visit()

    /// A button that does one thing; nothing where nobody signed in.
    ///
    /// - Parameter about: what it is done to, for those who hear the page and not its row.
    func button(_ words: StaticString, _ place: Place, about: String) -> Markup {
        guard let formKey else { return .nothing }
        return .tag(
            "form", [.css("act"), .init("method", "post"), .init("action", place.address)],
            [
                Self.hidden(formKey),
                .tag(
                    "button", [.label(.text("\(words)") + " " + .text(about, limit: 24))],
                    [.text("\(words)")]),
            ])
    }

    /// In the way around: to sign in, or out.
    var door: Markup {
        if let formKey {
            return .tag(
                "form", [.css("act"), .init("method", "post"), .init("action", "/logout")],
                [Self.hidden(formKey), .tag("button", [], ["Sign out"])])
        }
        return canSignIn ? .link(.login, "Sign in") : .nothing
    }

    /// What was done last, on top of the page.
    var notice: Markup {
        guard let message else { return .nothing }
        return .tag(
            "p", [.css("verdict"), .init("role", "status")], [.text(message, limit: 600)])
    }

    private static func hidden(_ formKey: String) -> Markup {
        .void("input", [.init("type", "hidden"), .init("name", "key"), .init("value", formKey)])
    }
}

/// A page of the house: made for whoever looks.
public protocol HousePage: Sendable {
    var visit: Visit { get set }
    var html: String { get }
}

extension HousePage {
    /// The same, made for somebody.
    public func shown(to visit: Visit) -> Self {
        var page = self
        page.visit = visit
        return page
    }
}

/// Where the token is asked for.
public struct LoginPage: Sendable {
    public init() {}

    public var html: String {
        Frame(room: nil, title: "Sign in").page([
            .tag("h1", [], ["Sign in"]),
            .tag(
                "form", [.init("method", "post"), .init("action", "/login")],
                [
                    .tag("label", [.init("for", "token")], ["The token of [web]"]),
                    .void(
                        "input",
                        [
                            .init("id", "token"), .init("name", "token"),
                            .init("type", "password"),
                            .init("autocomplete", "current-password"), .init("required", ""),
                        ]),
                    .tag("button", [], ["Sign in"]),
                ]),
            .tag(
                "p", [.css("meek")],
                [
                    "It is in the file ", .tag("code", [], ["web-token"]),
                    " of the state folder, or the systemd credential of that name.",
                ]),
        ])
    }
}
