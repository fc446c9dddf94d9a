/// The name of a file, or a relative path of such names parted by slashes, as the kernel has it: bytes, in
/// whatever encoding, without NUL. No name is lost for not being UTF-8.
public struct FileName: Sendable, Hashable {
    public let bytes: [UInt8]

    public init(bytes: [UInt8]) { self.bytes = bytes }

    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The empty path: the directory itself.
    public static let none = FileName(bytes: [])

    public var isEmpty: Bool { bytes.isEmpty }

    /// The names that the path consists of.
    public var components: [FileName] {
        bytes.split(separator: FileName.slash).map { FileName(bytes: Array($0)) }
    }

    /// The path without its last name; empty where there is one name only.
    public var parent: FileName {
        guard let slash = bytes.lastIndex(of: FileName.slash) else { return .none }
        return FileName(bytes: Array(bytes[..<slash]))
    }

    /// The last name of the path.
    public var last: FileName {
        guard let slash = bytes.lastIndex(of: FileName.slash) else { return self }
        return FileName(bytes: Array(bytes[(slash + 1)...]))
    }

    /// The path of `name` beneath this one.
    public func appending(_ name: FileName) -> FileName {
        if isEmpty { return name }
        if name.isEmpty { return self }
        return FileName(bytes: bytes + [FileName.slash] + name.bytes)
    }

    /// The name with text put after its end.
    public static func + (name: FileName, text: String) -> FileName {
        FileName(bytes: name.bytes + Array(text.utf8))
    }

    /// The longest name that Linux file systems take, in bytes (NAME_MAX).
    public static let maximumLength = 255

    private static let slash = UInt8(ascii: "/")
}

extension FileName: Comparable {
    public static func < (one: FileName, other: FileName) -> Bool {
        one.bytes.lexicographicallyPrecedes(other.bytes)
    }
}

extension FileName: CustomStringConvertible {
    public var description: String { printable }
}

extension FileName {
    func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
        var terminated = ContiguousArray<CChar>()
        terminated.reserveCapacity(bytes.count + 1)
        for byte in bytes { terminated.append(CChar(bitPattern: byte)) }
        terminated.append(0)
        // A terminated array is never empty, so it has a base address; the fallback is the empty path.
        return unsafe terminated.withUnsafeBufferPointer { buffer in
            guard let address = buffer.baseAddress else { return unsafe body("") }
            return unsafe body(address)
        }
    }
}
