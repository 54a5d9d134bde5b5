import ArgumentParser
import Compliance
import KernelDoc
import PlainText

/// `specgen parse`: what the kernel's own kernel-doc would list.
struct Parse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse",
        _superCommandName: Specgen.name,
        abstract: "List what is documented, as the kernel's own kernel-doc reads it.",
        discussion: """
            As text, of each description the first line, with … behind it where it goes on; JSON has it whole.

            EXAMPLES
              specgen parse include/linux/dma-buf.h
              specgen parse --format json drivers/dma-buf > items.json
              specgen parse --side old change.patch
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @OptionGroup var input: InputOptions

    @Option(help: "The form of the list; json is specgen.kernel-doc/1.")
    var format = Format.text

    @OptionGroup var color: ColorOptions

    func run() throws {
        let documents = try Documents(
            input.inputs, with: input.reading.reader, printer: color.messages.quiet(input.reading.quiet),
            silence: .ofCode)
        switch format {
        case .text:
            let style = color.output
            try StandardOutput.write(documents.all.map { text(of: $0, style) }.joined(separator: "\n"))
        case .json:
            var json = KernelDocJSON()
            for document in documents.all { json.append(document) }
            try StandardOutput.write(json.finished())
        }
        if documents.status != .fine { throw documents.status }
    }

    private func text(of document: Document, _ style: Style) -> String {
        var lines = [style(InertText.line(document.file), .bold)]
        for item in document.items {
            let purpose = item.purpose.isEmpty ? "" : " – " + item.purpose.string
            lines.append(row(item.line, style(item.kind.rawValue, .faint) + " " + InertText.line(item.name + purpose)))
            for parameter in item.parameters where parameter.line > 0 {
                lines.append(
                    row(parameter.line, InertText.line("    @\(parameter.name): \(firstLine(parameter.text))")))
            }
            for section in item.sections {
                lines.append(row(section.line, InertText.line("    \(section.title): \(firstLine(section.text))")))
            }
        }
        if document.items.isEmpty { lines += proseRows(document.prose) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Files of prose have no items: their text, unit by unit.
    private func proseRows(_ prose: Prose) -> [String] {
        var marks = prose.lineMarks[...]
        return prose.units.map { unit in
            while let next = marks.dropFirst().first, next.offset <= unit.range.lowerBound { marks = marks.dropFirst() }
            let indent = String(repeating: "  ", count: unit.depth)
            return row(marks.first?.line ?? 0, indent + InertText.line(prose.text(of: unit)))
        }
    }

    private func row(_ line: Int, _ text: String) -> String {
        let number = String(line)
        return String(repeating: " ", count: max(0, 6 - number.count)) + number + "  " + text
    }

    private func firstLine(_ text: DocText) -> String {
        let line = text.bytes.prefix { $0 != UInt8(ascii: "\n") }
        let goesOn = text.bytes[line.endIndex...].contains { $0 > 0x20 }
        return String(decoding: line, as: UTF8.self) + (goesOn ? " …" : "")
    }
}
