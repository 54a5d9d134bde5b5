/// One documented thing: what one `/** … */` comment (or one DOC section) says, as kernel-doc reads it.
public struct Item: Sendable, Equatable {
    public enum Kind: String, Sendable, Codable {
        case function, macro, `struct`, union, `enum`, typedef, doc
    }

    /// A parameter, a member (`a.b` for nested ones) or a constant.
    public struct Parameter: Sendable, Equatable {
        public var name: String
        /// The C type, or empty.
        public var type: String
        public var text: DocText
        /// The first line of its description (0 when undocumented).
        public var line: Int
        /// True when the description stands inside of the body, next to the member.
        public var isInline: Bool

        public init(name: String, type: String = "", text: DocText = .init(), line: Int = 0, isInline: Bool = false) {
            self.name = name
            self.type = type
            self.text = text
            self.line = line
            self.isInline = isInline
        }
    }

    /// A titled section: `Description`, `Return`, `Context`, `Note` …
    public struct Section: Sendable, Equatable {
        public var title: String
        public var text: DocText
        public var line: Int

        public init(title: String, text: DocText, line: Int) {
            self.title = title
            self.text = text
            self.line = line
        }
    }

    public var kind: Kind
    /// The symbol, or the title of a DOC section.
    public var name: String
    /// Where its `/**` stands, from 1.
    public var line: Int
    public var purpose: DocText
    /// The declaration, white space folded; empty for DOC sections.
    public var prototype: String
    public var parameters: [Parameter]
    public var sections: [Section]
    /// What is described like a parameter and is none by the declaration. kernel-doc warns of it and leaves it out;
    /// it is said all the same.
    public var excess: [Parameter]

    public init(
        kind: Kind, name: String, line: Int, purpose: DocText = .init(), prototype: String = "",
        parameters: [Parameter] = [], sections: [Section] = [], excess: [Parameter] = []
    ) {
        self.kind = kind
        self.name = name
        self.line = line
        self.purpose = purpose
        self.prototype = prototype
        self.parameters = parameters
        self.sections = sections
        self.excess = excess
    }
}
