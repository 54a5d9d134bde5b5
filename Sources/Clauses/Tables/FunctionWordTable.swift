/// The small words: closed classes of English, and the kernel's ways to write them.
enum FunctionWordTable {
    static let rows: [(classes: WordClasses, words: WordList)] = [
        (
            .determiner,
            "a an the this that these those any some each every no all both either neither another such its their your our my his whose what which several many much few most more various certain"
        ),
        (
            .pronoun,
            "it they we you i he she them us me him one this that these those itself themselves yourself everything everyone something someone nothing anyone anything nobody others none either neither"
        ),
        (.author, "we i our us me my let's"),
        (
            .preposition,
            """
            about above across after against along among around as at before behind below beneath beside besides between
            beyond by despite down during except for from in inside into like near of off on onto out outside over past per
            regarding since than through throughout to toward towards under underneath until till unlike up upon via with within without
            according concerning including excluding following depending instead due
            """
        ),
        (.conjunction, "and or but nor yet so plus"),
        (
            .subordinator,
            """
            if when whenever everytime while because since as unless until till after before once although though whether where whereas
            wherever lest provided iff how why
            """
        ),
        (.relative, "which that who whom whose where what"),
        (.negation, "not never n't no-longer"),
        (.modal, "can could may might must shall should will would ought cannot"),
        (
            [.modal, .negation, .contracted],
            "can't couldn't mustn't shan't shouldn't won't wouldn't mightn't needn't cant dont-modal"
        ),
        (.be, "be is are was were been being am"),
        ([.be, .negation, .contracted], "isn't aren't wasn't weren't ain't isnt"),
        (.have, "have has had having"),
        ([.have, .negation, .contracted], "haven't hasn't hadn't"),
        (.auxiliaryDo, "do does did"),
        ([.auxiliaryDo, .negation, .contracted], "don't dont"),
        ([.auxiliaryDo, .negation, .contracted, .thirdPerson], "doesn't doesnt"),
        ([.auxiliaryDo, .negation, .contracted, .past], "didn't"),
        ([.past, .participle, .effect], "free'd"),
        ([.pronoun, .be], "it's that's there's he's they're you're we're i'm what's who's"),
        ([.pronoun, .modal], "it'll they'll you'll we'll that'll i'll he'll"),
        ([.pronoun, .have], "they've you've we've i've"),
        (
            .adverb,
            """
            again ago all almost alone already also altogether always anyhow anymore anyway anywhere apart away back
            backwards briefly currently directly either else elsewhere enough especially even eventually ever everywhere exactly far
            fast finally first forever further furthermore generally hence here however immediately indeed instead internally just
            last later least less likely long maybe meanwhile merely more moreover most mostly much namely nearly necessarily
            nevertheless next normally now often once only optionally originally otherwise particularly perhaps
            possibly preferably presumably previously probably quickly quite rather really recently right same seldom simply
            simultaneously so sometimes somewhat soon still straight subsequently successfully sufficiently temporarily
            thereby then therefore though thus today together too totally twice typically usually very well yet ideally hopefully
            there afterwards beforehand asynchronously atomically automatically respectively explicitly implicitly correctly properly
            manually safely thefore late early traditionally commonly occasionally
            """
        ),
        (
            .hedge,
            "hopefully maybe perhaps presumably probably historically originally basically unfortunately roughly theoretically arguably apparently obviously"
        ),
        (.abbreviation, "i.e e.g etc vs cf resp incl approx viz ie eg fig eq sec seq a.k.a aka w.r.t wrt et al ca rec"),
        (
            .title,
            """
            note notes warning warnings important caution fixme todo xxx nb attention hint tip beware remark remarks example examples
            description desc return returns returning context locking locks notice info information danger details usage bug bugs
            requires requirement requirements deprecated precondition preconditions postcondition postconditions result results background
            """
        ),
        (.preface, "note beware remember recall aware keep in mind notice also bear be please"),
        (.number, "zero one two three four five six seven eight nine ten twice once half dozen"),
        (.bound, "least most exactly than up"),
        (
            .stop,
            """
            a an the this that these those any some each every no all both it its they their them we our you your i is are was were
            be been being has have had do does did to of in on at by for with from as and or but not if when then so than
            can could may might must shall should will would there here also only just hence thus such
            """
        ),
    ]
}
