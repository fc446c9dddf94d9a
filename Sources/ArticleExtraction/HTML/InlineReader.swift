import LibXML

/// Reads the inline markup of a passage: links, emphasis, code and line breaks around its text.
struct InlineReader {
    let page: Page
    let address: PageAddress?
    let notes: Footnotes
    let images: ImageReader

    private struct Style: Equatable {
        var link = -1
        /// The note that a reference points to.
        var note = -1
        var isStrong = false
        var isEmphasis = false
        var isCode = false
    }

    func content(of passage: Passage) -> [Inline] {
        var clean = CleanText()
        var runs: [(style: Style, text: String)] = []
        var content: [Inline] = []
        let inHeading = page.tag(passage.block).headingLevel != nil
        for node in passage.nodes {
            if page.tag(node) == .br, !inHeading {
                content += inlines(runs)
                runs = []
                if !content.isEmpty, content.last != .lineBreak {
                    content.append(.lineBreak)
                    clean = CleanText()
                }
                continue
            }
            if page.tag(node) == .img, !inHeading, let image = images.inlineImage(node) {
                content += inlines(runs)
                if clean.endsInSpace, !content.isEmpty { content.append(.text(" ")) }
                content += [.image(url: image.url, alt: image.alt)]
                runs = []
                continue
            }
            guard page.tag(node) == .text, !isMuted(node, below: passage.block) else { continue }
            let start = clean.utf8.count
            clean.append(page.tree.textBytes(node))
            var added = clean.utf8[start...]
            guard let first = added.first else { continue }
            let style = style(of: node, below: passage.block)
            // White space between two runs belongs to neither of their marks.
            if first == 0x20, runs.last.map({ $0.style != style }) ?? !content.isEmpty {
                runs.append((Style(), " "))
                added = added.dropFirst()
            }
            let text = String(decoding: added, as: UTF8.self)
            if let last = runs.last, last.style == style {
                runs[runs.count - 1].text += text
            } else {
                runs.append((style, text))
            }
        }
        content += inlines(runs)
        while content.last == .lineBreak { content.removeLast() }
        return content
    }

    /// Preformatted text as it stands, without control characters.
    func code(of passage: Passage) -> String {
        var text = ""
        for node in passage.nodes {
            if page.tag(node) == .br { text += "\n" }
            guard page.tag(node) == .text else { continue }
            text += String(decoding: page.tree.textBytes(node), as: UTF8.self)
        }
        return HiddenCharacter.code(text)
    }

    private func inlines(_ runs: [(style: Style, text: String)]) -> [Inline] {
        runs.map { style, text in
            if text.utf8.elementsEqual(" ".utf8) { return .text(text) }
            if let label = notes.notes[style.note] {
                return .footnoteReference(label: label, mark: text)
            }
            var inline: Inline = style.isCode ? .code(text) : .text(text)
            if style.isEmphasis { inline = .emphasis([inline]) }
            if style.isStrong { inline = .strong([inline]) }
            if style.link >= 0, let target = page.tree.attribute(.href, of: style.link),
                let url = PageAddress.resolve(target, on: address)
            {
                inline = .link(url: url, content: [inline])
            }
            return inline
        }
    }

    private func style(of node: Int, below block: Int) -> Style {
        var style = Style()
        var parent = page.parent(node)
        while parent > block {
            switch page.tag(parent) {
            case .a where style.link < 0: style.link = parent
            case .b, .strong: style.isStrong = page.tag(block).headingLevel == nil
            case .i, .em, .cite, .dfn, .`var`: style.isEmphasis = true
            case .code, .kbd, .samp, .tt: style.isCode = true
            default: break
            }
            if !notes.isEmpty, let note = notes.references[parent] { style.note = note }
            parent = page.parent(parent)
        }
        if style.note >= 0 { return Style(note: style.note) }
        return style
    }

    private func isMuted(_ node: Int, below block: Int) -> Bool {
        var parent = page.parent(node)
        while parent > block {
            let tag = page.tag(parent)
            if tag == .template, page.tree.has(.shadowRootMode, parent) { return false }
            if tag.isMute || tag.mutesOwnText || notes.muted.contains(parent) { return true }
            parent = page.parent(parent)
        }
        return false
    }
}
