extension Restatement {
    /// What is put plainly wherever it stands.
    static let always = RestatementTable(lines)

    /// One way of saying it a line: `as it is said | as the kinds of rules know it | what becomes of the denial`.
    ///
    /// | notation | stands for |
    /// | --- | --- |
    /// | `word` | any form of it |
    /// | `a/b` | either |
    /// | `!word` | anything else, or nothing, comes next |
    /// | `<x>` `<y>` `<rest>` `<w>` `<name>` `<number>` `<modal>` `<part>` `<focus>` `<agent>` `<tail>` | words taken over (`Run`) |
    /// | `^` `$` | the clause begins, or ends, here |
    ///
    /// Articles are no words here. A line says the same on both sides whatever stands around it, or it has no place here.
    static let lines = """
        prior/previous to | before |
        ahead of | before |
        in advance of | before |
        subsequent to | after |
        once more | again |
        over again | again |
        one more time | again |
        over and over | again and again |
        time and again | again and again |
        get/gets/got <part> | is <part> |
        end up being | is |
        end up in this | call this |
        end up here | call this |
        rely/count/depend on access be coherent | rely on coherent access |
        might/could not succeed/work | can fail | affirms
        solely/exclusively | only |
        achieve/accomplish same | achieve that equally |
        in absence of existing <w> | when no <w> exists |
        in absence of <w> | when no <w> exists |
        if/when successful | on success |
        in case/event of success | on success |
        in case/event of failure/error | on failure |
        when/if all/everything go/went/goes well/right/fine | on success |
        when/if all/everything be well/fine/ok | on success |
        ^ on success <x> be returned on failure <rest> $ | <x> on success <rest> on failure |
        ^ on success <x> and/or on failure <rest> $ | <x> on success <rest> on failure |
        ^ on success <x> on failure <rest> $ | <x> on success <rest> on failure |
        ^ on failure <x> on success <rest> $ | <rest> on success <x> on failure |
        come/comes in <w> flavour for | have variants for |
        come/comes in <w> version/flavour/flavor/variant | have <w> variants |
        ought to | should |
        turn down | reject |
        hand back | return |
        extend/reach/stretch/go past/beyond | exceed |
        bigger/greater than | larger than |
        whose size be larger/greater/bigger than that of | larger than |
        whose size be smaller/less than that of | smaller than |
        whose size exceed that of | larger than |
        whose size exceed | larger than |
        in excess of | larger than |
        count/bank on | rely on |
        take <x> for granted | rely on <x> |
        take <x> as given | rely on <x> |
        get/have/has no guarantee of | cannot rely on | denies
        ^ coherent access be not guaranteed to <w> | <w> cannot rely on coherent access | denies
        interchangeable | equivalent |
        only then | then |
        <modal> ever | <modal> |
        with <x> that/which be still/yet outstanding/pending | with outstanding <x> |
        ^ <x> get/gets <y> forwarded/passed/handed to it/them | <y> is forwarded to <x> |
        ^ only if/when/once there be no <x> do/does <rest> $ | <rest> only when no <x> exists |
        ^ only if/when/once <x> do/does <rest> $ | <rest> only when <x> |
        ^ <x> be followed by call of/to <y> | <y> is called after <x> |
        have/has alignment of | be aligned to |
        just/exactly as it be for/with/of <x> $ | |
        as it be for/with <x> $ | |
        result in call of/to | call |
        lead to call of/to | call |
        let pass/through | accept |
        be gone | is released |
        let go of | release |
        dispose of | release |
        relinquish | release |
        get rid of | release |
        lie/happen/occur between | is bracketed by |
        take place between | is bracketed by |
        go away | is released |
        vanish/disappear | is released |
        cease to exist | is released |
        ^ any | every |
        touch | access |
        ^ second/another/further/additional <w> be necessary/needed/required | must call <w> again |
        ^ second/another/further/additional <w> be unnecessary | need not call <w> again | exempts
        ^ second/another/further/additional <w> be not necessary/needed/required | need not call <w> again | exempts
        ^ no second/further/additional <w> be necessary/needed/required | need not call <w> again | exempts
        ^ like/unlike <name> | |
        ^ just/much like <name> | |
        ^ as with/for <name> | |
        ^ contrary to <name> | |
        ^ in contrast/opposition to <name> | |
        ^ it be <focus> that/which/who | <focus> |
        ^ it be <x> who | <x> |
        ^ <focus> be what/who | <focus> |
        ^ caller of <x> be <rest> $ | <rest> call <x> |
        ^ what <focus> return be | <focus> return |
        it fall to/on/upon <x> to | <x> must |
        it be up to <x> to | <x> must |
        it be responsibility/job/duty/task of <x> to | <x> must |
        it be <x> responsibility/job/duty/task to | <x> must |
        be responsible for | must |
        <modal> take care to | <modal> |
        <modal> make/be sure/certain to | <modal> |
        <modal> be careful to | <modal> |
        <modal> remember to | <modal> |
        have no business | must not | denies
        have/has no right to | must not | denies
        it be mistake/bug/error/wrong/illegal for <x> to | <x> must not | denies
        it would be mistake/bug/error/wrong/illegal for <x> to | <x> must not | denies
        it would be mistake/bug/error/wrong/illegal to | must not | denies
        be at liberty to | may |
        must/shall/should refrain/abstain/desist from | must not | denies
        have/has/need to refrain/abstain/desist from | must not | denies
        must/shall/should keep/stay/steer away/clear/off from/of | must not call | denies
        have/has/need to keep/stay/steer away/clear/off from/of | must not call | denies
        must/shall/should avoid | must not | denies
        have/has/need to avoid | must not | denies
        must/shall/should not/never fail/forget/omit/neglect to | must | affirms
        cannot but | must | affirms
        cannot help but | must | affirms
        may do anything except/but | must not | denies
        can do anything except/but | must not | denies
        there be no way for <x> to | <x> cannot | denies
        there be no need for <x> to | <x> need not | exempts
        it be unnecessary/needless/superfluous for <x> to | <x> need not | exempts
        be unable to | cannot | denies
        be incapable of | cannot | denies
        failure be impossible for <w> | <w> cannot fail | denies
        failure of <w> be impossible | <w> cannot fail | denies
        failure be possible for <w> | <w> can fail |
        failure of <w> be possible | <w> can fail |
        return/give/yield/report/raise error !code !number !value !if | fail |
        signal/denote/indicate/report success by/with <x> and failure/error by/with <rest> $ | return <x> on success and <rest> on failure |
        <w> mean/signal/indicate/denote success !by/with | <w> on success |
        success be told/reported/indicated/signalled/denoted by/with/as/through <w> | <w> on success |
        failure/error be told/reported/indicated/signalled/denoted by/with/as/through | on failure return |
        ^ possible error of/from <w> include/be | <w> can fail with |
        ^ <rest> and/but for nothing else $ | only <rest> |
        ^ <rest> and/but nothing else $ | only <rest> |
        up to <x> and/but no/not more $ | up to <x> |
        at most <x> and/but no/not more $ | at most <x> |
        no <x> other than last one | only last <x> | affirms
        no <x> but/except/save last one | only last <x> | affirms
        no <x> other than first one | only first <x> | affirms
        no <x> but/except/save first one | only first <x> | affirms
        be not/never <part> until/before last | is <part> only at last | affirms
        be not/never <part> until/before first | is <part> only at first | affirms
        it take last <w> to get <x> <part> | <x> is <part> at last <w> |
        it take first <w> to get <x> <part> | <x> is <part> at first <w> |
        it take last <w> for <x> to be <part> | <x> is <part> at last <w> |
        it take first <w> for <x> to be <part> | <x> is <part> at first <w> |
        ^ <number> be upper/absolute/hard bound/limit/maximum for/of/on | at most <number> |
        ^ <number> be maximum/limit/ceiling/cap for/of/on | at most <number> |
        ^ maximum/limit/ceiling/cap for/of/on <x> be <number> | at most <number> <x> |
        <modal> be/come/go/live/manage without | <modal> do without |
        must/shall come with | must provide |
        have/has/need to come with | must provide |
        ^ <x> without this <w> be fine/ok/okay/legal/valid/acceptable/allowed/permitted $ | <x> may do without this <w> |
        ^ without <x> there must/may/can be no <y> | must not <y> without <x> | denies
        ^ there may/can be <x> without | may <x> without |
        ^ no <x> without | must not <x> without | denies
        """
}
