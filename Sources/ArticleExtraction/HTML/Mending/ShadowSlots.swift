import LibXML

/// Which children of an element a declarative shadow tree shows, and where (WHATWG DOM §4.2.2).
struct ShadowSlots {
    /// The template with the shadow tree.
    let template: Int
    /// Children by the name of the slot that they ask for; those without one under the empty name.
    private let assigned: [String: [Int]]

    /// nil where the template has no slots: then all is read in the order of the page.
    init?(template: Int, in tree: HTMLTree) {
        let inside = template + 1..<Int(tree.nodes[template].end)
        guard inside.contains(where: { tree.nodes[$0].tag == .slot }) else { return nil }
        self.template = template
        let host = Int(tree.nodes[template].parent)
        var assigned: [String: [Int]] = [:]
        var child = host + 1
        while child < Int(tree.nodes[host].end) {
            if child != template {
                assigned[tree.attribute(.slot, of: child) ?? "", default: []].append(child)
            }
            child = Int(tree.nodes[child].end)
        }
        self.assigned = assigned
    }

    /// What stands in a slot; nil where it shows what the template itself says there.
    func children(in slot: Int, _ tree: HTMLTree) -> [Int]? {
        let children = assigned[tree.attribute(.name, of: slot) ?? ""]
        let shows = children?.contains { child in
            tree.nodes[child].tag != .text || tree.textBytes(child).contains { $0 > 0x20 }
        }
        return shows == true ? children : nil
    }
}
