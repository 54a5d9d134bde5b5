/// The items of documents as JSON, schema `specgen.kernel-doc/1`.
///
/// One `KernelDocJSON` can be filled for each part of a large run, and the parts appended in order.
public struct KernelDocJSON: Sendable {
    private var files = JSONWriter()

    public init() {}

    /// A document's items and diagnostics, behind those of the documents before.
    public mutating func append(_ document: Document) {
        append(file: document.file, items: document.items, diagnostics: document.diagnostics)
    }

    public mutating func append(file: String, items: [Item], diagnostics: [Diagnostic]) {
        files.beginObject()
        files.name("file")
        files.string(file)
        files.name("items")
        files.beginArray()
        for item in items { write(item) }
        files.endArray()
        files.name("warnings")
        files.beginArray()
        for diagnostic in diagnostics { write(diagnostic) }
        files.endArray()
        files.endObject()
    }

    /// Files that were written elsewhere, behind those of this one.
    public mutating func append(_ other: KernelDocJSON) { files.append(elementsOf: other.files) }

    /// The whole document, with a line break at its end.
    public func finished() -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.name("schema")
        json.string("specgen.kernel-doc/1")
        json.name("files")
        json.beginArray()
        json.append(elementsOf: files)
        json.endArray()
        json.endObject()
        return json.bytes + [0x0A]
    }

    private mutating func write(_ item: Item) {
        files.beginObject()
        files.name("kind")
        files.string(item.kind.rawValue)
        files.name("name")
        files.string(item.name)
        files.name("line")
        files.integer(item.line)
        files.name("purpose")
        files.string(bytes: item.purpose.bytes.map { $0 == 0x0A ? 0x20 : $0 })
        files.name("prototype")
        files.string(item.prototype)
        files.name("parameters")
        files.beginArray()
        for parameter in item.parameters { write(parameter) }
        files.endArray()
        files.name("sections")
        files.beginArray()
        for section in item.sections { write(section) }
        files.endArray()
        files.endObject()
    }

    private mutating func write(_ parameter: Item.Parameter) {
        files.beginObject()
        files.name("name")
        files.string(parameter.name)
        files.name("type")
        files.string(parameter.type)
        files.name("text")
        if parameter.text.isEmpty, let implied = parameter.impliedText {
            files.string(implied)
        } else {
            files.string(bytes: parameter.text.bytes)
        }
        files.name("line")
        files.integer(parameter.line)
        files.endObject()
    }

    private mutating func write(_ section: Item.Section) {
        files.beginObject()
        files.name("title")
        files.string(section.title)
        files.name("text")
        files.string(bytes: section.text.bytes)
        files.name("line")
        files.integer(section.line)
        files.endObject()
    }

    private mutating func write(_ diagnostic: Diagnostic) {
        files.beginObject()
        files.name("line")
        files.integer(diagnostic.line)
        files.name("message")
        files.string(diagnostic.message)
        files.endObject()
    }
}
