import LibXML

/// A part of a page that is not the article, as tags and class names tell it.
enum PagePart {
    /// In words; nil where the element is no such part.
    static func words(_ tag: HTMLTag, _ roles: Roles) -> String? {
        if let words = words(tag) { return words }
        // A name that speaks for the article as well says nothing.
        guard roles.isDisjoint(with: .favourable) else { return nil }
        return named.first { roles.contains($0.0) }?.1
    }

    private static func words(_ tag: HTMLTag) -> String? {
        switch tag {
        case .nav: "in the navigation"
        case .footer: "in a footer"
        case .aside: "beside the article (aside)"
        case .form: "in a form"
        case .dialog: "in a dialog"
        case .header: "in the header"
        case .figcaption: "a caption"
        default: nil
        }
    }

    /// The most telling role first: names like "footer-share" stand for several.
    private static let named: [(Roles, String)] = [
        (.consent, "in a notice on consent or payment"), (.comments, "in the comments"),
        (.newsletter, "in a newsletter or subscription box"), (.share, "in a share bar"),
        (.related, "in a list of other articles"), (.advertisement, "in an advertisement"),
        (.breadcrumb, "in the breadcrumbs"), (.login, "in a box to log in"),
        (.paging, "between pages"), (.search, "in a search box"), (.tags, "in a list of tags"),
        (.author, "in a note on the author"), (.caption, "a caption"),
        (.navigation, "in the navigation"), (.footer, "in a footer"),
        (.sidebar, "beside the article"), (.popup, "in a pop-up"), (.widget, "in a widget"),
        (.tools, "among the page's tools"), (.teaser, "in a teaser of another page"),
        (.details, "in the details around the article"), (.header, "in the header"),
        (.product, "in an offer"),
    ]
}
