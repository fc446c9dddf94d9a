import Glibc

/// The journal's native protocol (systemd.io/JOURNAL_NATIVE_PROTOCOL): fields as NAME=value, one datagram a message.
public struct JournalSocket: Sendable {
    private let path: String

    /// Nil where standard error is not the journal: JOURNAL_STREAM names the device and inode of the stream that the
    /// service was started with, and only if that is what standard error still is, is the journal meant.
    public init?(
        environment: [String: String], path: String = "/run/systemd/journal/socket"
    ) {
        var info = stat()
        guard let stream = environment["JOURNAL_STREAM"], unsafe fstat(2, &info) == 0,
            stream == "\(info.st_dev):\(info.st_ino)"
        else { return nil }
        self.path = path
    }

    /// Sends one message. A field's name is upper-case letters, digits and underscores.
    ///
    /// - Returns: false when the journal did not take it, as when it is restarted or the message is too long.
    public func send(_ fields: [(name: String, value: String)]) -> Bool {
        var bytes: [UInt8] = []
        for (name, value) in fields {
            bytes += Array(name.utf8)
            let content = Array(value.utf8)
            if content.contains(0x0A) {
                // With line ends inside: the name, a line end, the length in eight bytes, the value.
                bytes.append(0x0A)
                let count = UInt64(content.count)
                bytes += (0..<8).map { UInt8(truncatingIfNeeded: count >> (8 * UInt64($0))) }
            } else {
                bytes.append(0x3D)
            }
            bytes += content
            bytes.append(0x0A)
        }
        return (try? Datagram.send(bytes, to: path)) != nil
    }
}
