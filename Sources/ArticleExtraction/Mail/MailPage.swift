import BriefModel
import LibXML

/// The HTML body of a mail: a letter, of which nearly all is the article, or a whole page that somebody sent.
enum MailPage {
    /// Whether a mail's page is one of the web: it has what letters are not made of.
    static func isPage(_ utf8: [UInt8]) -> Bool {
        signs.stand(in: utf8.span)
    }

    /// For each passage whether it is the letter's.
    static func verdict(of page: Page, language: String?) -> BodyVerdict {
        var verdict = ContentBody.verdict(of: page, language: language)
        let kept = page.passages.indices.filter { verdict.kept[$0] }
        let furniture = MailFurniture(kept.map { line($0, in: page) })
        for (place, index) in kept.enumerated() where furniture.dropped.contains(place) {
            verdict.drop(index, .letter)
        }
        return verdict
    }

    private static func line(_ index: Int, in page: Page) -> MailFurniture.Line {
        let passage = page.passages[index]
        let length = passage.census.length
        let text = length <= 200 ? page.string(index) : String(page.string(index).prefix(400))
        return MailFurniture.Line(
            text: TextFolding.fold(text), length: length, isProse: ProseSums.isProse(passage),
            isHeading: page.tag(passage.block).headingLevel != nil)
    }

    private static let signs = Needles([
        "<nav", "<article", "<main", "rel=\"canonical\"", "rel='canonical'", "rel=canonical",
        "property=\"og:", "property='og:",
    ])
}
