import FoundationEssentials
import LinuxIO

/// Secrets as systemd hands them over (systemd.exec(5), LoadCredential=): files in $CREDENTIALS_DIRECTORY.
enum Credentials {
    private static let limit = 64 << 10

    /// The credential without its last line end; nil where there is none of this name.
    static func read(_ name: String, environment: [String: String]) -> String? {
        guard let folder = environment["CREDENTIALS_DIRECTORY"], !name.contains("/"),
            let directory = try? Directory(at: folder),
            let bytes = try? directory.openFile(name).readAll(limit: limit)
        else { return nil }
        var text = String(decoding: bytes, as: UTF8.self)
        while text.last?.isNewline == true { text.removeLast() }
        return text
    }
}
