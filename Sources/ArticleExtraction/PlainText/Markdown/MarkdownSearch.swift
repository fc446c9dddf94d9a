/// Finds what closes a mark in the text of a block. What was found, or looked for in vain, is remembered: all
/// questions about one text together take linear time.
///
/// The places asked for never go back.
struct MarkdownSearch {
    /// Where the runs of backticks of each length begin, and how many of them are passed.
    private var runs: [Int: (starts: [Int], passed: Int)]?
    /// The closing parenthesis of each opening one.
    private var parentheses: [Int: Int]?
    /// The last answer for a character.
    private var places: [Character: Int] = [:]

    /// Where the first run of exactly so many backticks begins at or after a place.
    mutating func backticks(_ length: Int, after start: Int, in text: [Character]) -> Int? {
        var all = runs ?? Self.backtickRuns(in: text)
        runs = nil
        defer { runs = all }
        while let run = all[length], run.passed < run.starts.count {
            if run.starts[run.passed] >= start { return run.starts[run.passed] }
            all[length]?.passed += 1
        }
        return nil
    }

    /// The parenthesis that closes the one at a place, those in between counted.
    mutating func closing(_ place: Int, in text: [Character]) -> Int? {
        let all = parentheses ?? Self.pairs(in: text)
        parentheses = all
        return all[place]
    }

    /// Where a character stands first, at or after a place.
    mutating func first(_ character: Character, from start: Int, in text: [Character]) -> Int? {
        if let place = places[character], place >= start {
            return place < text.count ? place : nil
        }
        let place = text[min(start, text.count)...].firstIndex(of: character) ?? text.count
        places[character] = place
        return place < text.count ? place : nil
    }

    private static func backtickRuns(
        in text: [Character]
    ) -> [Int: (starts: [Int], passed: Int)] {
        var runs: [Int: (starts: [Int], passed: Int)] = [:]
        var index = 0
        while index < text.count {
            let start = index
            while index < text.count, text[index] == "`" { index += 1 }
            if index > start { runs[index - start, default: ([], 0)].starts.append(start) }
            index += 1
        }
        return runs
    }

    private static func pairs(in text: [Character]) -> [Int: Int] {
        var pairs: [Int: Int] = [:]
        var open: [Int] = []
        for (index, character) in text.enumerated() {
            if character == "(" { open.append(index) }
            if character == ")", let start = open.popLast() { pairs[start] = index }
        }
        return pairs
    }
}
