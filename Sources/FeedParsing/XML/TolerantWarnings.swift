/// What was mended in an ill-formed document, each kind said once.
struct TolerantWarnings {
    enum Fault: Int, CaseIterable {
        case ampersand, strayLessThan, controlCharacter, strayEndTag, unclosedElement
    }

    private var seen = [Bool](repeating: false, count: Fault.allCases.count)

    mutating func add(_ fault: Fault) {
        seen[fault.rawValue] = true
    }

    var texts: [String] {
        Fault.allCases.filter { seen[$0.rawValue] }.map { fault in
            switch fault {
            case .ampersand: "ampersands or entities that XML does not define, taken as text"
            case .strayLessThan: "a < that begins no tag, taken as text"
            case .controlCharacter: "control characters, dropped"
            case .strayEndTag: "end tags without a start, dropped"
            case .unclosedElement: "elements without an end, closed"
            }
        }
    }
}
