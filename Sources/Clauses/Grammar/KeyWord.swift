/// The words that the grammar's code asks for by name. They come first in the lexicon, so that their
/// numbers are constants.
enum KeyWord: UInt16, CaseIterable {
    case to = 1, by, of, that, only, not, never, and, or, but, nor, so, then, such, it, there, `if`, when, which
    case where_, in_, for_, from, with, `as`, on, at, be, have, do_, need, a, an, the, this, these, those, no, neither
    case either, none, must, shall, should, may, might, can, could, will, would, ought, cannot, than, least, most
    case more, less, up, exactly, each, any, all, they, you, we, i, one, `is`, are, note, see, used, use, called
    case because, since, unless, until, till, after, before, once, while_, although, though, whenever, whether
    case provided, both, except, without, within, outside, instead, also, optional, return_, returns, returned
    case true_, false_, null, zero, success, error, failure, otherwise, else_, i_e, e_g, etc, `let`, get, its, first1
    case who, whose, example, between, during, limit, number, following, follows, like, case_, here, same, given
    case please, responsibility, responsible, per, via, through, context, valid, holding, held, hold, lock, means
    case twice, via_, reason, what, how, why, was, were, been, being, having, has, had, does, did, want, make, sure,
        back, space, user, call, responsibilities, often, times, too, require, allow, permit, some, many, several, few,
        remember, ensure, know, aligned, usually, typically, normally, generally, sometimes

    /// As it is written in text.
    var text: String {
        switch self {
        case .in_, .for_, .do_, .where_, .return_, .true_, .false_, .else_, .case_, .while_:
            String(String(describing: self).dropLast())
        case .i_e: "i.e"
        case .e_g: "e.g"
        case .first1: "1"
        case .via_: "vis-a-vis"
        default: String(describing: self)
        }
    }
}
