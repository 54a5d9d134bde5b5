/// How a clause's bearer was found, with the words that `specgen explain` uses for it.
enum Bearing: String, Sendable {
    case subject = "its subject names them"
    case agent = "named behind “by” or “from”"
    case maker = "whoever makes the calls that it is done by"
    case pronoun = "“it” or “they” is the party last spoken of"
    case phrase = "named beside the phrase that decided"
    case leadIn = "named by what leads into the list"
    case caller = "says who calls whom: the core does"
    case callback = "nobody is named: the text documents a callback, which somebody implements"
    case member = "nobody is named: whoever fills in the structure may leave the member out"
    case memberValue = "nobody is named: what a member has to be is for whoever fills in the structure"
    case does = "nobody is named: what the interface does is the core's to keep"
    case succeeds = "has to succeed: asked of whoever implements it"
    case userspace = "nobody is named: the text speaks to userspace"
    case addressee = "nobody is named: the text speaks to whoever calls"
    case nobody = "promises nothing"
}
