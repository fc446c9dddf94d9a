/// Raised and lowered text in plain characters: Unicode's own where every character has one ("10⁵", "H₂O"), else a
/// form that no digit before it runs into ("x^(a/b)", "x_(max)").
enum ScriptForms {
    static func raised(_ text: String) -> String {
        written(text, superscripts, mark: "^")
    }

    static func lowered(_ text: String) -> String {
        written(text, subscripts, mark: "_")
    }

    private static func written(
        _ text: String, _ forms: [Unicode.Scalar: Unicode.Scalar], mark: String
    ) -> String {
        guard !text.isEmpty else { return "" }
        if let whole = mapped(text, forms) { return whole }
        // A form that is marked already needs no second bracket.
        return text.hasPrefix("(") && text.hasSuffix(")") && !text.dropFirst().contains("(")
            ? mark + text : "\(mark)(\(text))"
    }

    private static let longestWord = 3

    /// nil where a character has no such form.
    static func mapped(_ text: String, _ forms: [Unicode.Scalar: Unicode.Scalar]) -> String? {
        // A word stays one: raised letters are read for exponents.
        if text.count > longestWord, text.allSatisfy(\.isLetter) { return nil }
        var scalars = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            guard let form = forms[scalar] ?? (kept.contains(scalar) ? scalar : nil) else {
                return nil
            }
            scalars.append(form)
        }
        return String(scalars)
    }

    /// Marks that are raised by themselves, or stand between raised numbers.
    private static let kept = Set(
        "′″‴*†‡§¶#°%ªº™®©,'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎".unicodeScalars)

    /// Raised and lowered signs, which are no letters.
    static let marks = Set("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎".unicodeScalars)

    static let superscripts = table(
        "0123456789+-−–=()aAbBcdDeEfgGhHiIjJkKlLmMnNoOpPrRstTuUvVwWxyzβγδθφχ",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᴬᵇᴮᶜᵈᴰᵉᴱᶠᵍᴳʰᴴⁱᴵʲᴶᵏᴷˡᴸᵐᴹⁿᴺᵒᴼᵖᴾʳᴿˢᵗᵀᵘᵁᵛⱽʷᵂˣʸᶻᵝᵞᵟᶿᵠᵡ")
    static let subscripts = table(
        "0123456789+-−–=()aehijklmnoprstuvxβγρφχ", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓᵦᵧᵨᵩᵪ")

    private static func table(_ plain: String, _ forms: String) -> [Unicode.Scalar: Unicode.Scalar]
    {
        Dictionary(
            zip(plain.unicodeScalars, forms.unicodeScalars), uniquingKeysWith: { first, _ in first }
        )
    }
}
