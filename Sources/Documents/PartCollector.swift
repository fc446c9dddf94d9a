import BriefModel

/// Takes what comes out of a file, within its limits, and keeps one turn of it.
///
/// Each turn goes through the whole file, so that one that holds too much is told before anything of it is filed.
struct PartCollector {
    let limits: UnpackLimits
    /// The index of the first document that is kept.
    private let first: Int
    private var count = 0
    /// Two files of one name are two: whoever goes on after a crash knows them by it.
    private var names: Set<String> = []
    private var kept = 0
    private var unpacked = 0
    private(set) var result = UnpackedFile()
    /// Why the first thing that is missed was left out.
    private(set) var firstFault: DocumentsError?

    /// Bytes of an archive once its coat of compression is off, or of one in another.
    private static let largestContainer = 128 << 20
    /// So many names of what is left out are kept; the others are counted.
    private static let named = 500

    init(limits: UnpackLimits, first: Int) {
        self.limits = limits
        self.first = first
    }

    var isEmpty: Bool { count == 0 }

    /// Bytes that may still be unpacked for one document: one more than is allowed is told from what fits.
    var room: Int { min(limits.file, limits.total - unpacked) }

    /// The same for a file that itself holds several; it is held in one piece, which takes memory.
    var roomOfContainer: Int { min(limits.total - unpacked, Self.largestContainer) }

    /// Counts what was unpacked, whether or not it is kept.
    mutating func note(unpacked bytes: Int) throws(DocumentsError) {
        unpacked += bytes
        guard unpacked <= limits.total else { throw tooLarge }
    }

    mutating func add(_ part: PackedDocument) throws(DocumentsError) {
        guard count < limits.parts else {
            throw DocumentsError(
                .tooLarge, "it holds more than \(limits.parts) documents; divide it")
        }
        var part = part
        if !part.name.isEmpty, !names.insert(part.name).inserted {
            part.name = EntryName.numbered(part.name) { names.insert($0).inserted }
        }
        defer { count += 1 }
        guard count >= first, result.next == nil else { return }
        if !result.parts.isEmpty, kept + part.bytes.count > limits.turn {
            result.next = count
            return
        }
        kept += part.bytes.count
        result.parts.append(part)
    }

    mutating func leaveOut(_ name: String, _ fault: DocumentsError) {
        firstFault = firstFault ?? fault
        leaveOut(LeftOut(name: name, why: fault.description, isMissed: true))
    }

    /// Of no kind that is read.
    mutating func leaveOut(_ name: String, asOf kind: String) {
        leaveOut(LeftOut(name: name, why: "it is \(kind)", isMissed: false))
    }

    private mutating func leaveOut(_ one: LeftOut) {
        guard first == 0 else { return }
        result.leftOutCount += 1
        if result.leftOut.count < Self.named { result.leftOut.append(one) }
    }

    var tooLarge: DocumentsError {
        DocumentsError(
            .tooLarge,
            "more than \(limits.total) bytes come out of it, or \(Self.largestContainer) of one archive;"
                + " take out what you need, and drop that")
    }

    var tooLargeForOne: DocumentsError {
        DocumentsError(.tooLarge, "it is larger than \(limits.file) bytes")
    }
}
