/// Figures of the passages of a page, a row each: what the judge judges by.
///
/// training/html/train.py knows them by their order only, as the weights do.
struct PassageFeatures {
    static let names: [String] =
        TextTraits.names + PathTraits.names + ContainerTraits.names + GroupTraits.names
        + NeighbourTraits.names + PositionTraits.names + PageTraits.names

    private var path = PathTraits()
    private var containers: ContainerTraits
    private var groups: GroupTraits
    private let neighbours: NeighbourTraits
    private let position: PositionTraits
    private let whole: PageTraits

    init(_ page: Page, metadata: PageMetadata) {
        let prose = ProseSums(page)
        let anchors = PageAnchors(page, metadata)
        containers = ContainerTraits(page, prose, anchors)
        groups = GroupTraits(page, prose, anchors)
        neighbours = NeighbourTraits(page, prose)
        position = PositionTraits(page, prose, anchors)
        whole = PageTraits(page, prose, metadata: metadata)
    }

    /// Appends a passage's figures. Passages are asked for in order.
    ///
    /// - Parameter page: the one that the figures were made for; kept here it would be copied for every row.
    mutating func append(_ index: Int, of page: Page, to rows: inout [Float]) {
        rows.append(addingCapacity: Self.names.count) { row in
            TextTraits.append(index, of: page, to: &row)
            path.append(index, of: page, to: &row)
            containers.append(index, of: page, to: &row)
            groups.append(index, of: page, to: &row)
            neighbours.append(index, of: page, to: &row)
            position.append(index, of: page, to: &row)
            for figure in whole.row { row.append(figure) }
        }
    }
}
