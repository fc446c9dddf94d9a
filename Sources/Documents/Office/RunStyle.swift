/// How a run of text is set, as far as an article says it.
struct RunStyle: Equatable {
    var isBold = false
    var isItalic = false
    var isStruck = false
    var isRaised = false
    var isLowered = false
    var link: String?

    /// Markup around a run's markup.
    func around(_ markup: String) -> String {
        guard !markup.allSatisfy(\.isWhitespace) else { return markup }
        var result = markup
        if isRaised { result = "<sup>\(result)</sup>" }
        if isLowered { result = "<sub>\(result)</sub>" }
        if isStruck { result = "<s>\(result)</s>" }
        if isItalic { result = "<i>\(result)</i>" }
        if isBold { result = "<b>\(result)</b>" }
        if let link { result = "<a href=\"\(Markup.escaped(link))\">\(result)</a>" }
        return result
    }
}

/// Puts runs together; neighbours that are set alike become one, as programs cut them at every edit.
struct RunWriter {
    private var markup = ""
    private var pending = ""
    private var style = RunStyle()

    mutating func add(_ text: String, _ style: RunStyle) {
        add(markup: Markup.escaped(text), style)
    }

    mutating func add(markup: String, _ style: RunStyle) {
        if style != self.style {
            flush()
            self.style = style
        }
        pending += markup
    }

    mutating func finish() -> String {
        flush()
        defer { markup = "" }
        return markup
    }

    private mutating func flush() {
        markup += style.around(pending)
        pending = ""
    }
}
