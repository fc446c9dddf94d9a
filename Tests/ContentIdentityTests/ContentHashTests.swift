import Testing

@testable import ContentIdentity

@Suite struct ContentHashTests {
    /// Vectors computed with Python's unicodedata (Unicode 14) and hashlib.
    @Test(arguments: [
        ("Hello, world", "31d74184aa8f98106c3767651126828cc3d8728919c673f8af76e11a042acd69"),
        (
            "“Quoted” – it’s a «test» − of … typography″",
            "92f351d8e5cbf6133b90bcfe76a653bfff5970680232b5c2d0114008fc600e3c"
        ),
        (
            "ﬁne ①²½ ｆｕｌｌ\u{3000}ｗｉｄｔｈ ｶﾞ",
            "097c0d8daaef2c2afa191fb8647e4362bce5931840ec66fee7769087eafccec2"
        ),
        (
            "e\u{301}te\u{301} Å \u{1E9B}\u{323} 한\u{1100}\u{1161}\u{11A8}",
            "dd701ec944dc533792a18bdb2447253b77e54425763aad2492fe4145d815b85a"
        ),
        (
            "soft\u{AD}hyphen zero\u{200B}width\u{FEFF}",
            "c0cdb415a4f509b893f7f7c742a557cce5056499a56769bcb24c6219c4684b40"
        ),
        (
            "ข้าวน้ำ कि\u{928}\u{93C} 漢字、かな",
            "34fb7a66a619482ec7fcd7f217fdcab23545dadea61ae58722fd77cb4f92e20b"
        ),
        (
            "First block.\nSecond block.\r\n\tThird\u{A0}block\u{2028}end.",
            "c114cb3e19e594b7e6b2f6f6f81ec90542c753b3d53912818f067e7efaa0911f"
        ),
    ])
    func `follows the published rule`(text: String, digest: String) {
        #expect(ContentHash.hash(ofText: text) == "sha256:" + digest)
    }

    @Test(arguments: ["", " \n\t", "—…!?", "\u{200B}\u{FEFF}", "★ ☆"])
    func `gives no hash to a body without words`(text: String) {
        #expect(ContentHash.hash(ofText: text) == nil)
    }

    @Test func `does not depend on wrapping or typography`() {
        let typed = ContentHash.hash(ofText: "It's \"one\" text - written\nin two ways...")
        let set = ContentHash.hash(ofText: "It’s “one” text – written in\r\n\r\ntwo\u{A0}ways…")
        #expect(typed == set)
        #expect(typed != ContentHash.hash(ofText: "it's \"one\" text - written in two ways..."))
    }
}
