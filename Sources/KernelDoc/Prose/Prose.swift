/// The prose of one document, resolved and cut into units, in flat storage.
///
/// Every unit's text lies in `bytes`: markup resolved, white space folded to single spaces (literal
/// blocks keep their line breaks). Nothing here knows what a sentence means.
public struct Prose: Sendable, Equatable {
    /// What a unit of text belongs to.
    public struct Block: Sendable, Equatable, Hashable, Codable {
        /// What is documented; `doc` is a DOC section, `member` an inline comment on one member, `markdown` any whole file.
        public enum Kind: String, Sendable, Codable {
            case doc, function, macro, `struct`, union, `enum`, typedef, member, markdown

            init(_ kind: Item.Kind) {
                self =
                    switch kind {
                    case .function: .function
                    case .macro: .macro
                    case .struct: .struct
                    case .union: .union
                    case .enum: .enum
                    case .typedef: .typedef
                    case .doc: .doc
                    }
            }
        }

        /// What is documented.
        public var kind: Kind
        /// The DOC section's title, or the heading in a Markdown or reST file.
        public var title: String?
        /// The documented symbol (the structure, for its members too).
        public var symbol: String?
        /// The parameter, member or constant that the text describes.
        public var member: String?
        /// `Return`, `Context`, `Note`, `FIXME` … as written, without the colon; nil in a description.
        public var section: String?

        public init(
            kind: Kind, title: String? = nil, symbol: String? = nil, member: String? = nil, section: String? = nil
        ) {
            self.kind = kind
            self.title = title
            self.symbol = symbol
            self.member = member
            self.section = section
        }
    }

    /// What a unit is in its text.
    public enum Role: UInt8, Sendable {
        /// The one-line purpose behind `name - `.
        case purpose
        case paragraph
        /// A list item's first paragraph.
        case listItem
        /// A heading: context, not cut into clauses.
        case heading
        /// Literal text: not prose; line breaks kept.
        case literal
        /// A parameter's or member's description (its first paragraph).
        case parameter
    }

    /// A piece of prose that sentences do not reach beyond: a paragraph, a list item, a description.
    public struct Unit: Sendable, Equatable {
        /// What it is in its text.
        public var role: Role
        /// In `Prose.bytes`.
        public var range: Range<Int>
        /// Index into `Prose.blocks`.
        public var block: Int
        /// Nesting of lists, 0 outside of any.
        public var depth: Int
        /// The unit that leads into this one (the paragraph before a list, the item around a nested
        /// list, the paragraph before a literal block), or -1.
        public var parent: Int

        public init(role: Role, range: Range<Int>, block: Int, depth: Int = 0, parent: Int = -1) {
            self.role = role
            self.range = range
            self.block = block
            self.depth = depth
            self.parent = parent
        }
    }

    /// From `offset` on, the text comes from `line`.
    public struct LineMark: Sendable, Equatable {
        /// In `Prose.bytes`.
        public var offset: Int
        /// In the file, from 1.
        public var line: Int
        /// In the patch, from 1; 0 when no patch was read.
        public var patchLine: Int
        /// Damage to the patch leaves the line open.
        public var isEstimated: Bool

        public init(offset: Int, line: Int, patchLine: Int = 0, isEstimated: Bool = false) {
            self.offset = offset
            self.line = line
            self.patchLine = patchLine
            self.isEstimated = isEstimated
        }
    }

    /// Marked-up text inside of a unit.
    public struct Span: Sendable, Equatable {
        /// What the markup makes of it. The last three are the marks of kernel-doc: `&name` and `name()`, `%NAME`, `@name`.
        public enum Kind: UInt8, Sendable { case code, emphasis, strong, link, symbol, constant, parameter }
        /// What the markup makes of it.
        public var kind: Kind
        /// In `Prose.bytes`, without the markup.
        public var range: Range<Int>

        public init(kind: Kind, range: Range<Int>) {
            self.kind = kind
            self.range = range
        }
    }

    /// The text of all units, in UTF-8.
    public var bytes: [UInt8]
    /// In source order.
    public var units: [Unit]
    /// What the units belong to, by `Unit.block`.
    public var blocks: [Block]
    /// In order of offset; one at least at the start of each unit and at each source line.
    public var lineMarks: [LineMark]
    /// In order of their start.
    public var spans: [Span]

    public init(
        bytes: [UInt8] = [], units: [Unit] = [], blocks: [Block] = [], lineMarks: [LineMark] = [], spans: [Span] = []
    ) {
        self.bytes = bytes
        self.units = units
        self.blocks = blocks
        self.lineMarks = lineMarks
        self.spans = spans
    }

    /// Leaves nothing but the memory.
    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        units.removeAll(keepingCapacity: true)
        blocks.removeAll(keepingCapacity: true)
        lineMarks.removeAll(keepingCapacity: true)
        spans.removeAll(keepingCapacity: true)
    }

    /// The text of a unit; bytes that are no UTF-8 become U+FFFD.
    public func text(of unit: Unit) -> String { String(decoding: bytes[unit.range], as: UTF8.self) }
}
