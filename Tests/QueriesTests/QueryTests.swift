import Testing

@testable import Queries

@Suite struct QueryTests {
    private let facts = ArticleFacts(
        title: "Harbour embargoes bite",
        text: "The quick brown fox. Über die Brücke. 東京都は首都です。\nSanctions stay.",
        authors: ["Ann Miller", "Bo Lind"], site: "Harbour Notes", host: "notes.example.gov",
        url: "https://notes.example.gov/2026/fox", language: "de-AT", series: "Policy Brief",
        tags: ["trade"], categories: ["Economy"], feeds: ["00ff", "Quay Feed"], source: "spool:a",
        quality: 0.8, wordCount: 250, published: "2026-01-02T03:04:05+02:00",
        filed: 1_767_398_400, isPartial: true)

    @Test(arguments: [
        "quick FOX", "\"quick brown\"", "bro*", "embargoes", "uber brucke", "首都", "東京", "sanction*",
        "lang:de", "lang:de-AT", "language:DE", "site:*.gov", "site:\"harbour notes\"",
        "site:www.notes.example.gov", "site:www.*.gov", "site:WWW.notes.*", "(cat OR fox)",
        "cat OR fox", "-cat", "NOT cat",
        "fox AND quick",
        "-tag:sport", "tag:TRADE", "quality>0.7", "quality>=0.8", "quality=0.8", "words>200",
        "words<251", "feed:\"quay feed\"", "feed:Quay*", "published>2026-01-01",
        "published:2026-01",
        "published:2026", "published>=2026-01-02", "published<2026-01-02T02:00:00Z",
        "filed:2026-01-03", "filed<2026-01-04", "title:/embargo(es)?/", "title:embargoes",
        "text:fox", "author:miller", "author:\"Ann Miller\"", "author:/^bo/", "is:partial",
        "-is:edited", "url:https://notes.*/fox", "category:economy", "series:policy",
        "source:spool:*", "text:/qu[i-j]ck\\s+br\\w{3}/", "-(cat OR dog)",
        "lang:de site:*.gov (sanction* OR \"export control\") -tag:sport quality>0.7 words>200",
        "text:/uber/", "--fox", "fox & quick", "title:/HARBOUR/",
    ])
    func `holds`(text: String) throws {
        #expect(QueryMatcher(facts).matches(try Query(text)))
        #expect(QueryIndex([try Query(text)]).matches(QueryMatcher(facts)) == [0])
    }

    @Test(arguments: [
        "\"brown quick\"", "cat", "quick cat", "bro", "都東", "lang:d", "lang:en", "site:gov",
        "-fox", "tag:sport", "quality>0.8", "words<250", "published<2026-01-02", "title:fox",
        "text:embargoes", "is:edited", "\"miller bo\"", "author:\"miller bo\"", "modified>2000",
        "filed>2026-01-03", "title:/embargo$/", "", "&", "\"\"", "fox (cat OR -quick)",
    ])
    func `does not hold`(text: String) throws {
        #expect(!QueryMatcher(facts).matches(try Query(text)))
        #expect(QueryIndex([try Query(text)]).matches(QueryMatcher(facts)).isEmpty)
    }

    @Test(arguments: [
        ("lagn:de", 1, "did you mean \"lang\"?"), ("fox titel:x", 5, "did you mean \"title\"?"),
        ("quality>1.5", 9, "share"), ("words>many", 7, "number"),
        ("published>yesterday", 11, "no day"), ("published>2026-02-31", 11, "no day"),
        ("fox (cat", 5, "not closed"), ("fox) cat", 4, "closes nothing"), ("OR fox", 1, "missing"),
        ("fox OR", 5, "missing"), ("fox OR OR cat", 8, "missing"), ("\"fox", 1, "not closed"),
        ("title: fox", 1, "no value"), ("is:parital", 4, "did you mean is:partial?"),
        ("title:/a(b/", 11, "not closed"), ("a title:/x**y(?=z)/", 14, "not known"),
        ("title:/(a)\\1/", 11, "not known"), ("title:/[z-a]/", 9, "ends before"),
        ("title:/fox", 7, "not closed"), ("tag>x", 1, "cannot be compared"),
        ("words:/x/", 1, "no pattern"), ("quality > 0.7", 1, "apart"), ("- ( )x OR", 8, "missing"),
        ("title:/a{999}/", 9, "more than"), ("fox AND", 5, "missing"), ("tag:\"\"", 5, "no value"),
    ])
    func `says where a query is wrong, and what next`(text: String, column: Int, words: String) {
        do {
            let query = try Query(text)
            #expect(words.isEmpty, "\(query)")
        } catch {
            #expect(error.column == column && error.description.contains(words), "\(error)")
        }
    }

    @Test func `plain words of all kinds are no syntax`() throws {
        for text in [
            "12:30", "Re: fox", "https://example.org/a", "AT&T", "well-known", "a - b", "C++",
        ] {
            #expect(throws: Never.self) { try Query(text) }
        }
        for text in ["\"", "AND (", "title:", "OR OR OR", "((((", "a\"b"] {
            #expect(try Query.lenient(text) == nil)
        }
        #expect(throws: QueryError.self) { try Query.lenient("lagn:de") }
    }

    @Test func `refuses what is too long, too deep or too much`() throws {
        let long = String(repeating: "fox ", count: 2_600)
        #expect(throws: QueryError.self) { try Query(long) }
        let many = String(repeating: "fox ", count: 600)
        #expect(throws: QueryError.self) { try Query(many) }
        let deep = String(repeating: "(", count: 4_000) + "x" + String(repeating: ")", count: 4_000)
        #expect(throws: QueryError.self) { try Query(deep) }
        #expect(throws: Never.self) { try Query(String(repeating: "fox ", count: 500)) }
        #expect(throws: Never.self) { try Query(String(repeating: "-", count: 8_000) + "fox") }
    }

    @Test(arguments: [
        "(a*)*b", "(a|aa)+$", "(a|a?)+b", "((a{1,9}){1,9})b", "(.*)(.*)(.*)(.*)x", "(((a)*)*)*c",
        "(x+x+)+y",
    ])
    func `no pattern takes for ever`(pattern: String) throws {
        let text = String(repeating: "a", count: 20_000) + String(repeating: "x", count: 5_000)
        let query = try Query("text:/\(pattern)/")
        let clock = ContinuousClock()
        let time = clock.measure {
            _ = QueryMatcher(ArticleFacts(text: text)).matches(query)
        }
        // Backtracking would take longer than the world is old.
        #expect(time < .seconds(300))
    }

    @Test(arguments: [
        "(((((){200}){200}){200}){200}){200}", "((a{200}){200}){200}", "(^{200}){200}",
    ])
    func `no pattern grows without bound`(pattern: String) {
        let time = ContinuousClock().measure { _ = try? Query("text:/\(pattern)/") }
        #expect(time < .seconds(60))
    }

    @Test func `patterns find what they say`() throws {
        for (pattern, text, isFound) in [
            ("^fox$", "a\nfox\nb", true), ("^fox$", "foxes", false), ("\\bfox\\b", "a fox.", true),
            ("\\bfox\\b", "foxes", false), ("fo{2,3}x", "foox", true), ("fo{2,3}x", "fox", false),
            ("(cat|dog)s?", "DOGS", true), ("[^a]b", "ab", false), ("a.c", "a\nc", false),
            ("\\d{4}-\\d\\d", "on 2026-01", true), ("colou?r", "color", true), ("", "x", true),
            ("a\\/b", "a/b", true), ("[]x]", "]", true), ("x|", "", true), ("\\.", "a", false),
        ] {
            let found = try TextPattern(pattern).isFound(in: FoldedText(text))
            #expect(found == isFound, "\(pattern) in \(text)")
        }
    }

    @Test func `a pattern is found by what it needs wherever it is found without`() throws {
        var random = SplitMix(state: 14)
        func atom(_ depth: Int) -> String {
            switch random.next(depth > 0 ? 9 : 6) {
            case 0: "."
            case 1: "[ab]"
            case 2: "\\b"
            case 6: "(" + pattern(depth - 1) + "|" + pattern(depth - 1) + ")"
            case 7, 8: "(" + pattern(depth - 1) + ")"
            default: String("abc d".randomElement(using: &random) ?? "a")
            }
        }
        func pattern(_ depth: Int) -> String {
            (0..<(1 + random.next(5))).map { _ in
                atom(depth) + ["", "", "", "?", "*", "+", "{2}", "{1,3}"][random.next(8)]
            }.joined()
        }
        var found = 0
        for _ in 0..<3_000 {
            let written = pattern(2)
            let text = String(
                (0..<random.next(40)).map { _ in "aabbccd \n".randomElement(using: &random) ?? "a" }
            )
            // Too many steps, or a repetition of a repetition: refused, which is another test's matter.
            guard let plain = try? TextPattern(written),
                let query = try? Query("text:/\(written)/")
            else { continue }
            let isFound = plain.isFound(in: FoldedText(text))
            found += isFound ? 1 : 0
            let facts = ArticleFacts(text: text)
            #expect(
                QueryMatcher(facts).matches(query) == isFound, "\(written) in \(text)")
            #expect(
                QueryIndex([query]).matches(QueryMatcher(facts)) == (isFound ? [0] : []),
                "\(written) in \(text)")
        }
        #expect(found > 500)
    }

    @Test(arguments: [
        ("harbou?r", ["harbor", "harbour"]),
        ("(sanction|embargo)(s|es)?", ["embargo", "sanction"]),
        ("[0-9]+ tonnes of", [" tonnes of"]), ("a.*bcd", ["bcd"]), ("\\w+", []), ("x|", []),
        ("(ab){3}", ["ababab"]), ("Ärger", ["arger"]),
    ])
    func `a pattern needs the longest of its words`(pattern: String, literals: [String]) throws {
        let found = try TextPattern(pattern).literals.map { literal in
            String(String.UnicodeScalarView(literal.scalars.compactMap(Unicode.Scalar.init)))
        }
        #expect(found.sorted() == literals)
    }

    @Test func `a search for many literals finds each of them everywhere`() {
        var search = LiteralSearch()
        let literals = ["he", "she", "his", "hers", "e"].map {
            Array($0.unicodeScalars.map(\.value))
        }
        let numbers = literals.map { search.enter($0) }
        search.finish()
        let text = Array("ushers, his and hers".unicodeScalars.map(\.value))
        let hits = search.hits(in: text)
        for (number, literal) in zip(numbers, literals) {
            #expect(
                hits.filter { $0.literal == number }.map(\.place)
                    == LiteralSearch.places(of: literal, in: text))
        }
        #expect(hits.count == 8)
    }

    @Test func `an index finds what each query finds by itself`() throws {
        let words = [
            "fox", "cat", "sanction*", "lang:de", "tag:trade", "-cat", "quality>0.5",
            "title:/bite/", "author:lind", "site:*.gov", "(cat OR fox)", "series:brief", "br*",
        ]
        var texts = words
        for one in words { for other in words { texts.append("\(one) \(other)") } }
        for one in words { for other in words { texts.append("(\(one) OR \(other)) -nothing") } }
        let queries = try texts.map { try Query($0) }
        let matcher = QueryMatcher(facts)
        let plain = queries.indices.filter { matcher.matches(queries[$0]) }
        #expect(QueryIndex(queries).matches(QueryMatcher(facts)) == plain)
        #expect(plain.count > 20)
    }
}

/// The same numbers at every run (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func next(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
