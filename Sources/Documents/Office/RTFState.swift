/// What holds at a place of an RTF file; groups inherit it, and leave it as it was.
struct RTFState {
    enum Destination: Equatable {
        case body, skipped, fonts, styles, title, author, dates, revisionDates, note, instruction
        /// The mark of a list's item, as it is shown.
        case mark
    }

    var destination = Destination.body
    /// `\*` stands before it: who does not know what follows passes over it.
    var isOptional = false
    var isNote = false
    var font: Int?
    /// Characters that stand in for one that `\u` gives.
    var skipCount = 1
    var run = RunStyle()
    /// Of letters, in half points.
    var size = 24
    var isHidden = false
    var isDeleted = false
    var link: String?
    /// Of the paragraph, or the one that is described.
    var style = 0
    var outline: Int?
    var isInTable = false
    var list: Int?
    var level = 0

    mutating func opensGroup() { isOptional = false }

    /// Sets what runs and paragraphs look like.
    mutating func set(_ word: String, _ number: Int?) {
        let isOn = number != 0
        switch word {
        case "b": run.isBold = isOn
        case "i": run.isItalic = isOn
        case "fs": size = number ?? 24
        case "strike", "striked": run.isStruck = isOn
        case "super": (run.isRaised, run.isLowered) = (isOn, false)
        case "sub": (run.isRaised, run.isLowered) = (false, isOn)
        case "up": run.isRaised = (number ?? 6) > 0
        case "dn": run.isLowered = (number ?? 6) > 0
        case "nosupersub": (run.isRaised, run.isLowered) = (false, false)
        case "v": isHidden = isOn
        case "deleted": isDeleted = isOn
        case "plain":
            run = RunStyle()
            size = 24
            isHidden = false
            isDeleted = false
        case "pard":
            (style, outline, isInTable, list, level) = (0, nil, false, nil, 0)
        case "s": style = number ?? 0
        case "outlinelevel": outline = number
        case "intbl": isInTable = true
        case "ls": list = number
        case "ilvl": level = max(0, min(8, number ?? 0))
        default: break
        }
    }

    /// Control words that begin a destination. Those of shapes are text again.
    static let destinations: [String: Destination] = {
        var result: [String: Destination] = [
            "fonttbl": .fonts, "stylesheet": .styles, "title": .title, "author": .author,
            "creatim": .dates, "revtim": .revisionDates, "footnote": .note, "fldinst": .instruction,
            "listtext": .mark, "pntext": .mark, "shptxt": .body,
        ]
        for word in [
            "colortbl", "pict", "object", "header", "headerl", "headerr", "headerf", "footer",
            "footerl", "footerr", "footerf", "listtable", "listoverridetable", "revtbl", "rsidtbl",
            "generator", "xmlnstbl", "themedata", "colorschememapping", "datastore",
            "latentstyles", "bkmkstart", "bkmkend", "nonshppict", "shpinst", "do", "annotation",
            "atnid", "atnauthor", "atntime", "atnref", "atndate", "subject", "operator",
            "keywords", "comment", "doccomm", "company", "manager", "category", "hlinkbase",
            "printim", "buptim", "ftnsep", "ftnsepc", "ftncn", "aftnsep", "aftnsepc",
            "aftncn", "tc", "tcn", "xe", "private", "fldtype", "datafield", "mmathPr",
            "passwordhash",
            "userprops", "filetbl", "pgptbl", "pnseclvl", "pn", "wgrffmtfilter", "upr", "sp",
        ] { result[word] = .skipped }
        return result
    }()

    /// Where `HYPERLINK "https://…"` leads to.
    static func link(in instruction: String) -> String? {
        let words = instruction.split(whereSeparator: \.isWhitespace)
        guard words.first?.uppercased() == "HYPERLINK", words.count > 1 else { return nil }
        let target = words[1].filter { $0 != "\"" }
        let lower = target.lowercased()
        return ["http://", "https://", "mailto:"].contains(where: lower.hasPrefix) ? target : nil
    }
}
