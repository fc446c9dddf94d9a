import LibXML

/// Bookmarks as browsers export them (the Netscape format), and the pages of Pocket and Instapaper: links, under headings and in
/// folders. Read tag by tag, in time linear in the page.
enum BookmarkPage {
    static func items(_ text: Substring) -> [ImportedItem] {
        var reader = Reader()
        var rest = Array(text.utf8)[...]
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            reader.words += rest[..<start]
            guard let end = rest[start...].firstIndex(of: UInt8(ascii: ">")) else { break }
            reader.take(rest[(start + 1)..<end])
            rest = rest[(end + 1)...]
        }
        reader.close()
        return reader.items
    }

    private struct Reader {
        var items: [ImportedItem] = []
        var words: [UInt8] = []
        private var folders: [String] = []
        private var heading: String?
        private var link: ImportedItem?

        mutating func take(_ tag: ArraySlice<UInt8>) {
            let name = String(
                decoding: tag.prefix { $0 > 0x20 }.prefix(8), as: UTF8.self
            ).lowercased()
            switch name {
            case "a":
                close()
                link = Self.link(of: tag)
                words = []
            case "/a": close()
            case "h1", "h3": words = []
            case "/h3": heading = text
            case "/h1":
                // Instapaper's folders, and the title of the whole.
                folders =
                    ["", "bookmarks", "bookmarks menu", "unread", "archive", "read archive"]
                        .contains(text.lowercased()) ? [] : [text]
            case "dl" where folders.count < 32:
                folders.append(heading ?? "")
                heading = nil
            case "/dl": _ = folders.popLast()
            default: break
            }
        }

        mutating func close() {
            guard var item = link else { return }
            link = nil
            let title = text
            item.title = title.isEmpty || title == item.url ? nil : title
            item.tags += folders.filter { !$0.isEmpty }
            items.append(item)
        }

        private var text: String {
            OutputFact.line(CharacterReferences.resolved(String(decoding: words, as: UTF8.self)))
        }

        private static func link(of tag: ArraySlice<UInt8>) -> ImportedItem? {
            let attributes = attributes(of: tag)
            guard let url = WebAddress.link(attributes["href"]) else { return nil }
            var item = ImportedItem(url: url)
            item.tags = ImportedTags.split(attributes["tags"] ?? "")
            return item
        }

        private static func attributes(of tag: ArraySlice<UInt8>) -> [String: String] {
            var attributes: [String: String] = [:]
            var rest = tag.drop { $0 > 0x20 }
            while let sign = rest.firstIndex(of: UInt8(ascii: "=")) {
                let name = rest[..<sign].filter { $0 > 0x20 }
                var value = rest[(sign + 1)...].drop { $0 <= 0x20 }
                let quote = value.first
                if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
                    value = value.dropFirst()
                    let end = value.firstIndex { $0 == quote } ?? value.endIndex
                    rest = value[end...].dropFirst()
                    value = value[..<end]
                } else {
                    let end = value.firstIndex { $0 <= 0x20 } ?? value.endIndex
                    rest = value[end...]
                    value = value[..<end]
                }
                attributes[String(decoding: name, as: UTF8.self).lowercased()] =
                    CharacterReferences.resolved(String(decoding: value, as: UTF8.self))
            }
            return attributes
        }
    }
}
