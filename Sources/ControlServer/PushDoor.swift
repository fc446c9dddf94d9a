/// Who answers hubs (W3C WebSub) at the one door that the world may reach. All calls come from event loops and must not
/// block.
public protocol PushDoor: Sendable {
    /// Whether a subscription has this name. What comes for another is not read.
    func knows(_ token: String) -> Bool
    /// What to answer a hub that asks whether a subscription is meant; nil for no.
    func confirm(_ token: String, query: [String: String]) -> String?
    /// Takes content.
    ///
    /// - Parameter fields: of the head, names in lower case.
    /// - Returns: the status to answer with.
    func take(_ token: String, fields: [String: String], body: [UInt8]) -> Int
}
