/// What a C declaration says by itself: its kind, its name, and the names that documentation can describe.
struct Declaration: Equatable {
    struct Parameter: Equatable {
        /// How the name came about, which decides whether it wants a description.
        enum Role {
            case named
            /// `...`, or a macro's `name...`.
            case variadic
            /// A lone `void`.
            case none
            /// An anonymous struct or union: its members stand for themselves.
            case anonymous
            /// A preprocessor line between members; kernel-doc lists it.
            case directive
        }

        var name: String
        var type: String
        var role: Role
    }

    var kind: Item.Kind
    var name: String
    var prototype: Prototype
    var parameters: [Parameter] = []
}
