extension Intake: DocumentSink {
    public func serving(_ source: String) -> any DocumentSink { of(source) }
}
