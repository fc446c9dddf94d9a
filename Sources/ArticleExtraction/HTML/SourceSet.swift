/// The candidates of a `srcset` (WHATWG HTML §4.8.4.2.1): an address reaches to the next white space, so that it may hold commas;
/// what describes it, to the next comma, behind which the next candidate may begin at once.
struct SourceSet: Sequence {
    struct Candidate {
        var url: String
        /// In pixels; nil where the list speaks of densities.
        var width: Double?
        /// 1 where nothing is said.
        var density = 1.0
    }

    let text: Substring.UTF8View

    init(_ text: String) { self.text = text[...].utf8 }

    func makeIterator() -> Iterator { Iterator(rest: text) }

    struct Iterator: IteratorProtocol {
        fileprivate var rest: Substring.UTF8View

        mutating func next() -> Candidate? {
            rest = rest.drop { $0.isBlank || $0 == SourceSet.comma }
            let word = rest.prefix { !$0.isBlank }
            guard !word.isEmpty else { return nil }
            rest = rest[word.endIndex...]
            let url = word.dropCommas()
            var candidate = Candidate(url: String(Substring(url)))
            if url.endIndex == word.endIndex { readDescriptors(into: &candidate) }
            return candidate
        }

        private mutating func readDescriptors(into candidate: inout Candidate) {
            let descriptors = rest.prefix { $0 != SourceSet.comma }
            rest = rest[descriptors.endIndex...]
            for word in descriptors.split(whereSeparator: \.isBlank) {
                guard let number = Double(Substring(word.dropLast())), number > 0 else { continue }
                switch word.last {
                case UInt8(ascii: "w"): candidate.width = number
                case UInt8(ascii: "x"): candidate.density = number
                default: continue
                }
            }
        }
    }

    fileprivate static let comma = UInt8(ascii: ",")
}

extension UInt8 {
    fileprivate var isBlank: Bool { self <= 0x20 }
}

extension Substring.UTF8View {
    fileprivate func dropCommas() -> Substring.UTF8View {
        guard let last = lastIndex(where: { $0 != SourceSet.comma }) else { return prefix(0) }
        return self[...last]
    }
}
