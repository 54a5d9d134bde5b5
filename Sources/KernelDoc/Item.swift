/// One documented thing: what one `/** … */` comment (or one DOC section) says, as kernel-doc reads it.
public struct Item: Sendable, Equatable {
    /// What is documented; `doc` is a DOC section.
    public enum Kind: String, Sendable, Codable {
        case function, macro, `struct`, union, `enum`, typedef, doc
    }

    /// A parameter, a member (`a.b` for nested ones) or a constant.
    public struct Parameter: Sendable, Equatable {
        /// As declared; `...` for the arguments that a function takes beyond its parameters.
        public var name: String
        /// The C type, or empty.
        public var type: String
        /// Its description; empty when it has none.
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
        /// As written, without the colon.
        public var title: String
        /// What stands below it.
        public var text: DocText
        /// The line of its title, from 1.
        public var line: Int

        public init(title: String, text: DocText, line: Int) {
            self.title = title
            self.text = text
            self.line = line
        }
    }

    /// What is documented.
    public var kind: Kind
    /// The symbol, or the title of a DOC section.
    public var name: String
    /// Where its `/**` stands, from 1.
    public var line: Int
    /// What stands behind `name - `; empty for DOC sections.
    public var purpose: DocText
    /// The declaration, white space folded; empty for DOC sections.
    public var prototype: String
    /// Those of the declaration, in its order, described or not.
    public var parameters: [Parameter]
    /// In source order.
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
