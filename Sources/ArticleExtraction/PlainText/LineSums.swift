/// Running sums over the lines of a text: `[end] - [start]` is the sum over a stretch.
struct LineSums {
    private(set) var weight: [Double] = [0]
    private(set) var prose: [Double] = [0]
    /// Lines of each kind.
    private(set) var furniture: [Double] = [0]
    private(set) var dated: [Double] = [0]
    private(set) var short: [Double] = [0]
    private(set) var asking: [Double] = [0]
    private(set) var items: [Double] = [0]
    private(set) var comments: [Double] = [0]
    private(set) var related: [Double] = [0]
    private(set) var apart: [Double] = [0]

    init(_ lines: [LineTraits]) {
        for line in lines {
            Self.add(line.weight, to: &weight)
            Self.add(line.isProse ? line.weight : 0, to: &prose)
            Self.add(line.isFurniture ? 1 : 0, to: &furniture)
            Self.add(line.isDated ? 1 : 0, to: &dated)
            Self.add(line.weight <= 14 && !line.endsSentence ? 1 : 0, to: &short)
            Self.add(line.asksOrShouts ? 1 : 0, to: &asking)
            let isItem = line.line.marker == .bullet
            Self.add(isItem ? 1 : 0, to: &items)
            Self.add(line.kind == .comments ? 1 : 0, to: &comments)
            Self.add(line.kind == .related ? 1 : 0, to: &related)
            Self.add(line.line.blanksBefore > 0 ? 1 : 0, to: &apart)
        }
    }

    private static func add(_ value: Double, to sums: inout [Double]) {
        sums.append((sums.last ?? 0) + value)
    }
}

extension LineTraits {
    /// A short line that names a date or an author: it opens a post, a comment or an entry of a list.
    var isDated: Bool { weight <= 30 && (date != nil || byline != nil) }

    var asksOrShouts: Bool {
        switch line.text.unicodeScalars.last {
        case "?", "!", "？", "！": true
        default: false
        }
    }
}
