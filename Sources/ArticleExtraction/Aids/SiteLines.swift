import BriefModel
import LibXML

/// The lines of a page by which it is compared with others of its site, as hashes of their words and of the elements
/// around them.
struct SiteLines {
    private struct Line {
        var passage: Int
        var key: UInt64
    }

    private let lines: [Line]
    private let odds: [Float]

    /// What remains of the probability of a line that recurs.
    static let weight: Float = 0.25
    /// Above this the judge is sure: such a line stays, however often it stood elsewhere.
    private static let sure: Float = 0.8
    /// From here on the judge is for a line.
    private static let text: Float = 0.6
    /// Below this nobody would keep a line.
    static let least: Float = 0.1
    /// Shorter lines are labels, which recur in articles too.
    private static let fewWords: Float = 3
    /// So many elements around a line count with their names: further out, pages name their subject.
    private static let named = 3

    init(page: Page, odds: [Float]) {
        self.odds = odds
        var lines: [Line] = []
        var counts: [UInt64: Int] = [:]
        for index in page.passages.indices where odds[index] >= Self.least {
            let passage = page.passages[index]
            guard passage.census.length >= Self.fewWords, !Self.recurs(page.tag(passage.block))
            else { continue }
            let key = Self.line(index, page)
            counts[key, default: 0] += 1
            lines.append(Line(passage: index, key: key))
            if lines.count == PageTrace.mostLines { break }
        }
        self.lines = lines.filter { counts[$0.key] == 1 }
    }

    /// The passages that stood on several pages of the site, and of which the judge is not sure.
    func known(to site: SiteAccount, at address: UInt64) -> [Int] {
        lines.filter { odds[$0.passage] < Self.sure && site.isFurniture($0.key, onPageAt: address) }
            .map(\.passage)
    }

    /// What the page shows of its site.
    ///
    /// - Parameter verdict: what the page alone gives.
    func trace(
        of page: Page, _ verdict: BodyVerdict, _ site: SiteAccount, at address: UInt64
    ) -> PageTrace {
        var body = ByteHash.seed
        for index in page.passages.indices where verdict.kept[index] {
            Self.add(page.bytes(index), to: &body)
        }
        let wanted = lines.filter { site.wantsSample(of: $0.key) }.prefix(64)
        return PageTrace(
            address: address, body: body,
            text: lines.filter { odds[$0.passage] >= Self.text }.map(\.key),
            doubted: lines.filter { odds[$0.passage] < Self.text }.map(\.key),
            samples: wanted.map {
                .init(line: $0.key, words: Self.opening(page.string($0.passage)))
            })
    }

    /// As many whole characters as a sample has room for.
    private static func opening(_ text: String) -> String {
        var opening = ""
        for character in text {
            guard opening.utf8.count + character.utf8.count <= PageTrace.mostSampleBytes else {
                break
            }
            opening.append(character)
        }
        return opening
    }

    /// Headings, cells and items of lists recur in articles: "Background", "Length: 12 ft."
    static func recurs(_ tag: HTMLTag) -> Bool {
        switch tag {
        case .td, .th, .dt, .dd, .pre, .code, .li: true
        default: tag.headingLevel != nil
        }
    }

    /// A hash of a passage's words and of the elements around it.
    static func line(_ index: Int, _ page: Page) -> UInt64 {
        var hash = ByteHash.seed
        add(page.bytes(index), to: &hash)
        return around(index, page, hash)
    }

    /// A hash of the elements around a passage, whatever it says.
    static func place(_ index: Int, _ page: Page) -> UInt64 {
        around(index, page, ByteHash.next(ByteHash.seed, 0x01))
    }

    private static func around(_ index: Int, _ page: Page, _ words: UInt64) -> UInt64 {
        var hash = words
        var node = page.passages[index].block
        var distance = 0
        while node > 0, page.tag(node) != .body {
            hash = ByteHash.next(hash, page.tag(node).rawValue)
            if distance < named {
                for name in [HTMLAttribute.Name.class, .id] {
                    add(name: page.tree.bytes(name, of: node) ?? [], to: &hash)
                }
            }
            node = page.parent(node)
            distance += 1
        }
        return hash
    }

    private static func add(_ text: ArraySlice<UInt8>, to hash: inout UInt64) {
        WordHashes.each(in: text.span) { word in
            hash = (hash ^ word) &* 0x100_0000_01b3
        }
    }

    /// Numbers in names are those of one page.
    private static func add(name: ArraySlice<UInt8>, to hash: inout UInt64) {
        hash = ByteHash.next(hash, 0x20)
        for byte in name where !(0x30...0x39).contains(byte) { hash = ByteHash.next(hash, byte) }
    }
}
