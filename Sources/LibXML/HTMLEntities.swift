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
}
