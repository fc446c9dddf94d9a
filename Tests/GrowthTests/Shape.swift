/// A document of any size that repeats itself in one way: what takes quadratic time shows in it.
struct Shape: Sendable, CustomStringConvertible {
    let entrance: Entrance
    let name: String
    /// Bytes with which measuring begins: more where what is looked for is fast.
    var start = 2_048
    /// The document of about so many bytes.
    let make: @Sendable (Int) -> String

    var description: String { "\(entrance): \(name)" }

    /// One piece over and over.
    static func run(
        _ entrance: Entrance, _ unit: String, after head: String = "", before tail: String = "",
        start: Int = 2_048
    ) -> Shape {
        let count = max(1, unit.utf8.count)
        return Shape(entrance: entrance, name: "\(head)(\(unit))*\(tail)".shown, start: start) {
            head + String(repeating: unit, count: $0 / count + 1) + tail
        }
    }

    /// One piece over and over, and then another as often.
    static func nest(
        _ entrance: Entrance, _ open: String, _ middle: String, _ close: String,
        after head: String = "", before tail: String = "", start: Int = 2_048
    ) -> Shape {
        let count = open.utf8.count + close.utf8.count
        let name = "\(head)(\(open))*\(middle)(\(close))*\(tail)".shown
        return Shape(entrance: entrance, name: name, start: start) {
            let times = $0 / max(1, count) + 1
            return head + String(repeating: open, count: times) + middle
                + String(repeating: close, count: times) + tail
        }
    }

    /// Pieces with a number in them, each its own.
    static func numbered(
        _ entrance: Entrance, _ name: String, after head: String = "", before tail: String = "",
        start: Int = 2_048, _ unit: @escaping @Sendable (Int) -> String
    ) -> Shape {
        Shape(entrance: entrance, name: name, start: start) { size in
            var text = head
            var number = 0
            let end = head.utf8.count + size
            while text.utf8.count < end {
                text += unit(number)
                number += 1
            }
            return text + tail
        }
    }
}

extension String {
    /// Short, and of characters that show.
    fileprivate var shown: String {
        let text = unicodeScalars.prefix(60).map { scalar in
            scalar.isASCII && scalar.value >= 0x20
                ? String(scalar) : "<" + String(scalar.value, radix: 16) + ">"
        }
        return text.joined()
    }
}
