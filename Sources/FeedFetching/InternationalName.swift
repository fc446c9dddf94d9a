/// Host names beyond ASCII in the form that DNS takes: RFC 3492 (Punycode) behind "xn--" (RFC 5891 §4.4).
enum InternationalName {
    static func ascii(_ host: String) -> String {
        guard !host.utf8.allSatisfy({ $0 < 0x80 }) else { return host }
        let labels = host.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "." || $0 == "\u{3002}" || $0 == "\u{FF0E}" })
        return labels.map(label).joined(separator: ".")
    }

    private static func label(_ label: Substring) -> String {
        guard !label.utf8.allSatisfy({ $0 < 0x80 }) else { return String(label) }
        // A label has at most 63 bytes; a longer one no server answers to, and the loop below is quadratic.
        guard label.unicodeScalars.count <= 63 else { return String(label) }
        return "xn--" + punycode(label.unicodeScalars.map(\.value))
    }

    /// RFC 3492 §6.3.
    private static func punycode(_ scalars: [UInt32]) -> String {
        let basic = scalars.filter { $0 < 0x80 }
        var output = basic.map { UInt8($0) }
        if !basic.isEmpty { output.append(UInt8(ascii: "-")) }
        var code: UInt32 = 128
        var delta = 0
        var bias = 72
        var done = basic.count
        while done < scalars.count, let next = scalars.filter({ $0 >= code }).min() {
            delta += Int(next - code) * (done + 1)
            code = next
            for scalar in scalars {
                if scalar < code { delta += 1 }
                guard scalar == code else { continue }
                append(delta, bias, to: &output)
                bias = adapt(delta, done + 1, isFirst: done == basic.count)
                delta = 0
                done += 1
            }
            delta += 1
            code += 1
        }
        return String(decoding: output, as: UTF8.self)
    }

    private static func append(_ delta: Int, _ bias: Int, to output: inout [UInt8]) {
        let digits = Array("abcdefghijklmnopqrstuvwxyz0123456789".utf8)
        var rest = delta
        var step = 36
        while true {
            let threshold = min(max(step - bias, 1), 26)
            guard rest >= threshold else { break }
            output.append(digits[threshold + (rest - threshold) % (36 - threshold)])
            rest = (rest - threshold) / (36 - threshold)
            step += 36
        }
        output.append(digits[rest])
    }

    /// RFC 3492 §6.1.
    private static func adapt(_ delta: Int, _ points: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / points
        var steps = 0
        while delta > 455 {
            delta /= 35
            steps += 36
        }
        return steps + 36 * delta / (delta + 38)
    }
}
