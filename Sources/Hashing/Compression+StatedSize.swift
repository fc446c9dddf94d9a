extension Compression {
    /// Bytes that compressed data says it holds; nil where it does not say it at its ends, as bzip2 never does. A hint, and
    /// anybody's word: of several members, the first (zstd) or the last one (gzip, xz) speaks.
    ///
    /// Pure, so that also who may not decompress can ask.
    ///
    /// - Parameters:
    ///   - head: the first 18 bytes or more.
    ///   - tail: the last bytes, as many as there are at hand.
    public func statedSize(head: [UInt8], tail: [UInt8]) -> Int? {
        switch self {
        case .gzip: tail.count < 4 ? nil : Self.number(tail.suffix(4))
        case .xz: Self.sizeInIndex(tail)
        case .bzip2: nil
        case .zstd: Self.sizeOfFrame(head)
        }
    }

    /// Frame_Content_Size (RFC 8878 §3.1.1.1).
    private static func sizeOfFrame(_ head: [UInt8]) -> Int? {
        guard head.count > 5, head.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) else { return nil }
        let descriptor = head[4]
        let isSingle = descriptor & 0x20 != 0
        let before = (isSingle ? 0 : 1) + [0, 1, 2, 4][Int(descriptor & 3)]
        let width = [isSingle ? 1 : 0, 2, 4, 8][Int(descriptor >> 6)]
        let field = head.dropFirst(5 + before).prefix(width)
        guard width > 0, field.count == width else { return nil }
        return number(field).map { width == 2 ? $0 + 256 : $0 }
    }

    /// The sum of the index, which the footer tells the place of (".xz File Format" §2.1.2 and §4).
    private static func sizeInIndex(_ tail: [UInt8]) -> Int? {
        let end = (tail.lastIndex { $0 != 0 } ?? -1) + 1
        guard end >= 12, tail[(end - 2)..<end].elementsEqual("YZ".utf8),
            let backward = number(tail[(end - 8)..<(end - 4)])
        else { return nil }
        let size = (backward + 1) * 4
        guard size <= end - 12 else { return nil }
        var index = tail[(end - 12 - size)..<(end - 12)]
        guard index.popFirst() == 0, let records = varied(&index), records <= size / 2 else {
            return nil
        }
        var sum = 0
        for _ in 0..<records {
            guard varied(&index) != nil, let one = varied(&index) else { return nil }
            let (total, isOver) = sum.addingReportingOverflow(one)
            guard !isOver else { return nil }
            sum = total
        }
        return sum
    }

    /// Seven bits a byte, the lowest first (§1.2).
    private static func varied(_ bytes: inout ArraySlice<UInt8>) -> Int? {
        var value = 0
        for shift in stride(from: 0, through: 56, by: 7) {
            guard let byte = bytes.popFirst() else { return nil }
            value |= Int(byte & 0x7F) << shift
            if byte & 0x80 == 0 { return value }
        }
        return nil
    }

    /// Little endian; nil beyond what an Int holds.
    private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
        Int(exactly: bytes.reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
    }
}
