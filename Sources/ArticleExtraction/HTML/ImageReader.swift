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

    /// Where scripts find what they load later, the best first.
    private static let lazySources: [HTMLAttribute.Name] = [
        .dataHighResolution, .dataHighResolutionShort, .dataFullSource, .dataLargeFile,
        .dataOriginalFile, .dataOriginalSource, .dataOriginal, .dataLazySource, .dataLazy,
        .dataSource, .dataActualSource, .dataImageSource, .dataDeferredSource, .dataLazyLoad,
        .dataEcho, .dataDefaultSource, .dataCloudflareSource, .dataKissyLazyLoad, .dataEzoicSource,
        .dataPageSpeedSource, .dataOptimisedSource, .dataFastestSource, .dataDelayedSource,
        .dataBreeze, .dataFlickity, .dataSplide, .dataNamedSource, .lazySource, .nitroLazySource,
    ]
    /// These may name something else than a picture.
    private static let vagueSources: [HTMLAttribute.Name] = [.dataImage, .dataURL]
    private static let sourceSets: [HTMLAttribute.Name] = [
        .dataLazySourceSet, .dataSourceSet, .nitroLazySourceSet, .srcset,
    ]
    /// Of a list of sizes the largest is taken that is no wider than this many pixels, if it is wider than the least.
    private static let widest = 2_560.0
    private static let narrowest = 480.0
    /// A list of more candidates is not read to its end.
    private static let maxCandidates = 32

    /// A picture worth showing; nil for pixels that count visits, icons and pictures without an address.
    func image(_ node: Int) -> Image? {
        for name in [HTMLAttribute.Name.width, .height] {
            if let size = tree.attribute(name, of: node).flatMap({ Int($0) }), size < 50 {
                return nil
            }
        }
        guard !isUnseen(node), let url = url(of: node), shows(url) else { return nil }
        let alt = AttributeText.clean(tree.attribute(.alt, of: node) ?? "")
        let title = AttributeText.clean(tree.attribute(.title, of: node) ?? "")
        let isWorded = title.contains(" ") || !title.contains { "._".contains($0) || $0.isNumber }
        return Image(url: url, alt: alt, title: isWorded && title != alt ? title : "")
    }

    /// Whether its style hides it or makes it a pixel.
    private func isUnseen(_ node: Int) -> Bool {
        guard let style = tree.bytes(.style, of: node) else { return false }
        return tree.hides(node, style: style)
            || StyleText(style).declarations.contains { declaration in
                (declaration.names("width") || declaration.names("height"))
                    && ["0", "0px", "1px"].contains(where: declaration.says)
            }
    }

    /// A picture within a line: only one that says something in words, or is a photograph, so no icons and no emoji.
    func inlineImage(_ node: Int) -> Image? {
        guard let image = image(node) else { return nil }
        if image.alt.contains(where: { $0.isLetter || $0.isNumber }) { return image }
        guard image.alt.isEmpty, !PictureAddress.isOrnament(image.url) else { return nil }
        return PictureAddress.isPhoto(image.url) || isLarge(node) ? image : nil
    }

    /// Whether it is said to be of a size that no mark in a line has.
    func isLarge(_ node: Int) -> Bool {
        [HTMLAttribute.Name.width, .height].contains { name in
            tree.attribute(name, of: node).flatMap { Int($0) }.map { $0 >= 120 } ?? false
        }
    }

    private func url(of node: Int) -> String? {
        for name in Self.sourceSets {
            if let best = tree.attribute(name, of: node).flatMap(largest),
                best.width >= Self.narrowest
            {
                return best.url
            }
        }
        for name in Self.lazySources {
            if let url = tree.attribute(name, of: node).flatMap(resolve) { return url }
        }
        for name in Self.vagueSources {
            if let url = tree.attribute(name, of: node).flatMap(resolve),
                PictureAddress.isPicture(url)
            {
                return url
            }
        }
        if let url = tree.attribute(.src, of: node).flatMap(resolve), shows(url) { return url }
        for name in Self.sourceSets {
            if let best = tree.attribute(name, of: node).flatMap(largest) { return best.url }
        }
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
            for name in Self.sourceSets {
                if let best = tree.attribute(name, of: source).flatMap(largest) { return best.url }
            }
        }
        return nil
    }

    /// Whether there is something to see.
    private func shows(_ url: String) -> Bool {
        !MediaAddress.isBeacon(url) && !PictureAddress.isPlaceholder(url)
    }

    private func resolve(_ source: String) -> String? {
        guard let url = PageAddress.resolve(source, on: address), url.hasPrefix("http") else {
            return nil
        }
        return url
    }

    /// The largest candidate of a `srcset` that is of a sensible width, else the smallest.
    ///
    /// - Returns: its address, and its width as stated; of candidates that state none, infinity for one of twice the
    ///   density or more, else 0.
    private func largest(_ candidates: String) -> (url: String, width: Double)? {
        let candidates = SourceSet(candidates).prefix(Self.maxCandidates)
        let isWidth = candidates.contains { $0.width != nil }
        let found = candidates.map { (url: $0.url, size: isWidth ? $0.width ?? 1 : $0.density) }
        // The best first: addresses are looked into as far as they are needed.
        let limit = isWidth ? Self.widest : 3
        var left = found[...]
        while !left.isEmpty {
            var best = left.startIndex
            for other in left.indices.dropFirst()
            where Self.isBetter(left[other].size, than: left[best].size, limit) {
                best = other
            }
            let (candidate, size) = left[best]
            if let url = resolve(candidate), shows(url) {
                return (url, isWidth ? size : size >= 2 ? .infinity : 0)
            }
            left.remove(at: best)
        }
        return nil
    }

    /// Up to the limit the larger, beyond it the smaller.
    private static func isBetter(_ size: Double, than other: Double, _ limit: Double) -> Bool {
        size <= limit ? other > limit || size > other : other > limit && size < other
    }
}
