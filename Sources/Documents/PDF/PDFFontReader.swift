/// Reads what `pdftohtml -xml` wrote, and gives the words of the pages their sizes, styles and links.
struct PDFFontReader {
    private struct Font {
        var size: Double
        var style: PDFStyle
        var family: Int
    }

    private var fonts: [Int: Font] = [:]
    private var families: [String: Int] = [:]
    private static let mostFonts = 20_000
    private static let mostLinks = 20_000

    /// Words for which no run is found keep the size 0.
    static func read(_ bytes: [UInt8], into pages: inout [PDFPage]) {
        var reader = PDFFontReader()
        var scanner = TagScanner(bytes)
        var runs: [PDFRun] = []
        var run: PDFRun?
        var page = -1
        var scale = 1.0
        while let token = scanner.next() {
            guard case .tag(let name, let attributes) = token else {
                if case .text(let range) = token, range.count <= 3, run?.sign.isEmpty ?? false {
                    run?.sign = scanner.text(range)
                }
                continue
            }
            switch name {
            case "page":
                if pages.indices.contains(page) { PDFRunIndex(runs).style(&pages[page]) }
                runs.removeAll(keepingCapacity: true)
                page += 1
                let height = scanner.number("height", in: attributes)
                let known = pages.indices.contains(page) ? pages[page].height : 0
                scale = height > 0 && known > 0 ? known / height : 1
            case "fontspec": reader.note(attributes, scanner, scale)
            case "text": run = reader.run(attributes, scanner, scale)
            case "b": run?.style.insert(.bold)
            case "i": run?.style.insert(.italic)
            case "a":
                guard run != nil, pages.indices.contains(page),
                    let address = scanner.value(of: "href", in: attributes).map(scanner.text),
                    address.hasPrefix("http"), pages[page].links.count < mostLinks
                else { continue }
                if pages[page].links.last != address { pages[page].links.append(address) }
                run?.link = pages[page].links.count - 1
            case "/text":
                if let whole = run { runs.append(whole) }
                run = nil
            default: break
            }
        }
        if pages.indices.contains(page) { PDFRunIndex(runs).style(&pages[page]) }
    }

    private mutating func note(_ attributes: Range<Int>, _ scanner: TagScanner, _ scale: Double) {
        guard fonts.count < Self.mostFonts else { return }
        let name = scanner.value(of: "family", in: attributes).map(scanner.text) ?? ""
        let lower = name.lowercased()
        var style: PDFStyle = []
        let weights = ["bold", "black", "heavy", "semibold", "demi"]
        if weights.contains(where: lower.contains) { style.insert(.bold) }
        if lower.contains("italic") || lower.contains("oblique") { style.insert(.italic) }
        if ["mono", "courier", "consol", "typewriter", "cmtt"].contains(where: lower.contains) {
            style.insert(.fixed)
        }
        // "ABCDEF+LiberationSerif-Bold" is of one family with "GHIJKL+LiberationSerif".
        let plain = lower.split(separator: "+").last ?? ""
        let family = String(plain.prefix { $0 != "-" && $0 != "," })
        let number = families[family] ?? families.count
        families[family] = number
        fonts[Int(scanner.number("id", in: attributes))] = Font(
            size: scanner.number("size", in: attributes) * scale, style: style, family: number)
    }

    private func run(
        _ attributes: Range<Int>, _ scanner: TagScanner, _ scale: Double
    ) -> PDFRun {
        let left = scanner.number("left", in: attributes) * scale
        let top = scanner.number("top", in: attributes) * scale
        let font = fonts[Int(scanner.number("font", in: attributes))]
        return PDFRun(
            left: left, top: top, right: left + scanner.number("width", in: attributes) * scale,
            bottom: top + scanner.number("height", in: attributes) * scale, size: font?.size ?? 0,
            style: font?.style ?? [], family: font?.family ?? -1, link: -1)
    }
}

/// Finds the run of a font that a word is part of.
private struct PDFRunIndex {
    private static let band = 8.0
    private static let mostBands = 4_000
    /// Runs of one band that are looked at: a page that has more in eight points of height has no words there.
    private static let mostRuns = 512
    private var bands: [[PDFRun]] = []

    init(_ runs: [PDFRun]) {
        for run in runs {
            let first = Self.band(of: run.top)
            let last = min(Self.band(of: run.bottom), first + 40)
            guard first <= last else { continue }
            while bands.count <= last { bands.append([]) }
            for band in first...last where bands[band].count < Self.mostRuns {
                bands[band].append(run)
            }
        }
    }

    private static func band(of height: Double) -> Int {
        min(max(0, Int(height / band)), mostBands)
    }

    func style(_ page: inout PDFPage) {
        var words: [PDFWord] = []
        words.reserveCapacity(page.words.count)
        for word in page.words {
            guard let run = run(of: word, at: word.center) else {
                words.append(word)
                continue
            }
            words += parts(of: word, run)
        }
        page.words = words
    }

    /// A word, and the raised sign of a note that touches it, at its end or, in the note itself, before it.
    private func parts(of word: PDFWord, _ run: PDFRun) -> [PDFWord] {
        let length = word.text.utf8.count
        if let sign = self.run(of: word, at: word.right - 0.5, isSign: true),
            sign.left > word.left, sign.size < 0.85 * run.size, word.text.hasSuffix(sign.sign),
            length > sign.sign.utf8.count
        {
            var (first, second) = (styled(word, run), styled(word, sign))
            first.text.removeLast(sign.sign.count)
            first.right = sign.left
            (second.text, second.left) = (sign.sign, sign.left)
            (second.top, second.bottom) = (sign.top, sign.bottom)
            return [first, second]
        }
        if let sign = self.run(of: word, at: word.left + 0.5, isSign: true),
            sign.right < word.right - 0.5, word.text.hasPrefix(sign.sign),
            length > sign.sign.utf8.count,
            let rest = self.run(of: word, at: word.right - 0.5), sign.size < 0.85 * rest.size
        {
            var (first, second) = (styled(word, sign), styled(word, rest))
            (first.text, first.right) = (sign.sign, sign.right)
            (first.top, first.bottom) = (sign.top, sign.bottom)
            second.text.removeFirst(sign.sign.count)
            second.left = sign.right
            return [first, second]
        }
        return [styled(word, run)]
    }

    private func styled(_ word: PDFWord, _ run: PDFRun) -> PDFWord {
        var word = word
        word.size = run.size
        word.style = run.style
        word.family = run.family
        word.link = run.link
        return word
    }

    /// The run that stands at a place of a word's line.
    private func run(of word: PDFWord, at place: Double, isSign: Bool = false) -> PDFRun? {
        let band = Self.band(of: word.middle)
        guard bands.indices.contains(band) else { return nil }
        var best: PDFRun?
        var distance = word.height * 0.6
        let slack = isSign ? 0.0 : 1
        for run in bands[band]
        where run.left <= place + slack && run.right >= place - slack
            && (!isSign || !run.sign.isEmpty)
        {
            let off = abs((run.top + run.bottom) / 2 - word.middle)
            if off < distance {
                best = run
                distance = off
            }
        }
        return best
    }
}
