extension Frame {
    /// What an answer holds, `.refused` where the document was; nil where it is no answer to such a request, and its
    /// worker at fault.
    func value<Value>(_ decode: (Frame) throws -> Value) -> Result<Value, WorkerError>? {
        // Whatever is wrong with it, it is nothing that an honest worker says.
        if kind == .refusal {
            return (try? decodeHead(as: ReadingError.self)).map { .failure(.refused($0)) }
        }
        return (try? decode(self)).map { .success($0) }
    }
}
