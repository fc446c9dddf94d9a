/// Figures of the passages of a page, a row each: what the judge judges by.
///
/// training/html/train.py knows them by `names` only; the weights know their order.
struct PassageFeatures {
    static let names: [String] =
        TextTraits.names + PathTraits.names + ContainerTraits.names + GroupTraits.names
        + NeighbourTraits.names + PositionTraits.names + PageTraits.names

    /// All rows, one after another.
    private(set) var values: [Float] = []

    init(_ page: Page, metadata: PageMetadata, url: String?) {
        values.reserveCapacity(page.passages.count * Self.names.count)
        let prose = ProseSums(page)
        var path = PathTraits()
        var containers = ContainerTraits(page, prose)
        var groups = GroupTraits(page, prose)
        let neighbours = NeighbourTraits(page, prose)
        let position = PositionTraits(
            page, prose, title: metadata.first("og:title") ?? metadata.titleElement)
        let whole = PageTraits(page, prose, metadata: metadata, url: url)
        for index in page.passages.indices {
            TextTraits.append(index, of: page, to: &values)
            path.append(index, of: page, to: &values)
            containers.append(index, of: page, to: &values)
            groups.append(index, of: page, to: &values)
            neighbours.append(index, of: page, to: &values)
            position.append(index, of: page, to: &values)
            values += whole.row
        }
    }
}
