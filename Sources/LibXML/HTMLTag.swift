/// The kind of a node of an `HTMLTree`: text, or an element by its name.
///
/// Names that HTML does not know are `unknown`, names with a hyphen (custom elements) are `custom`.
public enum HTMLTag: UInt8, Sendable, CaseIterable {
    case text, unknown, custom, document
    case a, abbr, acronym, address, applet, area, article, aside, audio
    case b, base, bdi, bdo, big, blockquote, body, br, button
    case canvas, caption, center, cite, code, col, colgroup
    case data, datalist, dd, del, details, dfn, dialog, dir, div, dl, dt
    case em, embed, fieldset, figcaption, figure, font, footer, form, frame, frameset
    case h1, h2, h3, h4, h5, h6, head, header, hgroup, hr, html
    case i, iframe, img, input, ins, kbd, label, legend, li, link
    case main, map, mark, math, menu, meta, meter
    case nav, nobr, noframes, noscript, object, ol, optgroup, option, output
    case p, param, picture, pre, progress, q, rb, rp, rt, ruby
    case s, samp, script, search, section, select, slot, small, source, span, strike, strong, style
    case sub, summary, sup, svg, table, tbody, td, template, textarea, tfoot, th, thead, time
    case title, tr, track, tt, u, ul, `var`, video, wbr
    // MathML Core, and what stands in older formulas. After all others, so that those keep their numbers.
    case annotation, maction, menclose, merror, mfenced, mfrac, mi, mmultiscripts, mn, mo, mover
    case mpadded, mphantom, mprescripts, mroot, mrow, ms, mspace, msqrt, mstyle, msub, msubsup, msup
    case mtable, mtd, mtext, mtr, munder, munderover, semantics
    // Preformatted text of HTML 2.
    case listing, plaintext, xmp

    /// An element of MathML within `<math>`.
    public var isMathML: Bool {
        rawValue >= HTMLTag.annotation.rawValue && rawValue <= HTMLTag.semantics.rawValue
    }

    /// Lower-case name as it stands in HTML; nodes that are no elements have their case's name.
    public var name: String { "\(self)" }

    /// Elements by the hash of their names.
    static let byHash = NameTable(allCases.dropFirst(4).map { (NameHash.of($0.name.utf8), $0) })
}
