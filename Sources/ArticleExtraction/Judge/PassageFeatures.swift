/// Figures of the passages of a page, a row each: what the judge judges by.
///
/// training/html/train.py knows them by their order only, as the weights do.
struct PassageFeatures {
    static let names: [String] =
        TextTraits.names + PathTraits.names + ContainerTraits.names + GroupTraits.names
        + NeighbourTraits.names + PositionTraits.names + PageTraits.names

    private let page: Page
    private var path = PathTraits()
    private var containers: ContainerTraits
    private var groups: GroupTraits
    private let neighbours: NeighbourTraits
    private let position: PositionTraits
    private let whole: PageTraits

    init(_ page: Page, metadata: PageMetadata, url: String?) {
        self.page = page
        let prose = ProseSums(page)
        let anchors = PageAnchors(page, metadata)
        containers = ContainerTraits(page, prose, anchors)
        groups = GroupTraits(page, prose, anchors)
        neighbours = NeighbourTraits(page, prose)
        position = PositionTraits(page, prose, anchors)
        whole = PageTraits(page, prose, metadata: metadata, url: url)
    }

    /// Puts a passage's figures in place of what the row holds. One row at a time: a page of a million
    /// passages would need more than a gigabyte for all. Passages are asked for in order.
    mutating func read(_ index: Int, into row: inout [Float]) {
        row.removeAll(keepingCapacity: true)
        TextTraits.append(index, of: page, to: &row)
        path.append(index, of: page, to: &row)
        containers.append(index, of: page, to: &row)
        groups.append(index, of: page, to: &row)
        neighbours.append(index, of: page, to: &row)
        position.append(index, of: page, to: &row)
        row += whole.row
    }
}
