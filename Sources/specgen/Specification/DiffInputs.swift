import Compliance
import Foundation
import KernelDoc

/// The two texts that `specgen diff` compares.
struct DiffInputs {
    var old: [Document]
    var new: [Document]
    /// The new name of an old file that has another one now.
    var names: [String: String] = [:]
    /// What was compared, in a few words.
    var title: String
    /// `findings` when some inputs could not be used.
    var status: ExitStatus

    /// - Parameter inputs: one patch, or an old and a new text.
    init(_ inputs: [String], tree: String?, printer: DiagnosticPrinter) throws {
        for input in inputs { try Self.check(input) }
        if inputs.count == 1 {
            self = try DiffInputs(patch: inputs[0], tree: tree, printer: printer)
        } else {
            let (before, after) = (try Text(inputs[0], printer), try Text(inputs[1], printer))
            old = before.documents
            new = after.documents
            title = inputs.map { $0 == "-" ? "standard input" : $0 }.joined(separator: " to ")
            status = max(before.status, after.status)
            // Two files are two states of one file, whatever their names.
            if !before.isFolder, !after.isFolder, old.count == 1, new.count == 1 { names = [old[0].file: new[0].file] }
            if before.isPatch, after.isPatch, Set(old.map(\.file)).isDisjoint(with: new.map(\.file)) {
                printer.print(
                    Diagnostic(
                        .note, file: inputs[1], message: "changes none of the files that '\(inputs[0])' changes",
                        advice:
                            "the two are compared as two versions of one patch; of a series, name the folder that it is in, or give it as an mbox: git format-patch --stdout -2 | specgen diff -"
                    ))
            }
        }
    }

    /// What is neither here nor `REV:PATH` may be meant for a revision.
    private static func check(_ input: String) throws(Failure) {
        guard !StreamInput.isNamed(input), !FileManager.default.fileExists(atPath: input), GitRevision(input) == nil
        else { return }
        throw Failure(
            "no such file or folder", file: input,
            advice:
                "check the path; what git has is written REV:PATH, as in HEAD~1:Documentation, and a whole commit or range is read from git: git diff HEAD~1 HEAD | specgen diff -"
        )
    }

    private init(patch: String, tree: String?, printer: DiagnosticPrinter) throws {
        let stream = StreamInput.isNamed(patch) ? try StreamInput(reading: patch) : nil
        func reading(_ side: DocumentReader.Side) -> DocumentReader.Reading {
            let reader = DocumentReader(options: .init(side: side, tree: tree))
            return stream.map { reader.read($0.bytes, named: $0.name) } ?? reader.read([patch])
        }
        let (before, after) = (reading(.old), reading(.new))
        (old, new) = (before.documents, after.documents)
        let name = stream?.name ?? patch
        let isPatch = (old + new).contains(where: \.isOfPatch)
        let isSilent = old.isEmpty && new.isEmpty && before.undocumented.isEmpty && after.undocumented.isEmpty
        // What is wrong with a patch is wrong with both of its sides: said once.
        var said: [Diagnostic] = []
        for diagnostic in after.allDiagnostics + before.allDiagnostics where !said.contains(diagnostic) {
            said.append(diagnostic)
        }
        if isSilent { said = Documents.causes(said) }
        for diagnostic in said { printer.print(diagnostic) }
        let isUnusable = said.contains { $0.severity == .error }
        if isSilent, isUnusable { throw ExitStatus.unusable }
        if isSilent {
            // A patch of code alone: a commit hook sees many.
            printer.print(Diagnostic(.note, file: name, message: "no documentation in this patch"))
        } else if !isPatch {
            throw Failure(
                "is not a patch", file: name,
                advice: "name the old and the new text: specgen diff OLD NEW, or REV:PATH for what git has")
        }
        title = stream?.name ?? URL(fileURLWithPath: patch).lastPathComponent
        status = isUnusable ? .findings : .fine
    }

    /// One of two texts: a file, a folder, or what git has of either.
    private struct Text {
        var documents: [Document]
        var status: ExitStatus
        var isFolder: Bool
        /// Whether it is what patches show of files.
        var isPatch: Bool { documents.contains(where: \.isOfPatch) }

        init(_ input: String, _ printer: DiagnosticPrinter) throws {
            if !StreamInput.isNamed(input), !FileManager.default.fileExists(atPath: input),
                let revision = GitRevision(input)
            {
                let checkout = try revision.checkOut()
                defer { checkout.remove() }
                try self.init(read: checkout.path, in: checkout.root, of: revision, printer)
            } else {
                try self.init(read: input, in: input, of: nil, printer)
            }
        }

        /// A folder's documents are named from the folder, so that two of them can be compared, wherever they are; a
        /// file as it was named, and one of a revision from the root of that.
        private init(read path: String, in root: String, of revision: GitRevision?, _ printer: DiagnosticPrinter) throws
        {
            var isDirectory: ObjCBool = false
            isFolder = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
            let reader = DocumentReader(options: .init(tree: revision == nil ? nil : root))
            // A file may have got its first comment, or lost its last.
            var read = try Documents(
                [path], with: reader, printer: printer, silence: .accepted,
                named: { revision?.name(of: $0, in: root) ?? $0 })
            read.leaveOutWaivers()
            documents = read.all
            status = read.status
            guard isFolder || revision != nil else { return }
            let base = isFolder ? path : root
            let start = base.hasSuffix("/") ? base : base + "/"
            for index in documents.indices where documents[index].file.hasPrefix(start) {
                documents[index].file = String(documents[index].file.dropFirst(start.count))
            }
        }
    }
}

extension Document {
    /// Whether it is what a patch shows of a file.
    fileprivate var isOfPatch: Bool { prose.lineMarks.contains { $0.patchLine > 0 } }
}
