import Hashing

/// One of the equal parts in which a store is verified night by night: "3/12". Which part an article or a file belongs
/// to never changes, so that all parts together are the whole.
public struct VerifyPart: Sendable, Equatable, Codable, CustomStringConvertible {
    /// So many parts may be made at most.
    public static let most = 366

    /// From 1 to `count`.
    public let number: Int
    public let count: Int

    /// Nil where there is no such part.
    public init?(_ number: Int, of count: Int) {
        guard 1...Self.most ~= count, 1...count ~= number else { return nil }
        self.number = number
        self.count = count
    }

    /// "3/12"; nil for whatever else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else {
            return nil
        }
        self.init(number, of: count)
    }

    public var description: String { "\(number)/\(count)" }

    /// Whether the article that the catalogue numbers so is in it.
    func holds(article number: Int64) -> Bool { holds(UInt64(bitPattern: number)) }

    /// Whether a file is in it, by its path beneath the store.
    func holds(file path: String) -> Bool { holds(UInt64(Checksum.crc32(of: Array(path.utf8)))) }

    private func holds(_ value: UInt64) -> Bool { Int(value % UInt64(count)) == number - 1 }
}
