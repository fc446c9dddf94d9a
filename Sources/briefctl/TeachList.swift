import BriefModel

/// The blocks of a page as numbered lines, and what somebody says of them.
enum TeachList {
    /// Longer blocks are cut here: which one it is can be told from its beginning.
    private static let shown = 90

    /// "keep 3  The first words of it".
    static func line(_ number: Int, isKept: Bool, _ text: String) -> String {
        let cut = text.count > shown ? text.prefix(shown) + "…" : text
        return "\(isKept ? "keep" : "drop") \(number)  \(cut.printable)"
    }

    /// What an editor is given.
    static func text(of passages: [ExplainedPassage], subject: String) -> String {
        let lines = passages.enumerated().map { line($0 + 1, isKept: $1.isKept, $1.text) }
        return """
            # briefctl teach \(subject.printable)
            #
            # Which of these blocks are the article? Write keep (k) or drop (d) before their numbers.
            # What you change is remembered for the site's next pages, by its place and by its words.
            # Lines that you delete stay as they are; without any change nothing is remembered.

            \(lines.joined(separator: "\n"))

            """
    }

    /// What is to become of each block.
    ///
    /// - Throws: for a line that says nothing of a block.
    static func read(_ text: String, of passages: [ExplainedPassage]) throws -> [Bool] {
        var wanted = passages.map(\.isKept)
        for line in text.split(separator: "\n") {
            let words = line.split(maxSplits: 2) { $0 == " " || $0 == "\t" }
            guard let verb = words.first, verb.first != "#" else { continue }
            guard words.count > 1, let number = Int(words[1]), wanted.indices.contains(number - 1)
            else {
                throw Failure.usage(
                    "\"\(String(line.prefix(60)).printable)\" names no block: write keep or drop, and a"
                        + " number from 1 to \(wanted.count). Nothing was remembered.")
            }
            switch verb {
            case "keep", "k": wanted[number - 1] = true
            case "drop", "d": wanted[number - 1] = false
            default:
                throw Failure.usage(
                    "\"\(String(verb).printable)\" is neither keep nor drop (block \(number))."
                        + " Nothing was remembered.")
            }
        }
        return wanted
    }

    /// The numbers of "3,5-7".
    ///
    /// - Throws: where one is no block's.
    static func numbers(_ text: String, of count: Int) throws -> [Int] {
        try text.split(separator: ",").flatMap { part -> ClosedRange<Int> in
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
            guard ends.count <= 2, let first = ends.first.flatMap({ Int($0) }),
                let last = ends.last.flatMap({ Int($0) }), first >= 1, first <= last, last <= count
            else {
                throw Failure.usage(
                    "\(String(part).printable) is no block: they are numbered 1 to \(count); give"
                        + " numbers and ranges such as 3,5-7")
            }
            return first...last
        }
    }

    /// What is remembered where somebody wants other blocks than were kept: the lines themselves, and their places, which
    /// say nothing where they hold both.
    static func labels(of passages: [ExplainedPassage], wanted: [Bool]) -> PageLabels {
        let changed = passages.indices.filter { wanted[$0] != passages[$0].isKept }
        var labels = PageLabels()
        for index in changed {
            guard let line = passages[index].line else { continue }
            if wanted[index] { labels.kept.append(line) } else { labels.dropped.append(line) }
        }
        let places = Set(changed.compactMap { passages[$0].place })
        for index in passages.indices {
            guard let place = passages[index].place, places.contains(place) else { continue }
            if wanted[index] { labels.kept.append(place) } else { labels.dropped.append(place) }
        }
        labels.kept = Array(Set(labels.kept).sorted().prefix(PageLabels.most))
        labels.dropped = Array(Set(labels.dropped).sorted().prefix(PageLabels.most))
        return labels
    }
}
