import BriefModel
import ControlProtocol
import Curl
import FoundationEssentials

/// Talks to the daemon over its Unix sockets.
struct DaemonClient {
    /// The folder of the sockets.
    let runtime: String

    init(runtime: String?) {
        let environment = ProcessInfo.processInfo.environment["BRIEFD_RUNTIME"]
        self.runtime = runtime ?? environment ?? "/run/briefd"
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
        do {
            let loop = try CurlLoop()
            let request = request(.get, path, socket: "status.sock", timeout: nil)
            _ = try await loop.send(request, onBody: body)
        } catch {
            throw failure(error, socket: "status.sock")
        }
    }

    private func send(
        _ method: HTTPRequest.Method, _ path: String, body: [UInt8]? = nil,
        socket named: String? = nil
    ) async throws -> HTTPResponse {
        let socket = named ?? (method == .get ? "status.sock" : "control.sock")
        var request = request(method, path, socket: socket, timeout: .seconds(120))
        request.body = body
        let response: HTTPResponse
        do {
            response = try await CurlLoop().send(request)
        } catch {
            throw failure(error, socket: socket)
        }
        guard response.status >= 400 else { return response }
        let problem = try? WireJSON.decode(ProblemReply.self, from: response.body)
        let status: Int32 = response.status == 400 ? 2 : response.status == 403 ? 4 : 1
        throw Failure(
            status: status,
            message: (problem?.detail ?? "the daemon answered \(response.status)").printable)
    }

    private func request(
        _ method: HTTPRequest.Method, _ path: String, socket: String, timeout: Duration?
    ) -> HTTPRequest {
        HTTPRequest(
            url: "http://briefd" + path, method: method,
            headers: method == .post ? [HTTPHeader("Content-Type", "application/json")] : [],
            timeout: timeout, connectTimeout: .seconds(5),
            stallTimeout: timeout == nil ? nil : .seconds(120),
            maxBodyBytes: 256 << 20, unixSocketPath: absolute(runtime + "/" + socket))
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }

    private func failure(_ error: TransferError, socket: String) -> Failure {
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
        return .noDaemon("no briefd answers on \(path.printable): \(error)")
    }

    private func decode<Reply: Decodable>(
        _ type: Reply.Type, _ response: HTTPResponse
    ) throws -> Reply {
        do {
            return try WireJSON.decode(type, from: response.body)
        } catch {
            throw Failure.noDaemon(
                "the answer is not understood: is briefd of another version than this briefctl?")
        }
    }

    private static func text(of query: [(String, String?)]) -> String {
        let pairs = query.compactMap { name, value in value.map { "\(name)=\(encoded($0))" } }
        return pairs.isEmpty ? "" : "?" + pairs.joined(separator: "&")
    }

    /// Percent-encoding of all but the unreserved characters (RFC 3986 §2.3).
    static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain = scalar.properties.isAlphabetic || (0x30...0x39).contains(byte)
            if byte < 0x80, isPlain || "-._~".utf8.contains(byte) {
                result.unicodeScalars.append(scalar)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}
