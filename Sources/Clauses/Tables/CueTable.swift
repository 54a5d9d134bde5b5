/// Phrases that settle the modality of the segment they stand in, beside what its verb group says.
///
/// A line is `name | pattern | modality | modality when negated`; the last may be empty (no cue then).
/// In a pattern:
///
/// | notation | stands for |
/// | --- | --- |
/// | `word` | this form |
/// | `a/b` | either form |
/// | `{be}` | any form of a word |
/// | `~` | adverbs and negations, none or several; a negation there is counted |
/// | `?word` | this form or nothing |
/// | `<np>` | up to four words of a noun phrase, none included |
/// | `<party>` | a noun that names a party |
/// | `<value>` | NULL, zero, true, a number … |
/// | `<error>` | an error code |
/// | `<base>` `<ing>` `<part>` | a verb in this form |
/// | `^` | the sentence begins here |
/// | `$` | the segment ends here |
///
/// A pattern that does not begin with `^` begins with a word, a word's forms (`{be}`), an opening bracket, `<value>` or
/// `<error>`: by these its places in a sentence are found. A pattern that begins with anything else would be tried
/// nowhere, or almost nowhere.
enum CueTable {
    static let tables: [(scope: Cue.Scope, rows: WordList)] = [
        (.claim, claims), (.fragment, fragments), (.aside, asides),
    ]

    /// Count wherever they stand.
    static let claims: WordList = """
        illegal              | {be} ~ illegal/invalid/wrong/incorrect/unsafe/dangerous/forbidden/prohibited to/for | prohibition | permission
        illegal-alone        | {be} ~ illegal/forbidden/prohibited $ | prohibition | permission
        illegal-and          | {be} ~ illegal/forbidden/prohibited and/or/but | prohibition | permission
        bug-to               | {be} ~ a/an bug/error/mistake to/for | prohibition |
        bug-if               | ^ it is a bug/mistake if/when | prohibition |
        considered-bug       | is/are considered a bug/mistake | prohibition |
        no-business          | no business <ing> | prohibition |
        no-right             | no right to <base> | prohibition |
        impossible           | failure/failing ~ {be} ~ impossible | guarantee |
        failure-possible     | failure/failures {be} ~ possible | outcome | guarantee
        failure-possible-of  | failure of <np> {be} ~ possible | outcome | guarantee
        impossible-of        | failure of <np> {be} ~ impossible | guarantee |
        anything-except      | anything except/but <base> | prohibition |
        make-sure-not        | make/be sure to not/never <base> | prohibition |
        make-sure-not-to     | make/be sure not to <base> | prohibition |
        refrain              | ^ ?please refrain from | prohibition |
        not-for              | not for use | prohibition |
        under-no             | under no circumstance/circumstances/instance/condition/conditions | prohibition |
        on-no-account        | on no account | prohibition |
        no-access            | no <np> allowed/permitted | prohibition |
        off-limits           | {be} ~ off limits | prohibition | permission
        requirement          | requirement/requirements {be} that/to | obligation |
        possible-to-fail     | {be} ~ possible for <np> to fail | outcome |
        return-value         | return/returned value/values/code {be} | outcome |
        return-value-says    | return/returned value/values/code {indicate}/{mean}/{signal}/{denote} | outcome |
        return-value-tells   | return/returned value/values/code {tell}/{give}/{show} | outcome |
        return-of            | return of <value> {indicate}/{mean}/{signal}/{denote} | outcome |
        return-is            | the return {be} <value> | outcome |
        the-result-is        | the result {be} ~ <value> | outcome |
        evaluates-to         | {evaluate} to <value> | outcome |
        makes-fail           | can/may/might/could make <np> fail | outcome |
        bails-out            | {bail} out | outcome |
        errors-out           | errors/error out if/when/unless/with/on/for | outcome |
        error-passed-on      | error/errors/code/codes/errno <np> {be} ~ passed/propagated/forwarded/handed | outcome |
        return-value-of      | return/returned value/code of/from <np> {be} | outcome |
        return-value-means   | return/returned value/values of <value> {indicate}/{mean}/{signal}/{denote} | outcome |
        return-value-will    | return/returned value/values/code will/may/can/should | outcome |
        requires-symbol      | function/callback/method/macro/routine requires | obligation |
        preferred            | {be} the preferred/recommended | recommendation |
        preferred-way        | preferred/recommended way/method/approach | recommendation |
        mandatory            | {be} ~ mandatory/compulsory/obligatory | obligation | permission
        mandatory-alone      | mandatory $ | obligation | permission
        mandatory-for        | mandatory for/if/when/to/except | obligation | permission
        required             | {be} ~ required/necessary $ | obligation | permission
        required-adverb      | {be} ~ required/necessary instead/here/too/then/first/anyway | obligation | permission
        required-that        | {be} ~ required/necessary/essential/imperative/vital/crucial that/if/when/unless/before/after/by/on/at | obligation | permission
        required-first       | ^ ~ required/mandatory for/in/if/when | obligation | permission
        required-for         | {be} ~ required for | obligation | permission
        necessary-for        | it {be} ~ required/necessary/essential/vital/crucial for <np> to | obligation | permission
        necessary-for-party  | it {be} ~ required/necessary/essential/vital/crucial for ?a/an/the/any/each/every <party> to | obligation | permission
        required-not-to      | it {be} ~ required/necessary/essential/imperative/vital/crucial not to <base> | prohibition | permission
        required-to-never    | it {be} ~ required/necessary/essential/imperative/vital/crucial to never/not <base> | prohibition | permission
        required-to          | it {be} ~ required/necessary/essential/imperative/vital/crucial to <base> | obligation | permission
        required-from        | {be} ~ required from/of <party> | obligation | permission
        required-from-any    | {be} ~ required from/of a/an/the/any/each/every/all <party> | obligation | permission
        requires-done        | {require} <np> to be <part> | obligation | permission
        requires-caller      | {require} that | obligation | permission
        requires-party       | {require} ?the <party> to | obligation | permission
        requires-you         | {require} you/users to | obligation | permission
        responsibility       | responsibility | obligation |
        duty                 | duty/duties to/of | obligation |
        responsible          | is/are/be ~ responsible for/to | obligation |
        responsible-alone    | responsible for <ing> | obligation |
        in-charge            | {be} ~ in charge of <ing> | obligation |
        up-to                | up to the <np> to <base> | obligation |
        up-to-party          | up to ?the <party> to <base> | obligation |
        falls-to             | {fall} to/on/upon ?the <party> to <base> | obligation |
        a-must               | {be} ~ a must | obligation |
        demands              | {demand} that | obligation |
        up-to-end            | {be} ~ up to the <party> $ | obligation |
        left-to              | left up to ?the <party> | obligation |
        onus                 | onus/burden {be} on | obligation |
        burden-of            | onus/burden of <ing> <np> {be} on | obligation |
        job                  | {be} ~ the <np> job/duty/task to <base> | obligation |
        job-of               | {be} ~ the <party> job/duty/task to <base> | obligation |
        job-alone            | {be} ~ the <np> job/duty/task $ | obligation |
        needs-doing          | need/needs <ing> before/after/first/again/when/once/until | obligation | permission
        need-for             | a need to/for | obligation |
        care                 | care must | obligation |
        care-has-to          | care has to | obligation |
        must-be-zero         | mbz | obligation |
        sure                 | must make sure | obligation |
        assumed              | {be} ~ assumed that/to | obligation |
        assumed-it           | it {be} ~ assumed | obligation |
        prerequisite         | prerequisite/precondition | obligation |
        only-permissible     | ^ only <np> {be} permissible/allowed/permitted/legal | obligation |
        only-valid           | only ~ valid/legal/allowed/permitted/safe to/if/when/where/after/before/prior/for/from/in/within/during/inside/until/while | obligation |
        valid-only           | valid/legal/safe only while/until/during/within/after/before | obligation |
        only-called          | only {be} called/used/invoked/set if/when/after/before/from/in/within/during/inside/until/while/by/with/on/under | obligation |
        only-to-be           | only to be <part> | obligation |
        undefined-is         | {be} ~ undefined/unspecified/indeterminate/unpredictable/garbage/meaningless/arbitrary | undefined |
        not-defined-if       | {be} ~ defined if/when/unless/for | - | undefined
        not-defined          | {be} not defined $ | undefined |
        what-happens         | what happens ~ {be} ~ defined/specified | - | undefined
        all-bets             | all bets {be} off | undefined |
        anything-happens     | anything can/may/might/could/will ~ happen | undefined |
        no-telling           | no telling/saying/knowing what/which/whether/how/when/in | undefined |
        holds-garbage        | may/might/can/could/will contain/hold garbage | undefined |
        not-meaningful       | {be} ~ meaningful | - | undefined
        nothing-promised     | nothing {be} ~ promised/guaranteed/specified/defined | undefined |
        no-promise           | no promise/promises about/on/of/that | undefined |
        undefined-thing      | undefined/unspecified/unpredictable behavior/behaviour/result/results/outcome/outcomes/value/values/data/state/effect/effects/consequences/contents/order | undefined |
        stale                | stale/bogus/garbage/random/corrupted/inconsistent data/values/value/results/contents | undefined |
        no-guarantee         | no guarantee/guarantees | undefined |
        no-such-guarantee    | no ordering/hard/strict/such guarantee/guarantees | undefined |
        not-a-guarantee      | {be} ~ a guarantee | - | undefined
        not-guarantee        | {do} ~ guarantee | - | undefined
        not-guaranteeing     | {be} ~ guaranteeing | - | undefined
        no-longer-guaranteed | no longer guaranteed | undefined |
        not-mean             | {do} ~ mean that/the/this/it/you/they/there | - | undefined
        no-order             | in no/any particular/specific/certain/defined/fixed order | undefined |
        no-order-of          | no particular/specific/defined/fixed order | undefined |
        not-reliable         | {be} ~ reliable | - | undefined
        unreliable           | {be} ~ unreliable | undefined |
        without-guarantee    | without any guarantee/guarantees | undefined |
        optional             | {be} ~ optional | permission | obligation
        up-to-whether        | up to the <party> whether/if/how/when/which | permission |
        left-to-party        | {be} ~ left to the <party> | permission |
        optional-last        | optional $ | permission |
        optional-one         | {be} ~ an optional one/callback/hook/method/operation/function | permission | obligation
        mandatory-one        | {be} ~ a mandatory/required/compulsory one/callback/hook/method/operation/function | obligation | permission
        gives-party-chance   | {give}/{offer} ?a/an/the/any/each/every <party> a/an/the chance/opportunity/option/possibility/freedom/choice/ability to | permission |
        gives-it-chance      | {give}/{offer} it/them a/an/the chance/opportunity/option/possibility/freedom/choice/ability to | permission |
        opportunity          | {be} ~ an/the opportunity/chance/occasion for ?a/an/the/any <party> to | permission |
        optional-callback    | optional <np> callback/hook/method/operation/function/op | permission |
        fine-to              | {be} ~ ok/okay/safe/legal/permissible/acceptable/fine/allowed/permitted/legitimate to/for/if/when | permission | prohibition
        valid-to             | {be} ~ valid to/for | permission | prohibition
        possible-to          | {be} ~ possible to/for | permission | prohibition
        fine-alone           | {be} ~ ok/okay/fine/acceptable/allowed/permitted/legal $ | permission | prohibition
        fine-here            | {be} ~ ok/okay/fine/acceptable/allowed/permitted/legal here/there | permission | prohibition
        at-liberty           | {be} ~ at liberty to | permission | prohibition
        feel-free            | ^ ?please feel free to | permission |
        a-limit              | there {be} a limit/limitation/restriction | guarantee |
        no-limit             | no limit/limits/limitation/restriction/restrictions/constraint/constraints/requirement/requirements | permission |
        no-limit-of          | there is/are no <np> limit/limits/limitation/restriction/restrictions/constraint/constraints/requirement/requirements | permission |
        no-need              | no need/obligation to/for | permission |
        no-reason            | no reason for <np> to | permission |
        no-reason-party      | no reason for ?a/an/the/any <party> to | permission |
        no-harm              | no harm in/from | permission |
        not-required         | {be} ~ required/necessary | - | permission
        unnecessary          | {be} ~ unnecessary/needless/superfluous | permission |
        not-needed           | {be} ~ needed to/if/when/unless/as | - | permission
        only-exception       | only exception | permission |
        value-is-fine        | <value> {be} ~ ok/okay/fine/acceptable/allowed/permitted/legal/valid | permission | prohibition
        often                | as often as | permission |
        expected-that        | it {be} ~ expected that | recommendation |
        expected-of          | expected of ?a/an/the/any/each/every/all <party> that/to | recommendation |
        we-recommend         | we ~ recommend/advise/suggest/encourage | recommendation |
        recommended          | {be} ~ recommended/advisable/preferable/preferred/encouraged/advised/discouraged/desirable | recommendation | recommendation
        idea                 | good/bad idea | recommendation | recommendation
        considered-bad       | is/are considered bad/poor <np> style/practice/form | recommendation |
        had-better           | had better | recommendation |
        want-to              | you'll ~ want to | recommendation |
        you-want-to          | you will/may/might/would ~ want to | recommendation |
        best-to              | {be} ~ best/better/ideal to | recommendation | recommendation
        ideally              | ideally/preferably | recommendation | recommendation
        guaranteed           | {be} ~ guaranteed | guarantee | undefined
        no-effect            | no effect | guarantee |
        has-effect           | {have}/{take} ~ any/an effect/effects on/when/if/unless/until/only | guarantee | guarantee
        possible-errors      | ^ possible error/errors/failure/failures of/from <np> {be}/{include} | outcome |
        happens-in           | happens/occurs ~ under the/a/this/that/its | guarantee |
        happens-in-chunks    | happens/occurs ~ in chunks/units/pieces/blocks/pages/steps/parallel/software/hardware | guarantee |
        possible-cause       | possible cause/causes/reason/reasons of/for ?a/the failure/failures {be} that | outcome |
        only-error           | only ?possible error/errors of/from <np> {be} | outcome |
        legal-values         | legal/permitted/allowed/admissible/allowable value/values/range is/are | obligation |
        only-value           | only possible/legal/valid/allowed/permitted value is | obligation |
        no-longer            | {be} no longer valid/usable/available/accessible/visible/used/supported/possible/safe | guarantee |
        idempotent           | {be} ~ idempotent/reentrant/re-entrant/thread-safe | guarantee | guarantee
        no-op                | {be} ~ ?a no-op/noop/nop | guarantee |
        value-means          | <value> means never/unlimited/infinite/forever/always | guarantee |
        exclusive            | mutual/mutually exclusive | guarantee |
        equivalent           | {be} ~ equivalent/identical/analogous to/as | guarantee | guarantee
        no-option            | failure/failing/sleeping/blocking/waiting ~ {be} ~ an option | - | prohibition
        no-option-of         | failure of <np> {be} ~ an option | - | prohibition
        the-maximum          | {be} the maximum/limit/most that/a/an/any/which <np> can/may/could/must/should | obligation |
        the-maximum-of       | {be} the maximum/limit/most that/a/an/any/which <np> <party> can/may/could/must/should | obligation |
        upper-bound          | {be} ~ the upper/absolute/hard bound/limit/maximum for/of/on | obligation |
        the-limit-for        | {be} ~ the maximum/limit/ceiling/cap for/of/on | obligation |
        shows-up             | {show} up in/on/at/as/under/when/if | guarantee | guarantee
        lives-until          | {live}/{persist}/{survive} until/till/as | guarantee | guarantee
        caller-of            | ^ the caller/callers of <np> {be} | guarantee | guarantee
        held-across          | {hold} <np> across/throughout | guarantee | guarantee
        variants-exist       | variant/variants/counterpart/counterparts of <np> ~ {exist} | guarantee |
        protects-from        | {provide}/{give}/{offer} protection against/from | guarantee |
        interchangeable      | {be} ~ interchangeable | guarantee | guarantee
        same-effect          | {have}/{give}/{produce} ~ the same effect/effects/result/results/outcome as | guarantee | guarantee
        same-effect-alone    | {have}/{give}/{produce} ~ the same effect/effects/result/results/outcome $ | guarantee | guarantee
        does-the-same        | {do} ~ the same as | guarantee | guarantee
        has-variants         | {have} <np> variant/variants/counterpart/counterparts $ | guarantee |
        same-as              | ^ ~ identical/analogous/equivalent to | guarantee |
        same-but             | ^ same as | guarantee |
        behaves-like         | {behave} ~ like/as | guarantee | guarantee
        except-that          | except that | guarantee |
        there-without        | there may/can be <np> without | permission |
        do-without           | can/may/cannot ~ be/do/go/live/manage without | permission | prohibition
        does-nothing         | {do} nothing | guarantee |
        nothing-happens      | nothing ~ happens if/when/unless/until/for | guarantee |
        lock-that-protects   | ^ the <np> lock/mutex/spinlock/semaphore that/which protects/serializes/serialises/guards <np> | guarantee |
        protected-by         | protected/serialized/serialised/guarded by | guarantee | guarantee
        ignored              | ignored | guarantee | guarantee
        defaults             | defaults to | guarantee |
        on-return            | ^ on/upon return/exit | guarantee |
        default-in-brackets  | ( default | guarantee |
        default-of           | {have} a default of | guarantee |
        has-the-following    | {have} the following attributes/fields/format/formats/form/layout/structure/syntax | guarantee |
        is-the-default       | is/are the default $ | guarantee |
        being-the-default    | with <np> being the default | guarantee |
        default-mode         | is the default behavior/behaviour/mode/setting/value/policy $ | guarantee |
        default-colon        | default ?value/values/mode/size/setting/settings/mask : <value> | guarantee |
        default-state        | default ?value/values/mode/setting/settings : on/off/enabled/disabled | guarantee |
        default-value        | ^ default <value> | guarantee |
        default-is           | default ?value/mode/size/setting/mask {be} | guarantee |
        only-one             | there can/may be only/exactly one | guarantee |
        only-be-one          | there can/may only be one | guarantee |
        at-most-there        | there can/may be at most | guarantee |
        """

    /// Count only where the segment has no verb of its own: fragments, parameters, purposes.
    static let fragments: WordList = """
        none-without         | ^ no <np> without | prohibition |
        none-of-without      | ^ no <np> to/of/from <np> without | prohibition |
        no-doing             | ^ no sleeping/blocking/waiting in/here/while/when/under/inside/before/after/until/allowed/permitted | prohibition |
        must-be-fragment     | ^ not to be <part> | prohibition |
        to-be-called         | ^ to be called/used/invoked on/with/from/before/after/when/in/only/under | obligation |
        supposed-to          | ^ supposed/expected to be <part> | recommendation |
        context-only         | ^ process/task/user/interrupt/atomic/softirq/hardirq context only $ | obligation |
        callable-only        | ^ ~ callable/usable from/in <np> only | obligation |
        callable             | ^ ~ callable/usable from/in/within/under | permission |
        any-context          | ^ any context $ | guarantee |
        no-need-fragment     | ^ no <np> needed/required/necessary | permission |
        non-blocking         | ^ non-blocking $ | guarantee |
        not-safe             | ^ ~ safe/legal/valid/allowed/permitted/ok/okay/suitable to/for/from/in/inside/within | permission | prohibition
        not-null             | ( not null ) | obligation |
        maybe-null           | ( maybe null ) | permission |
        never-null           | never null | guarantee |
        never-larger         | never larger/smaller/greater/less/more/longer/shorter/zero/negative/empty | guarantee |
        always-state         | always aligned/sorted/locked/held/terminated/valid/zero/positive/set | guarantee |
        or-null              | ^ or null if | permission |
        not-guaranteed       | ^ not guaranteed | undefined |
        let-go-by-caller     | ^ <np> freed/released/dropped/put/unlocked/unmapped by ?the caller $ | obligation |
        mandatory-callback   | mandatory <np> call/callback/hook/method/operation/function/op | obligation |
        optional-first       | ^ optional/optionally | permission |
        not-optional         | ^ not optional | obligation |
        optional-bracket     | [ optional ] | permission |
        optional-paren       | ( optional | permission |
        required-bracket     | [ required/mandatory/obligatory/compulsory ] | obligation |
        not-optional-bracket | [ not optional ] | obligation |
        required-paren       | ( required/mandatory ) | obligation |
        on-success-inverted  | on success/failure/error ~ <value> | outcome |
        error-if             | <error> if/on/when/in/for/otherwise | outcome |
        no-return-value      | ^ no return value $ | outcome |
        value-otherwise      | <value> otherwise | outcome |
        error-fragment       | error code/errno on/if/otherwise | outcome |
        negative-error       | negative error/errno | outcome |
        value-if             | <value> if/when/for/on | outcome |
        invoked-when         | ^ callback/hook/handler/function/method/routine/op called/invoked/run/executed/triggered when/whenever/on/before/after/by/from/during/if/once | guarantee |
        lock-to-protect      | lock/mutex/spinlock/semaphore/rwlock/seqlock/rwsem ~ to protect/serialize/serialise/guard/synchronize | guarantee |
        lock-protecting      | lock/mutex/spinlock/semaphore/rwlock/seqlock/rwsem protecting/serializing/serialising/guarding | guarantee |
        unchanged            | ^ unchanged/unmodified/untouched | guarantee |
        invariant            | invariant over/during/throughout/for | guarantee |
        present-when         | ^ ~ present/absent in/if/when/on/for | guarantee |
        available-when       | ^ ~ available if/when/once/as | guarantee |
        otherwise-value      | otherwise/else <value> | outcome |
        """

    /// Take the segment out: it is told, not promised.
    static let asides: WordList = """
        see                  | ^ ?please ?also see/refer/cf | informative |
        please-find          | ^ please find | informative |
        read-there           | ^ ?please read/check/consult/visit/study/follow <np> documentation/manual/manuals/website/article/articles | informative |
        write-to-them        | ^ ?please contact/email/mail the <np> maintainer/maintainers/author/authors | informative |
        write-to-me          | ^ ?please contact/email/send/mail me/us | informative |
        see-also             | see also | informative |
        for-example          | ^ for example/instance | informative |
        copyright            | ^ copyright | informative |
        licence              | under ?the terms of | informative |
        true-of              | ^ this/that {be} ~ true | informative |
        more-information     | ^ for more/further/additional/detailed information/details | informative |
        most-of-the-time     | ^ most of the time | informative |
        as-a-rule            | as a rule | informative |
        not-limited          | {be} ~ limited to | - | informative
        declared-in          | {be} ~ declared/defined/documented in | informative |
        deprecated           | {be} ~ deprecated $ | informative |
        suppose              | ^ say/suppose/imagine | informative |
        e-g                  | ^ e.g | informative |
        this-is-needed       | ^ this/it/that/these/they {be} ~ needed/useful/important/helpful/because/why/how/where/done/due/required | informative |
        this-is-necessary    | ^ this/that/these/they {be} ~ necessary | informative |
        opinion-it           | ^ it {be} ~ likely/unlikely/unclear/interesting/hard/worth/not | informative |
        document             | ^ this/the/these/following <np> ~ describe/describes/explain/explains/document/documents/show/shows/list/lists/illustrate/illustrates/discuss/discusses/define/defines/summarize/summarizes | informative |
        hopefully            | ^ ~ hopefully/unfortunately/historically/currently | informative |
        as-follows           | {be} ~ as follows | informative |
        the-idea             | ^ ?so the idea/reason/motivation/purpose/goal/intention/aim/point/problem/question/assumption/main/basic/rationale | informative |
        saves                | save/saves some/memory/space/time/power/cycles | informative |
        saves-from           | saves/save ?the user/users/caller/callers/driver/drivers from | informative |
        no-more-need         | removes/eliminates/avoids/obviates the/any need | informative |
        made-up-of           | {be} ~ made up of | informative |
        takes-a-while        | {take} ~ a while/long | informative |
        takes-time           | {take} ~ some/more/less/much/considerable time | informative |
        used-for             | {be} ~ used/useful/needed/necessary/intended/meant/designed for/to/in/as | informative |
        """
}
