/// Chooses the shingles of a text that an index holds.
///
/// Of each window the least is chosen (Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting",
/// 2003): two texts with a passage in common that is as long as a window choose one shingle of it alike. At the beginning,
/// where teasers come from, windows are short: 25 words in common are found there, 70 anywhere. In the first lines they are
/// shortest, so that a teaser is known by more than the phrases that many texts begin with.
enum Winnowing {
    private static let opening = 128
    private static let openingWindow = 16
    private static let first = 24
    private static let firstWindow = 4
    private static let window = 64
    /// Of long texts ever rarer shingles are taken, so that none has more than this.
    private static let most = 1_024

    /// - Parameter hashes: of the shingles, in the order of the text.
    static func fingerprints(of hashes: [UInt64]) -> [UInt64] {
        var chosen: Set<UInt64> = []
        choose(hashes.prefix(first), firstWindow, &chosen)
        choose(hashes.prefix(opening), openingWindow, &chosen)
        choose(hashes[...], window, &chosen)
        var bits = 1
        while chosen.count > most {
            chosen = chosen.filter { $0.trailingZeroBitCount >= bits }
            bits += 1
        }
        return chosen.sorted()
    }

    private static func choose(
        _ hashes: ArraySlice<UInt64>, _ window: Int, _ chosen: inout Set<UInt64>
    ) {
        guard hashes.count > window else {
            if let least = hashes.min() { chosen.insert(least) }
            return
        }
        var least = hashes.startIndex
        // Most windows have the least of the one before.
        var last = -1
        for place in hashes.indices {
            if place - least >= window {
                // The least has left the window: it is looked for anew, on average once in half a window.
                least = (place - window + 1...place).min { hashes[$0] < hashes[$1] } ?? place
            } else if hashes[place] <= hashes[least] {
                least = place
            }
            if least != last, place - hashes.startIndex >= window - 1 {
                chosen.insert(hashes[least])
                last = least
            }
        }
    }
}
