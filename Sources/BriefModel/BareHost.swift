extension StringProtocol {
    /// A host as people name it: without the "www." that most sites answer at as well. In lower case only where it came so.
    public var withoutWWW: String { String(hasPrefix("www.") ? dropFirst(4)[...] : self[...]) }
}
