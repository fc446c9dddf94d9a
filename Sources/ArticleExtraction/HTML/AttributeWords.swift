import LibXML

/// What the words in the values of a tree's attributes say, told once for all that ask: class names, ids and roles, and
/// styles.
struct AttributeWords: Sendable {
    /// For each attribute of the tree.
    private let found: [NameWords]

    init(_ tree: HTMLTree) { self.init(of: tree, after: []) }

    /// The same for a tree with the attributes of another one, and perhaps more.
    func extended(to tree: HTMLTree) -> AttributeWords {
        tree.attributes.count == found.count ? self : AttributeWords(of: tree, after: found)
    }

    private init(of tree: HTMLTree, after known: [NameWords]) {
        let matcher = RoleMatcher.shared
        let utf8 = tree.utf8.span
        let nothing: [UInt8] = []
        var last = [(hash: UInt64, words: NameWords)](
            repeating: (BytesHash.of(nothing.span), NameWords(rawValue: 0)), count: 256)
        var found = known
        found.reserveCapacity(tree.attributes.count)
        for attribute in tree.attributes[known.count...] {
            switch attribute.name {
            case .class, .id, .role, .dataTestID, .dataComponent, .itemprop, .style:
                let value = utf8.extracting(attribute.place)
                let hash = BytesHash.of(value)
                let slot = Int(hash & 255)
                // Most names stand in a page many times.
                if last[slot].hash != hash { last[slot] = (hash, matcher.words(in: value)) }
                found.append(last[slot].words)
            default: found.append(NameWords(rawValue: 0))
            }
        }
        self.found = found
    }

    /// What the words in an attribute say; nothing for those that hold no names.
    subscript(attribute: Int32) -> NameWords { found[Int(attribute)] }

    /// The roles that an attribute of an element says.
    func roles(_ name: HTMLAttribute.Name, of node: Int, in tree: HTMLTree) -> Roles {
        words(name, of: node, in: tree)?.roles ?? []
    }

    /// Whether words stand in an attribute of an element for which a rule looks closer.
    func hold(_ signs: NameSigns, _ name: HTMLAttribute.Name, of node: Int, in tree: HTMLTree)
        -> Bool
    {
        words(name, of: node, in: tree).map { !$0.signs.isDisjoint(with: signs) } ?? false
    }

    /// Nil where the element has no such attribute.
    private func words(
        _ name: HTMLAttribute.Name, of node: Int, in tree: HTMLTree
    ) -> NameWords? {
        let element = tree.nodes[node]
        guard element.tag != .text else { return nil }
        for index in element.content where tree.attributes[Int(index)].name == name {
            return found[Int(index)]
        }
        return nil
    }
}

/// What the words of a name say: the roles of the element, and which rules have to look closer.
struct NameWords: Sendable {
    let rawValue: UInt64

    init(rawValue: UInt64) { self.rawValue = rawValue }
    init(roles: Roles) { rawValue = UInt64(roles.rawValue) }
    init(signs: NameSigns) { rawValue = UInt64(signs.rawValue) << 32 }

    var roles: Roles { Roles(rawValue: UInt32(truncatingIfNeeded: rawValue)) }
    var signs: NameSigns { NameSigns(rawValue: UInt32(truncatingIfNeeded: rawValue >> 32)) }
}

/// Rules that a name or a style may be of interest to: one that does not bear a rule's sign need not be asked.
struct NameSigns: OptionSet, Sendable {
    let rawValue: UInt32

    /// `HiddenNames`, beside what bears the role of hidden things.
    static let hiding = NameSigns(rawValue: 1 << 0)
    /// `HiddenLines`: what a click opens.
    static let panel = NameSigns(rawValue: 1 << 1)
    static let box = NameSigns(rawValue: 1 << 2)
    static let post = NameSigns(rawValue: 1 << 3)
    static let formula = NameSigns(rawValue: 1 << 4)
    static let table = NameSigns(rawValue: 1 << 5)
    static let pullQuote = NameSigns(rawValue: 1 << 6)
    /// A style that does not show an element.
    static let unshown = NameSigns(rawValue: 1 << 7)
    /// One that puts it where nobody looks.
    static let displaced = NameSigns(rawValue: 1 << 8)
    /// One that keeps white space.
    static let spacing = NameSigns(rawValue: 1 << 9)
    /// One, or a class name, that makes a span another element.
    static let spanning = NameSigns(rawValue: 1 << 10)
    /// `ProgramSummary`.
    static let summary = NameSigns(rawValue: 1 << 11)
    /// `Copies`: what is for some screens only.
    static let screens = NameSigns(rawValue: 1 << 12)

    static let summaryWords =
        "sum gist tldr tl-dr resume brief highlight kurz kort takeaway"

    /// `SideNotes`: a note beside a sentence, or what pointing at a word shows.
    static let sideNote = NameSigns(rawValue: 1 << 13)
    /// `IconNames`: a font that draws names as icons.
    static let icon = NameSigns(rawValue: 1 << 14)

    /// `CodeFinder`: programs that show code to be written.
    static let editor = NameSigns(rawValue: 1 << 15)

    /// `Backgrounds`: a picture behind an element.
    static let backdrop = NameSigns(rawValue: 1 << 16)

    /// Whatever the case of their letters; a hyphen stands for an underscore too, and "1" for "9".
    static let words: [(NameSigns, String)] = [
        (.hiding, "none print reader blind hide-t screen-out assistive a11y accessible-t"),
        (
            .panel,
            "accordion collaps tab-pane tabpane tab-content tabs-- tab-panel faq expandable expander"
        ),
        (
            .panel,
            "disclosure toggle-content toggle--content spoiler read-more-content more-text"
        ),
        (.panel, "readmore-content transcript drop-down"),
        (
            .box,
            "newsletter subscri signup author share social rating feedback poll crowdsignal audio"
        ),
        (.box, "beyondwords podcast cta contentsub sitesub"),
        (
            .post,
            "tweet toot twitter mastodon bluesky instagram tiktok fb-post fb-xfbml threads-embed text-post"
        ),
        (.post, "reddit telegram bookmark"),
        (.formula, "latex tex math mwe formula equation mjx"),
        (.table, "able"),
        (.pullQuote, "pull"),
        (.unshown, "none hidden"),
        (.displaced, "-1 1111 lip size opacity"),
        (.spacing, "white-space"),
        (
            .sideNote,
            "sidenote side-note marginnote margin-note margin-toggle footnote--note tooltiptext"
        ),
        (.sideNote, "tooltip-text tooltip--text tooltip-content"),
        (.editor, "codemirror cm-editor monaco-editor ace-editor enlighter-default"),
        (.box, "gist-meta switcher article-info signature"),
        (.hiding, "for-sr"),
        (.icon, "material-icons material-symbols"),
        (.summary, summaryWords),
        (.screens, "mobile desktop tablet phone visible- show-for hide-for -only"),
        (.screens, "hidden none block flex inline grid"),
        (.backdrop, "background"),
        (.spanning, "block line-through vertical-align strike superscript subscript sup sub"),
    ]
}
