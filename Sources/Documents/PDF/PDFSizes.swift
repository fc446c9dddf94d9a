/// The sizes of a document's type.
enum PDFSizes {
    /// Gives words without a known size one by the height of their box.
    static func complete(_ pages: inout [PDFPage]) {
        var ratios: [Double] = []
        for page in pages {
            for word in page.words.prefix(2_000) where word.size > 0 {
                ratios.append(word.height / word.size)
            }
            if ratios.count > 20_000 { break }
        }
        ratios.sort()
        let ratio = ratios.isEmpty ? 1.2 : max(0.5, ratios[ratios.count / 2])
        for page in pages.indices {
            for word in pages[page].words.indices where pages[page].words[word].size <= 0 {
                pages[page].words[word].size = pages[page].words[word].height / ratio
            }
        }
    }

    /// The size in which most letters are set.
    static func body(of pages: [PDFPage]) -> Double {
        var letters: [Int: Int] = [:]
        for page in pages {
            for word in page.words {
                letters[Int((word.size * 4).rounded()), default: 0] += word.text.utf8.count
            }
        }
        let most = letters.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return max(1, Double(most?.key ?? 48) / 4)
    }
}
