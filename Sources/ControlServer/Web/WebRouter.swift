import BriefModel
import ControlProtocol

/// The guard of the web's door: no foreign name, nothing in a page may run or load, and who steers has signed in and pressed a
/// button of ours.
struct WebRouter: Answering {
    let door: any WebDoor
    /// Names by which a browser may call it, lower case, with their ports; none: whatever a proxy lets through.
    let hosts: Set<String>
    /// nil where the pages are for looking only.
    var gate: WebGate?

    /// What a browser is told of every page (CSP3, Fetch, HTML). Styles are ours and nothing else is loaded. Our own pages are
    /// told of as the source of a form, or a browser would hide that it is one of ours.
    static let fields = [
        "Content-Security-Policy":
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    ]

    /// The names of a loopback port: a page of another name that leads here by its DNS (rebinding) does not get in.
    static func names(port: Int, _ more: [String]) -> Set<String> {
        let own = ["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port)" }
        return Set(own + more.map { $0.lowercased() })
    }

    /// All pages but the one to sign in read in the store.
    func cost(of request: ControlRequest) -> RequestCost {
        switch request.segments {
        case ["style.css"], ["login"], ["logout"]: .light
        default: .dear
        }
    }

    func answer(_ request: ControlRequest) async -> ControlResponse {
        guard case .body(var body) = Representation.fit(await wholeAnswer(request), to: request)
        else { return .problem(.notFound(request.path)) }
        body.fields.merge(Self.fields) { _, ours in ours }
        return .body(body)
    }

    private func wholeAnswer(_ request: ControlRequest) async -> ControlResponse {
        guard isKnown(request.fields["host"]) else {
            return problem(
                ControlFailure(
                    421, "misdirected", "Not for this house",
                    detail: "these pages do not go by the name"
                        + " \(String((request.fields["host"] ?? "").prefix(100))); name it in [web] hosts if a proxy"
                        + " offers them by it"))
        }
        do {
            if request.isLook { return try await look(request) }
            guard let gate else {
                return problem(
                    .badMethod("these pages are for looking; steer with briefctl"),
                    allow: "GET, HEAD")
            }
            guard request.method == "POST" else {
                return problem(
                    .badMethod("pages take no \(request.method.prefix(20))"),
                    allow: "GET, HEAD, POST")
            }
            return try await steer(request, gate)
        } catch let failure as ControlFailure {
            return problem(failure)
        } catch {
            return problem(ControlFailure(500, "internal", "Not done", detail: "\(error)"))
        }
    }

    private func look(_ request: ControlRequest) async throws -> ControlResponse {
        let key = SessionCookie.read(request)
        let visitor = await gate?.visitor(key)
        let page = try await door.page(
            WebRequest(
                segments: request.segments, query: request.query, canSignIn: gate != nil,
                visitor: visitor))
        // Said once, and not by what belongs to a page.
        if let key, visitor?.message != nil, request.method == "GET", !page.isSteady {
            gate?.leave(nil, for: key)
        }
        return .body(
            status: 200, type: page.type, bytes: page.bytes,
            etag: page.isSteady ? Representation.etag(of: nil, page.bytes) : nil)
    }

    private func steer(_ request: ControlRequest, _ gate: WebGate) async throws -> ControlResponse {
        guard !WebForm.isForeign(request) else { throw ControlFailure.foreignForm }
        let form = try WebForm(request)
        if request.segments == ["login"] {
            return try await signIn(form.fields["token"] ?? "", request, gate)
        }
        guard let key = SessionCookie.read(request), let visitor = await gate.visitor(key) else {
            throw ControlFailure(
                403, "signed-out", "Not signed in",
                detail: "the session has ended, or the token was changed; sign in and try again")
        }
        guard WebForm.same(form.fields["key"] ?? "", visitor.formKey) else {
            throw ControlFailure.foreignForm
        }
        if request.segments == ["logout"] {
            gate.close(key)
            return Self.redirect(to: "/", cookie: SessionCookie.gone)
        }
        let done = try await door.act(
            WebRequest(
                segments: request.segments, query: form.fields, canSignIn: true, visitor: visitor))
        gate.leave(done.message, for: key)
        return Self.redirect(to: done.next)
    }

    private func signIn(
        _ token: String, _ request: ControlRequest, _ gate: WebGate
    ) async throws -> ControlResponse {
        switch await gate.open(with: token) {
        case .opened(let key):
            let isSecure = request.fields["origin"]?.hasPrefix("https:") ?? false
            return Self.redirect(to: "/", cookie: SessionCookie.text(key, isSecure: isSecure))
        case .wrong:
            throw ControlFailure(
                403, "wrong-token", "Not signed in",
                detail: "that is not the token; docs/operating.md says where it is kept")
        case .tooMany:
            throw ControlFailure(
                429, "too-many", "Not now",
                detail: "too many wrong tokens came within a minute; wait one, and try again")
        case .closed:
            throw ControlFailure(
                503, "no-token", "Nobody can sign in",
                detail: "there is no token of \(WebGate.shortest) characters or more;"
                    + " docs/operating.md says where to keep one")
        }
    }

    private static func redirect(to place: String, cookie: String? = nil) -> ControlResponse {
        guard
            case .body(var body) = ControlResponse.text(
                "", status: 303, type: "text/plain; charset=utf-8")
        else { return .problem(.notFound(place)) }
        body.fields = ["Location": place]
        body.fields["Set-Cookie"] = cookie
        return .body(body)
    }

    private func isKnown(_ host: String?) -> Bool {
        hosts.isEmpty || host.map { hosts.contains($0.lowercased()) } ?? false
    }

    private func problem(_ failure: ControlFailure, allow: String? = nil) -> ControlResponse {
        let page = door.problem(failure)
        return .body(
            status: failure.reply.status, type: page.type, bytes: page.bytes, allow: allow)
    }
}

/// The cookie that holds a session's key (RFC 6265): no script reads it, and no other site's page has it sent.
enum SessionCookie {
    private static let name = "briefd_session"

    static func text(_ key: String, isSecure: Bool) -> String {
        "\(name)=\(key); Path=/; Max-Age=\(WebGate.seconds); HttpOnly; SameSite=Strict"
            + (isSecure ? "; Secure" : "")
    }

    static let gone = "\(name)=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict"

    static func read(_ request: ControlRequest) -> String? {
        for pair in (request.fields["cookie"] ?? "").split(whereSeparator: { ";, ".contains($0) }) {
            let sides = pair.split(separator: "=", maxSplits: 1)
            if sides.count == 2, sides[0] == name { return String(sides[1]) }
        }
        return nil
    }
}

extension ControlFailure {
    fileprivate static let foreignForm = ControlFailure(
        403, "foreign-form", "Not done",
        detail: "this came from no page of this session; go back, load the page anew and try again")
}
