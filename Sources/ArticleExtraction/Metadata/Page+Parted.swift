import LibXML

extension Page {
    /// The text of an element, parted where style sheets part it and the text does not: between elements that a style makes
    /// blocks of, and where the words of one element touch those of the next, as a kicker's do: "Climate" and "Drill until
    /// it is hot". nil where nothing has to be parted.
    ///
    /// - Parameter isLoose: whether any two words that touch are parted where elements meet: "By" and "by Ada Marl".
    func parted(_ node: Int, isLoose: Bool = false) -> String? {
        var text = PartedText(isLoose: isLoose)
        var borders: [Int] = []
        for place in node..<Int(tree.nodes[node].end) {
            while let border = borders.last, border <= place {
                text.part()
                borders.removeLast()
            }
            guard tag(place) == .text else {
                guard isStyledBlock(place) else { continue }
                text.part()
                borders.append(Int(tree.nodes[place].end))
                continue
            }
            let holder = parent(place)
            guard !spoken.contains(holder) else { continue }
            let words = String(decoding: tree.textBytes(place), as: UTF8.self)
            text.add(words, isNamed: holder != node && tree.has(.class, holder))
        }
        return text.isParted ? CleanText(text.string).nonEmpty : nil
    }

    private func isStyledBlock(_ node: Int) -> Bool {
        guard let style = tree.attribute(.style, of: node)?.lowercased() else { return false }
        return style.filter { $0 != " " }.holds("display:block")
    }
}

/// Text that is put together from elements.
private struct PartedText {
    let isLoose: Bool
    private(set) var string = ""
    private(set) var isParted = false
    /// Whether the element of the last words has a class, and how many words they are.
    private var last = (isNamed: false, words: 0)

    init(isLoose: Bool) { self.isLoose = isLoose }

    mutating func part() {
        string += " "
        isParted = true
    }

    mutating func add(_ words: String, isNamed: Bool) {
        let count = words.split(whereSeparator: \.isWhitespace).count
        if touches(words), isLoose || last.words > 1 || last.isNamed && count > 1 { part() }
        string += words
        if count > 0 { last = (isNamed, count) }
    }

    /// Whether the end of a word meets a capital or the quotation mark that opens a sentence.
    private func touches(_ words: String) -> Bool {
        guard let end = string.last, let start = words.first else { return false }
        // A letter by itself is an initial, or set larger.
        if isLoose, end.isLetter, start.isLetter, string.dropLast().last?.isLetter ?? false {
            return true
        }
        guard
            end.isLowercase || end.isNumber || "?!.)”“\"»".contains(end)
        else { return false }
        return start.isUppercase || "„“«\"‘".contains(start) && end.isLowercase
    }
}
