import Curl

/// Lets one request for a linked page at a time through to each address and port, spaced, whatever the names of the
/// hosts that are there.
///
/// Feeds themselves are not held to it: which of them are followed an operator decides, and thousands may lie at one
/// large provider's address.
typealias AddressSlots = SpacedSlots<SocketAddress>
