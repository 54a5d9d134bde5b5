/// The verbs of kernel English by what they say. A row is a list of base forms; the inflections are
/// derived (`Inflection`). Notation: `map+` doubles its last consonant (mapped), `cancel*` may double it,
/// `hold/held/held` gives past and participle. A verb may stand in several rows.
///
/// To teach the grammar a verb, add it to the row that says what a sentence with it promises.
enum VerbTable {
    static let rows: [(classes: WordClasses, words: WordList)] = [
        (.effect, effect), (.vague, vague), (.describing, describing), (.returning, returning),
        (.failing, failing), (.addressing, addressing), (.opinion, opinion), (.guarding, guarding),
        (.consequence, consequence), (.blocking, blocking), (.relying, relying), (.ensuring, ensuring),
        (.harming, harming), (.lasting, lasting), (.calling, calling), (.intransitive, intransitive),
        (.governing, governing),
        (.handling, handling), (.arranging, arranging), ([], plain),
    ]

    /// A test could see it happen: as a purpose ("adds a node") a guarantee.
    static let effect: WordList = """
        abort accept access account acknowledge acquire activate adapt add adjust advance advertise alert align allocate
        alloc alter announce append apply arm ask assemble assert assign associate attach authenticate authorize await
        backup balance begin+/began/begun bind/bound/bound blank blink block boot broadcast build/built/built bump
        bypass cache calculate call cancel* capture cast/cast/cast change charge choose/chose/chosen claim clamp clean
        clear clip+ clone close coalesce collapse collect combine commence commit+ compact compare compile
        complete compose compress compute concatenate configure confirm connect contact construct consume continue
        convert copy correct count crash create cut+/cut/cut deactivate deallocate deassert debounce decode declare
        decompress decrease decrement decrypt dec defer+ deinitialize delay delete deliver demote deny deposit dequeue
        dereference deregister derive deselect destroy detach detect die disable disassociate discard discharge
        disconnect discover dismiss dispatch display dissociate divide divert download drain drive/drove/driven drop+
        dump duplicate eject elevate emit+ empty emulate enable encapsulate encode encrypt end escape enforce enlarge
        enqueue enter enumerate erase escalate establish estimate evaluate evict examine exchange exclude execute exit
        expand expire export expose extend extract fail fake feed/fed/fed fetch fill filter find/found/found finalize
        finalise finish fire fix flag+ flip+ flush follow force forget+/forgot/forgotten format+ forward free
        freeze/froze/frozen generate get+/got/got give/gave/given grab+ grant group halt hang/hung/hung hash
        hide/hid/hidden hotplug+ ignore import inc increase increment inform inhibit inject insert install instantiate
        interrupt intern invalidate invert invoke isolate issue iterate join keep/kept/kept kick kill label* latch
        launch leave/left/left limit link load locate lock log+ look lookup loop lower make/made/made map+ mark mask
        match merge migrate mirror mmap+ modify monitor mount move multicast multiply munmap+ mute negate negotiate
        notify nullify obtain offload open order output override/overrode/overridden overwrite/overwrote/overwritten
        pack pad+ page panic park partition pass patch pause peek perform pick pin+ ping place plug+ poll pop+ populate
        post postpone power preallocate precompute preempt prefetch prepend preserve press prevent print produce
        program+ promote propagate protect pull pulse punch purge push put+/put/put query queue quiesce quit+/quit/quit
        raise read/read/read reallocate rearm reassign rebind/rebound/rebound reboot rebuild/rebuilt/rebuilt recalculate
        receive reclaim recompute reconfigure reconnect record recover recycle redirect redo/redid/redone reduce
        reenable refill refine reflect refresh refuse register reinitialize reject release reload relocate remap+
        remount remove rename reorder repeat replace replay replenish reply report reprogram+ requeue request resched
        rescan+ reserve reset+/reset/reset resize resolve respond restart restore restrict resubmit+ resume resync
        retain retire retransmit+ retrieve retry return reuse revalidate reverse revert revoke rewind/rewound/rewound
        rewrite/rewrote/rewritten roll rotate round route run+/ran/run sample sanitize save scale scan+ schedule scrub+
        search seek/sought/sought select send/sent/sent separate serialize serialise serve set+/set/set shift
        shrink/shrank/shrunk show/showed/shown shut+/shut/shut sign signal* simulate skip+ sleep/slept/slept snapshot+
        snoop sort spawn spin+/spun/spun splice split+/split/split squash stall start steal/stole/stolen stop+
        store strip+ submit+ subscribe subtract succeed sum+ supply suppress suspend swap+ switch sync synchronize
        synchronise take/took/taken tag+ tear/tore/torn tell/told/told terminate thaw throttle throw/threw/thrown tick
        tie time toggle touch trace track train transfer+ transform transition translate transmit+ trap+ traverse
        trigger trim+ truncate tune turn twiddle unbind/unbound/unbound unblock uncharge undo/undid/undone unhash
        uninstall unhook uninitialize unlink unload unlock unmap+ unmark unmask unmount unpack unpark unpin+ unplug+
        unpoison unqueue unreference unregister unreserve unset+/unset/unset unshare unsubscribe unthrottle untie
        unwind/unwound/unwound unwrap+ update upgrade upload use verify wait wake/woke/woken walk warn
        write/wrote/written yield zero zap+ zeroize zeroise adopt arrange attempt bounce bring/brought/brought carve
        catch/caught/caught chain chop+ cycle decide deduce defragment delegate demultiplex demux determine
        differentiate direct distribute draw/drew/drawn drag+ echo elect eliminate elide embed+ enlist ensure exempt
        exhaust extrapolate flatten fold fork garble gate gather grow/grew/grown handshake hibernate hoist honor honour
        hook identify idle impersonate impose inherit initiate init+ inspect interleave interpolate interpret intersect
        lay/laid/laid let+/let/let lift list listen lose/lost/lost maintain manipulate measure memset multiplex
        neutralize normalize normalise nudge offline online optimize outlive pair paint pend piggyback poison poke
        prioritize probe prune publish quantize randomize range rate ratelimit rebase reap recirculate recognize
        reconcile reconstruct recreate regulate reinsert reissue relax relay render repair reposition rescue reshape
        respect resurrect rethrow retrain retune revive ring+/rang/rung sanitise saturate segment sense shadow
        share shoot/shot/shot shorten shuffle slow smooth spread/spread/spread stage stamp steer step+ stick/stuck/stuck
        stream stretch substitute summarize supersede survive swallow sweep/swept/swept swizzle tail tamper target tax
        teardown test toss tunnel* unfold unfreeze/unfroze/unfrozen unmute unroll untag+ validate vary vet+ view visit
        vote watch wipe withdraw/withdrew/withdrawn zone zoom calibrate dig+/dug/dug
        mix indent accumulate ack aggregate compensate complain deconstruct edit flash hand infer instruct jump omit+ persist preload xor+ reacquire recompile
        redistribute unconfigure shutdown/shutdown/shutdown age trylock instrument unpause relogin reconfig+ penalize unseal deassociate repost deinit+ xmit+ marshal* calc communicate tweak colour byteswap autoprobe unstage undelete reactivate reapply resend/resent/resent rejoin reassemble rehash
        munlock mlock kfree kvfree kmalloc disarm inflate deflate decouple downscale downshift morph bust cease
        consolidate craft delimit hog+ blacklist whitelist scroll seal relinquish orphan annotate mangle
        uncompress blit+ ungate unanchor unassign reattach reread/reread/reread refetch rerun+/reran/rerun retrigger
        reschedule reevaluate re-evaluate unisolate unhold deconfigure decapsulate depopulate
        typecast/typecast/typecast illuminate approximate bitbang write-protect zero-fill zero-out read-modify-write
        audit ioremap+ uncache backtrack unstuff+ unformat+ divvy reconstitute kickstart dissect disband
        """

    /// What the thing does is left open: as a purpose ("handle an event") informative.
    static let vague: WordList = """
        accommodate address aid assist attempt check complement contribute deal/dealt/dealt do/did/done encapsulate
        facilitate handle help implement init+ initialize initialise manage parse prep+ prepare process provide
        support test try wrap+ cope react cleanup setup/setup/setup cater service improve simplify act
        operate carry figure review
        reinitialise re-initialize re-initialise de-initialize deinitialise unprepare preprocess
        """

    /// Tells what something is or means, not what happens.
    static let describing: WordList = """
        belong compose comprise concern consist constitute contain correspond cover define denote depend describe detail
        differ document encode equal exist explain express feature have/had/had hold/held/held identify illustrate imply
        include indicate intend involve lie list live look mean/meant/meant mention name need offer outline pertain
        point present refer+ reflect regard relate remain represent resemble reside say/said/said seem show/showed/shown
        specify stand/stood/stood store structure suggest summarize talk tell vary signify appear abstract aim deserve designate follow incorporate integrate matter occupy proceed
        model* categorize contrast encompass exploit focus rely originate inherit stem+ discuss see/saw/seen state
        introduce revolve track
        """

    /// Gives a result back.
    static let returning: WordList = "return yield"

    /// Tells how a call goes wrong or well.
    static let failing: WordList = "fail succeed"

    /// As an imperative it speaks to the reader and asks for something.
    static let addressing: WordList = """
        avoid be/was/been beware call check choose/chose/chosen consult consider employ ensure forget+/forgot/forgotten
        initialize keep/kept/kept leave/left/left make/made/made pass pay/paid/paid prefer+ provide rely remember
        replace select set+/set/set specify supply use write/wrote/written fill put+/put/put define implement embed+
        allocate hold/held/held take/took/taken get+/got/got add let+/let/let
        """

    /// What the author thinks or hopes.
    static let opinion: WordList = """
        anticipate appear assume believe care claim consider expect feel/felt/felt guess hope know/knew/known prefer+ realize
        observe say/said/said encounter notice experience witness seem
        suppose suspect think/thought/thought want wish wonder worry understand/understood/understood trust doubt plan
        """

    /// Keeps others out: "protects", "serialises access to".
    static let guarding: WordList = "guard lock protect serialize serialise synchronize synchronise"

    /// With "can" or "may" it tells what might come of something, not what somebody is free to do.
    static let consequence: WordList = """
        arise become/became/become benefit break/broke/broken cause change collide come/came/come conflict confuse contend crash
        deadlock degrade depend differ disappear end exceed expire fit+ flood get+/got/got give/gave/given go/went/gone
        grow/grew/grown happen hang/hung/hung hit+/hit/hit hurt/hurt/hurt impact improve increase introduce last lead/led/led
        lie lose/lost/lost mess occur overflow overlap+ prevent race reach result save show/showed/shown slow starve
        suffer take/took/taken trigger vanish vary wrap+ look seem mean/meant/meant affect arrive damage corrupt leak
        make/made/made remain stay help span+ resemble exist coexist interfere
        """

    /// Nobody does it on purpose: with "can be" or "may be" it tells what might come of something.
    static let harming: WordList = """
        break/broke/broken cause confuse corrupt damage degrade harm hurt/hurt/hurt leak lose/lost/lost miss ruin starve violate
        """

    /// With an adjective it tells of a state that goes on: "remains locked".
    static let lasting: WordList = "remain stay"

    static let blocking: WordList = "sleep/slept/slept block wait schedule stall"

    /// "Cannot rely on", "must not assume".
    static let relying: WordList = "assume count depend expect presume rely trust"

    /// As an imperative, or under a duty, it asks for what follows "that".
    static let ensuring: WordList = "ensure assure guarantee make/made/made"

    /// Passive and present, it tells who calls whom.
    static let calling: WordList = "call invoke execute run+/ran/run trigger notify"

    /// Never takes an object; a following noun is not its own.
    static let intransitive: WordList =
        "arise arrive behave exist fail happen occur sleep/slept/slept succeed die disappear vanish elapse"

    /// As a purpose vague, but behind a subject of its own it tells what that does.
    static let handling: WordList = "handle initialize initialise process parse setup cleanup"

    /// Passive and present, it tells how something is made up or meant, not what happens to it.
    static let arranging: WordList = """
        design divide dedicate target organize organise structure group arrange
        """

    /// Takes "to" and an infinitive.
    static let governing: WordList = "try attempt need want tend seem appear fail start continue"

    /// The remaining verbs, known only so that their forms are recognised.
    static let plain: WordList = """
        accomplish achieve adhere coordinate note agree host allow analyze analyse answer approach argue attend bother bracket braket buy/bought/bought
        circumvent clarify comply concentrate conclude conform conserve control* customize decorate desire destine
        develop disagree dispose distinguish drift enhance enjoy entail envision evolve exercise explore
        fall/fell/fallen gain govern hinder incur+ insist interact intervene investigate lack learn leverage maximize minimize mitigate lend/lent/lent
        mandate meet/met/met mind necessitate obey opt+ owe participate permit+ play possess
        precede prohibit promise prompt propose prove provoke pursue rearrange reference relieve replicate
        require reproduce retract reveal ride/rode/ridden satisfy sit+/sat/sat solve speak/spoke/spoken spend/spent/spent
        strive/strove/striven struggle study suit surround threaten tolerate treat undergo/underwent/undergone
        underlie undertake/undertook/undertaken unify utilize utilise warrant win+/won/won work
        forbid+/forbade/forbidden deviate admit+ constrain refrain disallow advise recommend discourage deprecate oblige
        obligate compel+ urge authorise bail entitle
        """

    /// Base forms that are nouns just as often; without this a verb is read as a verb only.
    static let alsoNouns: WordList = """
        abstract ack aggregate edit figure flash hand jump review abort access account address aid aim alert answer approach attempt backup balance block boot bounce
        broadcast buffer build bump bypass cache call capture cast cause change charge check claim clip clone
        close commit concern control copy cost count cover crash cut cycle debug default delay detail direct
        document download drain drift drive drop dump duplicate echo end error escape estimate exchange exercise
        exit export face fail feature feed fetch fill filter fire fix flag flip flow flush focus fold force fork
        format forward free gain gate grant group guarantee guard guess handshake hang hash help hit
        hold hook host idle import increase increment influence insert interface interrupt issue iterate join
        kick kill label lack land last launch lead leak limit link list load lock log look lookup loop map mark
        mask match matter measure merge mirror miss mix model monitor mount move name need note offer order
        output override overflow pack page pair panic park partition pass patch pause pin ping place plan plug
        point poll post power press print probe process produce program promise pulse punch push query queue
        quote race raise range rate reach read multicast receive record reference refill refresh register relay
        release reload remap repair replay reply report request requeue reserve reset restart result resume
        retry return reverse ring risk roll round route run sample save scale scan schedule scope search segment
        select send sense service set setup shadow shape share shift show sign signal skip sleep snapshot sort
        sound spin splice split spread stage stall stamp start state step stop store stream stress strip
        structure study submit sum supply support suspend swap switch sync tag tail talk target teardown test
        thaw throttle tick tie time toggle touch trace track train transfer transform transition trap trigger
        trim trust try tune tunnel turn update upgrade upload use view visit vote wait wake walk waste watch
        work wrap write yield zero zone mmap munmap alloc quit display contact present cleanup init
        chain conflict damage impact overlap reuse encounter experience notice witness arm clamp collapse discard discharge dispatch erase fake finish hotplug
        latch overwrite pad pop prefetch pull purge reboot rebuild reclaim remount rescan resize resync
        snoop bracket care mlock munlock kfree kvfree kmalloc shutdown offload indent age instrument undo unload unlock unmap unplug unlink scrub seek sweep wipe
        hog blit audit seal scroll orphan ioremap blacklist whitelist
        """
}
