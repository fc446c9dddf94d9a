/// Reads the credit of a Korean paper: "홍길동 기자", "홍길동·김영희 기자", "서울=홍길동 기자", "기자 홍길동".
enum KoreanCredit {
    /// In bytes.
    private static let longest = 160

    /// The reporters whom a line names; empty where it names none.
    ///
    /// Names have two to four syllables and begin with a usual family name; sentences about a reporter end as sentences.
    static func names(in line: String) -> [String] {
        guard line.utf8.count <= longest, line.utf8.contains(0xEA) || line.utf8.contains(0xEC),
            !OwnWords.isSentence(line), !pictures.contains(where: line.hasPrefix)
        else { return [] }
        let words = line.split { " \u{A0}|/()[]".contains($0) }
        guard words.count <= 10 else { return [] }
        for (index, word) in words.enumerated() where posts.contains(String(word)) {
            if index > 0 {
                let names = names(inWord: words[index - 1])
                if !names.isEmpty { return others(words[..<(index - 1)]) + names }
            }
            if index == 0, index + 1 < words.count {
                let names = names(inWord: words[index + 1])
                if !names.isEmpty { return names }
            }
        }
        return []
    }

    /// Names before the last one, each with a comma behind it.
    private static func others(_ words: ArraySlice<Substring>) -> [String] {
        var found: [String] = []
        for word in words.reversed() {
            guard word.hasSuffix(","), isPerson(word.dropLast()) else { break }
            found.insert(String(word.dropLast()), at: 0)
        }
        return found
    }

    private static func names(inWord word: Substring) -> [String] {
        let name = word.split(separator: "=").last ?? word
        let parts = name.split { "·,ㆍ・".contains($0) }
        return !parts.isEmpty && parts.allSatisfy(isPerson) ? parts.map(String.init) : []
    }

    private static func isPerson(_ word: Substring) -> Bool {
        (2...4).contains(word.count)
            && word.unicodeScalars.allSatisfy { (0xAC00...0xD7A3).contains($0.value) }
            && word.first.map(families.contains) ?? false
    }

    /// Who took a picture is named as those are who write.
    private static let pictures = ["사진", "영상", "그래픽", "일러스트"]
    private static let posts: Set<String> = [
        "기자", "특파원", "선임기자", "인턴기자", "객원기자", "전문기자", "논설위원", "칼럼니스트", "에디터",
    ]
    /// The families that nearly all Koreans bear.
    private static let families: Set<Character> = Set(
        """
        김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도\
        소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부
        """)
}
