import BriefModel

/// What an operator may want to know of a worker beside its answers. Text in it comes from the worker: it is to be
/// escaped before anybody reads it.
public enum WorkerNews: Sendable, Equatable {
    /// How the workers are caged; said once, and again when it changes.
    case caged(Sandbox)
    /// What a worker wrote to standard error.
    case said(String)
    /// A worker did what it should not, and was ended. No document suffered of it.
    case ended(why: String)
}
