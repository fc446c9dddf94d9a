extension String {
    /// The text with nothing in it that a terminal would obey: control characters, and those that turn the direction
    /// of text, stand as escapes. Everything that comes from outside passes through here before it reaches a terminal
    /// or a log.
    public var printable: String {
        guard unicodeScalars.contains(where: { String.isUnprintable($0) }) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if String.isUnprintable(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A text of several lines as `printable`, but for its line ends: further lines stand two columns in, so that none
    /// passes for one of ours.
    public var printableLines: String {
        split(whereSeparator: \.isNewline).map { String($0).printable }.joined(separator: "\n  ")
    }

    private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value >= 0x20, scalar.value < 0x7F { return false }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}

extension String {
    /// The text as text of a page, between tags and in quoted attributes: `printable`, with nothing in it that HTML would obey.
    public var printableHTML: String {
        var result = ""
        for scalar in printable.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
