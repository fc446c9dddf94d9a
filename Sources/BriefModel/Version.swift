/// The version of both programs.
public enum Version {
    public static let number = "0.1.0"
}
