/// Cuts a text into lines, blank ones counted, ends of any system understood.
struct LineSplitter {
    /// One line as it stands, without its end and without white space behind.
    struct RawLine {
        /// Tabs are expanded, exotic spaces plain, invisible characters gone.
        var text: String
        var indent: Int
        /// Characters, the indent included.
        var width: Int
        var blanksBefore: Int
    }

    static func lines(of text: String) -> [RawLine] {
        var lines: [RawLine] = []
        var blanks = 0
        var current: [Unicode.Scalar] = []
        var wasReturn = false
        func close() {
            while let last = current.last, last == " " { current.removeLast() }
            let indent = current.prefix { $0 == " " }.count
            if indent == current.count {
                blanks += 1
            } else {
                var view = String.UnicodeScalarView()
                view.append(contentsOf: current[indent...])
                lines.append(
                    RawLine(
                        text: String(view), indent: indent, width: current.count,
                        blanksBefore: blanks))
                blanks = 0
            }
            current.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars {
            defer { wasReturn = scalar == "\r" }
            switch scalar.value {
            case 0x0A:
                if !wasReturn { close() }
            case 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: close()
            case 0x09:
                let columns = 8 - current.count % 8
                for _ in 0..<columns { current.append(" ") }
            case 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F: current.append(" ")
            case 0x3000:
                current.append(" ")
                current.append(" ")
            case 0x00...0x1F, 0x7F, 0x200B, 0x2060, 0xFEFF, 0xFFF9...0xFFFC: continue
            default: current.append(scalar)
            }
        }
        if !current.isEmpty { close() }
        return lines
    }

    /// All lines, blank ones included, with tabs expanded and nothing else taken away.
    static func plainLines(of text: String) -> [String] {
        var lines: [String] = []
        for line in Self.lines(of: text) {
            for _ in 0..<min(line.blanksBefore, 3) { lines.append("") }
            lines.append(String(repeating: " ", count: min(line.indent, 400)) + line.text)
        }
        return lines
    }
}
