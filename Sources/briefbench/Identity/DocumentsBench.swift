import BriefModel
import ContentIdentity
import Foundation
import Storage

/// Documents of a folder in all that becomes of documents on their way: each must be known as the article that it is.
struct DocumentsBench {
    /// Its files ending in .txt are read.
    let folder: String

    func run() throws {
        let files = FileManager.default
        let names = try files.contentsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".txt") }
        let documents = try names.map { name in
            let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
            return String(decoding: data, as: UTF8.self)
        }
        let mistakes = try Self.mistakes(documents)
        for (document, forms) in mistakes.sorted(by: { $0.key < $1.key }) {
            print("\(names[document]) is not known: \(forms.joined(separator: "; "))")
        }
        let all = DocumentForm.all.count * documents.count
        print(
            "\(all - mistakes.values.reduce(0) { $0 + $1.count }) of \(all) forms of documents known"
        )
    }

    /// For each document the names of the forms in which it was not known, or was taken for another one.
    static func mistakes(_ documents: [String]) throws -> [Int: [String]] {
        let firsts = documents.map { Document($0).read() }
        var mistakes: [Int: [String]] = [:]
        for form in DocumentForm.all {
            let copies = documents.enumerated().compactMap { index, text -> (Int, Reading)? in
                DocumentForm.Blocks(text, name: firsts[index].article.title).flatMap(form.make).map
                { (index, $0.read()) }
            }
            let missed = try Tally.missed(copies, of: firsts)
            for index in missed { mistakes[index, default: []].append(form.name) }
            guard ProcessInfo.processInfo.environment["MISSED"] == form.name else { continue }
            for (index, copy) in copies where missed.contains(index) {
                print(
                    "---- filed:\n\(firsts[index].article.text)\n---- came:\n\(copy.article.text)")
            }
        }
        return mistakes
    }
}
