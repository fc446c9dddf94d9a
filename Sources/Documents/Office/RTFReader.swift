import BriefModel
import Charsets

/// Reads RTF (version 1.9.1): text with headings, lists, tables, links and notes, in whatever code pages it is written.
/// Linear in the bytes; objects, pictures and all destinations that are not text are passed over.
struct RTFReader {
    private var scanner: RTFScanner
    private var state = RTFState()
    private var stack: [RTFState] = []
    private var writer = RTFBlockWriter()
    /// Writers of the text around notes that are under way.
    private var outer: [RTFBlockWriter] = []
    private var notes = Markup()
    private var noteCount = 0
    private var codePage = 1252
    private var fonts: [Int: Int] = [:]
    private var styles: [Int: String] = [:]
    private var facts = KnownFacts()
    /// Bytes of text not yet decoded, in one code page.
    private var pending: [UInt8] = []
    private var pendingPage = 1252
    /// The first half of a character that `\u` gives in two.
    private var surrogate: UInt32?
    /// Characters after `\u` that stand for it where it is not known, still to be passed over.
    private var toSkip = 0
    private var collected = ""
    private var marks = MarkRow()
    private var date = RTFDate()

    private static let deepest = 2_000
    private static let mostFonts = 10_000
    private static let mostNotes = 10_000

    /// - Throws: `notOfFormat`, `damaged`, `tooLarge`.
    static func read(_ bytes: [UInt8]) throws(DocumentsError) -> PackedDocument {
        guard bytes.starts(with: Array("{\\rtf".utf8)) else {
            throw DocumentsError(.notOfFormat, "it does not begin as RTF does")
        }
        var reader = RTFReader(scanner: RTFScanner(bytes))
        return try reader.document()
    }

    private init(scanner: RTFScanner) { self.scanner = scanner }

    private mutating func document() throws(DocumentsError) -> PackedDocument {
        var isClosed = false
        while let token = scanner.next() {
            switch token {
            case .open:
                guard stack.count < Self.deepest else {
                    throw DocumentsError(.damaged, "its groups stand too deep")
                }
                flush()
                stack.append(state)
                state.opensGroup()
            case .close:
                flush()
                close()
                isClosed = stack.isEmpty
            case .word(let word, let number): control(word, number)
            case .sign(let sign): self.sign(sign)
            case .hex(let byte), .text(let byte): text(byte)
            case .binary: isStandIn()
            }
            if isClosed { break }
        }
        flush()
        guard isClosed else {
            throw DocumentsError(.damaged, "it ends in the middle; copy it again")
        }
        let body = writer.finish()
        let html = notes.isEmpty ? body : body + "<hr>\n" + notes.html
        facts.title = facts.title ?? writer.title
        return PackedDocument(
            type: .html, bytes: Markup.document(body: html), charset: "utf-8", scope: .content,
            known: facts)
    }

    // MARK: - Text

    /// Whether what comes stands in for the character before, which `\u` gave.
    @discardableResult private mutating func isStandIn() -> Bool {
        guard toSkip > 0 else { return false }
        toSkip -= 1
        return true
    }

    private mutating func text(_ byte: UInt8) {
        guard !isStandIn(), state.destination != .skipped else { return }
        let page = state.font.flatMap { fonts[$0] } ?? codePage
        if page != pendingPage { flush() }
        pendingPage = page
        pending.append(byte)
    }

    private mutating func flush() {
        guard !pending.isEmpty else { return }
        let text = RTFCharsets.text(pending, codePage: pendingPage)
        pending.removeAll(keepingCapacity: true)
        put(text)
    }

    private mutating func put(_ text: String) {
        surrogate = nil
        let text = marks.bounded(text)
        switch state.destination {
        case .body:
            guard !state.isHidden, !state.isDeleted else { return }
            writer.add(text, state)
        case .skipped: break
        default: if collected.utf8.count < 65_536 { collected += text }
        }
    }

    private mutating func unicode(_ number: Int) {
        flush()
        toSkip = state.skipCount
        let value = UInt32(truncatingIfNeeded: number < 0 ? number + 65_536 : number)
        if value >= 0xD800, value < 0xDC00 {
            surrogate = value
        } else if value >= 0xDC00, value < 0xE000, let high = surrogate {
            let whole = 0x10000 + (high - 0xD800) << 10 + (value - 0xDC00)
            if let scalar = Unicode.Scalar(whole) { put(String(Character(scalar))) }
        } else if let scalar = Unicode.Scalar(value), !(0xE000...0xF8FF).contains(value) {
            put(String(Character(scalar)))
        }
    }

    private mutating func sign(_ sign: UInt8) {
        if isStandIn() { return }
        flush()
        switch sign {
        case UInt8(ascii: "~"): put("\u{A0}")
        case UInt8(ascii: "_"): put("-")
        case UInt8(ascii: "*"): state.isOptional = true
        case UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            put(String(Character(Unicode.Scalar(sign))))
        default: break
        }
    }

    // MARK: - Control words

    private mutating func control(_ word: String, _ number: Int?) {
        if word == "u", let number { return unicode(number) }
        if isStandIn() { return }
        flush()
        if let destination = RTFState.destinations[word] { return enter(destination) }
        if state.isOptional {
            // A destination that nobody needs to know.
            state.destination = .skipped
            state.isOptional = false
            return
        }
        if [.dates, .revisionDates].contains(state.destination) { return date.set(word, number) }
        if setDocument(word, number) || state.destination == .skipped { return }
        if let text = Self.characters[word] { return put(text) }
        guard state.destination == .body || state.destination == .styles else { return }
        if writer.take(word, number, state) { return }
        state.set(word, number)
    }

    /// What holds for the whole document, or for its tables.
    private mutating func setDocument(_ word: String, _ number: Int?) -> Bool {
        switch word {
        case "ansicpg": codePage = number ?? 1252
        case "mac": codePage = 10_000
        case "pc": codePage = 437
        case "pca": codePage = 850
        case "deff" where state.font == nil: state.font = number
        case "f": state.font = number
        case "uc": state.skipCount = max(0, min(16, number ?? 1))
        case "fcharset":
            if let font = state.font, fonts.count < Self.mostFonts, state.destination == .fonts,
                let page = number.flatMap({ RTFCharsets.codePage(fontCharset: $0) })
            {
                fonts[font] = page
            }
        case "s" where state.destination == .styles: state.style = number ?? 0
        default: return false
        }
        return true
    }

    private mutating func enter(_ destination: RTFState.Destination) {
        state.isOptional = false
        // Within what is passed over, nothing begins but what may stand in shapes.
        if state.destination == .skipped, destination != .body { return }
        if destination == .body, state.destination != .skipped { return }
        if destination == .note {
            guard noteCount < Self.mostNotes, outer.isEmpty, state.destination == .body else {
                state.destination = .skipped
                return
            }
            noteCount += 1
            writer.add(reference: "\(noteCount)")
            outer.append(writer)
            writer = RTFBlockWriter()
            state.destination = .body
            state.isNote = true
            return
        }
        state.destination = destination
        collected = ""
        if [.dates, .revisionDates].contains(destination) { date = RTFDate() }
    }

    private mutating func close() {
        let ended = state
        guard let before = stack.popLast() else { return }
        state = before
        if ended.isNote, !before.isNote, let around = outer.popLast() {
            notes.add(note: "\(noteCount)", markup: writer.finish())
            writer = around
            return
        }
        guard ended.destination != before.destination || ended.destination == .styles else {
            return
        }
        let text = StatedFacts.trimmed(collected)
        switch ended.destination {
        case .styles:
            if styles.count < Self.mostFonts, !text.isEmpty {
                styles[ended.style] = text
                writer.styles = styles
            }
        case .title: facts.title = StatedFacts.title(text)
        case .author: facts.authors = StatedFacts.authors(text)
        case .dates: facts.published = date.day
        case .revisionDates: facts.modified = date.day
        case .instruction: state.link = RTFState.link(in: text) ?? state.link
        case .mark: writer.note(mark: text)
        default: return
        }
        collected = ""
    }

    private static let characters: [String: String] = [
        "tab": "\t", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ",
        "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
        "zwj": "\u{200D}", "zwnj": "\u{200C}",
    ]
}

/// A time as `\yr2020\mo5\dy4` gives it.
private struct RTFDate {
    private var year = 0
    private var month = 0
    private var dayOfMonth = 0

    mutating func set(_ word: String, _ number: Int?) {
        switch word {
        case "yr": year = number ?? 0
        case "mo": month = number ?? 0
        case "dy": dayOfMonth = number ?? 0
        default: break
        }
    }

    var day: String? {
        guard (1981...9999).contains(year), (1...12).contains(month), (1...31).contains(dayOfMonth)
        else { return nil }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(year)-\(two(month))-\(two(dayOfMonth))"
    }
}
