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
        var isStruck = false
        var isStrong = false
        var isEmphasis = false
        var isCode = false

        /// A white space between two runs belongs to the link that both stand in, and to no emphasis.
        func common(with other: Style) -> Style {
            Style(
                link: link == other.link ? link : -1, isStruck: isStruck && other.isStruck)
        }
    }

    private struct Run {
        var style: Style
        var text: String
        /// The `<math>` element that it is, else -1.
        var formula = -1
    }

    func content(of passage: Passage) -> [Inline] {
        var clean = CleanText()
        var runs: [Run] = []
        var content: [Inline] = []
        let inHeading = page.tag(passage.block).headingLevel != nil
        let isStruck = isStruckOut(passage.block)
        for node in passage.nodes {
            if page.tag(node) == .br, inHeading {
                clean.appendSpace()
                continue
            }
            if page.tag(node) == .br {
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
            var style = style(of: node, below: passage.block)
            style.isStruck = style.isStruck || isStruck && style.note < 0
            let formula = page.tag(page.parent(node)) == .math ? page.parent(node) : -1
            let isOther =
                formula >= 0 || runs.last.map { $0.style != style || $0.formula >= 0 } ?? true
            if first == 0x20, isOther, !runs.isEmpty || !content.isEmpty {
                let around = runs.last.map { $0.style.common(with: style) } ?? Style()
                runs.append(Run(style: around, text: " "))
                added = added.dropFirst()
            }
            let text = String(decoding: added, as: UTF8.self)
            if let last = runs.last, last.style == style, last.formula < 0, formula < 0 {
                runs[runs.count - 1].text += text
            } else {
                runs.append(Run(style: style, text: text, formula: formula))
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

    private func inlines(_ runs: [Run]) -> [Inline] {
        // Most passages hold no link, and nothing that is struck out.
        let isPlain = runs.allSatisfy { $0.style.link < 0 && !$0.style.isStruck }
        return isPlain ? runs.map(marked) : nested(runs[...], in: 0)
    }

    /// A link, and what is struck out, go on from one run to the next; emphasis begins anew with each, as marks of it
    /// that touch are read in several ways.
    private func nested(_ runs: ArraySlice<Run>, in level: Int) -> [Inline] {
        guard level < 2 else { return runs.map(marked) }
        var content: [Inline] = []
        var start = runs.startIndex
        while start < runs.endIndex {
            let mark = mark(runs[start].style, level)
            var end = start + 1
            while end < runs.endIndex, self.mark(runs[end].style, level) == mark { end += 1 }
            let inner = nested(runs[start..<end], in: level + 1)
            if mark < 0 {
                content += inner
            } else if level == 1 {
                content.append(.struck(inner))
            } else if let target = page.tree.attribute(.href, of: mark),
                let url = PageAddress.resolve(target, on: address)
            {
                content.append(.link(url: url, content: inner))
            } else {
                content += inner
            }
            start = end
        }
        return content
    }

    /// -1 where the style has no mark of this level.
    private func mark(_ style: Style, _ level: Int) -> Int {
        level == 0 ? style.link : style.isStruck ? 0 : -1
    }

    private func marked(_ run: Run) -> Inline {
        var inline = plain(run)
        if run.text.utf8.elementsEqual(" ".utf8) { return inline }
        if run.style.isEmphasis { inline = .emphasis([inline]) }
        if run.style.isStrong { inline = .strong([inline]) }
        return inline
    }

    private func plain(_ run: Run) -> Inline {
        if run.formula >= 0, let tex = page.tree.attribute(.alttext, of: run.formula) {
            let isDisplay = page.tree.attribute(.display, of: run.formula) == "block"
            return .formula(tex: tex, isDisplay: isDisplay)
        }
        if run.text.utf8.elementsEqual(" ".utf8) { return .text(run.text) }
        if let label = notes.notes[run.style.note] {
            return .footnoteReference(label: label, mark: run.text)
        }
        return run.style.isCode ? .code(run.text) : .text(run.text)
    }

    /// Whether whole blocks are struck out: `<del>` may stand around them.
    private func isStruckOut(_ block: Int) -> Bool {
        var node = block
        for _ in 0..<4 where node > 0 {
            node = page.parent(node)
            switch page.tag(node) {
            case .del, .s, .strike: return true
            case .body, .article, .main: return false
            default: continue
            }
        }
        return false
    }

    private func style(of node: Int, below block: Int) -> Style {
        var style = Style()
        var parent = page.parent(node)
        while parent > block {
            switch page.tag(parent) {
            case .a where style.link < 0: style.link = parent
            case .s, .strike, .del: style.isStruck = true
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
            if page.spoken.contains(parent) { return true }
            parent = page.parent(parent)
        }
        return false
    }
}
