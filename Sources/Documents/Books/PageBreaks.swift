/// Takes the numbers of printed pages out of a chapter (EPUB Accessibility 1.1 §3.5): elements that are marked as the break of
/// a page and hold its number.
enum PageBreaks {
    private static let mark = Needle("pagebreak")
    /// Bytes of a tag, and of a number.
    private static let longest = (tag: 400, number: 20)

    static func removed(from bytes: [UInt8]) -> [UInt8] {
        guard mark.stands(in: bytes[...]) else { return bytes }
        var rest: [UInt8] = []
        rest.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "<"), let end = endOfBreak(in: bytes, at: index) {
                index = end
            } else {
                rest.append(bytes[index])
                index += 1
            }
        }
        return rest
    }

    /// Behind the element that begins at a place, where it is such a break and holds nothing but a number; nil else.
    private static func endOfBreak(in bytes: [UInt8], at start: Int) -> Int? {
        guard let end = close(of: bytes, from: start, within: longest.tag),
            bytes[end - 1] != UInt8(ascii: "/"),
            mark.stands(in: bytes[start..<end]),
            let next = bytes[(end + 1)...].prefix(longest.number + 1)
                .firstIndex(of: UInt8(ascii: "<")), next > end + 1,
            next + 1 < bytes.count, bytes[next + 1] == UInt8(ascii: "/"),
            let last = close(of: bytes, from: next, within: longest.tag)
        else { return nil }
        return last + 1
    }

    private static func close(of bytes: [UInt8], from start: Int, within most: Int) -> Int? {
        bytes[start...].prefix(most).firstIndex(of: UInt8(ascii: ">"))
    }
}
