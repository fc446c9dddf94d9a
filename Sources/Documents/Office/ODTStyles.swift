/// The styles of an OpenDocument text, as far as they say what a paragraph, a run or a list is.
struct ODTStyles {
    private struct Style {
        var parent: String?
        var displayName: String?
        var run = RunStyle()
        var isHidden = false
    }

    private var styles: [String: Style] = [:]
    /// For each list style whether a level is counted.
    private var counted: [String: [Int: Bool]] = [:]
    private static let deepest = 20

    mutating func add(_ part: XMLPart) {
        guard let root = part.root else { return }
        for group in part.elements(root) {
            guard ["office:styles", "office:automatic-styles"].contains(part.key(group)) else {
                continue
            }
            for node in part.elements(group) {
                guard let name = part.attribute(node, "style:name") else { continue }
                switch part.key(node) {
                case "style:style": styles[name] = style(node, part)
                case "text:list-style":
                    for level in part.elements(node) {
                        guard let number = part.attribute(level, "text:level").flatMap({ Int($0) })
                        else { continue }
                        counted[name, default: [:]][number] =
                            part.key(level) == "text:list-level-style-number"
                            && part.attribute(level, "style:num-format") != ""
                    }
                default: continue
                }
            }
        }
    }

    private func style(_ node: Int, _ part: XMLPart) -> Style {
        var style = Style()
        style.parent = part.attribute(node, "style:parent-style-name")
        style.displayName = part.attribute(node, "style:display-name")
        guard let properties = part.child(node, "style:text-properties") else { return style }
        func value(_ key: String) -> String { part.attribute(properties, key) ?? "" }
        style.run.isBold =
            value("fo:font-weight") == "bold" || Int(value("fo:font-weight")) ?? 0 >= 600
        style.run.isItalic = ["italic", "oblique"].contains(value("fo:font-style"))
        let line = value("style:text-line-through-style")
        style.run.isStruck = !line.isEmpty && line != "none"
        let position = value("style:text-position")
        style.run.isRaised = position.hasPrefix("super") || Self.percent(position) > 0
        style.run.isLowered = position.hasPrefix("sub") || Self.percent(position) < 0
        style.isHidden = value("text:display") == "none"
        return style
    }

    private static func percent(_ position: String) -> Int {
        position.split(separator: "%").first.flatMap { Int($0) } ?? 0
    }

    private func chain(_ name: String?) -> [(name: String, style: Style)] {
        var result: [(String, Style)] = []
        var next = name
        while let name = next, let style = styles[name], result.count < Self.deepest {
            result.append((name, style))
            next = style.parent
        }
        return result
    }

    func run(_ name: String?) -> RunStyle { name.flatMap { styles[$0] }?.run ?? RunStyle() }

    func isHidden(_ name: String?) -> Bool { name.flatMap { styles[$0] }?.isHidden ?? false }

    /// What the style, or one that it is made from, is called by the program.
    func role(_ name: String?) -> DOCXStyles.Role? {
        let names = chain(name).map(\.name) + [name].compactMap { $0 }
        for name in names {
            switch name {
            case "Title": return .title
            case "Subtitle": return .subtitle
            case "Quotations": return .quote
            case "Preformatted_20_Text": return .code
            default: break
            }
            if name.hasPrefix("Contents_20_") { return .contents }
        }
        return nil
    }

    /// A style that says nothing of a level is meant for its first.
    func isOrdered(_ list: String?, level: Int) -> Bool {
        guard let levels = list.flatMap({ counted[$0] }) else { return false }
        return levels[level] ?? levels[1] ?? false
    }
}
