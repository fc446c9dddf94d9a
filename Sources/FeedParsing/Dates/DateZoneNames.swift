/// Time zones by the names that feeds use.
enum DateZoneNames {
    static func zone(named name: String) -> DateZone? {
        if let minutes = fixed[name] { return DateZone(seconds: minutes * 60) }
        if let zone = places[name] { return zone }
        if name.hasPrefix("etc/") {
            return fixed[String(name.dropFirst(4))].map { DateZone(seconds: $0 * 60) }
        }
        return nil
    }

    /// Minutes east of UTC (RFC 822 §5.1 and use since). A single letter but Z means nothing (RFC 2822 §4.3):
    /// its sign was wrong in RFC 822 itself.
    private static let fixed: [String: Int] = [
        "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60,
        "cest": 120, "met": 60, "mest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180,
        "msk": 180, "msd": 240, "sast": 120, "ist": 330, "pkt": 300, "sgt": 480, "hkt": 480,
        "awst": 480, "jst": 540, "kst": 540, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660,
        "nzst": 720, "nzdt": 780, "brt": -180, "art": -180, "nst": -210, "ndt": -150,
        "at": -240, "ast": -240, "adt": -180, "et": -300, "est": -300, "edt": -240, "ct": -360,
        "cst": -360, "cdt": -300, "mt": -420, "mst": -420, "mdt": -360, "pt": -480, "pst": -480,
        "pdt": -420, "akst": -540, "akdt": -480, "hst": -600, "a": 0, "b": 0, "c": 0, "d": 0,
        "e": 0, "f": 0, "g": 0, "h": 0, "i": 0, "k": 0, "l": 0, "m": 0, "n": 0, "o": 0, "p": 0,
        "q": 0, "r": 0, "s": 0, "t": 0, "u": 0, "v": 0, "w": 0, "x": 0, "y": 0,
    ]

    private static func group(_ minutes: Int, _ rule: DateZone.Rule, _ names: String)
        -> [(String, DateZone)]
    {
        names.split(separator: " ").map {
            (String($0), DateZone(seconds: minutes * 60, rule: rule))
        }
    }

    /// The places that software writes most; the rules are those in force now.
    private static let places: [String: DateZone] = Dictionary(
        group(-480, .us, "america/los_angeles america/vancouver america/tijuana us/pacific")
            + group(-420, .us, "america/denver america/boise america/edmonton us/mountain")
            + group(-420, .none, "america/phoenix us/arizona")
            + group(-360, .us, "america/chicago america/winnipeg us/central")
            + group(-360, .none, "america/mexico_city america/costa_rica america/guatemala")
            + group(-300, .us, "america/new_york america/toronto america/detroit us/eastern")
            + group(-300, .none, "america/bogota america/lima america/panama america/jamaica")
            + group(-240, .us, "america/halifax atlantic/bermuda")
            + group(
                -180, .none, "america/sao_paulo america/buenos_aires america/argentina/buenos_aires"
            )
            + group(0, .europe, "europe/london europe/dublin europe/lisbon gb")
            + group(0, .none, "atlantic/reykjavik africa/abidjan africa/accra etc/utc etc/gmt")
            + group(
                60, .europe,
                "europe/paris europe/berlin europe/madrid europe/rome europe/vienna europe/zurich "
                    + "europe/brussels europe/amsterdam europe/copenhagen europe/oslo "
                    + "europe/stockholm europe/prague europe/budapest europe/warsaw "
                    + "europe/belgrade europe/zagreb europe/luxembourg europe/bratislava")
            + group(60, .none, "africa/lagos africa/algiers africa/tunis")
            + group(
                120, .europe,
                "europe/helsinki europe/athens europe/kiev europe/kyiv europe/sofia europe/riga "
                    + "europe/vilnius europe/tallinn europe/bucharest")
            + group(120, .none, "africa/johannesburg africa/cairo")
            + group(
                180, .none, "europe/moscow europe/istanbul asia/riyadh asia/baghdad africa/nairobi")
            + group(240, .none, "asia/dubai asia/tbilisi") + group(300, .none, "asia/karachi")
            + group(330, .none, "asia/kolkata asia/calcutta asia/colombo")
            + group(420, .none, "asia/bangkok asia/jakarta asia/ho_chi_minh asia/saigon")
            + group(
                480, .none,
                "asia/shanghai asia/hong_kong asia/singapore asia/taipei asia/manila "
                    + "asia/kuala_lumpur australia/perth")
            + group(540, .none, "asia/tokyo asia/seoul") + group(600, .none, "australia/brisbane"),
        uniquingKeysWith: { first, _ in first })
}
