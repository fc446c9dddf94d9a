import FoundationEssentials

/// A model between the disk and the program, with what could not be read of it.
struct Stored<Model: StoredShape>: Codable, Sendable {
    var model: Model
    /// In words, one for each field that could not be read.
    var faults: [String] = []

    init(_ model: Model) { self.model = model }

    /// Throws only what is no JSON object, or lacks what is needed.
    init(json: String) throws {
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
        } catch let fault as StoredFault {
            throw fault
        } catch {
            throw StoredFault(what: "it is no JSON object")
        }
    }

    var json: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    init(from decoder: any Decoder) throws {
        let source = try decoder.container(keyedBy: StoredName.self)
        model = .blank
        for field in Model.fields {
            let key = StoredName(stringValue: field.name)
            let isNeeded = Model.needed.contains(field.name)
            guard source.contains(key) else {
                if isNeeded { throw StoredFault(what: "it has no \"\(field.name)\"") }
                continue
            }
            do {
                faults += try field.read(source, key, &model).map { "\(field.name): \($0)" }
            } catch {
                let what = "\"\(field.name)\" cannot be read: \(Self.words(error))"
                guard !isNeeded else { throw StoredFault(what: what) }
                faults.append(what)
            }
        }
    }

    func encode(to encoder: any Encoder) throws {
        var target = encoder.container(keyedBy: StoredName.self)
        for field in Model.fields {
            try field.write(model, StoredName(stringValue: field.name), &target)
        }
    }

    private static func words(_ error: any Error) -> String {
        switch error {
        case let fault as StoredFault: fault.what
        case DecodingError.typeMismatch(let type, _): "it is no \(type)"
        case DecodingError.valueNotFound: "it is null"
        default: "its value is not one of those that are known"
        }
    }
}
