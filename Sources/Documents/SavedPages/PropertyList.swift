import BriefModel
import Charsets

/// Property lists as Apple's programs write them, read piece by piece: nothing is followed but what is asked for, so that
/// no list can be larger than it is, or without end.
enum PropertyList {
    static func isXML(_ bytes: [UInt8]) -> Bool {
        Needle("<plist").stands(in: bytes.prefix(1_024))
    }

    /// The binary form ("bplist00").
    struct Binary {
        private let bytes: [UInt8]
        private let offsetSize: Int
        private let referenceSize: Int
        private let count: Int
        private let table: Int
        /// The object that all stands in.
        let top: Int

        /// More pairs of one dictionary are no web archive's.
        private static let mostPairs = 4_096

        /// Nil where the trailer does not hold.
        init?(_ bytes: [UInt8]) {
            guard bytes.count > 40, bytes.starts(with: "bplist".utf8) else { return nil }
            let trailer = bytes.count - 32
            offsetSize = Int(bytes[trailer + 6])
            referenceSize = Int(bytes[trailer + 7])
            guard (1...8).contains(offsetSize), (1...8).contains(referenceSize),
                let count = Self.number(bytes, trailer + 8, 8),
                let top = Self.number(bytes, trailer + 16, 8),
                let table = Self.number(bytes, trailer + 24, 8),
                count > 0, table < trailer, count <= (trailer - table) / offsetSize
            else { return nil }
            self.bytes = bytes
            self.count = count
            self.table = table
            self.top = top
        }

        /// The value of a key in a dictionary; nil where there is none.
        func value(of key: String, in dictionary: Int) -> Int? {
            guard let (kind, size, start) = object(dictionary), kind == 0xD,
                size <= Self.mostPairs
            else { return nil }
            for index in 0..<size {
                guard
                    let reference = Self.number(
                        bytes, start + index * referenceSize, referenceSize),
                    string(reference) == key
                else { continue }
                return Self.number(
                    bytes, start + (size + index) * referenceSize, referenceSize)
            }
            return nil
        }

        func string(_ reference: Int) -> String? {
            guard let (kind, size, start) = object(reference) else { return nil }
            switch kind {
            case 0x5:
                guard size <= bytes.count - start else { return nil }
                return StreamSafeText.mended(
                    String(decoding: bytes[start..<start + size], as: UTF8.self))
            case 0x6:
                guard size <= (bytes.count - start) / 2 else { return nil }
                let units = (0..<size).map {
                    UInt16(bytes[start + 2 * $0]) << 8 | UInt16(bytes[start + 2 * $0 + 1])
                }
                return StreamSafeText.mended(String(decoding: units, as: UTF16.self))
            default: return nil
            }
        }

        func data(_ reference: Int) -> [UInt8]? {
            guard let (kind, size, start) = object(reference), kind == 0x4,
                size <= bytes.count - start
            else { return nil }
            return Array(bytes[start..<start + size])
        }

        /// What an object is, how many bytes or others it has, and where they begin.
        private func object(_ reference: Int) -> (kind: UInt8, size: Int, start: Int)? {
            guard (0..<count).contains(reference),
                let place = Self.number(bytes, table + reference * offsetSize, offsetSize),
                place < table
            else { return nil }
            let mark = bytes[place]
            guard mark & 0x0F == 0x0F else { return (mark >> 4, Int(mark & 0x0F), place + 1) }
            guard place + 1 < table, bytes[place + 1] >> 4 == 1 else { return nil }
            let width = 1 << Int(bytes[place + 1] & 0x0F)
            guard width <= 8, let size = Self.number(bytes, place + 2, width) else { return nil }
            return (mark >> 4, size, place + 2 + width)
        }

        /// Big endian; nil for what is larger than any file.
        private static func number(_ bytes: [UInt8], _ place: Int, _ width: Int) -> Int? {
            guard place >= 0, place <= bytes.count - width else { return nil }
            var value: UInt64 = 0
            for byte in bytes[place..<place + width] { value = value << 8 | UInt64(byte) }
            return Int(exactly: value).flatMap { $0 < 1 << 40 ? $0 : nil }
        }
    }
}
