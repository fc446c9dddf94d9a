import LibXML

/// Tells what stands below a picture in a box that is no figure: its class name says that it is a caption.
struct NamedCaption {
    let page: Page
    /// As in `RegionCleaner`.
    let odds: [Float]

    /// Passages of the box that holds the picture and what is said of it.
    private static let mostLines = 4
    private static let mostNodes = 60

    private static let longest: Float = 60
    /// Of the words that are kept: where more is called so, the text stands in captions.
    private static let mostOfBody: Float = 0.15

    /// The captions among what is kept; none where they are much of it.
    func captions(among kept: [Bool]) -> Set<Int> {
        var found: Set<Int> = []
        for index in kept.indices
        where kept[index] && page.passages[index].census.length < Self.longest
            && (odds.isEmpty || odds[index] < RegionCleaner.certain)
        {
            if isCaption(index) || isInFigure(index) || isMarked(index) { found.insert(index) }
        }
        guard !found.isEmpty else { return [] }
        let length = found.reduce(0) { $0 + page.passages[$1].census.length }
        return length <= Self.mostOfBody * page.length(of: kept) ? found : []
    }

    /// "▲ The hall in March", as papers of East Asia write it below a picture.
    private func isMarked(_ index: Int) -> Bool {
        guard page.bytes(index).first == 0xE2, page.passages[index].census.length <= 30 else {
            return false
        }
        let line = page.string(index)
        return (line.hasPrefix("▲") || line.hasPrefix("△"))
            && isBesidePicture(page.passages[index].block)
    }

    /// A short line in a figure that has a picture and no `<figcaption>`.
    private func isInFigure(_ index: Int) -> Bool {
        var node = page.passages[index].block
        guard page.tag(node) == .div || page.tag(node) == .p else { return false }
        for _ in 0..<3 where node > 0 && page.tag(node) != .figure { node = page.parent(node) }
        guard page.tag(node) == .figure, page.passages(of: node).count <= 2 else { return false }
        let nodes = (node + 1..<Int(page.tree.nodes[node].end)).prefix(Self.mostNodes)
        return nodes.contains { page.tag($0) == .img }
            && !nodes.contains {
                [.figcaption, .blockquote, .table, .pre, .figure, .h2, .h3, .h4, .a].contains(
                    page.tag($0))
            }
    }

    private func isCaption(_ index: Int) -> Bool {
        var node = page.passages[index].block
        guard page.tag(node).headingLevel == nil else { return false }
        for _ in 0..<2 where !page.roles[node].contains(.caption) { node = page.parent(node) }
        guard page.roles[node].contains(.caption), page.passages(of: node).count <= Self.mostLines,
            isNamed(node)
        else { return false }
        return isBesidePicture(node)
    }

    /// Whether a class name has such a word in whole.
    private func isNamed(_ node: Int) -> Bool {
        guard let names = page.tree.attribute(.class, of: node), names.utf8.count <= 400 else {
            return false
        }
        return names.split(separator: " ").contains { name in
            DetailNames.words(of: name).contains(where: Self.words.contains)
        }
    }

    private static let words: Set<String> = [
        "caption", "captions", "imagecaption", "photocaption", "piccaption",
    ]

    /// Whether the box around it, or the one around that, has a picture and no other text.
    private func isBesidePicture(_ caption: Int) -> Bool {
        let own = caption..<Int(page.tree.nodes[caption].end)
        var box = page.parent(caption)
        for _ in 0..<2 where box > 0 {
            guard page.passages(of: box).count <= Self.mostLines else { return false }
            let nodes = (box + 1..<Int(page.tree.nodes[box].end)).prefix(Self.mostNodes)
            for node in nodes where !own.contains(node) {
                switch page.tag(node) {
                case .img, .picture, .video: return true
                case .table, .pre, .blockquote: return false
                default: break
                }
            }
            box = page.parent(box)
        }
        return false
    }
}
