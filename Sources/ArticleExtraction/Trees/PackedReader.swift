/// Reads little-endian numbers off bytes; past the end it gives zeros and says so.
struct PackedReader {
    private let bytes: [UInt8]
    private var position = 0
    private(set) var isGood = true

    init(bytes: [UInt8]) { self.bytes = bytes }

    mutating func byte() -> Int {
        guard position < bytes.count else {
            isGood = false
            return 0
        }
        position += 1
        return Int(bytes[position - 1])
    }

    mutating func short() -> Int {
        let low = byte()
        return low | byte() << 8
    }

    mutating func float() -> Float {
        let low = UInt32(short())
        return Float(bitPattern: low | UInt32(short()) << 16)
    }
}
