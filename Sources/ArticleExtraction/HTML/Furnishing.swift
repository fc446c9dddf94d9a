import LibXML

/// What single elements tell about being the article or the furniture around it.
enum Furnishing {
    /// Not shown: the `hidden` attribute, or a style that says so.
    static func isHidden(_ node: Int, in tree: HTMLTree) -> Bool {
        for index in tree.nodes[node].content {
            let attribute = tree.attributes[Int(index)]
            let range = Int(attribute.value.lowerBound)..<Int(attribute.value.upperBound)
            switch attribute.name {
            case .hidden: return true
            case .ariaHidden where tree.utf8[range].elementsEqual("true".utf8): return true
            case .style:
                let style = String(decoding: tree.utf8[range], as: UTF8.self).lowercased()
                    .filter { $0 != " " }
                if style.contains("display:none") || style.contains("visibility:hidden") {
                    return true
                }
            default: continue
            }
        }
        return false
    }

    /// Points for an element by what its class and id say.
    static func weight(_ roles: Roles) -> Float {
        var points: Float = 0
        if !roles.isDisjoint(with: .favourable) { points += 25 }
        if !roles.isDisjoint(with: .furniture) { points -= 25 }
        if points == 0, roles.contains(.caption) { points -= 25 }
        return points
    }
}
