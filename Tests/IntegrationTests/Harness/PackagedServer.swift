import Foundation
import Testing

/// nginx or Apache, as Debian packages them, on a free port of 127.0.0.1, with a folder of its own.
final class PackagedServer {
    enum Kind: String, CaseIterable {
        case nginx = "/usr/sbin/nginx"
        case apache = "/usr/sbin/apache2"

        var isThere: Bool { FileManager.default.isExecutableFile(atPath: rawValue) }
    }

    private let kind: Kind
    private let isSecure: Bool
    private let process = Process()
    let folder: URL
    let port: Int

    /// - Parameters:
    ///   - extra: further lines for the server, in its own language.
    ///   - isSecure: over TLS as `localhost`, and HTTP/2 for who speaks it: nginx only.
    init(
        _ kind: Kind, extra: String = "", location: String = "", isSecure: Bool = false
    ) async throws {
        self.kind = kind
        self.isSecure = isSecure
        folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("web-" + UUID().uuidString.prefix(8).lowercased())
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("site"), withIntermediateDirectories: true)
        // A port that was free a moment ago.
        let probe = try LoopbackServer { _ in .init() }
        port = probe.port
        try await probe.close()
        let configuration = folder.appendingPathComponent("server.conf")
        let listen = isSecure ? "\(port) ssl http2;\n" + (try Self.certificate()) : "\(port);"
        let text =
            kind == .nginx
            ? Self.nginx(folder.path, listen, extra, location)
            : Self.apache(folder.path, port, extra)
        try text.write(to: configuration, atomically: true, encoding: .utf8)
        process.executableURL = URL(fileURLWithPath: kind.rawValue)
        process.arguments =
            kind == .nginx
            ? ["-p", folder.path, "-c", configuration.path]
            : ["-d", folder.path, "-f", configuration.path, "-X"]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let port = port
        let isUp = await waitUntil(limit: 60) { Self.answers(port) }
        try #require(isUp, "\(kind) does not start: \(log("error.log"))")
    }

    deinit {
        // Not terminate(): what this thread blocks, its children block, and that may be SIGTERM. Neither has children.
        kill(process.processIdentifier, SIGKILL)
        try? FileManager.default.removeItem(at: folder)
    }

    var address: String { isSecure ? "https://localhost:\(port)" : "http://127.0.0.1:\(port)" }

    func serve(_ name: String, _ text: String) throws {
        try text.write(
            to: folder.appendingPathComponent("site/" + name), atomically: true, encoding: .utf8)
    }

    private func log(_ name: String) -> String {
        (try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)) ?? ""
    }

    private static func certificate() throws -> String {
        let authority = try Authority.shared.get()
        return "ssl_certificate \(try authority.certificate(.good).path);\n"
            + "ssl_certificate_key \(authority.key.path);"
    }

    /// One for each request: status, path, If-None-Match, Content-Encoding of the answer, protocol, and of nginx Range.
    var requests: [[String]] {
        log("access.log").split(separator: "\n").map { line in
            line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static func answers(_ port: Int) -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = unsafe inet_addr("127.0.0.1")
        return unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }

    private static func nginx(
        _ folder: String, _ listen: String, _ extra: String, _ location: String
    ) -> String {
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map { "\($0)_temp_path \(folder)/\($0);" }.joined(separator: "\n")
        return """
            daemon off;
            master_process off;
            pid \(folder)/pid;
            error_log \(folder)/error.log;
            events { worker_connections 64; }
            http {
            \(temporary)
            log_format seen '$status|$uri|$http_if_none_match|$sent_http_content_encoding|$server_protocol|$http_range';
            access_log \(folder)/access.log seen;
            types { application/rss+xml xml; }
            gzip on;
            gzip_min_length 1;
            gzip_types application/rss+xml;
            \(extra)
            server {
            listen 127.0.0.1:\(listen)
            root \(folder)/site;
            location / { \(location) }
            }
            }
            """
    }

    private static func apache(_ folder: String, _ port: Int, _ extra: String) -> String {
        let modules = ["mpm_event", "authz_core", "mime", "filter", "deflate", "headers"].map {
            "LoadModule \($0)_module /usr/lib/apache2/modules/mod_\($0).so"
        }.joined(separator: "\n")
        return """
            \(modules)
            ServerName localhost
            Listen 127.0.0.1:\(port)
            PidFile \(folder)/pid
            ErrorLog \(folder)/error.log
            TypesConfig /dev/null
            AddType application/rss+xml .xml
            AddOutputFilterByType DEFLATE application/rss+xml
            LogFormat "%>s|%U|%{If-None-Match}i|%{Content-Encoding}o|%H" seen
            CustomLog \(folder)/access.log seen
            DocumentRoot \(folder)/site
            <Directory "\(folder)/site">
            Require all granted
            </Directory>
            \(extra)
            """
    }
}
