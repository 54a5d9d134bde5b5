import Clauses
import KernelDoc

/// What one thread of a scan counts.
struct ScanTally: TreeScan.Visitor {
    /// One file with documentation.
    struct File {
        var path: String
        var items = 0
        var modalities = ModalityCounts()
        var warnings = 0
    }

    private let extractor = ClauseExtractor()
    private(set) var files: [File] = []
    private(set) var fileCount = 0
    private(set) var byteCount = 0
    private(set) var kinds: [Item.Kind: Int] = [:]
    private(set) var bearers: [String: Int] = [:]
    /// How many clauses name each error code.
    private(set) var errors: [String: Int] = [:]
    /// Those that stand for something that could not be used.
    private(set) var diagnostics: [Diagnostic] = []

    mutating func skip(bytes: Int) {
        fileCount += 1
        byteCount += bytes
    }

    mutating func note(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    mutating func visit(_ document: Document, bytes: Int) {
        skip(bytes: bytes)
        var file = File(path: document.file, items: document.items.count)
        for item in document.items { kinds[item.kind, default: 0] += 1 }
        var parties: [Int] = []
        var interfaces = 0
        extractor.visit(document) { finding in
            switch finding {
            case .clause(let record):
                file.modalities.add(record.modality)
                while parties.count <= record.party + 1 { parties.append(0) }
                parties[record.party + 1] += 1
            case .error(let name):
                errors[String(decoding: document.prose.bytes[name], as: UTF8.self), default: 0] += 1
            case .interface:
                file.modalities.add(.guarantee)
                interfaces += 1
            }
        }
        for (place, count) in parties.enumerated() where count > 0 {
            bearers[extractor.bearer(ofParty: place - 1), default: 0] += count
        }
        if interfaces > 0 { bearers[extractor.framework, default: 0] += interfaces }
        for diagnostic in document.diagnostics {
            if diagnostic.severity == .error { diagnostics.append(diagnostic) } else { file.warnings += 1 }
        }
        files.append(file)
    }
}
