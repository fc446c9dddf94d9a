import LibXML

/// The pictures and players of an article: those that stand between the passages that were kept.
struct PageImages {
    let page: Page
    let kept: [Bool]
    let reader: ImageReader
    let embeds: EmbedReader
    /// Whether the document is a feed entry's own content: all of it is the article.
    let isContent: Bool

    /// A picture or a player, and the element that it was read from.
    struct Placed {
        var node: Int
        var block: Block
    }

    /// Passages far apart have other parts of the page between them.
    private var maxNodes: Int { isContent ? 20_000 : 400 }
    private static let maxImages = 40

    /// What stands before each passage that was kept, and behind the last of them.
    func gaps() -> [[Placed]] {
        var pictures = PicturesOnce()
        var last: Int?
        for index in page.passages.indices where kept[index] {
            pictures.add(between(last, index))
            last = index
        }
        if last != nil || isContent { pictures.add(between(last, nil)) }
        return pictures.gaps
    }

    /// - Parameters:
    ///   - last: the passage before; nil before the first.
    ///   - next: the passage after; nil after the last.
    private func between(_ last: Int?, _ next: Int?) -> [Placed] {
        let nodes = range(last, next)
        guard nodes.count < maxNodes else { return [] }
        var found: [ImageReader.Image] = []
        var lastPicture: Int?
        var blocks: [Placed] = []
        for node in nodes where found.count < Self.maxImages {
            switch page.tag(node) {
            case .img:
                guard isShown(node), !isInFurniture(node, nodes), let image = reader.image(node),
                    !found.contains(where: { $0.url == image.url })
                else { continue }
                if isTwin(node, of: &found, image, &blocks, lastPicture) { continue }
                found.append(image)
                lastPicture = node
                blocks += picture(image, node, isAmid: last != nil && next != nil).map {
                    Placed(node: node, block: $0)
                }
            case .custom where isPicture(node):
                guard let image = reader.image(node), !found.contains(image),
                    !isInFurniture(node, nodes)
                else { continue }
                found.append(image)
                blocks += picture(image, node, isAmid: last != nil && next != nil).map {
                    Placed(node: node, block: $0)
                }
            case .script where !page.tree.has(.dataTelegramPost, node): continue
            case .div where !embeds.mayPlay(node): continue
            case .iframe, .video, .audio, .embed, .object, .custom, .blockquote, .script, .div:
                guard !page.roles[node].contains(.unseen), isShown(node),
                    page.tag(node) != .blockquote && page.tag(node) != .div
                        ? isPlayer(node) || !isInFurniture(node, nodes)
                        : !page.passages(of: node).contains(where: { kept[$0] })
                            || embeds.isUnlinked(node),
                    let embed = embeds.embed(node, caption: caption(of: node).text),
                    !blocks.contains(where: { $0.block == embed })
                else { continue }
                blocks.append(Placed(node: node, block: embed))
            default: continue
            }
        }
        return blocks
    }

    /// A document that is shown in the page, or a custom element that names a film: the link in it is for those who have no script.
    private func isPlayer(_ node: Int) -> Bool {
        if page.tag(node) == .object || page.tag(node) == .embed {
            // Beside it stand its name and the button to load it, which are links.
            return page.tree.attribute(.type, of: node)?.lowercased() == "application/pdf"
        }
        return page.tree.has(.videoID, node) || page.tree.has(.dataVideoID, node)
    }

    /// `<amp-img>`, and others that name a picture's file.
    private func isPicture(_ node: Int) -> Bool {
        guard let source = page.tree.attribute(.src, of: node) else {
            return page.tree.has(.srcset, node)
        }
        return page.tree.has(.alt, node) || PictureAddress.isPicture(source)
    }

    /// Whether a picture in `<noscript>` is one that was found already, under the same name or right before it; where
    /// that was a small copy, it takes its place.
    private func isTwin(
        _ node: Int, of found: inout [ImageReader.Image], _ image: ImageReader.Image,
        _ blocks: inout [Placed], _ before: Int?
    ) -> Bool {
        guard let noscript = noscript(around: node), let last = found.indices.last else {
            return false
        }
        let stem = PictureAddress.stem(image.url)
        var twin = found.lastIndex { PictureAddress.stem($0.url) == stem }
        if twin == nil, let before, page.parent(before) == page.parent(noscript),
            noscript - before <= 3
        {
            let other = PictureAddress.stem(found[last].url)
            let isAlike = other.hasPrefix(stem) || stem.hasPrefix(other)
            if isAlike || found[last].alt == image.alt && !image.alt.isEmpty { twin = last }
        }
        guard let twin else { return false }
        let old = found[twin].url
        found[twin].url = image.url
        for index in blocks.indices {
            if case .image(old, let alt) = blocks[index].block {
                blocks[index].block = .image(url: image.url, alt: alt.isEmpty ? image.alt : alt)
            }
        }
        return true
    }

    private func noscript(around node: Int) -> Int? {
        var parent = page.parent(node)
        for _ in 0..<8 where parent > 0 {
            if page.tag(parent) == .noscript { return parent }
            parent = page.parent(parent)
        }
        return nil
    }

    /// - Parameter isAmid: whether the article goes on behind it.
    private func picture(_ image: ImageReader.Image, _ node: Int, isAmid: Bool) -> [Block] {
        let (caption, isKept) = caption(of: node)
        if caption == nil, isMark(image, node) { return [] }
        if image.alt.isEmpty, image.title.isEmpty, caption == nil {
            guard isContent || isAmid, !PictureAddress.isOrnament(image.url) else { return [] }
            // On a page a drawing that nobody describes is decoration, unless it stands in a place of its own.
            if !isContent, !PictureAddress.isPhoto(image.url), !reader.isLarge(node),
                !standsAlone(node)
            {
                return []
            }
        }
        let alt = isKept ? image.alt : Self.joined(image.alt, caption ?? "")
        guard isContent, !image.title.isEmpty else {
            return alt.isEmpty && !image.title.isEmpty
                ? [.image(url: image.url, alt: image.title)] : [.image(url: image.url, alt: alt)]
        }
        // Of a picture without a text beside it, a comic's for one, its title is the text.
        if !kept.contains(true) {
            return [
                .image(url: image.url, alt: alt), .paragraph([.text(image.title)]),
            ]
        }
        return [.image(url: image.url, alt: alt.isEmpty ? image.title : alt + " — " + image.title)]
    }

    /// Whether it names what a click on it does, or who writes, and shows nothing else.
    private func isMark(_ image: ImageReader.Image, _ node: Int) -> Bool {
        !image.alt.isEmpty && image.alt.split(separator: " ").count <= Self.wordsOfMark
            && PictureAddress.isNamedOrnament(image.url) && !reader.isLarge(node)
    }

    private static let wordsOfMark = 3

    /// An alternative text and a caption, each once.
    static func joined(_ alt: String, _ caption: String) -> String {
        guard !alt.isEmpty, !caption.isEmpty else { return alt + caption }
        let (one, other) = (FoldedTitle.words(alt), FoldedTitle.words(caption))
        if other.holds(one) { return caption }
        return one.holds(other) ? alt : alt + " — " + caption
    }

    /// Whether a picture is all that a figure or a paragraph holds.
    private func standsAlone(_ node: Int) -> Bool {
        var block = page.parent(node)
        for _ in 0..<4 where block > 0 && page.tag(block).isInline { block = page.parent(block) }
        guard page.passages(of: block).isEmpty else { return false }
        return [.figure, .p, .center].contains(page.tag(block))
            || page.tree.attribute(.class, of: block)?.lowercased().holds("image") ?? false
    }

    /// Before the first passage and after the last only what stands in the same element.
    private func range(_ last: Int?, _ next: Int?) -> Range<Int> {
        if let last, let next {
            let start = page.passages[last].nodes.upperBound
            return start..<max(start, page.passages[next].nodes.lowerBound)
        }
        if isContent {
            let start = last.map { page.passages[$0].nodes.upperBound } ?? 0
            let end = next.map { page.passages[$0].nodes.lowerBound } ?? page.tree.nodes.count
            return start..<max(start, end)
        }
        if let next {
            let before = next > 0 ? page.passages[next - 1].nodes.upperBound : 0
            let parent = page.parent(page.passages[next].block) + 1
            let end = page.passages[next].nodes.lowerBound
            return min(end, max(before, parent))..<end
        }
        guard let last else { return 0..<0 }
        let start = page.passages[last].nodes.upperBound
        let after =
            last + 1 < page.passages.count
            ? page.passages[last + 1].nodes.lowerBound : page.tree.nodes.count
        let end = Int(page.tree.nodes[page.parent(page.passages[last].block)].end)
        return start..<max(start, min(after, end))
    }

    /// What `<template>` holds is not shown.
    private func isShown(_ node: Int) -> Bool {
        var parent = page.parent(node)
        for _ in 0..<8 where parent > 0 {
            if page.tag(parent) == .template { return page.tree.has(.shadowRootMode, parent) }
            parent = page.parent(parent)
        }
        return true
    }

    /// Whether the picture belongs to a share bar, or to a list of links that was left out.
    private func isInFurniture(_ node: Int, _ gap: Range<Int>) -> Bool {
        var top = node
        if page.roles[node].contains(.share) { return true }
        while page.parent(top) > 0, gap.contains(page.parent(top)),
            Int(page.tree.nodes[page.parent(top)].end) <= gap.upperBound
        {
            top = page.parent(top)
            if page.roles[top].contains(.share) { return true }
        }
        let range = page.passages(of: top)
        return range.contains { !kept[$0] } && page.sum(range).linkDensity > 0.3
    }

    /// The caption of the figure around, and whether it stands in the article's text.
    private func caption(of node: Int) -> (text: String?, isKept: Bool) {
        var figure = node
        for _ in 0..<8 where page.tag(figure) != .figure { figure = page.parent(figure) }
        guard page.tag(figure) == .figure else { return (nil, false) }
        for child in figure..<Int(page.tree.nodes[figure].end) where page.tag(child) == .figcaption
        {
            let range = page.passages(of: child)
            guard let first = range.first else { continue }
            return (range.map(page.string).joined(separator: " "), kept[first])
        }
        return (nil, false)
    }
}
