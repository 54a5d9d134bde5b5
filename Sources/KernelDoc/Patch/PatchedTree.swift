/// The files of a tree as patches change them, one after the other: each patch of a series was made for what those before
/// it leave.
///
/// The tree may hold the files before the series or after it.
struct PatchedTree {
    /// Why a file of the tree could not be patched.
    enum Failure: Error, Equatable {
        /// A name that no tree can hold.
        case outside(String)
        /// A name that is a link out of the tree.
        case leadsOut(String)
        /// No file of these names is there, or the hunks do not fit it.
        case unfitting
    }

    /// For each patch its file, or what is in the way.
    private(set) var results: [Result<PatchedFile, Failure>]

    init(_ patches: [FilePatch], on tree: SourceTree) {
        results = Array(repeating: .failure(.unfitting), count: patches.count)
        for chain in PatchedTree.chains(of: patches) {
            for (index, result) in zip(chain, PatchedTree.apply(chain.map { patches[$0] }, to: tree)) {
                results[index] = result
            }
        }
    }

    /// The patches that change the same file, in their order, whatever names it has had.
    private static func chains(of patches: [FilePatch]) -> [[Int]] {
        var chains: [[Int]] = []
        var chainOfName: [String: Int] = [:]
        for (index, patch) in patches.enumerated() where !patch.hunks.isEmpty || patch.oldPath != patch.newPath {
            let known = patch.names.lazy.compactMap { chainOfName[$0] }.first
            let chain = known ?? chains.count
            if known == nil { chains.append([]) }
            chains[chain].append(index)
            for name in patch.names { chainOfName[name] = chain }
        }
        return chains
    }

    /// Applies the patches of one file in their order, or takes them back in the opposite one. Those of which the tree has
    /// some, or that are no series (two versions of one patch), are tried one by one.
    private static func apply(_ patches: [FilePatch], to tree: SourceTree) -> [Result<PatchedFile, Failure>] {
        var names: [String] = []
        for name in patches.flatMap(\.names) where !names.contains(name) { names.append(name) }
        let texts: [[UInt8]]
        do throws(Failure) {
            texts = try contents(of: names, in: tree)
        } catch {
            return patches.map { _ in .failure(error) }
        }
        for text in texts {
            if let files = walk(patches, from: text, holding: .old)
                ?? walk(patches.reversed(), from: text, holding: .new)?.reversed()
            {
                return files.map { .success($0) }
            }
        }
        // What the series itself makes needs no tree.
        if texts.isEmpty, patches.count > 1, patches[0].oldPath == nil,
            let files = walk(patches, from: [], holding: .old)
        {
            return files.map { .success($0) }
        }
        return applyOneByOne(patches, to: texts)
    }

    /// Each patch on what those before it leave, or else on the tree itself, which may have it already.
    private static func applyOneByOne(_ patches: [FilePatch], to texts: [[UInt8]]) -> [Result<PatchedFile, Failure>] {
        var left = texts
        return patches.map { patch in
            for index in left.indices {
                guard let file = PatchedFile(patch.hunks, on: left[index], holding: .old) else { continue }
                left[index] = file.text(on: .new)
                return .success(file)
            }
            for text in texts {
                for side in [DocumentReader.Side.old, .new] {
                    if let file = PatchedFile(patch.hunks, on: text, holding: side) { return .success(file) }
                }
            }
            return .failure(.unfitting)
        }
    }

    /// Each patch on what the one before it leaves; nil when one does not fit.
    private static func walk(
        _ patches: [FilePatch], from text: [UInt8], holding side: DocumentReader.Side
    ) -> [PatchedFile]? {
        var (text, files) = (text, [PatchedFile]())
        for patch in patches {
            guard let file = PatchedFile(patch.hunks, on: text, holding: side) else { return nil }
            files.append(file)
            text = file.text(on: side == .old ? .new : .old)
        }
        return files
    }

    /// What the tree has under these names.
    private static func contents(of names: [String], in tree: SourceTree) throws(Failure) -> [[UInt8]] {
        if let outside = names.first(where: { !SourceTree.isInside($0) }) { throw .outside(outside) }
        var texts: [[UInt8]] = []
        for name in names {
            do throws(SourceTree.Failure) {
                let path = try tree.path(of: name)
                if let file = try? SourceFile(reading: path) { texts.append(file.bytes) }
            } catch .outside {
                throw .leadsOut(name)
            } catch {}
        }
        return texts
    }
}
