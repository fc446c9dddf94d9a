/// The lines of standard input as they are: bytes, without the line end; a last line without one counts too.
public struct StandardInputLines: Sequence, IteratorProtocol {
    private var pending: ArraySlice<UInt8> = []
    private var isAtEnd = false

    public init() {}

    public mutating func next() -> [UInt8]? {
        var searched = pending.startIndex
        while true {
            if let end = pending[searched...].firstIndex(of: 0x0A) {
                defer { pending = pending[(end + 1)...] }
                return Array(pending[..<end])
            }
            guard !isAtEnd, let more = StandardStreams.readSome() else {
                isAtEnd = true
                defer { pending = [] }
                return pending.isEmpty ? nil : Array(pending)
            }
            searched = pending.count
            pending = (Array(pending) + more)[...]
        }
    }
}
