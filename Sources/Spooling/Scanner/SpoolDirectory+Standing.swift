import LinuxIO

extension SpoolDirectory {
    /// How a file in a queue stands; nil where it is nobody's document: a record, or a file of the spool's own.
    func standing(
        of name: FileName, in folder: SpoolFolder, queue: SpoolQueue
    ) -> SpoolStanding? {
        if queue == .incoming {
            if let leave = settings.names.leave(name), leave.isQuiet || folder.standing == .document
            {
                return .ignored(why: "Left alone: \(leave.why).")
            }
            return folder.standing
        }
        if name.bytes.first == UInt8(ascii: ".") || SpoolRecord.isRecord(name) { return nil }
        // What programs strew about when somebody looks into the folder; what has a record was moved here.
        if queue != .active, let leave = NameRules().leave(name),
            !folder.files.contains(where: { $0.name == SpoolRecord.beside(name) })
        {
            return .ignored(why: "Left alone: \(leave.why).")
        }
        return .document
    }
}
