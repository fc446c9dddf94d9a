import Charsets

/// Writes a tape, event by event, within limits. Its values are stream-safe (`StreamSafeText`).
public struct XMLTapeWriter {
    public private(set) var tape = XMLTape()
    public let limits: XMLLimits
    /// Indices of the open elements' start nodes, outermost first.
    public private(set) var open: [UInt32] = []
    /// The first limit that was passed; nothing is written from then on.
    public private(set) var passed: XMLReadError?

    /// - Parameter expectedBytes: the size of the document, to reserve room.
    public init(limits: XMLLimits, expectedBytes: Int) {
        self.limits = limits
        tape.bytes.reserveCapacity(expectedBytes)
        tape.nodes.reserveCapacity(min(expectedBytes / 24, limits.nodes))
        open.reserveCapacity(32)
    }

    /// The number under which a name is written; nil, and a limit passed, where there are too many.
    public mutating func add(name: XMLTape.Name) -> UInt32? {
        guard tape.names.count < limits.names else {
            passed = passed ?? .tooManyNames(limit: limits.names)
            return nil
        }
        tape.names.append(name)
        return UInt32(tape.names.count - 1)
    }

    public mutating func start(_ name: UInt32) {
        guard hasRoom else { return }
        guard open.count < limits.depth else {
            passed = .tooDeep(limit: limits.depth)
            return
        }
        open.append(UInt32(tape.nodes.count))
        tape.nodes.append(XMLTape.Node(kind: .start, name: name, first: 0, second: 0))
    }

    /// Adds an attribute to the element that was just started.
    public mutating func attribute(_ name: UInt32, _ value: ArraySlice<UInt8>) {
        write(name, value)
    }

    public mutating func text(_ value: ArraySlice<UInt8>) {
        write(value)
    }

    mutating func write(_ name: UInt32, _ value: some Collection<UInt8>) {
        guard hasRoom, let element = open.last else { return }
        let from = UInt32(tape.bytes.count)
        tape.bytes.append(contentsOf: value)
        StreamSafeText.mend(&tape.bytes, from: Int(from))
        tape.nodes.append(
            XMLTape.Node(
                kind: .attribute, name: name, first: from, second: UInt32(tape.bytes.count)))
        tape.nodes[Int(element)].second += 1
    }

    mutating func write(_ value: some Collection<UInt8>) {
        guard hasRoom, !open.isEmpty else { return }
        let from = UInt32(tape.bytes.count)
        tape.bytes.append(contentsOf: value)
        StreamSafeText.mend(&tape.bytes, from: Int(from))
        let to = UInt32(tape.bytes.count)
        let last = tape.nodes.count - 1
        if tape.nodes[last].kind == .text, tape.nodes[last].second == from {
            tape.nodes[last].second = to
        } else {
            tape.nodes.append(XMLTape.Node(kind: .text, name: 0, first: from, second: to))
        }
    }

    /// Ends the innermost open element.
    public mutating func end() {
        guard passed == nil, let start = open.popLast() else { return }
        let index = UInt32(tape.nodes.count)
        let name = tape.nodes[Int(start)].name
        tape.nodes[Int(start)].first = index
        tape.nodes.append(XMLTape.Node(kind: .end, name: name, first: start, second: 0))
    }

    /// The tape, with every element closed that is still open.
    public consuming func finish() throws(XMLReadError) -> XMLTape {
        while !open.isEmpty, passed == nil { end() }
        if let passed { throw passed }
        return tape
    }

    private var hasRoom: Bool {
        mutating get {
            guard passed == nil else { return false }
            guard tape.nodes.count < limits.nodes, tape.bytes.count < limits.bytes else {
                passed = .tooLarge(nodes: limits.nodes, bytes: limits.bytes)
                return false
            }
            return true
        }
    }
}
