/// What became of a document that was handed to the store (DESIGN §4).
public enum FilingOutcome: Sendable, Equatable {
    /// A new article; `near` are the ids of articles that nearly say the same.
    case filed(id: String, near: [String])
    /// The article was filed before: this arrival is noted beside it.
    case sighting(id: String)
    /// New text of an article filed before, which moved to superseded/.
    case revision(id: String, supersedes: String)
    /// The same entry with the same text and other facts, which were updated in place.
    case updated(id: String)
    /// The same entry, with nothing new.
    case unchanged(id: String)
    /// Not filed, for a rule says so; noted among the sightings.
    case dropped(rule: String)

    /// The id of the current article; "" where there is none.
    public var id: String {
        switch self {
        case .filed(let id, _), .sighting(let id), .revision(let id, _), .updated(let id),
            .unchanged(let id):
            id
        case .dropped: ""
        }
    }
}
