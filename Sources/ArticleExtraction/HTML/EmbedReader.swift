import LibXML

/// Reads what plays within an article: films, sounds and frames, of which a link is left.
struct EmbedReader {
    let tree: HTMLTree
    let address: PageAddress?

    /// Nil for what is no player: frames without an address, advertisements, forms, and what is too small to be seen.
    func embed(_ node: Int) -> Block? {
        let kind: String?
        switch tree.nodes[node].tag {
        case .video: kind = "Video"
        case .audio: kind = "Audio"
        case .iframe, .embed: kind = nil
        default: return nil
        }
        guard !isTiny(node), let url = url(of: node), !MediaAddress.isBeacon(url),
            kind != nil || !MediaAddress.isWidget(url)
        else { return nil }
        let title = CleanText(
            tree.attribute(.title, of: node) ?? tree.attribute(.ariaLabel, of: node) ?? ""
        ).string
        let name = title.isEmpty ? MediaAddress.bare(url) : title
        return .attachment(
            url: url, label: (kind ?? MediaAddress.kind(ofFrame: url)) + ": " + name)
    }

    private func isTiny(_ node: Int) -> Bool {
        for name in [HTMLAttribute.Name.width, .height] {
            if let size = tree.attribute(name, of: node).flatMap({ Int($0) }), size < 20 {
                return true
            }
        }
        return false
    }

    private func url(of node: Int) -> String? {
        for name in [HTMLAttribute.Name.src, .dataSource, .dataLazySource] {
            if let url = tree.attribute(name, of: node).flatMap(resolve) { return url }
        }
        for child in node..<Int(tree.nodes[node].end) where tree.nodes[child].tag == .source {
            if let url = tree.attribute(.src, of: child).flatMap(resolve) { return url }
        }
        return nil
    }

    private func resolve(_ source: String) -> String? {
        guard let url = PageAddress.resolve(source, on: address), url.hasPrefix("http") else {
            return nil
        }
        return url
    }
}
