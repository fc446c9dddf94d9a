/// The tags by which articles are known that a rule holds back, and those that an operator let go.
public enum HoldTag {
    /// No hook tells of it.
    public static let held = "held"
    /// It was held back once, and is not again, however often it comes.
    public static let released = "released"
}
