import Testing

@testable import Outputs

@Suite struct ChunkCutterTests {
    private func cut(_ text: String, _ limit: Int) -> [String] {
        let bytes = Array(text.utf8)
        return ChunkCutter(limit: limit).pieces(of: bytes).map {
            String(decoding: bytes[$0.bytes], as: UTF8.self)
        }
    }

    @Test func `keeps paragraphs together as long as they fit`() {
        #expect(cut("one\ntwo\nthree\n", 7) == ["one\ntwo", "three"])
        #expect(cut("one\ntwo\nthree\n", 100) == ["one\ntwo\nthree"])
        #expect(cut("one\n\n\ntwo\n", 3) == ["one", "two"])
        #expect(cut("", 10) == [] && cut("\n\n", 10) == [])
    }

    @Test func `cuts a paragraph only where it is longer, best behind a sentence`() {
        #expect(
            cut("short\nFirst of all. Second thing here\nend", 20)
                == ["short", "First of all.", "Second thing here", "end"])
        #expect(cut("aaaa bbbb cccc", 10) == ["aaaa bbbb", "cccc"])
        #expect(cut("aaaaaaaaaa", 4) == ["aaaa", "aaaa", "aa"])
    }

    @Test func `a piece is where its characters say, in any script`() {
        var state: UInt64 = 7
        func next(_ bound: UInt64) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % bound)
        }
        let letters = Array("ab é日本🚢. \n".unicodeScalars)
        for _ in 0..<400 {
            var scalars = String.UnicodeScalarView()
            for _ in 0..<next(300) { scalars.append(letters[next(UInt64(letters.count))]) }
            let text = Array(String(scalars).utf8)
            let all = Array(scalars)
            let limit = 1 + next(40)
            var last = 0
            var covered = Set<Int>()
            for piece in ChunkCutter(limit: limit).pieces(of: text) {
                #expect(piece.characters.lowerBound >= last && !piece.characters.isEmpty)
                #expect(piece.characters.count <= limit)
                last = piece.characters.upperBound
                covered.formUnion(piece.characters)
                let words = String(String.UnicodeScalarView(all[piece.characters]))
                #expect(words == String(decoding: text[piece.bytes], as: UTF8.self))
            }
            for (place, scalar) in all.enumerated() where scalar != "\n" && scalar != " " {
                #expect(covered.contains(place))
            }
        }
    }
}
