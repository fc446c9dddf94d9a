import LibXML

/// Reads the rules of style sheets that hide something, or those that show something (CSS Syntax 3 §5). Most rules do neither,
/// and are passed over as soon as that shows.
struct StyleSheetReader {
    private(set) var rules: [HidingStyles.Rule] = []
    /// Of the elements that are to be shown; nil where rules are read that hide.
    private let shown: Set<UInt64>?
    /// Whether some of them are elements without a name.
    private let namesElements: Bool
    /// Where the sheet begins, in bytes of all of them.
    private var start = 0

    /// Blocks within blocks; deeper ones are passed over.
    private static let depth = 4
    private static let most = 4_000

    /// The rules that hide something.
    init(hiding sheets: [[UInt8]]) {
        shown = nil
        namesElements = false
        read(sheets)
    }

    /// The rules that show elements of one of these names (`HidingStyles.Compound.names`).
    init(showing sheets: [[UInt8]], ofNames names: Set<UInt64>) {
        shown = names
        namesElements = names.contains { HTMLTag.allCases.count > $0 }
        read(sheets)
    }

    private mutating func read(_ sheets: [[UInt8]]) {
        for sheet in sheets {
            read(sheet[...], isAlways: true, depth: 0)
            start += sheet.count
        }
    }

    /// - Parameter isAlways: false within a condition on the screen.
    private mutating func read(_ sheet: ArraySlice<UInt8>, isAlways: Bool, depth: Int) {
        var rest = sheet
        while rules.count < Self.most,
            let mark = rest.firstIndex(where: { $0 == 0x7B || $0 == 0x3B || $0 == 0x7D })
        {
            let prelude = rest[rest.startIndex..<mark].drop { $0 <= 0x20 }
            guard rest[mark] == 0x7B else {
                rest = rest[(mark + 1)...]
                continue
            }
            let end = Self.end(of: rest[(mark + 1)...])
            let block = rest[(mark + 1)..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            if prelude.first == 0x40 {
                guard depth < Self.depth, shown != nil || Furnishing.mayConceal(block),
                    let inner = Self.condition(prelude), shown != nil || inner
                else { continue }
                read(block, isAlways: isAlways && inner, depth: depth + 1)
            } else {
                readRule(prelude, block, isAlways)
            }
        }
    }

    /// Where the block ends that a slice begins with.
    private static func end(of bytes: ArraySlice<UInt8>) -> Int {
        var open = 1
        for index in bytes.indices {
            if bytes[index] == 0x7B { open += 1 }
            if bytes[index] == 0x7D { open -= 1 }
            if open == 0 { return index }
        }
        return bytes.endIndex
    }

    /// Whether what stands in a block of this name counts on every screen; nil for print, and for what holds no rules.
    private static func condition(_ prelude: ArraySlice<UInt8>) -> Bool? {
        let text = String(decoding: prelude.prefix(400), as: UTF8.self).lowercased()
        if text.hasPrefix("@layer") { return true }
        if text.hasPrefix("@supports") || text.hasPrefix("@container") { return false }
        guard text.hasPrefix("@media") else { return nil }
        return counts(media: text.dropFirst(6).description)
    }

    /// The same of a list of media.
    static func counts(media: String) -> Bool? {
        var isAlways: Bool?
        for query in media.lowercased().split(separator: ",") {
            let words = query.split { $0 == " " || $0 == "\n" || $0 == "\t" }
            let isNot = words.first == "not"
            let name = words.first { $0 != "only" && $0 != "not" } ?? "all"
            if name == "print" || name == "speech" {
                if isNot, words.count == 2 { return true }
                continue
            }
            let isPlain =
                words.allSatisfy { $0.allSatisfy(\.isLetter) }
                && (words.count == 1 || words == ["only", "screen"])
            isAlways = (isAlways ?? false) || isPlain
        }
        return isAlways
    }

    private static let motions = Needles(["transition", "animation", "will-change"])

    /// Rules within rules are of a later CSS: what stands before them is the rule's own.
    private static func style(_ block: ArraySlice<UInt8>) -> StyleText {
        StyleText(block.prefix { $0 != 0x7B })
    }

    private mutating func readRule(
        _ prelude: ArraySlice<UInt8>, _ block: ArraySlice<UInt8>, _ isAlways: Bool
    ) {
        guard block.count <= 4_000, prelude.count <= 4_000, block.contains(0x3A) else { return }
        let selectors: [HidingStyles.Rule]
        if shown == nil {
            guard isAlways, Furnishing.mayConceal(block),
                Furnishing.conceals(Self.style(block)),
                // What moves when it opens or comes into sight is opened, or comes.
                !Self.motions.stand(in: block.span)
            else { return }
            selectors = prelude.split(separator: 0x2C).compactMap(rule)
        } else {
            guard mayName(prelude) else { return }
            selectors = prelude.split(separator: 0x2C).compactMap(rule)
            guard !selectors.isEmpty else { return }
            let style = Self.style(block)
            guard Furnishing.shows(style), !Furnishing.conceals(style) else { return }
        }
        for var rule in selectors {
            rule.isAlways = isAlways && rule.isAlways
            rules.append(rule)
        }
    }

    /// Whether a list of selectors holds one of the names that are looked for.
    private func mayName(_ prelude: ArraySlice<UInt8>) -> Bool {
        guard let shown, !namesElements else { return true }
        var rest = prelude
        while let mark = rest.firstIndex(where: { $0 == 0x2E || $0 == 0x23 }) {
            let name = rest[(mark + 1)...].prefix(while: Self.isName)
            if !name.isEmpty, shown.contains(BytesHash.of(name.span)) { return true }
            rest = rest[name.endIndex...]
        }
        return false
    }

    /// nil where the selector asks for more than names, ids and elements; of one that shows something what it asks of the element
    /// itself is told all the same.
    private func rule(of selector: ArraySlice<UInt8>) -> HidingStyles.Rule? {
        var parts: [(compound: HidingStyles.Compound, isParent: Bool)] = []
        var isParent = false
        var isWhole = true
        for word in Self.spaced(selector).split(whereSeparator: { $0 <= 0x20 }) {
            if word.elementsEqual(">".utf8) {
                isParent = true
                continue
            }
            let (compound, isPlain) = Self.compound(of: word)
            if !isPlain { isWhole = false }
            // How a part stands to the one before it.
            parts.append((compound, isParent))
            isParent = false
        }
        guard let last = parts.popLast(), parts.count < 8 else { return nil }
        let subject = last.compound
        if let shown {
            guard subject.names.contains(where: shown.contains) else { return nil }
        } else if !isWhole || !Self.isNarrow(subject) {
            return nil
        }
        var rule = HidingStyles.Rule(subject: subject)
        rule.order = start + selector.startIndex
        rule.isAlways = isWhole
        var child = last.isParent
        for part in parts.reversed() {
            rule.around.append((part.compound, child))
            child = part.isParent
        }
        return rule
    }

    /// Whether it names something: what hides the page, or its every paragraph, waits for a script.
    private static func isNarrow(_ compound: HidingStyles.Compound) -> Bool {
        if compound.isNamed { return true }
        return [.aside, .nav, .footer, .form, .dialog].contains(compound.tag)
    }

    /// Spaces around each ">", so that it is a word.
    private static func spaced(_ selector: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        for byte in selector {
            if byte == 0x3E { out += [0x20, byte, 0x20] } else { out.append(byte) }
        }
        return out
    }

    /// What a word of a selector asks for, and whether it asks for nothing else.
    private static func compound(of word: ArraySlice<UInt8>) -> (HidingStyles.Compound, Bool) {
        var compound = HidingStyles.Compound()
        var isPlain = true
        var rest = word
        while let first = rest.first {
            let tail = rest.dropFirst()
            let name = (first == 0x2E || first == 0x23 ? tail : rest).prefix(while: isName)
            if first == 0x2E, !name.isEmpty {
                compound.classes.append(name)
            } else if first == 0x23, !name.isEmpty {
                compound.id = name
            } else if !name.isEmpty, rest.startIndex == word.startIndex {
                compound.tag = tags[String(decoding: name, as: UTF8.self).lowercased()]
                if compound.tag == nil { isPlain = false }
            } else {
                return (compound, false)
            }
            rest = rest[name.endIndex...]
        }
        return (compound, isPlain && !word.isEmpty)
    }

    private static func isName(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F, 0x80...: true
        default: false
        }
    }

    private static let tags = Dictionary(
        HTMLTag.allCases.dropFirst(4).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }
    )
}
