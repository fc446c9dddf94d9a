/// Reads numbers out of bytes, and nil where there are none: every place and length in a file is somebody's word.
struct ByteFields {
    let bytes: [UInt8]

    func uint16(at place: Int) -> Int? { number(at: place, bytes: 2) }
    func uint32(at place: Int) -> Int? { number(at: place, bytes: 4) }

    /// Nil also for what is larger than any file.
    func uint64(at place: Int) -> Int? { number(at: place, bytes: 8) }

    /// Little endian.
    private func number(at place: Int, bytes width: Int) -> Int? {
        guard place >= 0, place <= bytes.count - width else { return nil }
        var value: UInt64 = 0
        for index in (0..<width).reversed() { value = value << 8 | UInt64(bytes[place + index]) }
        return Int(exactly: value)
    }

    /// A piece that lies wholly within the bytes; else nil.
    func slice(_ place: Int, count: Int) -> ArraySlice<UInt8>? {
        guard place >= 0, count >= 0, place <= bytes.count, count <= bytes.count - place else {
            return nil
        }
        return bytes[place..<place + count]
    }
}
