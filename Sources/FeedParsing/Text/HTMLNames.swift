/// The elements of HTML by name.
enum HTMLNames {
    static func isElement(_ name: ArraySlice<UInt8>) -> Bool {
        isInline(name) || contains(name, in: blocks)
    }

    static func isInline(_ name: ArraySlice<UInt8>) -> Bool {
        contains(name, in: inline)
    }

    private static func contains(_ name: ArraySlice<UInt8>, in set: Set<[UInt8]>) -> Bool {
        guard name.count <= 10 else { return false }
        return set.contains(name.map(\.lowercased))
    }

    private static func names(_ text: String) -> Set<[UInt8]> {
        Set(text.split(separator: " ").map { Array($0.utf8) })
    }

    private static let inline = names(
        "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q "
            + "rp rt ruby s samp small span strike strong sub sup time tt u var wbr blink")
    private static let blocks = names(
        "address article aside audio base blockquote body br button canvas caption center col "
            + "colgroup dd details dir div dl dt embed fieldset figcaption figure footer form "
            + "frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe img input legend li "
            + "link main map marquee menu meta nav noscript object ol optgroup option p param "
            + "picture pre script section select source style svg summary table tbody td "
            + "template textarea tfoot th thead title tr track ul video")
}
