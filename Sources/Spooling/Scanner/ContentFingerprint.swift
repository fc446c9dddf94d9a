import LinuxIO

/// Tells contents apart: FNV-1a, 64 bits. Not proof against somebody who wants two files to be taken for one;
/// it only decides whether a file that was touched is read again.
struct ContentFingerprint {
    private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func add(_ bytes: [UInt8]) {
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }

    var text: String { String(hash, radix: 16) }

    static func of(_ bytes: [UInt8]) -> String {
        var fingerprint = ContentFingerprint()
        fingerprint.add(bytes)
        return fingerprint.text
    }

    static func of(_ file: borrowing File) throws(SystemError) -> String {
        var fingerprint = ContentFingerprint()
        var offset = 0
        while true {
            let bytes = try file.read(256 * 1024, at: offset)
            if bytes.isEmpty { return fingerprint.text }
            fingerprint.add(bytes)
            offset += bytes.count
        }
    }
}
