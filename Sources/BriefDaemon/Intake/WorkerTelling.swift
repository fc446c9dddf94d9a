import BriefModel
import Logging
import Workers

/// Lines in the log about the workers themselves.
enum WorkerTelling {
    static func note(_ news: WorkerNews, in log: Logger) {
        switch news {
        case .caged(let sandbox):
            guard let why = sandbox.why else {
                return log.debug("workers are locked in")
            }
            log.warning(
                "workers are not fully locked in",
                metadata: ["sandbox": "\(sandbox.level.rawValue)", "why": "\(why)"])
        case .said(let text):
            log.warning("a worker complained", metadata: ["said": "\(text.printable)"])
        case .ended(let why):
            log.error(
                "a worker was ended, its document goes to another",
                metadata: ["why": "\(why)"])
        }
    }
}
