/// An account as bytes, as it lies on the disk and travels to the reader of a page: numbers in little-endian order.
extension SiteAccount {
    /// Changes when what the hashes are made of does: an account of another version is as good as none.
    private static let version: UInt8 = 2
    /// The one before had no labels.
    private static let versionWithoutLabels: UInt8 = 1

    public var packed: [UInt8] {
        var bytes = [Self.version]
        bytes.add(number)
        bytes.add(UInt8(pages.count))
        for page in pages {
            bytes.add(page.address)
            bytes.add(page.body)
            bytes.add(UInt32(bitPattern: page.day))
        }
        bytes.add(UInt32(lines.count))
        for (key, line) in lines.sorted(by: { $0.key < $1.key }) {
            bytes.add(key)
            bytes.add(line.count)
            bytes.add(line.last)
        }
        bytes.add(UInt8(samples.count))
        for (key, words) in samples.sorted(by: { $0.key < $1.key }) {
            bytes.add(key)
            bytes.add(UInt8(words.utf8.count))
            bytes += words.utf8
        }
        bytes += learned.packed
        bytes += taught.packed
        return bytes
    }

    /// Nil where the bytes are no account, or one of another version.
    public init?(packed bytes: [UInt8]) {
        guard bytes.count <= Self.mostBytes,
            bytes.first == Self.version || bytes.first == Self.versionWithoutLabels
        else { return nil }
        var rest = bytes[1...]
        self.init()
        guard let number = rest.take(UInt32.self), let pageCount = rest.take(UInt8.self),
            pageCount <= Self.mostPages
        else { return nil }
        self.number = number
        for _ in 0..<pageCount {
            guard let address = rest.take(UInt64.self), let body = rest.take(UInt64.self),
                let day = rest.take(UInt32.self)
            else { return nil }
            pages.append(Page(address: address, body: body, day: Int32(bitPattern: day)))
        }
        guard let lineCount = rest.take(UInt32.self), lineCount <= Self.mostLines else {
            return nil
        }
        lines.reserveCapacity(Int(lineCount))
        for _ in 0..<lineCount {
            guard let key = rest.take(UInt64.self), let count = rest.take(UInt8.self),
                let last = rest.take(UInt32.self)
            else { return nil }
            lines[key] = Line(count: count, last: last)
        }
        guard let sampleCount = rest.take(UInt8.self), sampleCount <= Self.mostSamples else {
            return nil
        }
        for _ in 0..<sampleCount {
            guard let key = rest.take(UInt64.self), let length = rest.take(UInt8.self),
                rest.count >= length,
                let words = String(validating: rest.prefix(Int(length)), as: UTF8.self)
            else { return nil }
            rest = rest.dropFirst(Int(length))
            samples[key] = words
        }
        if bytes.first == Self.version {
            guard let learned = SiteLabels(taking: &rest), let taught = SiteLabels(taking: &rest)
            else { return nil }
            (self.learned, self.taught) = (learned, taught)
        }
        guard rest.isEmpty else { return nil }
    }
}

extension [UInt8] {
    mutating func add(_ number: some FixedWidthInteger & UnsignedInteger) {
        for shift in stride(from: 0, to: number.bitWidth, by: 8) {
            append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}

extension ArraySlice<UInt8> {
    mutating func take<Number: FixedWidthInteger & UnsignedInteger>(
        _: Number.Type
    ) -> Number? {
        let size = Number.bitWidth / 8
        guard count >= size else { return nil }
        var number: Number = 0
        for byte in prefix(size).reversed() { number = number << 8 | Number(byte) }
        self = dropFirst(size)
        return number
    }
}
