import CLinux
import Glibc

/// The two ends of the pipes as the child sees them: standard input and output, blocking.
public enum StandardStreams {
    /// Reads exactly `count` bytes of standard input; nil at its end.
    public static func read(_ count: Int) -> [UInt8]? {
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, offset in
            while offset < count {
                let got = unsafe Glibc.read(
                    0, buffer.baseAddress?.advanced(by: offset), count - offset)
                if got > 0 {
                    offset += got
                } else if got == 0 || errno != EINTR {
                    return
                }
            }
        }
        return bytes.count == count ? bytes : nil
    }

    /// What standard input holds next, at most 64 KiB; nil at its end.
    static func readSome() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(0, buffer.baseAddress, buffer.count)
            }
            if got < 0, errno == EINTR { continue }
            return got > 0 ? Array(bytes[..<got]) : nil
        }
    }

    /// Writes all to standard output; false when nobody reads any more.
    public static func write(_ bytes: [UInt8]) -> Bool {
        var offset = 0
        while offset < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(
                    1, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
            }
            if count > 0 {
                offset += count
            } else if errno != EINTR {
                return false
            }
        }
        return true
    }

    /// Writes to standard error; what cannot be written is lost.
    public static func writeError(_ bytes: [UInt8]) {
        _ = unsafe bytes.withUnsafeBytes { buffer in
            unsafe Glibc.write(2, buffer.baseAddress, buffer.count)
        }
    }

    /// Standard input to its end; nil when it has more than `limit` bytes.
    public static func readAll(limit: Int) -> [UInt8]? {
        let file = File(adopting: dup(0), path: "standard input")
        return try? file.readAll(limit: limit)
    }

    public static var inputIsTerminal: Bool { isatty(0) == 1 }
    public static var outputIsTerminal: Bool { isatty(1) == 1 }

    /// The columns of the terminal that standard output is; nil where it is none, or does not say.
    public static var outputColumns: Int? {
        let columns = briefd_terminal_columns(1)
        return columns > 0 ? Int(columns) : nil
    }
}
