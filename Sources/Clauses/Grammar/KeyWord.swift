/// The words that the grammar's code asks for by name. They come first in the lexicon, in the order of `words`,
/// so that their numbers are constants.
enum KeyWord: UInt16, CaseIterable {
    case to = 1, by, of, that, only, not, never, and, or, but, nor, so, then, such, it, there, `if`, when, which
    case where_, in_, for_, from, with, `as`, on, at, be, have, do_, need, a, an, the, this, these, those, no
    case neither, either, none, must, shall, should, may, might, can, could, will, would, ought, cannot, than
    case least, most, more, less, up, exactly, each, any, all, they, you, we, i, one, `is`, are, note, see, used
    case use, called, because, since, unless, until, till, after, before, once, while_, although, though
    case whenever, whether, provided, both, except, without, within, outside, instead, also, optional, return_
    case returns, returned, true_, false_, null, zero, success, error, failure, otherwise, else_, i_e, e_g, etc
    case `let`, get, its, first1, who, whose, example, between, during, limit, number, following, follows, like
    case case_, here, same, given, please, responsibility, responsible, per, via, through, context, valid
    case holding, held, hold, lock, means, twice, reason, what, how, why, was, were, been, being, having, has
    case had, does, did, want, make, sure, back, space, user, call, responsibilities, often, times, too, require
    case allow, permit, some, many, several, few, remember, ensure, know, aligned, usually, typically, normally
    case generally, sometimes, prefer, avoid, consider, restart, sleep, fail, yet, always

    /// As they are written in text, in the order of the cases.
    static let words: WordList = """
        to by of that only not never and or but nor so then such it there if when which where in for from with
        as on at be have do need a an the this these those no neither either none must shall should may might
        can could will would ought cannot than least most more less up exactly each any all they you we i one is
        are note see used use called because since unless until till after before once while although though
        whenever whether provided both except without within outside instead also optional return returns
        returned true false null zero success error failure otherwise else i.e e.g etc let get its 1 who whose
        example between during limit number following follows like case here same given please responsibility
        responsible per via through context valid holding held hold lock means twice reason what how why was
        were been being having has had does did want make sure back space user call responsibilities often times
        too require allow permit some many several few remember ensure know aligned usually typically normally
        generally sometimes prefer avoid consider restart sleep fail yet always
        """
}
