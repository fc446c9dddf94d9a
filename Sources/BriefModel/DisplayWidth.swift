extension StringProtocol {
    /// Columns on a terminal: wide characters of East Asia and emoji take two, combining marks none (UAX #11).
    public var displayWidth: Int {
        unicodeScalars.reduce(0) { $0 + $1.displayWidth }
    }
}

extension Unicode.Scalar {
    /// Columns on a terminal: 0, 1 or 2.
    var displayWidth: Int {
        if value < 0x300 { return 1 }
        return switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark: 0
        case .format where value != 0xAD: 0
        default: isWide ? 2 : 1
        }
    }

    /// Whether a line may be broken before or behind it: scripts without spaces between words.
    var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
