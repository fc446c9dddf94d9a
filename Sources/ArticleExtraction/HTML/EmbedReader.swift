import LibXML

/// Reads what plays within an article: films, sounds and frames, of which a link is left.
struct EmbedReader {
    let tree: HTMLTree
    let address: PageAddress?

    /// Nil for what is no player: frames without an address, advertisements, forms, and what is too small to be seen.
    ///
    /// - Parameter caption: what the figure around it says below it.
    func embed(_ node: Int, caption: String? = nil) -> Block? {
        let kind: String?
        switch tree.nodes[node].tag {
        case .video: kind = "Video"
        case .audio: kind = "Audio"
        case .iframe, .embed, .object: kind = nil
        case .custom: return component(node, caption: caption)
        case .blockquote: return post(node)
        case .div:
            if let frame = framed(node, caption: caption) { return frame }
            guard let url = address(ofPlayer: node).flatMap(resolve) else { return nil }
            let kind = tree.has(.dataConfigURL, node) ? "Video" : MediaAddress.kind(ofFrame: url)
            return link(to: url, kind: kind, node, caption: caption)
        case .script:
            let place = tree.attribute(.dataTelegramPost, of: node)
            return place.flatMap { resolve("https://t.me/" + $0) }.map(Self.post)
        default: return nil
        }
        guard !isTiny(node), let url = url(of: node).map(MediaAddress.shown),
            !MediaAddress.isBeacon(url),
            kind != nil || !MediaAddress.isWidget(url)
        else { return nil }
        return link(to: url, kind: kind ?? MediaAddress.kind(ofFrame: url), node, caption: caption)
    }

    /// Whether a script puts a player into an element.
    func mayPlay(_ node: Int) -> Bool {
        tree.nodes[node].content.contains {
            switch tree.attributes[Int($0)].name {
            case .dataAddress, .dataHTML, .dataConfigURL: true
            default: false
            }
        }
    }

    /// The frame that a script puts in place of an element, from the attribute that holds its markup (Squarespace).
    private func framed(_ node: Int, caption: String?) -> Block? {
        guard let html = tree.attribute(.dataHTML, of: node), html.utf8.count <= Self.longestFrame,
            html.contains("<iframe")
        else { return nil }
        let inner = HTMLTree(parsing: Array(html.utf8))
        guard let frame = inner.nodes.indices.first(where: { inner.nodes[$0].tag == .iframe })
        else { return nil }
        return EmbedReader(tree: inner, address: address).embed(frame, caption: caption)
    }

    private static let longestFrame = 4_000

    private func address(ofPlayer node: Int) -> String? {
        if EmbeddedPosts.isPlayer(node, in: tree) { return tree.attribute(.dataAddress, of: node) }
        guard let files = tree.attribute(.dataConfigURL, of: node), files.hasSuffix("/{variant}")
        else {
            return nil
        }
        // Of a film's files the one that names the others.
        return files.replacing("{variant}", with: "playlist.m3u8")
    }

    private func link(to url: String, kind: String, _ node: Int, caption: String?) -> Block {
        let stated = [
            tree.attribute(.title, of: node), tree.attribute(.ariaLabel, of: node), playLabel(node),
            caption,
        ]
        let title = stated.lazy.compactMap { $0.map { CleanText($0).string } }.first { !$0.isEmpty }
        return .attachment(url: url, label: kind + ": " + (title ?? MediaAddress.bare(url)))
    }

    /// What the button of a player says, behind "Play: ".
    private func playLabel(_ node: Int) -> String? {
        guard let label = tree.attribute(.playLabel, of: node) else { return nil }
        return label.firstIndex(of: ":").map { String(label[label.index(after: $0)...]) } ?? label
    }

    /// A custom element that plays something: `<amp-youtube>`, `<amp-iframe>`, `<lite-youtube>`.
    private func component(_ node: Int, caption: String?) -> Block? {
        let id = tree.attribute(.dataVideoID, of: node) ?? tree.attribute(.videoID, of: node)
        if let id, (1...40).contains(id.utf8.count),
            id.utf8.allSatisfy({ $0 != 0x2F && $0 > 0x20 && $0 < 0x7F })
        {
            // Vimeo's are numbers, YouTube's are eleven letters and digits.
            let isNumber = id.utf8.allSatisfy { (0x30...0x39).contains($0) }
            let url = (isNumber ? "https://vimeo.com/" : "https://www.youtube.com/watch?v=") + id
            return link(to: url, kind: "Video", node, caption: caption)
        }
        if let id = tree.attribute(.dataTweetID, of: node),
            id.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        {
            return Self.post("https://twitter.com/i/status/" + id)
        }
        if let code = tree.attribute(.dataShortcode, of: node),
            let url = resolve("https://www.instagram.com/p/" + code + "/")
        {
            return Self.post(url)
        }
        guard let url = url(of: node), !isTiny(node), !MediaAddress.isBeacon(url),
            !MediaAddress.isWidget(url)
        else { return nil }
        let kind = MediaAddress.kind(ofFrame: url)
        return kind == "Embedded" && !tree.has(.title, node)
            ? nil : link(to: url, kind: kind, node, caption: caption)
    }

    /// A post that a script would show: what stands in the page for it is a link.
    private func post(_ node: Int) -> Block? {
        guard EmbeddedPosts.isPost(node, in: tree) else { return nil }
        var addresses = stated(node)
        for inner in node..<Int(tree.nodes[node].end) where tree.nodes[inner].tag == .a {
            addresses.append(tree.attribute(.href, of: inner))
        }
        return addresses.lazy.compactMap { $0.flatMap(resolve) }.first.map(Self.post)
    }

    private static func post(_ url: String) -> Block {
        .attachment(url: url, label: "Post: " + MediaAddress.bare(url))
    }

    private func stated(_ node: Int) -> [String?] {
        [
            tree.attribute(.dataPermalink, of: node), tree.attribute(.cite, of: node),
            tree.attribute(.dataTextPostPermalink, of: node),
        ]
    }

    /// Whether a post states its address, and no link in it leads there.
    func isUnlinked(_ node: Int) -> Bool {
        guard EmbeddedPosts.isPost(node, in: tree),
            let address = stated(node).lazy.compactMap({ $0.flatMap(resolve) }).first
        else { return false }
        return !(node..<Int(tree.nodes[node].end)).contains {
            tree.nodes[$0].tag == .a && tree.attribute(.href, of: $0).flatMap(resolve) == address
        }
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
        for name in [
            HTMLAttribute.Name.src, .dataSource, .dataLazySource, .dataLazy, .data, .dataAddress,
        ] {
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
