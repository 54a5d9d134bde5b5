/// The words that the grammar's code asks for by name. They come first in the lexicon, in the order of `words`,
/// so that their numbers are constants.
enum KeyWord: UInt16, CaseIterable {
    case to = 1, by, of, that, only, never, or, but, so, then, it, there, `if`, which, where_, in_, for_, from
    case with, `as`, at, be, have, do_, need, this, these, no, neither, either, none, cannot, than, least, most
    case more, less, up, exactly, any, all, they, you, we, i, note, see, used, use, called, because, since
    case after, before, once, while_, although, though, whether, provided, both, except, outside, i_e, e_g, etc
    case `let`, first1, whose, example, limit, number, case_, please, context, holding, held, means, what, how
    case why, was, were, been, being, having, does, did, make, sure, call, often, too, require, allow, permit
    case some, many, several, few, remember, ensure, know, aligned, usually, typically, normally, generally
    case sometimes, prefer, avoid, consider, restart, sleep, fail, yet, always, exist, free
    case find, obtain, download, under, refer, want, provide, cause, ie, indicate, determine, without, lock, thats
    case long, soon, count, on, bit, itself, until, till, such, had, can, majority, register, takes, each, every
    case support, pass, look, traditionally, exceed, specify, define, care, notify, hold, work, even, like
    case implement, when, otherwise, way, given, its, nobody, nothing, prevent, forget, bug
    case error, check, test, nor, fill, per, instead, reference
    case off, out, down, result, consequence, future, last, below, above, possible, necessary, set, longer
    case function, routine, guarantee, omit, time, optional, mandatory, maximum, else_, is_, has_, critical
    case try_, again, should, option, entry, finish, beware, callback

    /// As they are written in text, in the order of the cases.
    static let words: WordList = """
        to by of that only never or but so then it there if which where in for from with as at be have do need
        this these no neither either none cannot than least most more less up exactly any all they you we i note
        see used use called because since after before once while although though whether provided both except
        outside i.e e.g etc let 1 whose example limit number case please context holding held means what how why
        was were been being having does did make sure call often too require allow permit some many several few
        remember ensure know aligned usually typically normally generally sometimes prefer avoid consider
        restart sleep fail yet always exist free find obtain download under refer want provide cause ie indicate
        determine without lock that's long soon count on bit itself until till such had can majority register takes
        each every support pass look traditionally exceed specify define care notify hold work even like implement when
        otherwise way given it's nobody nothing prevent forget bug error check test
        nor fill per instead reference off out down result consequence future
        last below above possible necessary set longer function routine guarantee omit time optional mandatory
        maximum else is has critical try again should option entry finish beware callback
        """
}
