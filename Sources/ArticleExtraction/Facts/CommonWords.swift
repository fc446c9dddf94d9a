/// Tells the language of a text in Latin letters by its commonest words.
enum CommonWords {
    /// So many bytes are read: a page says what it is in soon.
    private static let most = 6_000
    private static let least = 4

    /// nil where the words tell nothing, also for other scripts: their letters keep phrases apart already.
    static func language(of lines: some Sequence<ArraySlice<UInt8>>) -> PhraseLanguages? {
        var counts = [Int](repeating: 0, count: tongues.count)
        var read = 0
        let words = words
        for line in lines where read < most {
            let part = line.prefix(most - read)
            read += part.count
            let folded = FoldedLine(folding: part.span)
            for index in folded.words.indices {
                guard let number = words.numbers.known(folded.hash(index)) else { continue }
                for place in words.places[number] { counts[words.tongues[place]] += 1 }
            }
        }
        let order = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
        guard counts[order[0]] >= least, counts[order[0]] * 4 > counts[order[1]] * 5 else {
            return nil
        }
        return PhraseLanguages(code: tongues[order[0]].code)
    }

    private static let tongues: [(code: String, words: String)] = [
        ("en", "the of and to in that is was for with as his they at be this from have had but"),
        ("de", "der die und das den von zu mit sich des auf ist im dem nicht ein eine als auch es"),
        ("fr", "le la les des du et est une dans que qui pour au sur par pas plus ne avec ce"),
        ("es", "el la los las del y que en una por con para se al su como es lo mas fue"),
        ("it", "il di che la gli della del per con una non sono dei alla nel si le da piu anche"),
        ("pt", "o os do da que em uma nao com para dos das no na se por mais ao foi as"),
        ("nl", "de het een van en dat op te is met voor zijn niet aan er ook als maar door bij"),
        ("sv", "och att det som pa en av for ar den till inte med ett har de om var sig han"),
        ("da", "og det at en den til er som pa de med af for ikke der var har et blev fra"),
        ("no", "og det at en den til er som pa de med av for ikke der var har et ble fra"),
        ("fi", "ja on ei etta se oli hanen mutta kun ovat han myos joka tai jos ole kuin sen niin"),
        ("pl", "w i na z sie nie to do ze jest o jak po co przez od tym za byl ale"),
        ("cs", "a v se na je ze s z do o ktery jako za by pro byl ale jsou nebo pri"),
        ("sk", "a v sa na je ze s z do o ktory ako za by pre bol ale su alebo pri"),
        ("tr", "ve bir bu da de icin ile olarak daha cok olan gibi kadar en sonra ama ise ne"),
        ("id", "yang dan di untuk dengan pada ini dari itu tidak dalam akan ke oleh juga sebagai"),
        ("vi", "va cua la co cho khong trong duoc mot cac nhung voi nguoi da nay ve den khi tai"),
        ("ro", "si de la in a cu pe din nu care este o pentru ca mai un au sa fost"),
        ("hu", "a az es hogy nem is egy meg de ez csak mar volt mint azt el ha ki"),
    ]

    /// The words by their hashes, and for each where its tongues stand.
    private static let words: (numbers: KeyNumbers, places: [Range<Int>], tongues: [Int]) = {
        var numbers = KeyNumbers()
        var found: [[Int]] = []
        for (index, tongue) in tongues.enumerated() {
            for word in tongue.words.split(separator: " ") {
                let number = numbers.number(word.utf8.reduce(ByteHash.seed, ByteHash.next))
                if number == found.count { found.append([]) }
                found[number].append(index)
            }
        }
        var places: [Range<Int>] = []
        for tongues in found {
            let start = places.last?.upperBound ?? 0
            places.append(start..<start + tongues.count)
        }
        return (numbers, places, found.flatMap(\.self))
    }()
}
