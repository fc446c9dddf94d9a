import LibXML

/// Reads pictures, also those that a script would load later.
enum ImageReader {
    /// A picture worth showing; nil for pixels that count visits, icons and pictures without an address.
    static func image(_ node: Int, of tree: HTMLTree, address: PageAddress?) -> Block? {
        for name in [HTMLAttribute.Name.width, .height] {
            if let size = tree.attribute(name, of: node).flatMap({ Int($0) }), size < 50 {
                return nil
            }
        }
        let sources: [HTMLAttribute.Name] = [.dataSource, .dataOriginal, .dataLazySource, .src]
        for name in sources {
            guard let source = tree.attribute(name, of: node),
                let url = PageAddress.resolve(source, on: address), url.hasPrefix("http")
            else { continue }
            let alt = CleanText(tree.attribute(.alt, of: node) ?? "").string
            return alt.isEmpty ? nil : .image(url: url, alt: alt)
        }
        return nil
    }
}
