import LibXML

/// Reads the tree of a page, and mends in it what says something in a way that blocks and lines do not: mathematics,
/// code as highlighters lay it out, raised numbers, tables made of `<div>`, lists that nest without an item.
///
/// What comes after, the judge first, sees plain HTML. Linear in the page; a page that has nothing of the kind is
/// passed on as it is.
struct PageTree: Sendable {
    let tree: HTMLTree
    let words: AttributeWords
    /// What the page's own style sheets hide.
    var styles = HidingStyles()

    static func read(_ utf8: [UInt8], isUTF8: Bool = false) -> PageTree {
        let tree = HTMLTree(parsing: utf8, isUTF8: isUTF8)
        let words = AttributeWords(tree)
        let styles = HidingStyles(StyleElements.sheets(in: utf8))
        guard let mended = mended(tree, words) else {
            return PageTree(tree: tree, words: words, styles: styles)
        }
        return PageTree(tree: mended, words: words.extended(to: mended), styles: styles)
    }

    /// nil where nothing is to be mended.
    private static func mended(_ tree: HTMLTree, _ words: AttributeWords) -> HTMLTree? {
        var edits = TreeEdits()
        let formulas = FormulaFinder(tree: tree, words: words)
        let code = CodeFinder(tree: tree)
        let lines = InlineMender(tree: tree)
        let structure = StructureMender(tree: tree, words: words)
        let hidden = HiddenMender(tree: tree, words: words)
        let notes = SideNotes(tree: tree, words: words)
        let backgrounds = Backgrounds(tree: tree, words: words)
        let icons = IconNames(tree: tree, words: words)
        var replaced = 0
        for node in tree.nodes.indices where node >= replaced {
            let tag = tree.nodes[node].tag
            switch tag {
            case .math, .script, .custom, .svg: formulas.find(at: node, &edits)
            case .img:
                if !formulas.findPicture(at: node, &edits) { lines.mendPicture(node, &edits) }
            case .text: formulas.noteText(node)
            case .pre, .listing, .xmp, .plaintext:
                if code.mendPreformatted(node, &edits) { replaced = Int(tree.nodes[node].end) }
            case .table:
                if let end = code.mendTable(node, &edits) { replaced = end }
            case .code:
                if code.mendBlock(node, &edits) { replaced = Int(tree.nodes[node].end) }
            case .sup, .sub: lines.mendScript(node, isRaised: tag == .sup, &edits)
            case .input: TaskBoxes(tree: tree).mend(node, &edits)
            case .a: structure.mendAnchor(node, &edits)
            case .div:
                if let end = code.mendEditor(node, words, &edits) { replaced = end }
                backgrounds.mend(node, &edits)
            case .q: lines.mendQuotation(node, &edits)
            case .h1, .h2, .h3, .h4, .h5, .h6: structure.mendHeading(node, &edits)
            case .ul, .ol, .menu: structure.mendList(node, &edits)
            case .li: structure.mendItem(node, &edits)
            case .span:
                formulas.findStated(at: node, &edits)
                backgrounds.mend(node, &edits)
                icons.mend(node, &edits)
                structure.mendSpan(node, lines, &edits)
                notes.mend(node, &edits)
                hidden.mend(node, &edits)
            case .small:
                notes.mend(node, &edits)
                hidden.mend(node, &edits)
            case .i:
                icons.mend(node, &edits)
                hidden.mend(node, &edits)
            case .label: notes.mend(node, &edits)
            case .em:
                InlineCaptions(tree: tree).mend(node, &edits)
                hidden.mend(node, &edits)
            case .b, .strong, .font, .u: hidden.mend(node, &edits)
            case .td, .th: CellLabels(tree: tree).mend(node, &edits)
            case .template where tree.has(.shadowRootMode, node):
                if let slots = ShadowSlots(template: node, in: tree) {
                    edits.add(.shadow(slots), at: Int(tree.nodes[node].parent))
                }
            case .button: structure.mendButton(node, &edits)
            default: continue
            }
        }
        code.mendStyled(words, &edits)
        TableRoles(tree: tree).find(words, &edits)
        formulas.findInText(&edits)
        return edits.isEmpty ? nil : edits.applied(to: tree)
    }
}
