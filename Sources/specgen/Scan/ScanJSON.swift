import Clauses
import KernelDoc

/// A scan as `specgen.scan/1`, handed on piece by piece: a tree has many files.
struct ScanJSON {
    static let schema = "specgen.scan/1"

    private static let piece = 1 << 16

    private var json = JSONWriter()

    /// Calls `write` with one piece of the JSON after the other.
    static func write(_ result: ScanResult, to write: ([UInt8]) throws -> Void) rethrows {
        var scan = ScanJSON()
        scan.head(result)
        for file in result.files {
            scan.file(file)
            if scan.json.bytes.count >= piece { try write(scan.json.take()) }
        }
        scan.json.endArray()
        scan.json.endObject()
        try write(scan.json.take() + [UInt8(ascii: "\n")])
    }

    private mutating func head(_ result: ScanResult) {
        json.beginObject()
        json.name("schema")
        json.string(Self.schema)
        json.name("tree")
        json.string(result.tree)
        integer("filesRead", result.fileCount)
        integer("bytesRead", result.byteCount)
        integer("items", result.items)
        integer("warnings", result.warnings)
        counts("kinds", result.kinds)
        clauses(result.modalities)
        counts("bearers", result.bearers)
        counts("errors", result.errors)
        json.name("folders")
        json.beginArray()
        for folder in result.folders {
            json.beginObject()
            json.name("folder")
            json.string(folder.name)
            integer("files", folder.files)
            integer("items", folder.items)
            clauses(folder.modalities)
            json.endObject()
        }
        json.endArray()
        json.name("mostDuties")
        json.beginArray()
        for file in result.dutiful { self.file(file) }
        json.endArray()
        json.name("files")
        json.beginArray()
    }

    private mutating func file(_ file: ScanTally.File) {
        json.beginObject()
        json.name("file")
        json.string(file.path)
        integer("items", file.items)
        integer("warnings", file.warnings)
        clauses(file.modalities)
        json.endObject()
    }

    private mutating func clauses(_ counts: ModalityCounts) {
        json.name("clauses")
        json.beginObject()
        integer("total", counts.total)
        integer("normative", counts.normative)
        integer("duties", counts.duties)
        json.name("modality")
        json.beginObject()
        for modality in Modality.allCases {
            json.name(of: modality.rawValue)
            json.integer(counts[modality])
        }
        json.endObject()
        json.endObject()
    }

    private mutating func counts(_ name: StaticString, _ counts: [ScanResult.Count]) {
        json.name(name)
        json.beginObject()
        for count in counts {
            json.name(of: count.name)
            json.integer(count.count)
        }
        json.endObject()
    }

    private mutating func integer(_ name: StaticString, _ value: Int) {
        json.name(name)
        json.integer(value)
    }
}
