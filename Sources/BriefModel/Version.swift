/// The version of both programs.
public enum Version {
    public static let number = "0.1.0"
    /// Where whoever is asked by the daemon may read what it is; [http] user_agent puts another in its place.
    public static let contact = "https://briefd.example/"
}
