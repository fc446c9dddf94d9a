import LibXML

extension HTMLTag {
    /// Flows within a line; every other element begins and ends a block.
    var isInline: Bool {
        switch self {
        case .text, .unknown, .custom, .a, .abbr, .acronym, .b, .base, .bdi, .bdo, .big, .br,
            .button,
            .cite, .code, .data, .del, .dfn, .em, .embed, .font, .i, .img, .input, .ins, .kbd,
            .label,
            .link, .mark, .math, .meta, .meter, .nobr, .output, .param, .picture, .progress, .q,
            .rb,
            .rp, .rt, .ruby, .s, .samp, .script, .select, .slot, .small, .source, .span, .strike,
            .strong, .style, .sub, .sup, .svg, .template, .time, .track, .tt, .u, .`var`, .wbr:
            true
        default:
            isMathML
        }
    }

    /// What stands in it is never shown as text.
    var isMute: Bool {
        switch self {
        case .script, .style, .select, .option, .optgroup, .textarea, .datalist, .iframe, .title,
            .rp,
            .rt, .template:
            true
        default:
            false
        }
    }

    /// Its own text is no text of the page, but libxml2 hangs real content below it when end tags are
    /// missing: a block in it is read again.
    var mutesOwnText: Bool {
        switch self {
        case .head, .button, .svg, .object, .audio, .video, .canvas, .map: true
        default: false
        }
    }

    /// A block that shows that real content has begun below an element that mutes its own text.
    var endsMuting: Bool {
        switch self {
        case .p, .h1, .h2, .h3, .h4, .h5, .h6, .article, .main, .section, .table, .ul, .ol, .body:
            true
        default: false
        }
    }

    /// 1 to 6 for h1 to h6, else nil.
    var headingLevel: Int? {
        let level = Int(rawValue) - Int(HTMLTag.h1.rawValue) + 1
        return (1...6).contains(level) ? level : nil
    }
}
