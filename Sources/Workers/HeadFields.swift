import FoundationEssentials

/// The head of a frame, written field by field, and read in the order in which it was written: it takes some bytes, and no
/// time to speak of, where JSON would take longer than to read a small page.
///
/// Texts have their length in four bytes before them, all ones for nil; what is seldom there is JSON, and empty where
/// there is none of it.
struct HeadFields {
    private(set) var utf8: [UInt8]
    private var at = 0

    /// A head that is written; or one that is read, which may come from anybody.
    init(_ utf8: [UInt8] = []) { self.utf8 = utf8 }

    static let outOfStep = ReadingError(
        code: "out-of-step", description: "not the head of such a frame")

    // MARK: - Writing

    mutating func add(_ bytes: [UInt8]?) {
        guard let bytes else { return utf8.append(littleEndian: UInt32.max) }
        utf8.append(littleEndian: UInt32(bytes.count))
        utf8 += bytes
    }

    mutating func add(_ text: String?) {
        guard let text else { return utf8.append(littleEndian: UInt32.max) }
        utf8.append(littleEndian: UInt32(text.utf8.count))
        utf8 += text.utf8
    }

    mutating func add(_ texts: [String]) {
        utf8.append(littleEndian: UInt32(texts.count))
        for text in texts { add(text) }
    }

    mutating func add(_ number: Int) {
        utf8.append(littleEndian: UInt64(bitPattern: Int64(number)))
    }

    mutating func add(_ number: Double) { utf8.append(littleEndian: number.bitPattern) }

    mutating func add(_ flag: Bool) { utf8.append(flag ? 1 : 0) }

    mutating func add(json value: (some Encodable)?) throws {
        let json = try value.map { [UInt8](try JSONEncoder().encode($0)) } ?? []
        utf8.append(littleEndian: UInt32(json.count))
        utf8 += json
    }

    // MARK: - Reading

    /// - Throws: where something is left that was not read.
    func close() throws {
        guard at == utf8.count else { throw Self.outOfStep }
    }

    mutating func bytes() throws -> [UInt8]? {
        let count: UInt32 = try whole()
        return count == .max ? nil : Array(try take(count))
    }

    mutating func text() throws -> String? {
        let count: UInt32 = try whole()
        if count == .max { return nil }
        guard let text = String(validating: try take(count), as: UTF8.self) else {
            throw Self.outOfStep
        }
        return text
    }

    mutating func texts() throws -> [String] {
        let count: UInt32 = try whole()
        var texts: [String] = []
        for _ in 0..<count {
            guard let text = try text() else { throw Self.outOfStep }
            texts.append(text)
        }
        return texts
    }

    mutating func number() throws -> Int {
        guard let number = Int(exactly: Int64(bitPattern: try whole())) else {
            throw Self.outOfStep
        }
        return number
    }

    mutating func fraction() throws -> Double { Double(bitPattern: try whole()) }

    mutating func flag() throws -> Bool { try (whole() as UInt8) != 0 }

    mutating func json<Value: Decodable>() throws -> Value? {
        let count: UInt32 = try whole()
        let json = try take(count)
        return json.isEmpty ? nil : try JSONDecoder().decode(Value.self, from: Data(json))
    }

    private mutating func whole<Number: FixedWidthInteger & UnsignedInteger>() throws -> Number {
        guard let number: Number = utf8.littleEndian(at: at) else { throw Self.outOfStep }
        at += Number.bitWidth / 8
        return number
    }

    private mutating func take(_ count: UInt32) throws -> ArraySlice<UInt8> {
        guard Int(count) <= utf8.count - at else { throw Self.outOfStep }
        defer { at += Int(count) }
        return utf8[at..<at + Int(count)]
    }
}
