/// How parts of a formula are written in a line: fractions with brackets where they need them, accents, letters of sets.
enum TeXForms {
    /// In brackets where it is more than one number or name.
    static func bracketed(_ text: String, isBelow: Bool = false) -> String {
        let isOne = text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0.properties.numericType != nil
                || ".,√′".unicodeScalars.contains($0)
                || ScriptForms.marks.contains($0)
        }
        let isWrapped =
            text.hasPrefix("(") && text.hasSuffix(")") && !text.dropFirst().contains("(")
        if isBelow, !isWrapped, !text.allSatisfy({ $0.isNumber || $0 == "." }) {
            // "v/2g" would be read in two ways.
            let letters = text.unicodeScalars.filter {
                !ScriptForms.marks.contains($0) && !$0.properties.isDiacritic && $0 != "′"
            }
            if letters.count > 1 { return "(\(text))" }
        }
        return isOne || isWrapped ? text : "(\(text))"
    }

    static func accented(_ text: String, _ name: String) -> String {
        guard text.count == 1, let mark = accents[name] else { return text }
        return text + mark
    }

    private static let accents = [
        "hat": "\u{302}", "widehat": "\u{302}", "bar": "\u{304}", "overline": "\u{305}",
        "vec": "\u{20D7}", "overrightarrow": "\u{20D7}", "dot": "\u{307}", "ddot": "\u{308}",
        "tilde": "\u{303}", "widetilde": "\u{303}", "check": "\u{30C}", "breve": "\u{306}",
        "acute": "\u{301}", "grave": "\u{300}",
    ]
    static let doubleStruck = [
        "R": "ℝ", "N": "ℕ", "Z": "ℤ", "Q": "ℚ", "C": "ℂ", "P": "ℙ", "H": "ℍ", "E": "𝔼", "F": "𝔽",
        "1": "𝟙",
    ]
}
