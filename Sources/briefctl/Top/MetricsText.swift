/// Numbers out of GET /metrics (OpenMetrics 1.0): of each family the sum of its samples.
struct MetricsText {
    private var sums: [Substring: Double] = [:]

    init(_ text: String) {
        for line in text.split(separator: "\n") where !line.hasPrefix("#") {
            let name = line.prefix { $0 != "{" && $0 != " " }
            // A label may hold spaces and braces; the value stands behind the last of its own.
            let rest = line.dropFirst(name.count)
            let tail = rest.hasPrefix("{") ? rest.lastIndex(of: "}").map { rest[$0...] } : rest
            let value = tail?.split(separator: " ").first { Double($0) != nil }.flatMap {
                Double($0)
            }
            if let value { sums[name, default: 0] += value }
        }
    }

    subscript(_ name: String) -> Double? { sums[Substring(name)] }
}
