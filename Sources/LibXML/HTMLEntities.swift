import CXML2

/// The named characters of HTML 4 (HTML 4.01 §24).
public enum HTMLEntities {
    /// The character that a name stands for, without `&` and `;`; nil for a name that HTML 4 does not know.
    public static func scalar(named name: some StringProtocol) -> Unicode.Scalar? {
        guard name.utf8.count <= 8 else { return nil }
        let entry = unsafe String(name).withCString { text in
            unsafe text.withMemoryRebound(to: xmlChar.self, capacity: name.utf8.count + 1) {
                unsafe htmlEntityLookup($0)
            }
        }
        guard let entry = unsafe entry else { return nil }
        return unsafe Unicode.Scalar(entry.pointee.value)
    }

    /// What a numeric reference means: 128 to 159 mean windows-1252, as browsers read them
    /// (WHATWG HTML §13.2.5.80); other numbers mean themselves.
    public static func windows1252(_ number: UInt32) -> UInt32 {
        guard (0x80...0x9F).contains(number) else { return number }
        return windows1252[Int(number) - 0x80]
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
