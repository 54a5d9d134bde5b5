import ClauseTesting

@testable import DMABufTestbed

/// Mappings in userspace, and the descriptor that they are made through.
extension Scenarios {
    static let userMappings: [String: Scenario] = [
        "usableThrough(userMapping)": { world in
            let bed = try world.bed()
            for chunk in 0..<bed.chunks { try bed.deviceWrite(UInt8(chunk + 1), at: chunk * bed.chunkSize) }
            try bed.hold(.userMapping)
            try bed.hold(.syncAccess)
            for chunk in 0..<bed.chunks {
                try require(
                    try bed.read(.userMapping, at: chunk * bed.chunkSize) == UInt8(chunk + 1), "not page \(chunk)")
            }
            for chunk in 1..<bed.chunks {
                try bed.hold(.userMapping, extent: Extent(offset: UInt64(chunk), length: 1))
                try require(try bed.read(.userMapping) == UInt8(chunk + 1), "a part is not page \(chunk)")
                try bed.release(.userMapping)
                try require(try bed.read(.userMapping) == 1, "the end of a part ended another")
            }
            try bed.release(.syncAccess)
            try bed.release(.userMapping)
        },
        "equivalent(userMmap)": { world in
            let bed = try world.bed()
            try bed.hold(.syncAccess)
            for (one, other) in [(Bed.API.mmap, Bed.API.userMmap), (.userMmap, .mmap)] {
                for (number, extent) in Extent.fitting(bed.chunks).enumerated() {
                    try require(try bed.call(one, extent: extent).succeeded, "fails")
                    let places = (0..<Int(extent.length)).map(bed.middle)
                    for place in places {
                        try bed.write(UInt8(number + place / bed.chunkSize), .userMapping, at: place)
                    }
                    try bed.release(.userMapping)
                    try require(try bed.call(other, extent: extent).succeeded, "fails")
                    for place in places {
                        let written = UInt8(number + place / bed.chunkSize)
                        try require(try bed.read(.userMapping, at: place) == written, "other bytes")
                    }
                    try bed.release(.userMapping)
                }
                try bed.make(.mmap, return: .EIO, times: 1)
                try require(try bed.call(one).error == .EIO, "hides what the exporter says")
            }
            try bed.release(.syncAccess)
        },
        "rejectsWhen(mmap)": { world in
            let bed = try world.bed()
            let size = bed.size
            for api in [Bed.API.mmap, .userMmap] {
                for extent in Extent.fitting(bed.chunks) {
                    try require(try bed.call(api, extent: extent).succeeded, "refused \(extent)")
                }
                for extent in Extent.tooLarge(bed.chunks) {
                    try require(try !bed.call(api, extent: extent).succeeded, "accepted \(extent)")
                }
            }
            try require(bed.size == size, "the size changed")
            try bed.prepare(for: .vmap)
            try bed.hold(.vmapping)
            try require(bed.size == size, "the size changed by vmap")
            try bed.release(.vmapping)
            try bed.hold(.kmap)
            try require(bed.size == size, "the size changed by kmap")
            try bed.release(.kmap)
            let partial = try world.bed(partial: true)
            for api in [Bed.API.mmap, .userMmap] {
                try require(try !partial.call(api, extent: Extent(offset: 0, length: 4)).succeeded, "reaches beyond")
            }
        },
        "checkedBefore(mmap)": { world in
            for api in [Bed.API.mmap, .userMmap] {
                let bed = try world.bed()
                for extent in Extent.tooLarge(bed.chunks) { try bed.call(api, extent: extent) }
                try require(bed.calls(to: .mmap).isEmpty, "the exporter saw it")
            }
        },
        "pairs(userMapping)": { try leaks($0, .userMapping, .userMmap) },
        "carriedThrough(closeOnExec)": { world in
            for isChosen in [true, false] {
                let bed = try world.bed()
                for isChosen in [isChosen, !isChosen, isChosen] {
                    try require(try bed.call(.fd, flag: isChosen).succeeded, "no descriptor")
                    try require(try bed.observe(.closeOnExec) == isChosen, "not as chosen")
                }
            }
        },
    ]
}
