/// Invented reports, the same ones in every run.
///
/// They are made of sentences with gaps for names, things and figures, so that two of them share many runs of words, as the
/// reports of one desk do.
struct Stories {
    private var state: UInt64
    /// What the story is about: the same in all that is made of one subject.
    var subject: Subject

    struct Subject {
        var place: String
        var person: String
        var office: String
        var thing: String
    }

    init(seed: Int) {
        // Mixed: neighbouring seeds would else draw the same numbers, one later each.
        state = Self.mixed(UInt64(bitPattern: Int64(seed)) &+ 0x1234_5678)
        subject = Subject(place: "", person: "", office: "", thing: "")
        subject = Subject(
            place: draw(Self.places), person: draw(Self.first) + " " + draw(Self.last),
            office: draw(Self.offices), thing: draw(Self.things))
    }

    /// The next number of SplitMix64 (Steele, Lea, Flood 2014).
    mutating func number(below limit: Int) -> Int {
        state = state &+ 0x9E37_79B9_7F4A_7C15
        return Int(Self.mixed(state) % UInt64(limit))
    }

    private static func mixed(_ number: UInt64) -> UInt64 {
        var bits = number
        bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
        bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
        return bits ^ (bits >> 31)
    }

    mutating func draw(_ list: [String]) -> String { list[number(below: list.count)] }

    mutating func figure() -> String { String(12 + number(below: 880)) }

    mutating func name() -> String { draw(Self.first) + " " + draw(Self.last) }

    /// One word that no other has, as a rule.
    mutating func word() -> String {
        (0..<3).map { _ in draw(["ba", "ke", "li", "mo", "ru", "sta", "tri", "no", "va", "shu"]) }
            .joined()
    }

    mutating func title() -> String {
        "\(subject.place) and the \(subject.thing): \(draw(Self.verdicts))"
    }

    mutating func quotation() -> String {
        "“\(draw(Self.sayings))” \(name()) of the \(draw(Self.offices)) said on \(draw(Self.days))."
    }

    private mutating func plan() -> String {
        let verb = draw(["will be", "must be", "may yet be", "should have been", "could soon be"])
        return "\(draw(Self.subjects)) \(verb) \(draw(Self.ends))"
    }

    private mutating func aside() -> String {
        number(below: 3) == 0
            ? "\(draw(["which", "as that"])) \(draw(Self.first)) \(draw(Self.last)) calls \(draw(Self.feelings))"
            : draw(Self.asides)
    }

    mutating func sentence() -> String {
        let subject = subject
        switch number(below: 12) {
        case 0:
            return
                "The \(subject.office) of \(subject.place) has put the \(subject.thing) on its list for \(draw(Self.days)), \(aside())."
        case 1:
            return
                "\(subject.person) told the meeting that \(plan()) before the \(draw(Self.seasons)) comes."
        case 2:
            return
                "Nobody in \(subject.place) had expected that \(plan()), \(aside())."
        case 3:
            return
                "What the \(subject.thing) will cost is still open, and \(aside()) it may stay so until \(draw(Self.seasons))."
        case 4: return "\(name()), who has lived there for years, says that \(plan())."
        case 5:
            return
                "On \(draw(Self.days)) a \(draw(Self.trades)) found that the \(draw(Self.things)) beside the \(subject.thing) had been left open."
        case 6:
            return
                "It is the \(draw(Self.offices)) that must decide whether \(plan()), \(aside())."
        case 7:
            return
                "Since the \(draw(Self.seasons)) the \(draw(Self.trades)) and the \(draw(Self.trades)) of \(subject.place) have shared one \(draw(Self.things))."
        case 8:
            return
                "Behind the \(draw(Self.things)) a second plan is waiting, in which \(plan())."
        case 9:
            return
                "Some \(figure()) people signed the letter that asked for another \(draw(Self.things)), the \(subject.office) counted."
        case 10:
            return
                "Those who use the \(subject.thing) every day speak of \(draw(Self.feelings)) rather than of \(draw(Self.feelings))."
        default:
            return
                "In \(draw(Self.places)), where the same was tried, \(plan()), \(aside())."
        }
    }

    mutating func paragraph(_ sentences: Int = 3) -> String {
        (0..<sentences).map { _ in sentence() }.joined(separator: " ")
    }

    mutating func paragraphs(_ count: Int) -> [String] { (0..<count).map { _ in paragraph() } }

    static let places = [
        "Dunlake", "Harrowby", "Westerfold", "Saltmere", "Kingsbarrow", "Oldreach", "Tarnwick",
        "Lowmoor", "Ashenford", "Millhaven", "Crosby Vale", "Stonequay", "Fenbridge", "Hollowell",
    ]
    static let first = [
        "Ann", "Ben", "Clara", "David", "Edith", "Farid", "Greta", "Hugo", "Irene", "Jonas",
        "Kemal",
        "Lydia", "Martin", "Nora", "Otto", "Priya",
    ]
    static let last = [
        "Miller", "Ward", "Okafor", "Lindqvist", "Brandt", "Moreau", "Silva", "Petrov", "Hale",
        "Nakamura", "Reyes", "Kowalski", "Dunne", "Varga", "Haddad",
    ]
    static let offices = [
        "harbour office", "council", "school board", "water board", "planning office", "museum",
        "county court", "fire brigade", "health office", "library", "ferry company", "university",
    ]
    static let things = [
        "ferry landing", "old bridge", "swimming bath", "market hall", "tram line", "reservoir",
        "grain store", "lighthouse", "night bus", "town archive", "timber yard", "canal lock",
        "power station", "allotments",
    ]
    static let trades = [
        "carpenters", "teachers", "pilots", "bakers", "nurses", "fishermen", "surveyors", "drivers",
    ]
    static let days = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    static let seasons = ["spring", "summer", "autumn", "winter", "election", "harvest"]
    static let verdicts = [
        "what is left to decide", "a long wait ends", "nobody wants to pay", "the plan returns",
        "a vote with few surprises", "what the files say", "a second attempt",
    ]
    static let feelings = [
        "patience", "anger", "relief", "habit", "pride", "doubt", "luck", "weariness",
    ]
    static let asides = [
        "although little has been written down", "as it had done twice before",
        "and few doubt it", "which surprised a good many", "if the money lasts",
        "unless the courts object", "so the minutes say", "whatever the neighbours think",
        "after a night of talks", "while the rest was put off",
    ]
    static let subjects = [
        "the roof", "half of the staff", "the keys", "a new survey", "the gates", "the timetable",
        "the old contracts", "the pumps", "children", "the road beside it", "the debt",
        "the tenants",
        "two of the cranes", "the night watch", "a copy of the plans", "the northern wall",
        "every second lamp", "the cellar", "what was saved", "the missing ledger",
    ]
    static let ends = [
        "taken down and built again", "moved to the other bank", "handed over at last",
        "paid for twice", "shut away from visitors", "changed for everybody", "left as they were",
        "renewed from the ground up", "let in without a ticket", "turned into a path",
        "shared between both towns", "asked before anything else", "sold to a stranger",
        "painted once more", "counted by hand", "measured with old instruments",
        "kept out of the papers", "opened to the public", "given a second chance",
        "found in an attic",
    ]
    static let sayings = [
        "We were never asked, and we would have said no,", "It is late, but it is not too late,",
        "I have seen four plans, and this is the fifth,", "You cannot run a town on promises,",
        "There is no money for both, and everybody knows it,", "We shall do it by hand if we must,",
        "Nobody will thank us for this,", "The water does not wait for a vote,",
    ]
}
