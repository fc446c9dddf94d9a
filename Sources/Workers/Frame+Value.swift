extension Frame {
    /// What an answer holds.
    ///
    /// - Throws: `.refused` where the document was; `.died` where it is no answer to such a request.
    func value<Value>(_ decode: (Frame) throws -> Value) throws(WorkerError) -> Value {
        if kind == .refusal, let error = try? decodeHead(as: ReadingError.self) {
            throw .refused(error)
        }
        guard let value = try? decode(self) else {
            throw .died(how: "its answer could not be read")
        }
        return value
    }
}
