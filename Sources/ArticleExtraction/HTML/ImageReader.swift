import LibXML

/// Reads pictures, also those that a script would load later.
struct ImageReader {
    let tree: HTMLTree
    let address: PageAddress?

    struct Image: Equatable {
        var url: String
        /// Empty where the page gives none.
        var alt: String
        /// What pointing at it shows; empty where that is its alt text, or the name of its file.
        var title = ""
    }

    private static let lazySources: [HTMLAttribute.Name] = [
        .dataSource, .dataOriginal, .dataLazySource,
    ]
    /// A list of more candidates is not read to its end.
    private static let maxCandidates = 32

    /// A picture worth showing; nil for pixels that count visits, icons and pictures without an address.
    func image(_ node: Int) -> Image? {
        for name in [HTMLAttribute.Name.width, .height] {
            if let size = tree.attribute(name, of: node).flatMap({ Int($0) }), size < 50 {
                return nil
            }
        }
        guard !isUnseen(node), let url = url(of: node), !MediaAddress.isBeacon(url) else {
            return nil
        }
        let alt = CleanText(tree.attribute(.alt, of: node) ?? "").string
        let title = CleanText(tree.attribute(.title, of: node) ?? "").string
        let isWorded = title.contains(" ") || !title.contains { "._".contains($0) || $0.isNumber }
        return Image(url: url, alt: alt, title: isWorded && title != alt ? title : "")
    }

    /// Whether its style hides it or makes it a pixel.
    private func isUnseen(_ node: Int) -> Bool {
        guard let style = tree.attribute(.style, of: node) else { return false }
        let bare = style.lowercased().filter { !$0.isWhitespace }
        return bare.contains("display:none") || bare.contains("visibility:hidden")
            || bare.split(separator: ";").contains { part in
                let sides = part.split(separator: ":")
                guard sides.count == 2, sides[0] == "width" || sides[0] == "height" else {
                    return false
                }
                return ["0", "0px", "1px"].contains(sides[1])
            }
    }

    /// A picture within a line: only one that says something in words, or is a photograph, so no icons and no emoji.
    func inlineImage(_ node: Int) -> Image? {
        guard let image = image(node) else { return nil }
        if image.alt.contains(where: { $0.isLetter || $0.isNumber }) { return image }
        guard image.alt.isEmpty, !MediaAddress.isOrnament(image.url) else { return nil }
        return MediaAddress.isPhoto(image.url) || isLarge(node) ? image : nil
    }

    /// Whether it is said to be of a size that no mark in a line has.
    func isLarge(_ node: Int) -> Bool {
        [HTMLAttribute.Name.width, .height].contains { name in
            tree.attribute(name, of: node).flatMap { Int($0) }.map { $0 >= 120 } ?? false
        }
    }

    private func url(of node: Int) -> String? {
        for name in Self.lazySources {
            if let url = tree.attribute(name, of: node).flatMap(resolve) { return url }
        }
        if let url = tree.attribute(.dataSourceSet, of: node).flatMap(largest) { return url }
        if let url = tree.attribute(.src, of: node).flatMap(resolve) { return url }
        if let url = tree.attribute(.srcset, of: node).flatMap(largest) { return url }
        return sourceOfPicture(around: node)
    }

    /// What the `<source>` elements beside it in a `<picture>` name.
    private func sourceOfPicture(around node: Int) -> String? {
        let picture = Int(tree.nodes[node].parent)
        guard tree.nodes[picture].tag == .picture || tree.nodes[picture].tag == .source else {
            return nil
        }
        for source in (picture..<node).suffix(Self.maxCandidates)
        where tree.nodes[source].tag == .source {
            for name in [HTMLAttribute.Name.dataSourceSet, .srcset] {
                if let url = tree.attribute(name, of: source).flatMap(largest) { return url }
            }
        }
        return nil
    }

    private func resolve(_ source: String) -> String? {
        guard let url = PageAddress.resolve(source, on: address), url.hasPrefix("http") else {
            return nil
        }
        return url
    }

    /// The largest candidate of a `srcset` (WHATWG HTML §4.8.4.2.1): addresses may hold commas, so that only
    /// one before white space parts candidates.
    private func largest(_ candidates: String) -> String? {
        var best: (url: String, size: Double)?
        let words = candidates.split(whereSeparator: \.isWhitespace)
        var index = 0
        for _ in 0..<Self.maxCandidates where index < words.count {
            var url = words[index]
            index += 1
            var size = 1.0
            if url.last == "," {
                url = url.dropLast()
            } else if index < words.count, let last = words[index].last {
                let descriptor = last == "," ? words[index].dropLast() : words[index]
                if let number = Double(descriptor.dropLast()) {
                    size = number
                    index += 1
                }
            }
            if size > best?.size ?? 0, let resolved = resolve(String(url)) {
                best = (resolved, size)
            }
        }
        return best?.url
    }
}
