/// A block of an article's body. Both readers, of HTML and of plain text, end in these; `text` and
/// `markdown` are written from them.
public indirect enum Block: Sendable, Equatable {
    /// `level` 1 to 6.
    case heading(level: Int, content: [Inline])
    case paragraph([Inline])
    /// One element an item; an item holds blocks. `start` is the first number of an ordered list.
    case list(ordered: Bool, start: Int, items: [[Block]])
    case quote([Block])
    /// White space is kept as it stands.
    case code(String, language: String?)
    /// The first row is the head where `hasHead`.
    case table(rows: [[[Inline]]], hasHead: Bool)
    /// A picture that stands alone: alt text is for `markdown` only.
    case image(url: String, alt: String)
    /// A note that stands apart; `Inline.footnoteReference` with the same label points to it.
    case footnote(label: String, blocks: [Block])
    case rule
}

/// A run within a block.
public indirect enum Inline: Sendable, Equatable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case code(String)
    /// `url` is absolute, http, https or mailto.
    case link(url: String, content: [Inline])
    case image(url: String, alt: String)
    /// A reference to the footnote of that label; `mark` is what the document shows for it: "1", "[1]".
    case footnoteReference(label: String, mark: String)
    case lineBreak
}
