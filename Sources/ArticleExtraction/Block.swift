/// A block of an article's body. Both readers, of HTML and of plain text, end in these; `text` and
/// `markdown` are written from them.
///
/// Only what is rare stands in boxes of its own: a page may have a million paragraphs.
public enum Block: Sendable, Equatable {
    /// `level` 1 to 6.
    indirect case heading(level: Int, content: [Inline])
    case paragraph([Inline])
    /// One element an item; an item holds blocks. `start` is the first number of an ordered list.
    indirect case list(ordered: Bool, start: Int, items: [[Block]])
    case quote([Block])
    /// White space is kept as it stands.
    indirect case code(String, language: String?)
    /// The first row is the head where `hasHead`.
    indirect case table(rows: [[[Inline]]], hasHead: Bool)
    /// A picture that stands alone: alt text is for `markdown` only.
    indirect case image(url: String, alt: String)
    /// A note that stands apart; `Inline.footnoteReference` with the same label points to it.
    indirect case footnote(label: String, blocks: [Block])
    /// A file or a page that belongs to the article and is no part of its text: a film, a podcast's sound, the page
    /// that a link post speaks of. For `markdown` only.
    indirect case attachment(url: String, label: String)
    case rule
}

/// A run within a block.
public enum Inline: Sendable, Equatable {
    case text(String)
    case emphasis([Inline])
    case strong([Inline])
    case code(String)
    /// Text that its author has struck out.
    case struck([Inline])
    /// A formula as TeX; `isDisplay` where it stands on a line of its own.
    indirect case formula(tex: String, isDisplay: Bool)
    /// `url` is absolute, http, https or mailto.
    indirect case link(url: String, content: [Inline])
    indirect case image(url: String, alt: String)
    /// A reference to the footnote of that label; `mark` is what the document shows for it: "1", "[1]".
    indirect case footnoteReference(label: String, mark: String)
    case lineBreak
}
