extension Intake: DocumentSink {}
