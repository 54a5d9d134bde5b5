/// A declaration's own text, which is put together only for those who want to read it.
enum Prototype: Equatable {
    case text([UInt8], Range<Int>)
    /// What stands behind `#define`.
    case macro([UInt8], Range<Int>)
    /// What stands between the braces of a struct or union.
    case members([UInt8])
}

extension Declaration {
    /// White space folded.
    var prototypeText: String {
        switch prototype {
        case .text(let text, let range): text.folded(range)
        case .macro(let text, let range): "#define " + text.folded(range)
        case .members(let text): "\(kind.rawValue) \(name) { \(text.folded(0..<text.count)) }"
        }
    }
}
