/// Cuts a text into pieces of at most so many characters, for models that take no more at once.
///
/// A paragraph, a line of the text, is cut only where it is longer than a piece: behind a sentence in its second half, else
/// at a blank, else anywhere. Deterministic: the same text gives the same pieces.
struct ChunkCutter {
    struct Piece: Equatable {
        /// Bytes in the text.
        var bytes: Range<Int>
        /// Characters in the text (Unicode scalars), as Python counts them.
        var characters: Range<Int>
    }

    /// Characters of a piece, at most; 1 at least.
    let limit: Int

    func pieces(of text: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var open: Piece?
        var characters = 0
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x0A) ?? text.count
            let line = Piece(
                bytes: start..<end,
                characters: characters..<(characters + Self.count(text[start..<end])))
            characters = line.characters.upperBound + 1
            start = end + 1
            guard !line.bytes.isEmpty else { continue }
            if let known = open,
                line.characters.upperBound - known.characters.lowerBound <= limit
            {
                open = Self.joined(known, line)
                continue
            }
            if let known = open { pieces.append(known) }
            let cut = line.characters.count <= limit ? [line] : parts(of: line, text)
            pieces += cut.dropLast()
            open = cut.last
        }
        return pieces + [open].compactMap(\.self)
    }

    private static func joined(_ one: Piece, _ other: Piece) -> Piece {
        Piece(
            bytes: one.bytes.lowerBound..<other.bytes.upperBound,
            characters: one.characters.lowerBound..<other.characters.upperBound)
    }

    private static func count(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }

    /// A paragraph that is too long.
    private func parts(of line: Piece, _ text: [UInt8]) -> [Piece] {
        var parts: [Piece] = []
        // Where each character begins.
        let starts = line.bytes.filter { text[$0] & 0xC0 != 0x80 }
        func byte(_ character: Int) -> Int {
            character < starts.count ? starts[character] : line.bytes.upperBound
        }
        var from = 0
        while from < starts.count {
            var end = min(from + limit, starts.count)
            if end < starts.count { end = cut(from, end) { text[byte($0)] } }
            var stop = end
            while stop > from + 1, text[byte(stop - 1)] == 0x20 { stop -= 1 }
            parts.append(
                Piece(
                    bytes: byte(from)..<byte(stop),
                    characters: (line.characters.lowerBound + from)..<(line.characters.lowerBound
                        + stop)))
            from = end
            while from < starts.count, text[byte(from)] == 0x20 { from += 1 }
        }
        return parts
    }

    /// Where a piece that must end by `end` ends best.
    private func cut(_ from: Int, _ end: Int, _ byte: (Int) -> UInt8) -> Int {
        let half = from + limit / 2
        var blank: Int?
        for place in stride(from: end, to: from, by: -1) where byte(place) == 0x20 {
            blank = blank ?? place
            guard place > half else { break }
            if ".!?".utf8.contains(byte(place - 1)) { return place }
        }
        return blank ?? end
    }
}
