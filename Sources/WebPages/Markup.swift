import BriefModel
import Outputs

/// A piece of a page. Whatever becomes one from outside is text, and stands escaped; the only ways past that are tags of
/// ours and what `ArticleHTML` writes.
public struct Markup: Sendable, Equatable, ExpressibleByStringInterpolation {
    /// HTML, whole elements.
    public private(set) var html: String

    /// Text of ours.
    public init(stringLiteral text: String) { html = text.printableHTML }

    private init(html: String) { self.html = html }

    /// Text that means nothing but itself; what is longer ends with an ellipsis.
    ///
    /// - Parameter limit: characters, of which each counts as three bytes of what it becomes.
    static func text(_ text: String, limit: Int = 400) -> Markup {
        var html = ""
        var count = 0
        for character in text {
            let next = String(character).printableHTML
            guard count < limit, html.utf8.count + next.utf8.count <= 3 * limit else {
                return Markup(html: html + "…")
            }
            html += next
            count += 1
        }
        return Markup(html: html)
    }

    /// What `ArticleHTML` wrote, which runs nothing and loads nothing.
    static func article(_ markdown: String) -> Markup {
        Markup(
            html: String(
                decoding: ArticleHTML.write(markdown, pictures: .linked), as: UTF8.self))
    }

    static func tag(
        _ name: StaticString, _ attributes: [Attribute] = [], _ content: [Markup] = []
    ) -> Markup {
        var html = "<\(name)"
        for attribute in attributes { html += attribute.html }
        html += ">"
        for piece in content { html += piece.html }
        return Markup(html: html + "</\(name)>")
    }

    /// An element without content.
    static func void(_ name: StaticString, _ attributes: [Attribute]) -> Markup {
        Markup(html: attributes.reduce("<\(name)") { $0 + $1.html } + ">")
    }

    static func + (left: Markup, right: Markup) -> Markup {
        Markup(html: left.html + right.html)
    }

    static let nothing = Markup(html: "")

    static func joined(_ pieces: [Markup], by separator: Markup = " ") -> Markup {
        Markup(html: pieces.map(\.html).joined(separator: separator.html))
    }

    /// A link within these pages.
    static func link(_ place: Place, _ content: Markup) -> Markup {
        tag("a", [.href(place)], [content])
    }

    /// A link to the world, or just its words where it is none that a browser should follow.
    static func outward(_ address: String?, _ words: String) -> Markup {
        guard let address = WebAddress.link(address), address == address.hidingSecrets,
            address.utf8.count <= longestAddress
        else { return .text(words.hidingSecrets, limit: 200) }
        return tag("a", [.outward(address), .rel], [.text(words.hidingSecrets, limit: 200)])
    }

    /// Bytes of an address that is linked; longer ones are text.
    private static let longestAddress = 1_000

    /// One attribute of a tag.
    struct Attribute: Sendable {
        fileprivate var html: String

        init(_ name: StaticString, _ value: String) {
            html = " \(name)=\"\(value.printableHTML)\""
        }

        /// For those who hear the page: text of ours, and some that is cut and escaped.
        static func label(_ words: Markup) -> Attribute {
            Attribute(html: " aria-label=\"\(words.html)\"")
        }
        private init(html: String) { self.html = html }

        static func css(_ name: StaticString) -> Attribute { Attribute("class", "\(name)") }
        static func href(_ place: Place) -> Attribute { Attribute("href", place.address) }
        fileprivate static func outward(_ address: String) -> Attribute {
            Attribute("href", address)
        }
        fileprivate static let rel = Attribute("rel", "noreferrer nofollow noopener")
    }
}
