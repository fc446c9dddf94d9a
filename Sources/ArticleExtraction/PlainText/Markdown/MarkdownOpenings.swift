/// The marks and brackets that are open at a place in a block of Markdown, the innermost last.
///
/// Each is put in once and taken out once. What is known of the runs between two of them is kept with the outer one,
/// so that nothing has to be looked through when it closes.
struct MarkdownOpenings {
    enum Kind {
        /// A run of marks that may open emphasis.
        case mark(String)
        case bracket(isImage: Bool)
    }

    /// What stands between an opening and the next one.
    struct Content {
        /// Runs within runs.
        var depth = 0
        /// Brackets that turned out to be text.
        var pairs = 0

        mutating func add(_ other: Content) {
            depth = max(depth, other.depth)
            pairs += other.pairs
        }
    }

    struct Opening {
        let kind: Kind
        /// Its place among the pieces.
        let piece: Int
        var content = Content()
    }

    private var stack: [Opening] = []
    private var marks: [String: Int] = [:]
    private var brackets = 0

    mutating func open(_ kind: Kind, piece: Int) {
        stack.append(Opening(kind: kind, piece: piece))
        switch kind {
        case .mark(let run): marks[run, default: 0] += 1
        case .bracket: brackets += 1
        }
    }

    func holds(mark run: String) -> Bool { marks[run, default: 0] > 0 }

    /// Takes out the innermost of these marks, and what is open within; nil where none is open.
    mutating func close(mark run: String) -> Opening? {
        guard holds(mark: run) else { return nil }
        return close {
            if case .mark(let other) = $0 { return other == run }
            return false
        }
    }

    /// Takes out the innermost bracket, and what is open within.
    mutating func closeBracket() -> Opening? {
        guard brackets > 0 else { return nil }
        return close {
            if case .bracket = $0 { return true }
            return false
        }
    }

    private mutating func close(_ isWanted: (Kind) -> Bool) -> Opening? {
        var content = Content()
        while var last = stack.popLast() {
            switch last.kind {
            case .mark(let run): marks[run, default: 1] -= 1
            case .bracket: brackets -= 1
            }
            content.add(last.content)
            if isWanted(last.kind) {
                last.content = content
                return last
            }
        }
        return nil
    }

    /// Tells the innermost opening what came to stand behind it.
    mutating func note(_ content: Content) {
        guard !stack.isEmpty else { return }
        stack[stack.count - 1].content.add(content)
    }
}
