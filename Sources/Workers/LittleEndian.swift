/// Whole numbers as bytes, the least first.
extension [UInt8] {
    mutating func append(littleEndian number: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    /// The number that begins at `offset`; nil where there are too few bytes.
    func littleEndian<Number: FixedWidthInteger & UnsignedInteger>(
        at offset: Int, as type: Number.Type = Number.self
    ) -> Number? {
        let size = Number.bitWidth / 8
        guard offset >= 0, offset <= count - size else { return nil }
        var number: Number = 0
        for index in (offset..<offset + size).reversed() {
            number = number << 8 | Number(self[index])
        }
        return number
    }
}
