import ControlProtocol

/// How long polls of hosts take, as bars; the slowest first.
struct HostChart {
    private static let (row, name, bar, width) = (22, 250, 300, 640)

    let hosts: [HostItem]

    var markup: Markup {
        guard let slowest = hosts.map(\.seconds).max(), slowest > 0 else { return .nothing }
        let words = hosts.map { "\($0.host): \(Self.seconds($0.seconds))" }.joined(separator: ", ")
        let rows = hosts.enumerated().map { index, host in
            let (y, size) = (index * Self.row, Int(host.seconds / slowest * Double(Self.bar)))
            return label(host.host, x: 0, y: y + 15, limit: 36)
                + .tag(
                    "rect",
                    [
                        .init("x", "\(Self.name)"), .init("y", "\(y + 4)"),
                        .init("width", "\(max(2, size))"), .init("height", "14"),
                    ])
                + label(
                    Self.seconds(host.seconds), x: Self.name + max(2, size) + 6, y: y + 15,
                    limit: 20)
        }
        return .tag(
            "svg",
            [
                .init("viewBox", "0 0 \(Self.width) \(hosts.count * Self.row + 4)"),
                .init("role", "img"), .init("aria-labelledby", "hosts"),
            ],
            [.tag("title", [.init("id", "hosts")], [.text("Slowest hosts. \(words)", limit: 800)])]
                + rows)
    }

    private func label(_ text: String, x: Int, y: Int, limit: Int) -> Markup {
        .tag("text", [.init("x", "\(x)"), .init("y", "\(y)")], [.text(text, limit: limit)])
    }

    static func seconds(_ value: Double) -> String {
        value >= 1 ? "\((value * 10).rounded() / 10) s" : "\(Int((value * 1_000).rounded())) ms"
    }
}
