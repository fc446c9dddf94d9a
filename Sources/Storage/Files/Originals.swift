import Hashing
import LinuxIO

/// The bytes that documents came in, compressed, named by their SHA-256.
enum Originals {
    static func read(_ sha: String, in files: StoreFiles) throws(StorageError) -> [UInt8] {
        let path = StoreFiles.original(sha)
        // The name comes from a file's front matter: only digits may become a path.
        guard sha.utf8.count == 64, sha.allSatisfy({ $0.isHexDigit }) else {
            throw .damaged(path: path, why: "no SHA-256")
        }
        let packed = try storing { try files.read(path) }
        let bytes: [UInt8]
        do {
            bytes = try Compression.gzip.decompress(packed, limit: StoreFiles.largestFile)
        } catch {
            throw .damaged(path: path, why: error.description)
        }
        guard SHA256Digest.hex(of: bytes) == sha.lowercased() else {
            throw .damaged(path: path, why: "its content has another SHA-256 than its name")
        }
        return bytes
    }

    /// Whether the file holds the bytes of that SHA-256. `packed`: the same bytes as they would be written now.
    static func isWhole(_ sha: String, _ packed: [UInt8], in files: StoreFiles) -> Bool {
        guard let found = try? files.read(StoreFiles.original(sha)) else { return false }
        return found == packed || (try? read(sha, in: files)) != nil
    }
}
