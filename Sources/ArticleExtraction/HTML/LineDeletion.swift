/// Why a rule took a line out of a body that the judge had put it into.
struct LineDeletion: Equatable, Sendable {
    enum Rule: Equatable, Sendable {
        /// A phrase of furniture makes up most of it.
        case furniture(Furniture.Kind)
        /// The element around it says that it names the author or the date.
        case details
        /// It stands below a picture, and goes with it.
        case caption
        /// Nothing but a link, between paragraphs.
        case link
        /// The page does not show it.
        case hidden
        /// Below the heading of what readers wrote.
        case comments
        /// In an article of its own below the page's.
        case nextArticle
        /// A fact before the text: the title again, the byline, the date, the time that reading takes.
        case opening(OpeningLines.Kind)
        /// On the author, at the end.
        case authorNote
        /// Heads nothing that is kept.
        case heading
        /// What feeds add behind the content of an entry.
        case feedNote
        /// In a box that its class names: a newsletter, a poll, a player, a note on the author.
        case box
        /// A tag of the site's software that it did not replace, or a line of no letters that keeps a distance.
        case shortcode
        /// What newsletters put around their text.
        case letter
        /// Stands there a second time, for screens of another size.
        case copy
    }

    var rule: Rule
    /// What made it so, folded; nil where no words did.
    var phrase: String?
}

extension BodyVerdict {
    /// Takes a line out of the body; the first rule is the one that is told.
    mutating func drop(_ index: Int, _ rule: LineDeletion.Rule, phrase: String? = nil) {
        guard kept[index] else { return }
        kept[index] = false
        deletions[index] = LineDeletion(rule: rule, phrase: phrase)
    }
}
