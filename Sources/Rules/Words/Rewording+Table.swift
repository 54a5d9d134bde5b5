extension Rewording {
    /// Words, and what goes as one, in the notation of `Restatement`.
    static let words = """
        final/ultimate | last |
        put/place <x> between call to <rest> $ | bracket <x> with <rest> |
        put/place <x> between <rest> $ | bracket <x> with <rest> |
        <name> must/should be preceded by <w> | <w> must be called before <name> |
        be taken care of by | be handled by |
        flavour/flavor/counterpart | variant |
        once/when it/they have/has finished/completed/ended its/their <w> access | after <w> access |
        once/when it/they have/has finished/completed/ended its/their access | after access |
        once/when <w> have/has run/returned/finished/completed/ended | after <w> |
        once/when <x> be over/done/through/complete/completed/finished/ended | after <x> |
        follow up with <w> | call <w> afterwards |
        should be prepared/able/ready to | should |
        fall back on/upon | fall back to |
        do/redo/make this/it/so again and again | repeat this as often as wanted |
        ^ can/may also be negative error | can also return negative error |
        ^ therefore/hence/thus/consequently/accordingly/furthermore/moreover | |
        it be therefore/hence/thus/consequently/accordingly | it is |
        <modal> therefore/hence/thus/consequently/accordingly | <modal> |
        one possible | possible |
        make/makes <x> available in/at/from/through | maps <x> into |
        make/makes <x> accessible/visible/addressable in/at/from/through/to | maps <x> into |
        guarded/secured/shielded against by | protected by |
        there be no obligation/duty/requirement to implement/provide/supply/set this/it $ | this is optional |
        there be no obligation/duty/requirement to implement/provide/supply/set this callback/hook $ | this is optional |
        there be no obligation/duty/requirement to implement/provide/supply/set <w> $ | <w> is optional |
        arbitrary/unlimited/any number of times | again and again |
        again and again again | again and again |
        again and again and again | again and again |
        as often/many times as you/one/they want/wants/like/likes/wish/wishes/need/needs/please/pleases | again and again |
        repeat <x> call | call <x> again |
        repeat call of/to <w> | call <w> again |
        with/by help of | by |
        no further call/calls to/of <w> be required/needed/necessary | need not call <w> again | exempts
        that <w> have/has opened/started/begun/initiated | started with <w> |
        that be opened/started/begun/initiated with/by/through <w> | started with <w> |
        be capable of | be able to |
        do same job/thing/work | be equivalent |
        do same | be equivalent |
        before its/their use | before access |
        before be accessed/used | before access |
        yield/yields pointer | return pointer |
        be issued/invoked/made/tried again | be restarted |
        by hand | manually |
        made later than | after |
        serve/serves <w> function/call/interface | be used by <w> |
        means/way to | ability to |
        means of controlling | ability to control |
        success of <x> be mandatory/required/compulsory/guaranteed/necessary | <x> must succeed |
        at all times | always |
        in all cases | always |
        under all circumstances | always |
        without exception | always |
        without fail | always |
        provide/provides for <x> as fallback | fall back to <x> |
        provide/provides for | ensure |
        by acquisition of | by taking |
        by acquiring | by taking |
        restart of <x> be mandatory/required/necessary in case/event of its failure with <rest> $ | <x> must be restarted if it fails with <rest> |
        restart of <x> be mandatory/required/necessary | <x> must be restarted |
        be brought to end | is ended |
        bring/brings <x> into <y> address space | maps <x> into <y> address space |
        bring/brings <x> to end | end <x> |
        set/sets/setting up <w> mapping | create <w> mapping |
        opportunity to | chance to |
        possible cause/reason of/for failure be that <rest> $ | can fail when <rest> |
        allocation of <x> be not possible | <x> cannot be allocated |
        allocating <x> be not possible | <x> cannot be allocated |
        allocation of <x> fail/fails | <x> cannot be allocated |
        allocating <x> fail/fails | <x> cannot be allocated |
        other possible return value be <rest> $ | can also return <rest> |
        possible return value be <rest> $ | can return <rest> |
        in case/event of interruption | when interrupted |
        if/when signal arrive/arrives/come/comes | when interrupted |
        duplicate/repetition/duplication of <x> in/by <y> be unnecessary/needless/superfluous | <y> need not duplicate <x> | exempts
        on its/their/his own | themselves |
        perform/carry/do/make this check | check this |
        perform/do/make check | check |
        share one/single | share same |
        use of <x> before and after <rest> be always required | must use <x> before and after <rest> |
        use of <x> before and after <rest> be required | must use <x> before and after <rest> |
        be always required | must |
        very first/last | first |
        just/merely/purely | only |
        nothing but | only |
        and nowhere else | only |
        one single time | once |
        single time | once |
        exactly/precisely/only one time | once |
        second time | again |
        anew/afresh | again |
        repeatedly | again and again |
        end up in | call |
        invoke/execute | call |
        issue | use |
        utilize/utilise/employ | use |
        make use of | use |
        make/do/issue call/calls to | call |
        make/do/issue call/calls of | call |
        rely upon | rely on |
        trust in | rely on |
        take care | must |
        see to it | must |
        commence/initiate/start | begin |
        conclude/terminate | end |
        complete/finish access | end access |
        on behalf of | from |
        by way of | through |
        by means of | through |
        by using | with |
        with help/aid of | through |
        at time of | at |
        in course of | during |
        in middle of | during |
        throughout/amid | during |
        for duration of | during |
        for as long as | as long as |
        following | after |
        upon completion/end of | after |
        on completion/end of | after |
        after completion/end of | after |
        preceding | before |
        no later than | before |
        not later than | before |
        first of all | first |
        simultaneously/concurrently | at same time |
        in parallel | at same time |
        at one time | at same time |
        at any one/given time | at same time |
        at any time | at same time |
        retain | hold |
        keep hold of | hold |
        hold on to | hold |
        be in possession of | hold |
        ceiling/cap | limit |
        upper bound/limit | maximum |
        or less/fewer | or fewer |
        no more than <number> | at most <number> |
        no fewer than | at least |
        not fewer than | at least |
        not exceed <number> | not be more than <number> |
        wait | sleep |
        go to sleep | sleep |
        be put to sleep | sleep |
        fall asleep | sleep |
        be reached/entered/triggered by/through/from | is called by |
        be made/done/issued in/from | is called by |
        consistent | coherent |
        consistency/coherence | coherency |
        program/process/tool | userspace |
        userland | userspace |
        read or/and write | access |
        load from or store to | access |
        look at or change | access |
        reach | access |
        contents may/can/might be | may return |
        outdated/obsolete/old/incorrect/wrong data/contents/values | stale data |
        outdated or <w> data/contents/values | stale data |
        garbage/rubbish/junk | bogus data |
        be not defined | is undefined |
        have no defined result/outcome/effect | is undefined |
        lead/leads/led to undefined behaviour/behavior | is undefined |
        cause/yield/produce/give undefined behaviour/behavior/results | is undefined |
        sit/fall/stay/be/lie between | is bracketed by |
        be enclosed/wrapped/surrounded/framed/sandwiched in/with/by/between call/calls of/to | is bracketed by |
        be enclosed/wrapped/surrounded/framed/sandwiched in/with/by/between | is bracketed by |
        enclosed/wrapped/surrounded/framed/sandwiched in/with/by/between call/calls of/to | bracketed by |
        enclosed/wrapped/surrounded/framed/sandwiched in/with/by/between | bracketed by |
        surround/frame/sandwich/enclose/wrap | bracket |
        put <x> around <rest> $ | bracket <rest> with <x> |
        place <x> around <rest> $ | bracket <rest> with <x> |
        must not <x> other than/except/but between <rest> | must bracket <x> with <rest> | affirms
        may not <x> other than/except/but between <rest> | must bracket <x> with <rest> | affirms
        upon/in success | on success |
        if/when <x> succeed/works | on success |
        when/if there be none $ | on success |
        if/when not $ | on failure |
        if/when it/this/call/operation/callback/function fail/fails/failed | on failure |
        if/when unsuccessful | on failure |
        upon/in failure/error | on failure |
        else/otherwise $ | on failure |
        errno value/code | errno |
        negative number/value/errno/code if | negative error code if |
        return value be <rest> $ | returns <rest> |
        yield/give/deliver/produce/report negative | return negative |
        be prone to failure/fail | can fail |
        be not immune to failure | can fail |
        go/goes wrong | fail |
        failure be permitted/possible/allowed | can fail |
        end/terminate with error | fail |
        be insufficient/short/exhausted/unavailable | run out |
        be used up | run out |
        exhaustion of <x> | runs out of <x> |
        turn/send away | reject |
        deny/decline/bounce/refuse !to | reject |
        oversized/oversize | too large |
        too big/long | too large |
        bigger/longer | larger |
        verify/validate/recheck/re-check/double-check/test | check |
        verification/validation | check |
        check that/this/it/them again | repeat that check |
        sleeping/blocking be fine/ok/okay/allowed/permitted/legal/possible | may sleep |
        sleeping/blocking be forbidden/prohibited/disallowed | must not sleep |
        sleeping/blocking be not allowed/permitted/legal | must not sleep |
        no sleeping/blocking | must not sleep | denies
        without ever/any sleeping | must not sleep | denies
        leave/leaves/left it/this/callback unset/empty/unimplemented | leave this null |
        leave/leaves/left it/this/callback out | leave this null |
        unset | null |
        implementation of this/callback/hook be optional/voluntary | this is optional |
        implementing this/it/callback/hook be optional/voluntary | this is optional |
        implementing this/it/callback/hook be mandatory/compulsory/required | this is mandatory |
        implementation of this/callback/hook be mandatory/compulsory/required | this is mandatory |
        be optional/mandatory one | is optional |
        it be optional to implement/provide/set | this is optional |
        it be mandatory to implement/provide/set | this is mandatory |
        be finite/scarce/limited resource/supply/good | be limited |
        in short supply | limited |
        refcounted | reference counted |
        reference counter | reference count |
        usage/use counter/count | reference count |
        maintain/track/hold/manage reference count | keep reference count |
        reference count be kept/maintained/held/managed by <agent> for <rest> $ | <agent> keeps reference count for <rest> |
        reference count for <x> be kept/maintained/held/managed by <agent> $ | <agent> keeps reference count for <x> |
        tear/take/pull <x> down/apart | unmap <x> |
        tear/take/pull down/apart | unmap |
        teardown | unmap |
        undo/undoes/dissolve/dismantle/remove/removes/drop mapping of/for | unmap |
        undo/undoes/dissolve/dismantle/remove/removes | unmap |
        set up/establish/install mapping | create mapping |
        sets/setup mapping | create mapping |
        give/return/hand back/up | release |
        resort/turn/switch to | fall back to |
        use <x> as fallback | fall back to <x> |
        fallback to <x> should be implemented/provided/available | should fall back to <x> |
        be recommended/suggested/advised plan b/fallback/alternative/substitute/replacement | be used instead |
        already in place | exist |
        be in place/existence | exist |
        be present/active/alive/live | exist |
        while <x> exist | as long as <x> exists |
        interruption may show up as <x> $ | can return <x> when interrupted |
        signal arrive/arrives/interrupt | interrupted |
        reissue/re-issue/rerun/resubmit/redo/retry | restart |
        try/tried it again | restart it |
        call/called/issue/issued it again | restart it |
        be to be | must be |
        be not obliged/required/forced to | need not | exempts
        be under no obligation to | need not | exempts
        be free to | may |
        be able to | can |
        be allowed/permitted/entitled to | may |
        be supposed/expected/advised to | should |
        be obliged/forced/bound to | must |
        so that it be possible to | to |
        give <x> possibility/ability/chance/opportunity/option to | let <x> |
        enable <x> to | let <x> |
        make it possible for <x> to | let <x> |
        allow/permit <x> to | let <x> |
        which mean/means that | so that |
        bring <x> to close/end | end <x> |
        serve/act as callback for/of/behind | is called by |
        refuse/decline to map/accept/create | reject |
        as many times as | as often as |
        adapt/fix up/update | adjust |
        point <w> at/to | set <w> to |
        assign <x> to <w> | set <w> to <x> |
        private/separate/individual <w> | own <w> |
        so that <x> be <part> by <agent> <tail> $ | so that <agent> <part> <x> <tail> |
        """

    /// What turns a sentence round, once its words are plain.
    static let turns = """
        ^ must map <x> before <y> access/use it/them <tail> $ | <x> must be mapped before access |
        ^ what <x> do/does/return/returns/give/gives/yield/yields after <y> be undefined | result of <x> after <y> is undefined |
        <x> be nothing that <y> can rely on | <y> cannot rely on <x> | denies
        <x> be nothing <y> can rely on | <y> cannot rely on <x> | denies
        <x> can/may come back from call | can return <x> |
        ^ <x> be ended/finished/completed/terminated/concluded/closed by this/it $ | this ends <x> |
        ^ <x> be ended/finished/completed/terminated/concluded/closed by this function/call/callback $ | this ends <x> |
        <w> before and <y> after access | <w> and <y> before and after access |
        ^ <x> mean/signal/indicate/denote/say that all/everything go/went/goes well/fine <rest> $ | <x> on success <rest> |
        <x> that it did/do not $ | <x> on failure |
        ^ on success <x> and/or/on <rest> $ | <x> on success <rest> |
        ^ <x> make <y> available/accessible to <agent> $ | <agent> can use <y> through <x> |
        ^ <x> be what <y> get/receive/see <rest> $ | returns <x> <rest> |
        ^ <x> be returned on success <rest> $ | <x> on success <rest> |
        ^ <x> be returned <rest> $ | returns <x> <rest> |
        <x> be reference counted by/in/inside <y> $ | <y> keeps reference count for each <x> |
        <x> be reference-counted by/in/inside <y> $ | <y> keeps reference count for each <x> |
        <x> should be/serve/act as fallback | should fall back to <x> |
        <x> be possible cause/causes/reason/reasons of/for failure/error of/from/in <y> $ | <y> can fail when <x> |
        <x> be both possible cause/causes/reason/reasons of/for failure/error of/from/in <y> $ | <y> can fail when <x> |
        <x> be possible result/results/outcome/error/errors of/from <w> | <w> can return <x> |
        <x> may be result/outcome of interruption | can return <x> when interrupted |
        <x> may/can be returned by/from <agent> <tail> $ | <agent> can return <x> <tail> |
        <x> may/can be returned <rest> $ | can return <x> <rest> |
        <x> may/can be returned $ | can return <x> |
        <w> of its/their/his own | own <w> |
        ^ <w> must/should be used to <rest> $ | must <rest> by using <w> |
        ^ <w> have to be used to <rest> $ | must <rest> by using <w> |
        ^ use <w> to <rest> $ | must <rest> by using <w> |
        ^ <w> be function/one/caller that/which/who <rest> $ | <w> <rest> |
        only if/when <x> bracket it/them $ | only when it is bracketed by <x> |
        only for <x> bracketed by <rest> $ | only when <x> is bracketed by <rest> |
        ^ only when/if/once/after <x> do/does/may/can <w> <rest> $ | <w> <rest> only when <x> |
        ^ it be only when/if/once/after <x> that <rest> $ | <rest> only when <x> |
        ^ <x> have/has <y> <part> to them/it $ | <y> is <part> to <x> |
        ^ <x> <modal> not be <part> by <agent> <tail> $ | <agent> <modal> not <part> <x> <tail> |
        ^ <x> <modal> be <part> by <agent> <tail> $ | <agent> <modal> <part> <x> <tail> |
        ^ <x> do/does not need/have to be <part> by <agent> <tail> $ | <agent> do not need to <part> <x> <tail> |
        ^ <x> need/have/has to be <part> by <agent> <tail> $ | <agent> must <part> <x> <tail> |
        ^ <x> need not be <part> by <agent> <tail> $ | <agent> need not <part> <x> <tail> |
        ^ <x> be <part> by <agent> <tail> $ | <agent> <part> <x> <tail> |
        """
}
