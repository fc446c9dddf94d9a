import ControlProtocol

/// Finds who answers a request. Policy lies behind the service; the only rule here is that the status socket is for
/// looking.
struct Router: Answering {
    enum Door: Sendable {
        /// GET and HEAD only.
        case status
        /// All methods.
        case control
    }

    let service: any ControlService
    let door: Door

    func cost(of request: ControlRequest) -> RequestCost {
        RouteTable.find(request.segments)
            .first { $0.endpoint.methods.contains(request.method) }?.endpoint.cost ?? .light
    }

    func answer(_ request: ControlRequest) async -> ControlResponse {
        let answer = await wholeAnswer(request)
        return request.isLook ? Representation.fit(answer, to: request) : answer
    }

    private func wholeAnswer(_ request: ControlRequest) async -> ControlResponse {
        if door == .status, !request.isLook {
            let detail =
                "\(request.method) is not for this socket, which only shows; use control.sock"
            return .problem(.badMethod(detail), allow: "GET, HEAD")
        }
        let found = RouteTable.find(request.segments)
        guard !found.isEmpty else { return .problem(.notFound(request.path)) }
        guard
            let (endpoint, values) = found.first(where: {
                $0.endpoint.methods.contains(request.method)
            })
        else {
            let allowed = found.flatMap(\.endpoint.methods).joined(separator: ", ")
            let detail = "\(request.path) does not take \(request.method); use \(allowed)"
            return .problem(.badMethod(detail), allow: allowed)
        }
        do {
            try RouteTable.check(request, for: endpoint)
            if !request.isLook { try RouteTable.checkBody(request, for: endpoint) }
            return try await endpoint.answer(
                Call(service: service, door: door, request: request, values: values))
        } catch let failure as ControlFailure {
            return .problem(failure)
        } catch {
            return .problem(ControlFailure(500, "internal", "Not done", detail: "\(error)"))
        }
    }
}
