import Glibc

/// The bytes of a page while it is read. Nothing outside of them is ever looked at: beyond the end stand zeros.
@safe struct HTMLBytes {
    private let base: UnsafePointer<UInt8>
    let count: Int

    /// The pointer is good for as long as this value is used.
    init(base: UnsafePointer<UInt8>, count: Int) {
        unsafe self.base = unsafe base
        self.count = count
    }

    @inline(__always)
    subscript(_ index: Int) -> UInt8 {
        index >= 0 && index < count ? unsafe base[index] : 0
    }

    /// Where a byte stands next; `end` where it does not before there.
    @inline(__always)
    func find(_ byte: UInt8, from: Int, to end: Int) -> Int {
        guard from >= 0, from < end, end <= count else { return end }
        guard let found = unsafe memchr(base + from, Int32(byte), end - from) else { return end }
        return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
    }

    @inline(__always)
    func find(_ byte: UInt8, from: Int) -> Int {
        find(byte, from: from, to: count)
    }

    @inline(__always)
    func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
        guard range.lowerBound >= 0, range.upperBound <= count, !range.isEmpty else { return }
        unsafe bytes.append(
            contentsOf: UnsafeBufferPointer(start: base + range.lowerBound, count: range.count))
    }

    /// Whether lower-case ASCII stands at a place, in any case.
    func has(_ text: StaticString, at index: Int) -> Bool {
        guard index + text.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<text.utf8CodeUnitCount {
            let letter = unsafe text.utf8Start[offset]
            guard self[index + offset].lowered == letter else { return false }
        }
        return true
    }
}

extension UInt8 {
    /// Space, tab, line feed, form feed and carriage return (WHATWG HTML §13.2.5).
    @inline(__always)
    var isHTMLSpace: Bool {
        self <= 0x20 && (1 << 0x20 | 1 << 0x0D | 1 << 0x0C | 1 << 0x0A | 1 << 0x09) >> self & 1 == 1
    }

    @inline(__always)
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

    @inline(__always)
    var isDigit: Bool { self &- 0x30 < 10 }

    /// An upper-case letter of ASCII made lower-case.
    @inline(__always)
    var lowered: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }

    /// Ends the name of a tag: white space, `/` or `>`.
    @inline(__always)
    var endsTagName: Bool { isHTMLSpace || self == 0x2F || self == 0x3E }
}
