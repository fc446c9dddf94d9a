import LibXML

/// Where a passage stands: the tags and roles of the elements around it, and how far up the nearest is.
struct PathTraits {
    private static let kinds: [[HTMLTag]] = [
        [.article], [.main], [.section], [.aside], [.nav, .menu], [.header], [.footer], [.ul],
        [.ol],
        [.li], [.dl, .dt, .dd], [.table], [.td, .th], [.form, .fieldset], [.blockquote],
        [.figure, .figcaption, .caption], [.p], [.a], [.details, .summary, .dialog],
        [.button, .label], [.address], [.pre, .code], [.h1], [.h2], [.h3, .h4, .h5, .h6],
        [.b, .strong], [.i, .em], [.small, .time], [.span, .font], [.center], [.custom],
    ]
    private static let firstRole = kinds.count
    private static let roleCount = 31
    /// The order matters to a tree that cuts it: what articles are made of comes first.
    private static let order: [HTMLTag] = [
        .p, .blockquote, .pre, .h2, .h3, .h4, .h1, .h5, .h6, .li, .dd, .dt, .td, .th, .article,
        .main, .section, .div, .center, .body, .span, .figure, .figcaption, .header, .ul, .ol, .dl,
        .table, .tr, .tbody, .form, .label, .aside, .footer, .nav, .a, .custom,
    ]
    /// No such element around.
    private static let absent: Float = 30

    static let names: [String] =
        kinds.map { "to " + $0.map(\.name).joined(separator: "/") }
        + (0..<roleCount).map { "role \($0)" }
        + [
            "tag", "parent tag", "parent's parent tag", "heading", "depth", "for", "against",
            "own for", "own against", "hidden",
        ]

    private static let kindOf: [Int8] = {
        var table = [Int8](repeating: -1, count: 256)
        for (kind, tags) in kinds.enumerated() {
            for tag in tags { table[Int(tag.rawValue)] = Int8(kind) }
        }
        return table
    }()
    private static let orderOf: [Float] = {
        var table = [Float](repeating: Float(order.count), count: 256)
        for (place, tag) in order.enumerated() { table[Int(tag.rawValue)] = Float(place) }
        return table
    }()

    /// For the last text's parent: passages in one element share their path.
    private var node = -1
    private var path: [Float] = []

    mutating func append(_ index: Int, of page: Page, to row: inout OutputSpan<Float>) {
        let passage = page.passages[index]
        let start = page.parent(passage.nodes.lowerBound)
        if start != node {
            node = start
            read(start, block: passage.block, page)
        }
        for figure in path { row.append(figure) }
    }

    private mutating func read(_ start: Int, block: Int, _ page: Page) {
        path.removeAll(keepingCapacity: true)
        path.append(contentsOf: repeatElement(Self.absent, count: Self.firstRole + Self.roleCount))
        let kindOf = Self.kindOf.span
        var heading: Float = 0
        var favour = 0
        var against = 0
        var hidden = Self.absent
        var node = start
        var distance: Float = 0
        while node > 0 {
            let tag = page.tag(node)
            let kind = Int(kindOf[Int(tag.rawValue)])
            if kind >= 0 { path[kind] = min(path[kind], distance) }
            if let level = tag.headingLevel, heading == 0 { heading = Float(level) }
            let roles = page.roles[node]
            if !roles.isEmpty {
                mark(roles, distance)
                if !roles.isDisjoint(with: .favourable) { favour += 1 }
                if !roles.isDisjoint(with: .furniture) { against += 1 }
            }
            if hidden == Self.absent, roles.contains(.unseen) { hidden = distance }
            node = page.parent(node)
            distance += 1
        }
        let own = page.roles[block]
        let parent = page.parent(block)
        path.append(Self.orderOf[Int(page.tag(block).rawValue)])
        path.append(Self.orderOf[Int(page.tag(parent).rawValue)])
        path.append(Self.orderOf[Int(page.tag(page.parent(parent)).rawValue)])
        path.append(heading)
        path.append(distance)
        path.append(Float(favour))
        path.append(Float(against))
        path.append(own.isDisjoint(with: .favourable) ? 0 : 1)
        path.append(own.isDisjoint(with: .furniture) ? 0 : 1)
        path.append(hidden)
    }

    private mutating func mark(_ roles: Roles, _ distance: Float) {
        var bits = roles.rawValue
        while bits != 0 {
            let role = bits.trailingZeroBitCount
            bits &= bits - 1
            let slot = Self.firstRole + role
            if role < Self.roleCount, path[slot] == Self.absent { path[slot] = distance }
        }
    }
}
