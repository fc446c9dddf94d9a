/// A formula of TeX in one readable line: "E = mc²", "√(a² + b²)/2", "∑ᵢ₌₁ⁿ xᵢ".
///
/// Reads what mathematics on pages consists of; a command that it does not know stands as its name. One pass, linear
/// in the formula; groups nested deeper than `maxDepth` are read without their effect.
struct TeXText {
    private let source: [Unicode.Scalar]
    private var at = 0
    private var depth = 0

    private static let maxDepth = 48

    private init(_ tex: String) { source = Array(tex.unicodeScalars) }

    static func linear(_ tex: String) -> String {
        var reader = TeXText(tex)
        var line = reader.sequence(isCompact: false) { _ in false }
        while reader.at < reader.source.count {
            // A bracket too many.
            reader.at += 1
            line += reader.sequence(isCompact: false) { _ in false }
        }
        return CleanText(line).string
    }

    /// What has been written of one group.
    private struct Line {
        var text = ""
        var last: TeXSymbols.Kind?
        let isCompact: Bool
        private var needsSpace = false

        init(isCompact: Bool) { self.isCompact = isCompact }

        mutating func add(_ part: String, _ kind: TeXSymbols.Kind) {
            guard !part.isEmpty else { return }
            var kind = kind
            if kind == .binary,
                last == nil || last == .opening || last == .relation
                    || last == .binary || last == .punctuation || last == .operation
            {
                kind = .ordinary
            }
            let isSpaced = kind == .binary || kind == .relation
            let isNamed = kind == .operation && (last == .ordinary || last == .closing)
            let isApplied = last == .operation && kind == .ordinary
            if !text.isEmpty, needsSpace || isSpaced || isNamed || isApplied, !isCompact,
                kind != .punctuation, !text.hasSuffix(" ")
            {
                text += " "
            }
            text += part
            needsSpace = isSpaced || kind == .punctuation
            last = kind
        }

        /// A raised or lowered part belongs to what stands before it.
        mutating func attach(_ part: String) {
            text += part
            if last == nil { last = .ordinary }
        }

        mutating func space() {
            if !isCompact, !text.isEmpty, !text.hasSuffix(" ") { text += " " }
        }
    }

    private var scalar: Unicode.Scalar? { at < source.count ? source[at] : nil }

    /// Up to a closing brace or to where `ends` says; neither is read.
    private mutating func sequence(isCompact: Bool, ends: (String) -> Bool) -> String {
        var line = Line(isCompact: isCompact)
        while let next = scalar {
            switch next {
            case "}": return line.text
            case "{":
                line.add(group(isCompact), .ordinary)
            case "\\":
                let start = at
                let name = command()
                if ends(name) {
                    at = start
                    return line.text
                }
                add(name, to: &line)
            case "^", "_":
                at += 1
                let part = argument(isCompact: true)
                line.attach(next == "^" ? ScriptForms.raised(part) : ScriptForms.lowered(part))
            case "'":
                at += 1
                line.attach("′")
            case "&":
                at += 1
                line.space()
            case "~":
                at += 1
                line.space()
            case "$", "\u{200B}": at += 1
            case _ where next.properties.isWhitespace: at += 1
            default:
                at += 1
                line.add(
                    next == "-" ? (isCompact ? "-" : "−") : String(Character(next)),
                    TeXSymbols.kind(of: next))
            }
        }
        return line.text
    }

    /// What stands in braces.
    private mutating func group(_ isCompact: Bool) -> String {
        at += 1
        guard depth < Self.maxDepth else { return "" }
        depth += 1
        let text = sequence(isCompact: isCompact) { _ in false }
        depth -= 1
        if scalar == "}" { at += 1 }
        return text
    }

    /// A group, a command or a single character.
    private mutating func argument(isCompact: Bool) -> String {
        skipSpaces()
        guard let next = scalar, next != "}", depth < Self.maxDepth else { return "" }
        if next == "{" { return group(isCompact) }
        if next == "\\" {
            depth += 1
            defer { depth -= 1 }
            var line = Line(isCompact: isCompact)
            let name = command()
            add(name, to: &line)
            return line.text
        }
        at += 1
        return next == "-" ? "-" : String(Character(next))
    }

    /// What stands in braces as it is written.
    private mutating func raw() -> String {
        skipSpaces()
        guard scalar == "{" else {
            guard let next = scalar else { return "" }
            at += 1
            return String(Character(next))
        }
        at += 1
        var text = String.UnicodeScalarView()
        var open = 1
        while let next = scalar {
            at += 1
            if next == "{" { open += 1 } else if next == "}" { open -= 1 }
            if open == 0 { break }
            if next == "\\" {
                // A command within words only says how they are set.
                while let letter = scalar, letter.isASCII, letter.properties.isAlphabetic {
                    at += 1
                }
            } else if next != "{", next != "}", next != "$" {
                text.append(next)
            }
        }
        return String(text)
    }

    private mutating func option() -> String? {
        skipSpaces()
        guard scalar == "[", let end = source[at...].prefix(200).firstIndex(of: "]") else {
            return nil
        }
        let inner = String(String.UnicodeScalarView(source[(at + 1)..<end]))
        at = end + 1
        return inner
    }

    private mutating func skipSpaces() {
        while let next = scalar, next.properties.isWhitespace { at += 1 }
    }

    /// The name of a command, without its backslash; of a sign the sign.
    private mutating func command() -> String {
        at += 1
        guard let first = scalar else { return "" }
        at += 1
        guard first.properties.isAlphabetic, first.isASCII else { return String(Character(first)) }
        var name = String(Character(first))
        while let next = scalar, next.isASCII, next.properties.isAlphabetic {
            name.unicodeScalars.append(next)
            at += 1
        }
        if scalar == "*" { at += 1 }
        return name
    }
}

extension TeXText {
    private mutating func add(_ name: String, to line: inout Line) {
        if let symbol = TeXSymbols.commands[name] { return line.add(symbol.text, symbol.kind) }
        switch name {
        case "frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac":
            let above = argument(isCompact: line.isCompact)
            let below = argument(isCompact: line.isCompact)
            line.add(
                TeXForms.bracketed(above) + "/" + TeXForms.bracketed(below, isBelow: true),
                .ordinary)
        case "binom", "dbinom", "tbinom":
            let above = argument(isCompact: true)
            line.add("(\(above) choose \(argument(isCompact: true)))", .ordinary)
        case "sqrt": root(&line)
        case "text", "textrm", "textnormal", "mbox", "hbox", "textit", "textbf", "textsf", "texttt":
            line.attach(raw())
        case "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathcal", "mathscr", "mathfrak",
            "boldsymbol", "bm", "pmb", "bold", "rm", "bf", "it", "cal", "underline", "mathop",
            "mathbin", "mathrel", "mathord", "boxed", "cancel", "overbrace", "underbrace", "smash":
            line.add(argument(isCompact: line.isCompact), .ordinary)
        case "operatorname":
            line.add(raw(), .operation)
        case "mathbb", "Bbb":
            let letters = raw()
            line.add(TeXForms.doubleStruck[letters] ?? letters, .ordinary)
        case "hat", "widehat", "bar", "overline", "vec", "dot", "ddot", "tilde", "widetilde",
            "overrightarrow", "check", "breve", "acute", "grave":
            line.add(TeXForms.accented(argument(isCompact: line.isCompact), name), .ordinary)
        case "left", "right", "bigl", "bigr", "Bigl", "Bigr", "biggl", "biggr", "Biggl", "Biggr",
            "big", "Big", "bigg", "Bigg", "middle":
            delimiter(name, &line)
        case "begin": environment(&line)
        case "overset", "stackrel":
            let over = argument(isCompact: true)
            line.add(argument(isCompact: line.isCompact), .relation)
            line.attach(ScriptForms.raised(over))
        case "underset":
            let under = argument(isCompact: true)
            line.add(argument(isCompact: line.isCompact), .operation)
            line.attach(ScriptForms.lowered(under))
        case "color", "textcolor", "colorbox", "label", "hspace", "vspace", "phantom", "hphantom",
            "vphantom", "href", "class", "style", "require", "cssId", "end", "mspace", "kern":
            _ = raw()
        case "tag":
            line.space()
            line.add("(\(raw()))", .ordinary)
        case "\\", "newline", "cr":
            _ = option()
            if !line.text.isEmpty { line.add(";", .punctuation) }
        case ",", ";", ":", " ", "quad", "qquad", ">", "thinspace", "medspace", "thickspace":
            line.space()
        case "pmod":
            line.space()
            line.add("(mod \(argument(isCompact: true)))", .ordinary)
        case "{": line.add(name, .opening)
        case "}": line.add(name, .closing)
        case "$", "%", "#", "&", "_": line.add(name, .ordinary)
        case "|": line.add("‖", .ordinary)
        case "", "!", "(", ")", "[", "]", "displaystyle", "textstyle", "scriptstyle", "limits",
            "nolimits", "scriptscriptstyle", "nonumber", "notag", "not", "hline", "relax",
            "allowbreak", "null", "mathstrut", "strut", "tiny", "small", "large", "Large":
            break
        default: line.add(name, .ordinary)
        }
    }

    private mutating func root(_ line: inout Line) {
        let degree = option()
        let inner = argument(isCompact: line.isCompact)
        let sign =
            switch degree {
            case nil, "2": "√"
            case "3": "∛"
            case "4": "∜"
            case let degree?: ScriptForms.raised(degree) + "√"
            }
        line.add(sign + TeXForms.bracketed(inner), .ordinary)
    }

    private mutating func delimiter(_ name: String, _ line: inout Line) {
        skipSpaces()
        guard let next = scalar, next != "}" else { return }
        var sign = String(Character(next))
        if next == "\\" {
            sign = command()
            sign = TeXSymbols.commands[sign]?.text ?? (sign == "|" ? "‖" : sign)
        } else {
            at += 1
        }
        guard sign != "." else { return }
        let isOpening = name == "left" || name.hasSuffix("l")
        let kind: TeXSymbols.Kind =
            switch sign {
            case "(", "[", "{", "⟨", "⌊", "⌈": .opening
            case ")", "]", "}", "⟩", "⌋", "⌉": .closing
            default: isOpening ? .opening : .closing
            }
        line.add(sign, kind)
    }

    /// Rows of a matrix as "(a, b; c, d)", lines of a calculation one after another.
    private mutating func environment(_ line: inout Line) {
        let name = raw().filter { $0 != "*" }
        let isMatrix = name.hasSuffix("matrix") || name == "array"
        if name == "array" || name == "tabular" || name == "alignedat" {
            _ = option()
            _ = raw()
        }
        guard depth < Self.maxDepth else { return }
        depth += 1
        defer { depth -= 1 }
        var rows: [String] = []
        var areCalculations = false
        while at < source.count {
            let row = cells()
            let isCalculation = row.dropFirst().contains(where: Self.beginsRelation)
            areCalculations = areCalculations || isCalculation
            let text = Self.joined(
                row, by: (isMatrix || name == "cases") && !isCalculation ? ", " : " ")
            if !text.isEmpty { rows.append(text) }
            let start = at
            let next = command()
            if next == "end" {
                _ = raw()
                break
            }
            if start == at { break }
        }
        let inner = rows.joined(separator: "; ")
        let (open, close) =
            switch name {
            case "pmatrix": ("(", ")")
            case "bmatrix": ("[", "]")
            case "Bmatrix": ("{", "}")
            case "vmatrix": ("|", "|")
            case "Vmatrix": ("‖", "‖")
            case "cases": ("{", "")
            default: isMatrix && rows.count > 1 && !areCalculations ? ("[", "]") : ("", "")
            }
        line.add(open + inner + close, .ordinary)
    }

    /// The cells of one row, up to its line end or to the end of its surroundings.
    private mutating func cells() -> [String] {
        var cells: [String] = []
        while true {
            let cell = cell()
            if !cell.isEmpty { cells.append(cell) }
            guard scalar == "&" || scalar == "}" else { return cells }
            at += 1
        }
    }

    private static func joined(_ cells: [String], by separator: String) -> String {
        cells.reduce(into: "") { text, cell in
            if !text.isEmpty { text += text.hasSuffix(",") ? " " : separator }
            text += cell
        }
    }

    private static func beginsRelation(_ cell: String) -> Bool {
        guard let first = cell.unicodeScalars.first else { return false }
        return first != ":" && TeXSymbols.kind(of: first) == .relation
    }

    private mutating func cell() -> String {
        let start = at
        // The sign between cells ends one: what stands up to it is read by itself.
        var end = at
        var open = 0
        while end < source.count {
            let next = source[end]
            if next == "\\", end + 1 < source.count {
                if open == 0, source[end + 1] == "\\" || isNamed("end", at: end + 1) { break }
                if open == 0, isNamed("begin", at: end + 1) { open += 1 }
                if open > 0, isNamed("end", at: end + 1) { open -= 1 }
                end += 2
                continue
            }
            if next == "{" { open += 1 } else if next == "}" { open = max(0, open - 1) }
            if next == "&", open == 0 { break }
            end += 1
        }
        at = end
        let part = String(String.UnicodeScalarView(source[start..<end]))
        var reader = TeXText(part)
        reader.depth = depth
        return CleanText(reader.sequence(isCompact: false) { _ in false }).string
    }

    private func isNamed(_ name: String, at index: Int) -> Bool {
        let end = index + name.unicodeScalars.count
        return end <= source.count && source[index..<end].elementsEqual(name.unicodeScalars)
            && !(end < source.count && source[end].properties.isAlphabetic)
    }
}
