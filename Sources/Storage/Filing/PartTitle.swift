/// A headline that says which part of a long read stands below it: "The Long Way, part 2", "Page 3 of 4: The Long Way",
/// "Der lange Weg (Teil II)", "長い道（下）".
struct PartTitle: Equatable {
    /// Without the mark of the part, folded for comparison.
    let name: String
    /// nil where the headline names no part.
    let number: Int?

    init(_ title: String) {
        let words = Self.words(of: title.lowercased())
        guard let mark = Self.mark(in: words) else {
            name = words.joined(separator: " ")
            number = nil
            return
        }
        number = mark.number
        name = (words[..<mark.words.lowerBound] + words[mark.words.upperBound...])
            .joined(separator: " ")
    }

    /// Letters and digits, cut where anything else stands, and around what counts parts in scripts without spaces.
    private static func words(of title: String) -> [String] {
        var words: [String] = []
        var word = ""
        func end() {
            if !word.isEmpty { words.append(word) }
            word = ""
        }
        for character in title {
            if isMark(character) {
                end()
                words.append(String(character))
            } else if character.isLetter || character.isNumber {
                word.append(character)
            } else {
                end()
            }
        }
        end()
        return words
    }

    private static func isMark(_ character: Character) -> Bool {
        switch character {
        case "/", "第", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十": true
        default: counters.contains(character)
        }
    }

    private static func mark(in words: [String]) -> (number: Int, words: Range<Int>)? {
        for index in words.indices.reversed() {
            if let found = namedPart(at: index, in: words) ?? countedPart(at: index, in: words) {
                return found
            }
        }
        // "長い道（下）"
        guard words.count > 1, let last = words.last, last.count == 1, let place = last.first,
            let number = places[place]
        else { return nil }
        return (number, words.count - 1..<words.count)
    }

    /// "part 2", "page 2 of 3", "2. teil", "第2回".
    private static func namedPart(
        at index: Int, in words: [String]
    ) -> (number: Int, words: Range<Int>)? {
        if words[index] == "第", index + 2 < words.count, let number = figure(words[index + 1]),
            words[index + 2].first.map(counters.contains) == true
        {
            let isLonger = index + 3 < words.count && words[index + 3] == "分"
            return (number, index..<index + (isLonger ? 4 : 3))
        }
        guard names.contains(words[index]) else { return nil }
        if index + 1 < words.count, let number = number(words[index + 1]) {
            var end = index + 2
            if end + 1 < words.count, words[end] == "/" || of.contains(words[end]),
                self.number(words[end + 1]) != nil
            {
                end += 2
            }
            return (number, index..<end)
        }
        if index > 0, let number = number(words[index - 1]) {
            return (number, index - 1..<index + 1)
        }
        return nil
    }

    /// "2/3" and "2 of 3", at the end.
    private static func countedPart(
        at index: Int, in words: [String]
    ) -> (number: Int, words: Range<Int>)? {
        guard words[index] == "/" || of.contains(words[index]), index > 0, index + 2 == words.count,
            let part = figure(words[index - 1]),
            let all = figure(words[index + 1]), part <= all,
            (2...50).contains(all)
        else { return nil }
        return (part, index - 1..<index + 2)
    }

    private static func number(_ word: String) -> Int? {
        if let place = spelled.firstIndex(of: word) { return place + 1 }
        if let place = roman.firstIndex(of: word) { return place + 1 }
        return figure(word)
    }

    /// In the digits of any script; one sign may be a number by itself.
    private static func figure(_ word: String) -> Int? {
        guard (1...3).contains(word.count) else { return nil }
        var number = 0
        for character in word {
            guard let digit = character.wholeNumberValue, digit < 10 || word.count == 1 else {
                return nil
            }
            number = number * 10 + digit
        }
        return (1...999).contains(number) ? number : nil
    }

    private static let names: Set<String> = [
        "part", "page", "pt", "teil", "seite", "folge", "partie", "parte", "página", "pagina",
        "deel", "del", "sida", "side", "osa", "sivu", "część", "strona", "část", "strana", "časť",
        "часть", "страница", "частина", "сторінка", "част", "deo", "dio", "stranica",
        "rész", "oldal", "partea", "bölüm", "sayfa", "kısım", "μέρος", "σελίδα", "phần", "trang",
        "bagian", "halaman", "الجزء", "الصفحة", "חלק", "עמוד", "भाग", "पृष्ठ", "ตอนที่", "파트", "부",
        "편",
    ]
    private static let of: Set<String> = [
        "of", "von", "de", "di", "van", "av", "z", "из", "з", "sur", "da", "do",
    ]
    private static let spelled = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    ]
    private static let roman = [
        "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii",
    ]
    private static let counters: Set<Character> = ["页", "頁", "回", "部", "篇", "集", "章", "부", "편"]
    /// The first, the middle and the last part.
    private static let places: [Character: Int] = ["上": 1, "中": 2, "下": 3]
}
