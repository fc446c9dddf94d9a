import BriefModel
import ControlProtocol
import Curl
import FoundationEssentials

/// Talks to the daemon over its Unix sockets.
///
/// Before each request it is asked whether it lives. So exit status 3, "no daemon answers", means just that, and a
/// daemon that hangs is told from one that works at something long.
struct DaemonClient {
    /// For a sign of life.
    private static let lifeLimit = Duration.seconds(5)
    /// For the answer of a daemon that gave one; the status needs no long work.
    private static func answerLimit(_ path: String) -> Duration {
        path == "/v1/status" ? .seconds(10) : .seconds(120)
    }

    /// The folder of the sockets.
    let runtime: String

    init(runtime: String?) { self.runtime = runtime ?? Self.namedFolder ?? "/run/briefd" }

    /// The folder that the environment names; an empty name is none.
    static var namedFolder: String? {
        ProcessInfo.processInfo.environment["BRIEFD_RUNTIME"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The path of these segments. An empty one would name something else, all of a kind for instance.
    static func path(_ segments: String...) throws -> String {
        for segment in segments where ["", ".", ".."].contains(segment) {
            throw Failure.usage("\"\(segment)\" names nothing here; give an id")
        }
        return segments.map { "/" + PercentText.encoded($0) }.joined()
    }

    func get<Reply: Decodable>(
        _ path: String, _ query: [(String, String?)] = [], as type: Reply.Type
    ) async throws -> Reply {
        try decode(type, try await send(.get, path + DaemonClient.text(of: query)))
    }

    /// An answer that is no JSON.
    ///
    /// - Parameter asOperator: over control.sock where this user may, for what the other one leaves out.
    func bytes(_ path: String, asOperator: Bool = false) async throws -> [UInt8] {
        let control = runtime + "/control.sock"
        let isOperator = asOperator && FileManager.default.isWritableFile(atPath: control)
        return try await send(.get, path, socket: isOperator ? "control.sock" : nil).body
    }

    func post<Reply: Decodable>(
        _ path: String, body: [UInt8]? = nil, as type: Reply.Type
    ) async throws -> Reply {
        try decode(type, try await send(.post, path, body: body ?? []))
    }

    func delete<Reply: Decodable>(_ path: String, as type: Reply.Type) async throws -> Reply {
        try decode(type, try await send(.delete, path))
    }

    /// Gives the bytes of an endless answer on as they come.
    func stream(_ path: String, _ body: @escaping @Sendable ([UInt8]) -> Void) async throws {
        let socket = "status.sock"
        let loop = try await living(socket)
        do {
            _ = try await loop.send(request(.get, path, socket, timeout: nil), onBody: body)
        } catch {
            throw ended(socket, error)
        }
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8]? = nil,
        socket named: String? = nil
    ) async throws -> HTTPResponse {
        let socket = named ?? (method == .get ? "status.sock" : "control.sock")
        let loop = try await living(socket)
        let limit = DaemonClient.answerLimit(path)
        var request = request(method, path, socket, timeout: limit)
        request.body = body
        let response: HTTPResponse
        do {
            response = try await loop.send(request)
        } catch .timedOut {
            throw Failure.notWell(
                "briefd lives, but has not answered this within \(limit.components.seconds) s: is its"
                    + " disk slow, or does it hang? See journalctl -u briefd")
        } catch .invalidRequest(_, let reason) {
            throw Failure.usage("that cannot be asked: \(reason.printable)")
        } catch .bodyTooLarge {
            throw Failure.notWell("the answer is too large; ask for less with --limit")
        } catch {
            throw ended(socket, error)
        }
        guard response.status >= 400 else { return response }
        let problem = try? WireJSON.decode(ProblemReply.self, from: response.body)
        let status: Int32 = response.status == 400 ? 2 : response.status == 403 ? 4 : 1
        throw Failure(
            status: status,
            message: (problem?.detail ?? "the daemon answered \(response.status)").printableLines)
    }

    /// Asks whether the daemon lives.
    ///
    /// - Returns: a loop, for what is to be asked then.
    private func living(_ socket: String) async throws -> CurlLoop {
        do {
            let loop = try CurlLoop()
            let answer = try await loop.send(
                request(.get, "/healthz", socket, timeout: DaemonClient.lifeLimit))
            guard answer.status == 200 else {
                throw Failure.noDaemon(
                    "what answers on \(path(of: socket)) is no briefd; name the folder of its sockets"
                        + " with --runtime DIR or BRIEFD_RUNTIME")
            }
            return loop
        } catch let error as TransferError {
            throw unreachable(socket, error)
        }
    }

    private func request(
        _ method: HTTPRequest.Method, _ path: String, _ socket: String, timeout: Duration?
    ) -> HTTPRequest {
        HTTPRequest(
            url: "http://briefd" + path, method: method,
            headers: method == .post ? [HTTPHeader("Content-Type", "application/json")] : [],
            timeout: timeout, connectTimeout: DaemonClient.lifeLimit, stallTimeout: timeout,
            maxBodyBytes: 256 << 20, unixSocketPath: absolute(runtime + "/" + socket))
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private func path(of socket: String) -> String { (runtime + "/" + socket).printable }

    /// Why there was no sign of life.
    private func unreachable(_ socket: String, _ error: TransferError) -> Failure {
        let path = runtime + "/" + socket
        // Whoever may not enter the folder sees no socket in it, and cannot know whether there is one.
        let isOpen = FileManager.default.isExecutableFile(atPath: runtime)
        let isThere = FileManager.default.fileExists(atPath: runtime)
        guard FileManager.default.fileExists(atPath: path) || (isThere && !isOpen) else {
            return .noDaemon(
                "no briefd answers: there is no \(path.printable); start it (systemctl start briefd),"
                    + " or name its folder with --runtime DIR or BRIEFD_RUNTIME")
        }
        guard FileManager.default.isWritableFile(atPath: path) else {
            return .notAllowed(
                "you may not use \(path.printable); "
                    + (socket == "status.sock"
                        ? "ask to be put into the group briefd" : "do it as root or as briefd"))
        }
        if case .timedOut = error {
            return .noDaemon(
                "briefd holds \(path.printable) but has given no sign of life within"
                    + " \(DaemonClient.lifeLimit.components.seconds) s: see journalctl -u briefd, then"
                    + " systemctl restart briefd; no document is lost by it")
        }
        return .noDaemon(
            "no briefd answers on \(path.printable): nobody listens there any more; start it (systemctl"
                + " start briefd) and see journalctl -u briefd")
    }

    /// It lived a moment ago.
    private func ended(_ socket: String, _ error: TransferError) -> Failure {
        .noDaemon(
            "briefd ended the connection on \(path(of: socket)) before its answer was whole: it was"
                + " stopped or restarted; ask again, and see journalctl -u briefd")
    }

    private func decode<Reply: Decodable>(
        _ type: Reply.Type, _ response: HTTPResponse
    ) throws -> Reply {
        do {
            return try WireJSON.decode(type, from: response.body)
        } catch {
            throw Failure.notWell(
                "the answer is not understood: is briefd of another version than this briefctl?"
                    + " Restart it after an upgrade: systemctl restart briefd")
        }
    }

    private static func text(of query: [(String, String?)]) -> String {
        let pairs = query.compactMap { name, value in
            value.map { "\(name)=\(PercentText.encoded($0))" }
        }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }
}
