import ClauseTesting
import DMABuf

/// Bytes all over the buffer, by CPU and by device, page by page and job by job.
extension ReferenceWorld {
    var places: [Int] { pagesOfPlaces.flatMap { page in page.offsets.map { page.start + $0 } } }

    private var pagesOfPlaces: [PagePlaces] { arrangement.isPartial ? PagePlaces.partial : PagePlaces.whole }

    func bytes(_ resource: Resource, in context: ProcessContext) throws -> Set<UInt8?> {
        var found: Set<UInt8?> = []
        for page in pagesOfPlaces {
            let bytes = try access(resource, at: page.start, in: context) { process, place in
                switch place {
                case .kernel(let address, let subject): process.load(address, at: page.offsets, as: subject, of: buffer)
                case .user(let address, let subject): process.load(address, at: page.offsets, as: subject, of: buffer)
                }
            }
            if let bytes { found.formUnion(bytes) } else { found.insert(nil) }
        }
        let bytes = found
        note(
            "\(context.rawValue): read \(resource.rawValue) everywhere = "
                + bytes.map { $0.map { "\($0)" } ?? "fault" }.sorted().joined(separator: ", "))
        return found
    }

    func fill(_ value: UInt8, _ resource: Resource, in context: ProcessContext) throws {
        for page in pagesOfPlaces {
            _ = try access(resource, at: page.start, in: context) { process, place in
                switch place {
                case .kernel(let address, let subject):
                    process.store(value, address, at: page.offsets, as: subject, of: buffer)
                case .user(let address, let subject):
                    process.store(value, address, at: page.offsets, as: subject, of: buffer)
                }
            }
        }
        note("\(context.rawValue): write \(value) to \(resource.rawValue) everywhere")
    }

    func deviceBytes() throws -> Set<UInt8> {
        let pages = pagesOfPlaces
        let found = try device(.toDevice) { table in
            pages.reduce(into: Set<UInt8>()) { $0.formUnion(table.load(at: $1.offsets, from: $1.start) ?? [0]) }
        }
        note("device: read everywhere = \(found.sorted().map { "\($0)" }.joined(separator: ", "))")
        return found
    }

    func startDeviceFill(_ value: UInt8) throws {
        note("device: begins to write \(value) everywhere")
        try startDeviceWrites(pagesOfPlaces.map { (value, $0) })
    }
}
