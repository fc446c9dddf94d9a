/// Groups of lines that stand together: prose with few other lines between, or all between two boundaries.
struct LineClusters {
    struct Cluster {
        var start: Int
        var end: Int
        var prose: Double
        /// 0 for the cluster with the most prose.
        var rank = 0
    }

    private(set) var clusters: [Cluster] = []
    /// The cluster of each line; -1 for lines outside of all.
    private(set) var indices: [Int]
    private(set) var largest = 0.0

    /// - Parameter gap: so many lines that are no prose may stand within.
    init(_ lines: [LineTraits], gap: Int) {
        indices = [Int](repeating: -1, count: lines.count)
        for index in lines.indices where lines[index].isProse {
            if let last = clusters.last, index - last.end <= gap {
                clusters[clusters.count - 1].end = index + 1
                clusters[clusters.count - 1].prose += lines[index].weight
            } else {
                clusters.append(Cluster(start: index, end: index + 1, prose: lines[index].weight))
            }
        }
        rank()
    }

    /// The sections that lines of a kind divide a text into; a boundary opens the section behind it.
    init(_ lines: [LineTraits], dividedBy isBoundary: (LineTraits) -> Bool) {
        indices = [Int](repeating: -1, count: lines.count)
        for index in lines.indices {
            if clusters.isEmpty || isBoundary(lines[index]) {
                clusters.append(Cluster(start: index, end: index, prose: 0))
            }
            clusters[clusters.count - 1].end = index + 1
            if lines[index].isProse {
                clusters[clusters.count - 1].prose += lines[index].weight
            }
        }
        rank()
    }

    private mutating func rank() {
        let order = clusters.indices.sorted {
            (clusters[$1].prose, $0) < (clusters[$0].prose, $1)
        }
        for (rank, index) in order.enumerated() { clusters[index].rank = rank }
        largest = order.first.map { clusters[$0].prose } ?? 0
        for (index, cluster) in clusters.enumerated() {
            for line in cluster.start..<cluster.end { indices[line] = index }
        }
    }

    /// Five figures of the cluster that a line stands in.
    func append(_ index: Int, total: Double, to row: inout [Float]) {
        guard indices[index] >= 0 else {
            row.append(contentsOf: [-1, -1, -1, -1, -1])
            return
        }
        let cluster = clusters[indices[index]]
        row.append(LineFeatures.log(cluster.prose))
        row.append(Float(cluster.prose / max(1, total)))
        row.append(Float(min(9, cluster.rank)))
        row.append(LineFeatures.log(Double(index - cluster.start)))
        row.append(LineFeatures.log(Double(cluster.end - index)))
    }
}
