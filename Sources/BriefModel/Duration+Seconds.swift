extension Duration {
    /// In seconds, with fractions, as dates are counted.
    public var seconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) * 1e-18
    }
}
