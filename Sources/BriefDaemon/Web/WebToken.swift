import FoundationEssentials
import LinuxIO

/// The token that lets somebody steer from the pages: the systemd credential `web-token`, else the file of that name in the
/// state folder, which is made where there is none. Read anew each time: who changes it ends all sessions.
struct WebToken: Sendable {
    static let name = "web-token"
    private static let limit = 4 << 10

    let state: String
    let environment: [String: String]
    private let thread = SerialThread("web-token")

    init(state: String, environment: [String: String]) {
        self.state = state
        self.environment = environment
    }

    /// - Returns: where the token is kept.
    func prepare(_ token: @autoclosure () -> String) throws(SystemError) -> String {
        if Credentials.read(Self.name, environment: environment) != nil {
            return "the credential \(Self.name)"
        }
        let folder = try Directory(creating: state)
        if try folder.status(of: Self.name) == nil {
            // Whole under another name first: an empty token would be one that nobody knows.
            let fresh = Self.name + ".new"
            if try folder.status(of: fresh) != nil { try folder.remove(fresh) }
            let file = try folder.createFile(fresh, mode: 0o600)
            try file.write(Array(token().utf8) + [0x0A])
            try folder.rename(fresh, to: Self.name)
        }
        return state + "/" + Self.name
    }

    func read() async -> String? {
        await thread.run { [state, environment] in
            if let token = Credentials.read(Self.name, environment: environment) { return token }
            // Who took the file away closed the door: nobody signs in then.
            guard let folder = try? Directory(at: state),
                let bytes = try? folder.openFile(Self.name).readAll(limit: Self.limit)
            else { return nil }
            var text = String(decoding: bytes, as: UTF8.self)
            while text.last?.isWhitespace == true { text.removeLast() }
            return text
        }
    }
}
