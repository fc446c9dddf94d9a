import ControlProtocol

/// The guard of the web's door: nothing but looking, no foreign name, and nothing in a page may run or load.
struct WebRouter: Answering {
    let door: any WebDoor
    /// Names by which a browser may call it, lower case, with their ports; none: whatever a proxy lets through.
    let hosts: Set<String>

    /// What a browser is told of every page (CSP3, Fetch, HTML). Styles are ours and nothing else is loaded.
    static let fields = [
        "Content-Security-Policy":
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self';"
            + " base-uri 'none'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    ]

    /// The names of a loopback port: a page of another name that leads here by its DNS (rebinding) does not get in.
    static func names(port: Int, _ more: [String]) -> Set<String> {
        let own = ["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port)" }
        return Set(own + more.map { $0.lowercased() })
    }

    func answer(_ request: ControlRequest) async -> ControlResponse {
        guard case .body(var body) = Representation.fit(await wholeAnswer(request), to: request)
        else { return .problem(.notFound(request.path)) }
        body.fields = Self.fields
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
        guard request.isLook else {
            return problem(
                .badMethod("these pages are for looking; steer with briefctl"), allow: "GET, HEAD")
        }
        do {
            let page = try await door.page(
                WebRequest(segments: request.segments, query: request.query))
            return .body(
                status: 200, type: page.type, bytes: page.bytes,
                etag: page.isSteady ? Representation.etag(of: nil, page.bytes) : nil)
        } catch let failure as ControlFailure {
            return problem(failure)
        } catch {
            return problem(ControlFailure(500, "internal", "Not done", detail: "\(error)"))
        }
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
