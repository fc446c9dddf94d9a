/// Tells figures that a sign may stand before from those of lists: "- 4 °C" is below zero, "- 4 eggs" is an item.
enum SignedFigure {
    /// Whether the bullets of a run of items are signs: every item begins with a figure, and "+" adds to anything, "-"
    /// takes from what is measured. One line alone is no list.
    static func areSigns(_ items: ArraySlice<ListMarks.Item>) -> Bool {
        guard let first = items.first?.mark.first, "-–+".contains(first) else { return false }
        return items.allSatisfy { item in
            guard let rest = rest(behindFigure: item.text) else { return false }
            return first == "+" || items.count == 1 || isMeasured(rest)
        }
    }

    /// What stands behind the figure that a text begins with; nil where none stands there, or it is a year, a day, a time
    /// or an ordinal, which bear no sign.
    private static func rest(behindFigure text: String) -> Substring? {
        let bare = text.drop { "€$£¥".contains($0) }
        let figure = bare.prefix { $0.isNumber || ".,:/".contains($0) }
        guard figure.first?.isNumber ?? false else { return nil }
        let rest = bare[figure.endIndex...]
        let digits = figure.filter(\.isNumber)
        let isYear =
            digits.count == 4 && digits.count == figure.count && "12".contains(figure.prefix(1))
        if isYear || figure.contains(":") || figure.hasSuffix(".") || figure.hasSuffix(",") {
            return rest.isEmpty && !figure.contains(":") && !isYear ? rest : nil
        }
        let word = rest.drop { $0 == " " }.prefix { !$0.isWhitespace }
        let folded = TextFolding.fold(String(word)).trimmed(of: ".,:;")
        if MonthNames.month(folded) != nil || times.contains(folded) { return nil }
        if rest.first?.isLetter ?? false, ordinals.contains(folded) { return nil }
        return rest
    }

    /// Whether a unit follows of what rises and falls.
    private static func isMeasured(_ rest: Substring) -> Bool {
        let next = rest.drop { $0 == " " }
        guard let sign = next.unicodeScalars.first else { return false }
        if "%‰°℃℉".unicodeScalars.contains(sign)
            || sign.properties.generalCategory == .currencySymbol
        {
            return true
        }
        let word = TextFolding.fold(String(next.prefix { $0.isLetter }))
        return units.contains(word)
    }

    private static let times: Set<String> = [
        "am", "a.m", "pm", "p.m", "uhr", "h", "o'clock", "heures", "ч", "час", "часов",
    ]
    private static let ordinals: Set<String> = [
        "st", "nd", "rd", "th", "er", "e", "eme", "ere", "de", "ste", "o", "a", "x", "d",
    ]
    /// Folded.
    private static let units = Set(
        """
        degree degrees grad degre degres grado grados gradi grau graus graden grader stopnie stopni stopnia stupen stupnu
        градус градуса градусов градуси градусів derece fok astetta c f celsius fahrenheit 度
        percent per percentage prozent prozentpunkte pour por percento procent prosent prosenttia procento procenta
        procentu процент процента процентов відсотків yuzde szazalek point points punkt punkte punkten puntos punti pontos
        пункт пункта пунктов euro euros eur usd gbp dollar dollars pound pounds pfund mio mrd million millions millionen
        """.split(whereSeparator: \.isWhitespace).map(String.init))
}
