import Foundation

/// Error codes that a subsystem defines itself, in a file of the same folder or of those that were given.
final class LocalCodes {
    private let inputs: [String]
    private var folders: [String: [String]] = [:]
    /// By the code and the folder.
    private var answers: [String: Bool] = [:]

    /// Of so many files that were given, each is looked into; of more, only those beside the documentation.
    private static let most = 2000

    /// - Parameter inputs: the files that were given.
    init(inputs: [String]) { self.inputs = inputs.count <= Self.most ? inputs : [] }

    func isDefined(_ code: String, in file: String) -> Bool {
        let folder = (file as NSString).deletingLastPathComponent
        let key = "\(code) \(folder)"
        if let answer = answers[key] { return answer }
        let answer = (sources(in: folder) + inputs).contains { defines(code, $0) }
        answers[key] = answer
        return answer
    }

    private func sources(in folder: String) -> [String] {
        if let files = folders[folder] { return files }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
        let files = names.filter { $0.hasSuffix(".h") || $0.hasSuffix(".c") }.sorted().prefix(Self.most)
            .map { folder.isEmpty ? $0 : "\(folder)/\($0)" }
        folders[folder] = files
        return files
    }

    /// `#define ECODE …`, or `ECODE = …` and `ECODE,` at the start of a line.
    private func defines(_ code: String, _ file: String) -> Bool {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue,
            let data = FileManager.default.contents(atPath: file), data.range(of: Data(code.utf8)) != nil
        else { return false }
        return data.split(separator: UInt8(ascii: "\n")).contains { line in
            guard line.range(of: Data(code.utf8)) != nil else { return false }
            var words = String(decoding: line, as: UTF8.self).split { $0 == " " || $0 == "\t" }[...]
            if words.first == "#" { words = words.dropFirst() }
            if words.first == "#define" || words.first == "define" { return words.dropFirst().first == code[...] }
            guard let first = words.first else { return false }
            return first == "\(code)," || first == code[...] && words.dropFirst().first?.hasPrefix("=") == true
        }
    }
}
