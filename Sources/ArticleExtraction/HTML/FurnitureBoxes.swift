import LibXML

/// Drops from a body the small boxes between its paragraphs whose class names say what they are: newsletters, polls,
/// players of a spoken version, notes on the author.
///
/// A name is one only in whole words; that of a box around much of the body says something of the page instead.
struct FurnitureBoxes {
    let page: Page

    private static let longest: Float = 90
    /// Words of a call to do something.
    private static let longestCall: Float = 45

    func drop(from verdict: inout BodyVerdict) {
        let whole = page.length(of: verdict.kept)
        var node = 0
        while node < page.tree.nodes.count {
            let isDialog = mayBox(page.tag(node)) && self.isDialog(node)
            guard isDialog || mayBox(page.tag(node)) && page.signs[node].contains(.box) else {
                node += 1
                continue
            }
            let passages = page.passages(of: node)
            let length = page.sum(passages).length
            guard length > 0, length <= Self.longest, length <= 0.25 * whole,
                verdict.kept[passages].contains(true),
                let name = isDialog ? "dialog" : name(of: node, length: length)
            else {
                node += 1
                continue
            }
            for index in passages { verdict.drop(index, .box, phrase: name) }
            node = Int(page.tree.nodes[node].end)
        }
    }

    /// What comes up over the page (WAI-ARIA 1.2 §5.3.5).
    private func isDialog(_ node: Int) -> Bool {
        guard page.roles[node].contains(.popup), let role = page.tree.bytes(.role, of: node) else {
            return false
        }
        return role.elementsEqual("dialog".utf8) || role.elementsEqual("alertdialog".utf8)
    }

    private func mayBox(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .div, .section, .aside, .ul, .dl, .form, .details, .custom, .unknown: true
        default: false
        }
    }

    /// The class name that says so.
    private func name(of node: Int, length: Float) -> String? {
        // What a wiki says of the page's version, and where it was led from.
        if let id = page.tree.attribute(.id, of: node), Self.ids.contains(id) { return id }
        guard let names = page.tree.attribute(.class, of: node), names.utf8.count <= 400 else {
            return nil
        }
        for name in names.split(separator: " ") {
            if name == "signature", isNumbered(node) { return String(name) }
            let words = Set(DetailNames.words(of: name))
            if words.contains("cta"), length <= Self.longestCall { return name.lowercased() }
            if Self.names.contains(where: { $0.isSubset(of: words) }) { return name.lowercased() }
        }
        return nil
    }

    /// "sig1204", "msg_17_signature": below each post of a board stands its writer's. A letter has one.
    private func isNumbered(_ node: Int) -> Bool {
        page.tree.bytes(.id, of: node)?.contains { (0x30...0x39).contains($0) } ?? false
    }

    private static let ids: Set<String> = ["contentSub", "siteSub"]

    /// Words that a name must have together.
    static let names: [Set<String>] = [
        ["newsletter", "inline"], ["newsletter", "signup"], ["newsletter", "sign"],
        ["newsletter", "box"],
        ["newsletter", "form"], ["newsletter", "widget"], ["newsletter", "cta"],
        ["newsletter", "promo"],
        ["newsletter", "embed"], ["newsletter", "block"], ["subscribe", "box"],
        ["subscribe", "form"],
        ["subscribe", "widget"], ["subscription", "widget"], ["email", "signup"],
        ["signup", "form"],
        ["author", "bio"], ["author", "box"], ["author", "card"], ["author", "about"],
        ["about", "author"], ["author", "profile"], ["author", "info"], ["author", "description"],
        ["share", "buttons"], ["share", "bar"], ["social", "share"], ["rating", "widget"],
        ["feedback", "widget"], ["page", "feedback"], ["poll"], ["polldaddy"], ["crowdsignal"],
        ["article", "info"], ["version", "switcher"], ["language", "switcher"],
        ["theme", "switcher"],
        ["message", "signature"], ["post", "signature"], ["user", "signature"],
        ["forum", "signature"],
        ["gist", "meta"], ["audio", "player"], ["beyondwords"], ["podcast", "player"],
    ]
}
