/// Text whose paragraphs were wrapped so that they can be joined again (RFC 3676 format=flowed).
enum FlowedText {
    /// One line a paragraph; quotes keep their marks.
    ///
    /// - Parameter deletesSpace: `delsp=yes`: the blank at a soft break was put there for it.
    static func joined(_ bytes: [UInt8], deletesSpace: Bool) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var lines = LineCursor(bytes[...])
        var openDepth: Int?
        while let line = lines.next() {
            let depth = line.prefix { $0 == 0x3E }.count
            var text = line.dropFirst(depth)
            if text.first == 0x20 { text = text.dropFirst() }
            let isSignature = text.elementsEqual("-- ".utf8)
            if let open = openDepth, open != depth || isSignature {
                output.append(0x0A)
                openDepth = nil
            }
            if openDepth == nil, depth > 0 {
                output += [UInt8](repeating: 0x3E, count: depth)
                output.append(0x20)
            }
            let isSoft = text.last == 0x20 && !isSignature
            output += isSoft && deletesSpace ? text.dropLast() : text
            openDepth = isSoft ? depth : nil
            if !isSoft { output.append(0x0A) }
        }
        return output
    }
}
