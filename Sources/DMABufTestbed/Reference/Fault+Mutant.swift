import ClauseTesting
import DMABuf

#if MUTANTS
    extension Fault {
        private typealias API = DMABufTestbed.API
        private typealias Callback = DMABufTestbed.Callback
        private typealias Resource = DMABufTestbed.Resource
        private typealias Supply = DMABufTestbed.Supply
        private typealias Lock = DMABufTestbed.Lock
        private typealias Observation = DMABufTestbed.Observation

        /// What it does, in words, and the promise that it breaks: the one table of all faults, by their names. A switch, so
        /// that the compiler asks for those that are new.
        var mutant: Mutant {
            switch self {
            case .accessAfterEndUnreported:
                mutant("an access after the end is not reported", .init(.ends, Resource.cpuAccess))
            case .accessOutsideUnreported:
                mutant(
                    "an access of the kernel outside of its bracket is not reported",
                    .init(.validBetween, Resource.cpuAccess))
            case .accessWaitUnderAtomicUnreported:
                mutant(
                    "a begin that waits for a device while an atomic kmap is held is not reported",
                    .init(.sleeping, Resource.atomicKmap))
            case .accessWithoutMappingUnreported:
                mutant("an access without a mapping is not reported", .init(.validBetween, Resource.kmap))
            case .allocationUnderAtomicUnreported:
                mutant("allocating while an atomic kmap is held is not reported", .init(.sleeping, Resource.atomicKmap))
            case .anyBracketCoversAccess:
                mutant(
                    "an access is in order in the bracket of the other side, too",
                    .init(.validBetween, Resource.syncAccess))
            case .atomicAccessOutsideUnreported:
                mutant("an access by atomic kmap after the end is not reported", .init(.ends, Resource.cpuAccess))
            case .atomicKmapForbidsSleepElsewhere:
                mutant("while one context holds an atomic kmap, none may sleep", .init(.sleeping, Resource.atomicKmap))
            case .atomicKmapsCountAcrossContexts:
                mutant(
                    "atomic kmaps of all process contexts are counted together", .init(.maxHeld, Resource.atomicKmap))
            case .atomicKmapsOfOtherPagesUncounted:
                mutant("atomic kmaps of different pages are not counted together", .init(.maxHeld, Resource.atomicKmap))
            case .atomicSlotLeaks:
                mutant("kunmap_atomic does not give the slot back", .init(.unmaps, Resource.atomicKmap))
            case .attachBesideOtherBufferSkipsCallback:
                mutant(
                    "while a device is attached to another buffer, the exporter is not called for this one",
                    .init(.calledFrom, Callback.attach))
            case .attachBesideOthersSkipsCallback:
                mutant("a second device joins, and the exporter is not called", .init(.calledFrom, Callback.attach))
            case .attachCallsDownTwice:
                mutant("attach calls the exporter twice", .init(.calledFrom, Callback.attach))
            case .attachErrorLostBesideOthers:
                mutant(
                    "the exporter's refusal of a second device is taken for success",
                    .init(.returns, Callback.attach), .init(.returns, API.attach))
            case .attachSkipsCallback:
                mutant("attach does not call the exporter", .init(.calledFrom, Callback.attach))
            case .attachTakesErrorsForSuccess:
                mutant(
                    "attach takes the exporter's errors for success", .init(.returns, Callback.attach),
                    .init(.returns, API.attach), .init(.canFail, API.attach))
            case .attachTakesNoDevice:
                mutant("dma_buf_attach takes no device", .init(.prototype, API.attach))
            case .attachTakesNoLock:
                mutant("attach does not take the buffer's lock", .init(.protectedByLock, Lock.bufferLock))
            case .attachTurnsErrorsIntoEINVAL:
                mutant(
                    "attach turns the exporter's errors into -EINVAL", .init(.returns, Callback.attach),
                    .init(.returns, API.attach), .init(.canFail, Callback.attach), .init(.canFail, API.attach))
            case .beginCallsDownTwice:
                mutant("begin calls the exporter twice", .init(.calledFrom, Callback.beginCPUAccess))
            case .beginDoesNotPin:
                mutant("an exporter that has to pin does not", .init(.domainStep, Observation.storagePinned))
            case .beginDuringWriteDoesNotSync:
                mutant(
                    "begin invalidates nothing while another access writes",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .beginErrorLostForWrites:
                mutant(
                    "begin takes errors for success when the CPU is about to write",
                    .init(.returns, API.beginCPUAccess))
            case .beginErrorLostWhileOpen:
                mutant(
                    "begin takes errors for success while another access is open", .init(.returns, API.beginCPUAccess))
            case .beginLeavesStaleLinesForBoth:
                mutant(
                    "begin invalidates nothing when both directions are asked for",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .beginLeavesStaleLinesForReads:
                mutant(
                    "begin invalidates nothing when the CPU is about to read",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .beginLosesLargeErrors:
                mutant(
                    "begin takes error codes beyond 100 for success", .init(.returns, Callback.beginCPUAccess),
                    .init(.canFail, Callback.beginCPUAccess), .init(.canFail, API.beginCPUAccess))
            case .beginPassesBothDirections:
                mutant(
                    "begin hands the exporter both directions, whatever was asked for",
                    .init(.calledFrom, Callback.beginCPUAccess))
            case .beginReportsAllocationFailureAsEAGAIN:
                mutant("begin turns a failed allocation into -EAGAIN", .init(.returns, API.beginCPUAccess))
            case .beginReturnsNothing:
                mutant("dma_buf_begin_cpu_access returns nothing", .init(.prototype, API.beginCPUAccess))
            case .beginReturnsOne:
                mutant("begin returns 1 on success", .init(.returns, API.beginCPUAccess))
            case .beginReturnsOneForReads:
                mutant("begin returns 1 on success when the CPU is about to read", .init(.returns, API.beginCPUAccess))
            case .beginSkipsCallbackForWrites:
                mutant(
                    "begin does not call the exporter when the CPU is about to write",
                    .init(.calledFrom, Callback.beginCPUAccess))
            case .beginSkipsFirstPage:
                mutant("begin does not invalidate the first page", .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .beginSkipsInnerLine:
                mutant("begin leaves one line of each page as it is", .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .beginSkipsInnerPages:
                mutant(
                    "begin invalidates the first and the last page only",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .beginSkipsLastPage:
                mutant("begin does not invalidate the last page", .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .beginSkipsPartialPage:
                mutant(
                    "begin does not invalidate a partial last page",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .beginTurnsEIOIntoSuccess:
                mutant("begin takes -EIO for success", .init(.returns, API.beginCPUAccess))
            case .beginTurnsErrorsIntoEINVAL:
                mutant(
                    "begin turns errors into -EINVAL", .init(.returns, Callback.beginCPUAccess),
                    .init(.returns, API.beginCPUAccess), .init(.canFail, Callback.beginCPUAccess),
                    .init(.canFail, API.beginCPUAccess))
            case .beginTurnsRestartIntoEINTR:
                mutant(
                    "begin turns -ERESTARTSYS into -EINTR", .init(.canFail, Callback.beginCPUAccess),
                    .init(.canFail, API.beginCPUAccess))
            case .bracketCoversOtherProcesses:
                mutant(
                    "an access is in order in another process's bracket, too",
                    .init(.validBetween, Resource.cpuAccess))
            case .bufferHasInodeOfItsOwn:
                mutant("each buffer's file has an inode of its own", .init(.domainStep, Observation.sharedAddressSpace))
            case .closeOnExecSticks:
                mutant("once a descriptor was closed on exec, all are", .init(.carriedThrough, Observation.closeOnExec))
            case .coherentAccessOutsideUnreported:
                mutant(
                    "on a coherent system access without SYNC is not reported",
                    .init(.incoherentUnbracketed, Resource.userMapping))
            case .copyInIsSkipped:
                mutant(
                    "an exporter that copies does not copy for reading",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .copyOutIsSkipped:
                mutant(
                    "an exporter that copies does not copy back what was written",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .coreDoesNotWait:
                mutant("begin does not wait for devices itself", .init(.callbackPresence, Callback.beginCPUAccess))
            case .coreDoesNotWaitForReaders:
                mutant(
                    "for an exporter without begin_cpu_access nobody waits for devices that read",
                    .init(.callbackPresence, Callback.beginCPUAccess))
            case .detachCallsDownTwice:
                mutant("detach calls the exporter twice", .init(.calledFrom, Callback.detach))
            case .detachOutOfOrderSkipsCallback:
                mutant(
                    "a device leaves before one that came later, and the exporter is not called",
                    .init(.calledFrom, Callback.detach))
            case .detachRemovesNewest:
                mutant("whichever device leaves, the last that came is taken off", .init(.pairs, Resource.attachment))
            case .detachSkipsCallback:
                mutant("detach does not call the exporter", .init(.calledFrom, Callback.detach))
            case .detachTakesNoBuffer:
                mutant("dma_buf_detach takes no buffer", .init(.prototype, API.detach))
            case .detachTakesNoLock:
                mutant("detach does not take the buffer's lock", .init(.protectedByLock, Lock.bufferLock))
            case .devicesAreNotWaitedFor:
                mutant("nobody waits for devices", .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .deviceWaitUnderAtomicUnreported:
                mutant(
                    "waiting for a device while an atomic kmap is held is not reported",
                    .init(.sleeping, Resource.atomicKmap))
            case .deviceWriteKeepsPTEs:
                mutant(
                    "an exporter that fakes coherency zaps no pte when a device is about to write",
                    .init(.domainStep, Observation.nextAccessFresh))
            case .deviceWritesAreAlwaysSeen:
                mutant(
                    "what devices write is seen without any bracket",
                    .init(.incoherentUnbracketed, Resource.userMapping))
            case .dmaMappingAfterFailedOneDoesNotPin:
                mutant(
                    "after a DMA mapping that failed, none pins any more",
                    .init(.domainStep, Observation.storagePinned))
            case .emptyRangeZapsAll:
                mutant(
                    "unmap_mapping_range of an empty range zaps everything behind it",
                    .init(.domainStep, Observation.onlyRangeZapped))
            case .endCallsDownTwice:
                mutant("end calls the exporter twice", .init(.calledFrom, Callback.endCPUAccess))
            case .endDoesNotUnpin:
                // One sentence promises this and the caches of an end, under one name.
                mutant("end leaves pinned what begin pinned", .init(.domainStep, Observation.cachesFlushed))
            case .endErrorLostForReads:
                mutant("end takes errors for success when the CPU has read", .init(.returns, API.endCPUAccess))
            case .endHasOtherContract:
                mutant(
                    "dma_buf_end_cpu_access has the result of the other contract", .init(.prototype, API.endCPUAccess))
            case .endIgnoresEIO:
                mutant("end takes -EIO for success", .init(.returns, API.endCPUAccess))
            case .endLeavesDirtyLinesForBoth:
                mutant(
                    "end writes nothing back when both directions are asked for",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .endLeavesDirtyLinesForWrites:
                mutant(
                    "end writes nothing back when the CPU has written",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .endReturnsOne:
                mutant("end returns 1 on success", .init(.returns, API.endCPUAccess))
            case .endSkipsCallbackForReads:
                mutant(
                    "end does not call the exporter when the CPU has read", .init(.calledFrom, Callback.endCPUAccess))
            case .endSkipsInnerLine:
                mutant(
                    "end does not write one line of each page back",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .endSyncsFirstPageOnly:
                mutant("end writes the first page back only", .init(.domainStep, Observation.cachesFlushed))
            case .endTurnsErrorsIntoEINVAL:
                mutant(
                    "end turns errors into -EINVAL", .init(.returns, Callback.endCPUAccess),
                    .init(.returns, API.endCPUAccess), .init(.canFail, Callback.endCPUAccess),
                    .init(.canFail, API.endCPUAccess))
            case .endTurnsRestartIntoEINTR:
                mutant(
                    "end turns -ERESTARTSYS into -EINTR", .init(.canFail, Callback.endCPUAccess),
                    .init(.canFail, API.endCPUAccess))
            case .endWithoutBeginUnreported:
                mutant("ending an access that was not begun is not reported", .init(.ends, Resource.cpuAccess))
            case .exportDemandsAnyOptional:
                mutant(
                    "export refuses an exporter without any optional callback",
                    .init(.callbackPresence, Callback.attach))
            case .exportDemandsAttach:
                mutant("export refuses an exporter without attach", .init(.callbackPresence, Callback.attach))
            case .exportDemandsBeginCPUAccess:
                mutant(
                    "export refuses an exporter without begin_cpu_access",
                    .init(.callbackPresence, Callback.beginCPUAccess))
            case .exportDemandsBeginOrEndCPUAccess:
                mutant(
                    "export refuses an exporter that has neither begin_cpu_access nor end_cpu_access",
                    .init(.callbackPresence, Callback.beginCPUAccess))
            case .exportDemandsDetach:
                mutant("export refuses an exporter without detach", .init(.callbackPresence, Callback.detach))
            case .exportDemandsEndCPUAccess:
                mutant(
                    "export refuses an exporter without end_cpu_access", .init(.callbackPresence, Callback.endCPUAccess)
                )
            case .exportDemandsKunmap:
                mutant("export refuses an exporter without kunmap", .init(.callbackPresence, Callback.kunmap))
            case .exportDemandsKunmapAtomic:
                mutant(
                    "export refuses an exporter without kunmap_atomic", .init(.callbackPresence, Callback.kunmapAtomic))
            case .exportDemandsMmap:
                mutant("export refuses an exporter without mmap, as Linux did", .init(.callbackPresence, Callback.mmap))
            case .exportDemandsVmap:
                mutant("export refuses an exporter without vmap", .init(.callbackPresence, Callback.vmap))
            case .exportDemandsVunmap:
                mutant("export refuses an exporter without vunmap", .init(.callbackPresence, Callback.vunmap))
            case .exporterDoesNotWait:
                mutant("the exporter pins before the wait for devices", .init(.domainStep, Observation.cachesFlushed))
            case .exportSparesBothMaps:
                mutant(
                    "export lets map_dma_buf be left out together with unmap_dma_buf",
                    .init(.callbackPresence, Callback.mapDMABuf))
            case .exportSparesMapDMABuf:
                mutant(
                    "export lets map_dma_buf be left out", .init(.callbackPresence, Callback.mapDMABuf),
                    .init(.returns, API.export))
            case .exportSparesRelease:
                mutant(
                    "export lets release be left out", .init(.callbackPresence, Callback.release),
                    .init(.returns, API.export))
            case .exportSparesReleaseWithoutAttach:
                mutant(
                    "export lets release be left out together with attach",
                    .init(.callbackPresence, Callback.release))
            case .exportSparesUnmapDMABuf:
                mutant(
                    "export lets unmap_dma_buf be left out", .init(.callbackPresence, Callback.unmapDMABuf),
                    .init(.returns, API.export))
            case .failedAllocationIsHiddenByBegin:
                mutant(
                    "begin succeeds though the storage could not be allocated", .init(.failsOnlyIn, Resource.cpuAccess))
            case .failedBeginBreaksKmap:
                mutant("kmap fails after a begin has failed", .init(.failsOnlyIn, Resource.cpuAccess))
            case .failedBeginPins:
                mutant("a begin that fails leaves storage pinned", .init(.canFail, Callback.beginCPUAccess))
            case .failedMapBlocksNext:
                mutant("after a failure no device's mapping succeeds", .init(.returns, Callback.mapDMABuf))
            case .failedMmapKeepsFile:
                mutant(
                    "a refused mapping keeps the buffer's file", .init(.returns, Callback.mmap),
                    .init(.returns, API.mmap))
            case .failedSwapInLosesPages:
                mutant(
                    "pages that were swapped in before memory ran out are lost",
                    .init(.domainStep, Observation.storageResident))
            case .failedVmapBreaksKmap:
                mutant("kmap fails after a vmap has failed", .init(.fallback, Resource.kmap))
            case .failedVmapIsCounted:
                mutant("a vmap that failed is counted", .init(.canFail, API.vmap))
            case .faultDoesNotFlush:
                mutant("a fault is answered without flushing the page", .init(.domainStep, Observation.nextAccessFresh))
            case .faultDoesNotSwapIn:
                mutant(
                    "a fault is not answered when memory pressure took the page",
                    .init(.domainStep, Observation.offsetZero))
            case .faultGivesPageBefore:
                mutant("a fault is answered with the page before", .init(.domainStep, Observation.ownFile))
            case .faultWaitsForDevice:
                mutant("a fault waits for work of devices", .init(.domainStep, Observation.waitedForDevice))
            case .faultWaitsForReaders:
                mutant("a fault waits for devices that read", .init(.domainStep, Observation.waitedForDevice))
            case .fdAlwaysClosesOnExec:
                mutant(
                    "a descriptor is closed on exec though nobody asked",
                    .init(.carriedThrough, Observation.closeOnExec))
            case .fdIgnoresCloseOnExec:
                mutant(
                    "a descriptor survives exec though O_CLOEXEC was asked for",
                    .init(.carriedThrough, Observation.closeOnExec))
            case .fdMmapErrorLostWithOffset:
                mutant(
                    "mmap of a part on the fd takes the exporter's errors for success", .init(.returns, Callback.mmap))
            case .fdMmapIgnoresCallbackErrors:
                mutant("mmap on the fd takes the exporter's errors for success", .init(.equivalent, API.userMmap))
            case .fdMmapSkipsSizeCheck:
                mutant("mmap on the descriptor does not check the size", .init(.checkedBefore, Callback.mmap))
            case .fdTakesNoFlags:
                mutant("dma_buf_fd takes no flags", .init(.prototype, API.fd))
            case .firstDirectionStays:
                mutant(
                    "begin hands the exporter the direction of the first access for good",
                    .init(.calledFrom, Callback.beginCPUAccess))
            case .getIsMissing:
                mutant("there is no dma_buf_get", .init(.prototype, API.get))
            case .getTakesNoReference:
                mutant("dma_buf_get takes no reference", .init(.referenceCounted, Resource.reference))
            case .halfOfEachPageIsSwappedIn:
                mutant(
                    "of swapped storage half of each page comes back",
                    .init(.domainStep, Observation.storageResident))
            case .heldAtomicKmapBlocksKmap:
                mutant("kmap fails while an atomic kmap is held", .init(.alwaysSucceeds, Resource.kmap))
            case .heldAtomicKmapBlocksVmap:
                mutant("vmap fails while an atomic kmap is held", .init(.maps, Resource.vmapping))
            case .heldAtomicKmapUnreported:
                mutant(
                    "an atomic kmap that is still there in the end is not reported",
                    .init(.pairs, Resource.kmap))
            case .heldAttachmentUnreported:
                mutant("a device that is still attached in the end is not reported", .init(.pairs, Resource.attachment))
            case .heldAttachmentUnreportedWhileMapped:
                mutant(
                    "a device that is still attached is not reported beside its mapping",
                    .init(.pairs, Resource.attachment))
            case .heldDMAMappingUnreported:
                mutant(
                    "a device's mapping that is still there in the end is not reported",
                    .init(.pairs, Resource.dmaMapping))
            case .heldDMAMappingUnreportedWhileAttached:
                mutant(
                    "a device's mapping that is left is not reported beside its attachment",
                    .init(.pairs, Resource.dmaMapping))
            case .heldKmapBlocksNext:
                mutant("kmap fails while another page is mapped", .init(.alwaysSucceeds, Resource.kmap))
            case .heldKmapUnreported:
                mutant("a page that is still mapped in the end is not reported", .init(.pairs, Resource.kmap))
            case .heldReferenceUnreported:
                mutant("a reference that is still held in the end is not reported", .init(.pairs, Resource.reference))
            case .heldReferenceUnreportedWhileAttached:
                mutant(
                    "a reference that is never dropped is not reported beside an attachment",
                    .init(.pairs, Resource.reference))
            case .importedMappingIsCoherent:
                mutant(
                    "a mapping by dma_buf_mmap bypasses the cache", .init(.incoherentUnbracketed, Resource.userMapping))
            case .importedMappingIsUnwatched:
                mutant(
                    "an access through a mapping made by an importer is not reported",
                    .init(.validBetween, Resource.syncAccess))
            case .innerEndSpoils:
                mutant(
                    "an exporter that copies lets the storage go while another access is open",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .interruptedBeginBlocksNext:
                mutant("after an interrupted begin the next fails", .init(.restartedAfter, Callback.beginCPUAccess))
            case .interruptedEndClosesAccess:
                mutant(
                    "an interrupted end closes the access all the same", .init(.restartedAfter, Callback.endCPUAccess))
            case .interruptedSyncSucceeds:
                mutant("SYNC succeeds though a signal interrupted it", .init(.restartedAfter, API.syncStart))
            case .interruptedWaitKeepsSignal:
                mutant("a signal interrupts the restarted begin, too", .init(.restartedAfter, Callback.beginCPUAccess))
            case .interruptedWaitSucceeds:
                mutant(
                    "begin succeeds though a signal interrupted its wait",
                    .init(.restartedAfter, Callback.beginCPUAccess))
            case .kernelBeginAfterSyncSkipsCallback:
                mutant(
                    "after an access by userspace the exporter is not called for one by the kernel",
                    .init(.calledFrom, Callback.beginCPUAccess))
            case .kernelBeginSkippedDuringSync:
                mutant(
                    "begin does not call the exporter while userspace has access",
                    .init(.calledFrom, Callback.beginCPUAccess))
            case .kmapAfterEndUnreported:
                mutant("kmap after the end of the access is not reported", .init(.outcomeOutside, Resource.kmap))
            case .kmapAllocates:
                mutant("kmap allocates memory", .init(.alwaysSucceeds, Resource.kmap))
            case .kmapAlwaysMapsFirstPage:
                mutant("kmap maps the first page, whichever was asked for", .init(.maps, Resource.kmap))
            case .kmapAtomicAllocates:
                mutant("kmap_atomic allocates memory", .init(.failsOnlyIn, Resource.cpuAccess))
            case .kmapAtomicAlwaysMapsFirstPage:
                mutant("kmap_atomic maps the first page, whichever was asked for", .init(.maps, Resource.atomicKmap))
            case .kmapAtomicCallsDownTwice:
                mutant("kmap_atomic calls the exporter twice", .init(.maps, Resource.atomicKmap))
            case .kmapAtomicIsMissing:
                mutant("dma_buf_kmap_atomic does not exist", .init(.prototype, API.kmapAtomic))
            case .kmapAtomicMapsCopy:
                mutant("kmap_atomic maps a copy of the page", .init(.maps, Resource.atomicKmap))
            case .kmapAtomicRefusesLastPage:
                mutant("kmap_atomic refuses the last page", .init(.alwaysSucceeds, Resource.kmap))
            case .kmapBeforeBeginUnreported:
                mutant("kmap before any begin is not reported", .init(.order, API.beginCPUAccess))
            case .kmapCallsDownTwice:
                mutant("kmap calls the exporter twice", .init(.maps, Resource.kmap))
            case .kmapCountStopsAtTwo:
                mutant("a third kmap of a page is not counted", .init(.repeatable, Resource.kmap))
            case .kmapMapsFollowingPage:
                mutant("kmap maps the following page as well", .init(.unitSized, Resource.kmap))
            case .kmapOfOtherBufferBlocksLastPage:
                mutant(
                    "kmap of the last page fails while a page of another buffer is mapped",
                    .init(.alwaysSucceeds, Resource.kmap))
            case .kmapOutOfRangeUnreported:
                mutant("kmap of a page outside of the buffer is not reported", .init(.outcomeOutside, Resource.kmap))
            case .kmapReturnsUnalignedAddress:
                mutant("kmap returns an address that is not aligned", .init(.unitSized, Resource.kmap))
            case .kmapServesOneProcess:
                mutant("kmap fails once two processes have had access", .init(.alwaysSucceeds, Resource.kmap))
            case .kmapSlotLeaks:
                mutant("kunmap does not give the slot back", .init(.repeatable, Resource.kmap))
            case .kmapTakesNoPage:
                mutant("dma_buf_kmap takes no page number", .init(.prototype, API.kmap))
            case .kmapUnderAtomicUnreported:
                mutant("a kmap while an atomic kmap is held is not reported", .init(.sleeping, Resource.atomicKmap))
            case .kmapWearsOut:
                mutant("kmap of a buffer fails after a while", .init(.repeatable, Resource.kmap))
            case .kunmapAtomicIsMissing:
                mutant("dma_buf_kunmap_atomic does not exist", .init(.prototype, API.kunmapAtomic))
            case .kunmapAtomicLeavesMapping:
                mutant("kunmap_atomic leaves the mapping", .init(.unmaps, Resource.atomicKmap))
            case .kunmapEndsAccess:
                mutant("kunmap ends the access", .init(.repeatable, Resource.kmap))
            case .kunmapLeavesMapping:
                mutant("kunmap leaves the mapping", .init(.unmaps, Resource.kmap))
            case .kunmapNamesFirstPage:
                mutant("kunmap tells the exporter page 0, whichever it was", .init(.unmaps, Resource.kmap))
            case .kunmapServesOneProcess:
                mutant(
                    "kunmap does not call the exporter once two processes have had access",
                    .init(.unmaps, Resource.kmap))
            case .kunmapSkipsCallback:
                mutant("kunmap does not call the exporter", .init(.unmaps, Resource.kmap))
            case .kunmapTakesNoPage:
                mutant("dma_buf_kunmap takes no page number", .init(.prototype, API.kunmap))
            case .kunmapUnmapsAll:
                mutant("kunmap unmaps every page", .init(.repeatable, Resource.kmap))
            case .lastKmapLeakUnreported:
                mutant("only the first page is reported when it is still mapped", .init(.pairs, Resource.kmap))
            case .lastPageIsUnaligned:
                mutant("kmap of the last page returns an address that is not aligned", .init(.unitSized, Resource.kmap))
            case .lastPageSlotLeaks:
                mutant("kunmap of the last page does not give the slot back", .init(.repeatable, Resource.kmap))
            case .lastVunmapSkipsCallback:
                mutant(
                    "the last vunmap does not call the exporter", .init(.unmaps, Resource.vmapping),
                    .init(.calledFrom, Callback.vunmap))
            case .leavingKeepsPTEs:
                mutant(
                    "an exporter that fakes coherency keeps the ptes when devices take over",
                    .init(.domainStep, Observation.nextAccessFresh))
            case .manyGetsTakeOneMore:
                mutant(
                    "from the ninth reference on dma_buf_get takes two", .init(.referenceCounted, Resource.reference))
            case .mapAttachmentCallsDownTwice:
                mutant("map_attachment calls the exporter twice", .init(.calledFrom, Callback.mapDMABuf))
            case .mapAttachmentTakesNoDirection:
                mutant("dma_buf_map_attachment takes no direction", .init(.prototype, API.mapAttachment))
            case .mapAttachmentTurnsEINTRIntoEAGAIN:
                mutant(
                    "map_attachment turns -EINTR into -EAGAIN", .init(.canFail, Callback.mapDMABuf),
                    .init(.canFail, API.mapAttachment))
            case .mapAttachmentTurnsErrorsIntoEINVAL:
                mutant(
                    "map_attachment turns the exporter's errors into -EINVAL", .init(.returns, Callback.mapDMABuf),
                    .init(.returns, API.mapAttachment), .init(.canFail, Callback.mapDMABuf),
                    .init(.canFail, API.mapAttachment))
            case .mapBesideOthersPassesBothDirections:
                mutant(
                    "a second mapping for a device is asked for in both directions",
                    .init(.calledFrom, Callback.mapDMABuf))
            case .mapDMABufDoesNotPin:
                mutant(
                    "an exporter does not pin what a device has mapped", .init(.domainStep, Observation.storagePinned))
            case .mapDMABufHidesFailedAllocation:
                mutant(
                    "map_dma_buf succeeds though the storage could not be allocated",
                    .init(.canFail, Callback.mapDMABuf), .init(.canFail, API.mapAttachment))
            case .mapDMABufHidesSecondFailure:
                mutant(
                    "the second time, map_dma_buf hides that storage cannot be allocated",
                    .init(.canFail, Callback.mapDMABuf))
            case .mappingAfterInterruptionUnreported:
                mutant(
                    "mapping a page after an interrupted begin is not told from any other outside",
                    .init(.restartedAfter, Callback.beginCPUAccess))
            case .mappingKeepsOtherContract:
                mutant(
                    "the mapping in userspace is coherent where it must not be, and the other way round",
                    .init(.incoherentUnbracketed, Resource.userMapping))
            case .mappingWithoutAttachmentUnreported:
                mutant("mapping for a device that is not attached is not reported", .init(.order, API.attach))
            case .missingAttachFailsBesideOthers:
                mutant("without attach, a second device cannot join", .init(.callbackPresence, Callback.attach))
            case .missingAttachIsAnError:
                mutant("attach fails where the exporter has no attach", .init(.callbackPresence, Callback.attach))
            case .missingBeginCPUAccessIsAnError:
                mutant(
                    "begin fails when the exporter has no begin_cpu_access",
                    .init(.callbackPresence, Callback.beginCPUAccess))
            case .missingBeginFailsForReads:
                mutant(
                    "begin for reading fails when the exporter has no begin_cpu_access",
                    .init(.callbackPresence, Callback.beginCPUAccess))
            case .missingDetachKeepsAttachment:
                mutant("without detach, a device that leaves stays attached", .init(.callbackPresence, Callback.detach))
            case .missingEndCPUAccessIsAnError:
                mutant(
                    "end fails when the exporter has no end_cpu_access", .init(.callbackPresence, Callback.endCPUAccess)
                )
            case .missingEndSkipsBegin:
                mutant(
                    "an exporter without end_cpu_access is not told of the beginning either",
                    .init(.callbackPresence, Callback.endCPUAccess))
            case .missingKunmapBlocksNext:
                mutant("a page that needs no unmapping can be mapped once", .init(.callbackPresence, Callback.kunmap))
            case .missingMmapIsIgnored:
                mutant("dma_buf_mmap succeeds when the exporter has no mmap", .init(.callbackPresence, Callback.mmap))
            case .missingRestartUnreported:
                mutant(
                    "going on after an interrupted begin is not reported",
                    .init(.restartedAfter, Callback.beginCPUAccess))
            case .missingSyncEndRestartUnreported:
                mutant("going on after an interrupted SYNC_END is not reported", .init(.restartedAfter, API.syncStart))
            case .missingSyncRestartUnreported:
                mutant(
                    "going on after an interrupted SYNC_START is not reported", .init(.restartedAfter, API.syncStart))
            case .missingVmapIsIgnored:
                mutant("vmap succeeds when the exporter has no vmap", .init(.canFail, API.vmap))
            case .mmapAllowsOnePageMore:
                mutant("a mapping may be one page too large", .init(.rejectsWhen, Callback.mmap))
            case .mmapAllowsPartialPage:
                mutant("a mapping may reach over the end of a partial last page", .init(.rejectsWhen, Callback.mmap))
            case .mmapCallsDownTwice:
                mutant("mmap calls the exporter twice", .init(.calledFrom, Callback.mmap))
            case .mmapEndIsTruncated:
                mutant("the end of a mapping is compared with the buffer in 32 bits", .init(.rejectsWhen, API.mmap))
            case .mmapForgetsOffset:
                mutant(
                    "a mapping of a part shows the buffer from its first page on",
                    .init(.usableThrough, Resource.userMapping))
            case .mmapIgnoresCallbackErrors:
                mutant(
                    "dma_buf_mmap ignores the exporter's error", .init(.returns, Callback.mmap),
                    .init(.returns, API.mmap), .init(.canFail, Callback.mmap), .init(.canFail, API.mmap))
            case .mmapIgnoresOffset:
                mutant("dma_buf_mmap maps from the first page on", .init(.equivalent, API.userMmap))
            case .mmapMissesWrapAround:
                mutant("dma_buf_mmap does not see that the end wraps around", .init(.rejectsWhen, Callback.mmap))
            case .mmapRepeatsFirstPage:
                mutant(
                    "a mapping in userspace shows the first page again and again",
                    .init(.usableThrough, Resource.userMapping))
            case .mmapRepeatsInnerPage:
                mutant(
                    "dma_buf_mmap shows a page twice",
                    .init(.equivalent, API.userMmap))
            case .mmapRepeatsLastPage:
                mutant(
                    "a mapping in userspace shows the last page for the one before it",
                    .init(.usableThrough, Resource.userMapping))
            case .mmapReversesPages:
                mutant("dma_buf_mmap maps the pages in another order", .init(.equivalent, API.userMmap))
            case .mmapSetsFileAfterCallback:
                mutant(
                    "dma_buf_mmap sets vm_file after the exporter has set its own",
                    .init(.domainStep, Observation.ownFile))
            case .mmapSkipsSizeCheck:
                mutant("dma_buf_mmap does not check the size", .init(.rejectsWhen, Callback.mmap))
            case .mmapTakesNoOffset:
                mutant("dma_buf_mmap takes no offset", .init(.prototype, API.mmap))
            case .munmapEndsOtherMappings:
                mutant(
                    "munmap takes the ptes of the process's other mappings, too",
                    .init(.usableThrough, Resource.userMapping))
            case .munmapLeavesLastPage:
                mutant("munmap leaves the last pte", .init(.sequence, Resource.userMapping))
            case .munmapLeavesPTEs:
                mutant("munmap leaves the ptes", .init(.sequence, Resource.userMapping))
            case .mutexUnderAtomicUnreported:
                mutant(
                    "taking a mutex while an atomic kmap is held is not reported",
                    .init(.sleeping, Resource.atomicKmap))
            case .nestedBeginDoesNotSync:
                mutant(
                    "begin invalidates nothing while another access is open",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .nestedBeginDoesNotWait:
                mutant(
                    "the core does not wait for devices while another access is open",
                    .init(.callbackPresence, Callback.beginCPUAccess))
            case .nestedBeginSkipsCallback:
                mutant(
                    "begin does not call the exporter while the caller has access",
                    .init(.calledFrom, Callback.beginCPUAccess))
            case .nestedEndDoesNotWriteBack:
                mutant(
                    "end writes nothing back while another access is open",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .nestedEndSkipsCallback:
                mutant("only the last end of a caller calls the exporter", .init(.calledFrom, Callback.endCPUAccess))
            case .newcomerIsUnwatched:
                mutant(
                    "an access by whoever has never begun one is not reported",
                    .init(.validBetween, Resource.cpuAccess))
            case .oneEndEndsAll:
                mutant("an end ends every access of the caller", .init(.ends, Resource.cpuAccess))
            case .onlyFirstAccessIsWrittenBack:
                mutant("only what the first access wrote reaches memory", .init(.sequence, Resource.cpuAccess))
            case .onlyFirstAccessMaps:
                mutant("no chunk can be mapped in a later access", .init(.sequence, Resource.kmap))
            case .onlyFirstDMAMappingPins:
                mutant(
                    "a second mapping for a device does not pin the storage",
                    .init(.domainStep, Observation.storagePinned))
            case .onlyFirstPageIsSwappedIn:
                mutant(
                    "of swapped storage only the first page comes back",
                    .init(.domainStep, Observation.storageResident))
            case .openAccessAtReleaseUnreported:
                mutant("an access that is never ended is not reported", .init(.pairs, Resource.cpuAccess))
            case .openReadAccessUnreported:
                mutant("an access for reading that is never ended is not reported", .init(.pairs, Resource.cpuAccess))
            case .openSyncAtReleaseUnreported:
                mutant("a SYNC_START without SYNC_END is not reported", .init(.validBetween, Resource.syncAccess))
            case .otherAttachmentCoversMapping:
                mutant("a device that is not attached may be mapped where another one is", .init(.order, API.attach))
            case .otherVmapKeepsMapping:
                mutant(
                    "while another buffer is mapped as a whole, the last vunmap does not unmap",
                    .init(.referenceCounted, Resource.vmapping))
            case .outOfRangeKmapClearsBuffer:
                mutant("kmap of a page outside of the buffer clears the buffer", .init(.outcomeOutside, Resource.kmap))
            case .overlappingBeginCopiesIn:
                mutant(
                    "an exporter that copies does so again over what another access has written",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .oversizedMmapReachesCallback:
                mutant("the exporter gets to see a mapping that is too large", .init(.checkedBefore, Callback.mmap))
            case .ownFileIsNotSet:
                mutant("an exporter that zaps leaves vm_file as it is", .init(.domainStep, Observation.ownFile))
            case .ownOffsetIsNotSet:
                mutant("an exporter that zaps does not adjust vm_pgoff", .init(.domainStep, Observation.ownFile))
            case .ownOffsetReplacesOther:
                mutant(
                    "an exporter that zaps forgets where in the buffer the mapping begins",
                    .init(.domainStep, Observation.ownFile))
            case .pageBeforeLastIsLast:
                mutant("kmap of the page before the last maps the last", .init(.maps, Resource.kmap))
            case .partialMappingIsCoherent:
                mutant("a mapping of a part bypasses the cache", .init(.incoherentUnbracketed, Resource.userMapping))
            case .partialPageIsRefused:
                mutant("the partial page at the end cannot be mapped", .init(.alwaysSucceeds, Resource.kmap))
            case .pinningForUserspaceUnreported:
                mutant(
                    "pinning on behalf of userspace is not reported", .init(.domainStep, Observation.pinningAccepted))
            case .positiveAttachUnreported:
                mutant("a positive result of attach is not reported", .init(.returns, Callback.attach))
            case .positiveBeginUnreported:
                mutant(
                    "a begin_cpu_access that returns a positive value is not reported",
                    .init(.returns, Callback.beginCPUAccess))
            case .positiveEndUnreported:
                mutant(
                    "an end_cpu_access that returns a positive value is not reported",
                    .init(.returns, Callback.endCPUAccess))
            case .positiveMmapUnreported:
                mutant("an mmap that returns a positive value is not reported", .init(.returns, Callback.mmap))
            case .positiveSyncUnreported:
                mutant(
                    "a begin_cpu_access that returns a positive value to SYNC is not reported",
                    .init(.returns, Callback.beginCPUAccess))
            case .pressureTakesPinnedPages:
                mutant(
                    "memory pressure takes pinned pages, the first one apart",
                    .init(.domainStep, Observation.storagePinned))
            case .putReturnsStatus:
                mutant("dma_buf_put returns a status", .init(.prototype, API.put))
            case .putWhileAttachedDropsNothing:
                mutant(
                    "while a device is attached no reference is dropped",
                    .init(.referenceCounted, Resource.reference))
            case .readAccessSpoilsStorage:
                mutant(
                    "an exporter that copies spoils the storage when the CPU has only read",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .readDMAMappingDoesNotPin:
                mutant(
                    "a mapping through which a device only reads does not pin the storage",
                    .init(.domainStep, Observation.storagePinned))
            case .readersAreNotUnpinned:
                mutant("the end of an access for reading leaves its pin", .init(.domainStep, Observation.cachesFlushed))
            case .readersAreNotWaitedFor:
                mutant(
                    "whoever is about to write does not wait for devices that read",
                    .init(.coherentWhenBracketed, Resource.cpuAccess))
            case .readersKeepPTEs:
                mutant(
                    "an exporter that fakes coherency zaps no pte at the end of an access that only reads",
                    .init(.domainStep, Observation.nextAccessFresh))
            case .refusedDeviceHindersRelease:
                mutant(
                    "after a device was refused, the exporter is not called at the release",
                    .init(.calledFrom, Callback.release))
            case .refusedDeviceStaysAttached:
                mutant("a device that the exporter refuses stays attached", .init(.returns, Callback.attach))
            case .releaseCallsDownTwice:
                mutant("the last reference's end calls the exporter twice", .init(.calledFrom, Callback.release))
            case .releasedAtomicKmapForbidsSleep:
                mutant("sleeping is reported after an atomic kmap was released", .init(.sleeping, Resource.atomicKmap))
            case .releaseSkippedWhileAttached:
                mutant(
                    "the last reference goes while a device is attached, and the exporter is not called",
                    .init(.calledFrom, Callback.release))
            case .releaseSkipsCallback:
                mutant("the last reference's end does not call the exporter", .init(.calledFrom, Callback.release))
            case .replacedFileKeepsReference:
                mutant(
                    "an exporter that replaces vm_file keeps the reference to the old one",
                    .init(.domainStep, Observation.ownFile))
            case .restartedBeginDoesNotPin:
                mutant("a begin that is made again pins nothing", .init(.domainStep, Observation.storagePinned))
            case .restartedBeginDoesNotSync:
                mutant(
                    "a begin that is made again invalidates nothing",
                    .init(.restartedAfter, Callback.beginCPUAccess))
            case .restartedEndDoesNotSync:
                mutant(
                    "an end that is made again writes nothing back",
                    .init(.restartedAfter, Callback.endCPUAccess))
            case .reusedDescriptorSurvivesExec:
                mutant(
                    "a descriptor whose number was in use before survives exec",
                    .init(.carriedThrough, Observation.closeOnExec))
            case .secondAtomicKmapReported:
                mutant("a second atomic kmap is reported", .init(.maxHeld, Resource.atomicKmap))
            case .secondAtomicSlotLeaks:
                mutant(
                    "kunmap_atomic of the second of two does not give the slot back",
                    .init(.unmaps, Resource.atomicKmap))
            case .secondAtomicSlotStaysMapped:
                mutant(
                    "kunmap_atomic leaves the second of two atomic kmaps mapped",
                    .init(.unmaps, Resource.atomicKmap))
            case .secondDescriptorSurvivesExec:
                mutant("only the first descriptor is closed on exec", .init(.carriedThrough, Observation.closeOnExec))
            case .secondInterruptionSucceeds:
                mutant(
                    "a begin that is interrupted again counts as done",
                    .init(.restartedAfter, Callback.beginCPUAccess))
            case .secondMappingShowsFirstPage:
                mutant(
                    "a second mapping of the process shows the first page again and again",
                    .init(.usableThrough, Resource.userMapping))
            case .secondSyncStartFails:
                mutant("only the first SYNC_START succeeds", .init(.sequence, Resource.syncAccess))
            case .secondSyncStartSkipsCallback:
                mutant("only the first SYNC_START calls the exporter", .init(.sequence, Resource.syncAccess))
            case .secondVmapIsShort:
                mutant("a vmap that is made anew leaves the last page out", .init(.maps, Resource.vmapping))
            case .sharedVmapIsOffset:
                mutant(
                    "a vmap that shares the mapping gets another address", .init(.referenceCounted, Resource.vmapping))
            case .shmemFileHasOffset:
                mutant(
                    "the buffer does not begin at page 0 of the shmem file", .init(.domainStep, Observation.offsetZero))
            case .sizeGrowsWithMapping:
                mutant("the size grows when the buffer is mapped", .init(.rejectsWhen, Callback.mmap))
            case .sizeShrinksWithKmap:
                mutant("the size shrinks while a page is mapped", .init(.rejectsWhen, Callback.mmap))
            case .sizeShrinksWithMapping:
                mutant("the size shrinks when the buffer is mapped", .init(.rejectsWhen, Callback.mmap))
            case .sizeShrinksWithVmap:
                mutant("the size shrinks while there is a vmap", .init(.rejectsWhen, Callback.mmap))
            case .sleepHoldingAtomicKmapUnreported:
                mutant("sleeping while an atomic kmap is held is not reported", .init(.sleeping, Resource.atomicKmap))
            case .sleepHoldingTwoAtomicKmapsUnreported:
                mutant(
                    "sleeping while two atomic kmaps are held is not reported",
                    .init(.sleeping, Resource.atomicKmap))
            case .sleepInKmapAtomicUnreported:
                mutant("a kmap_atomic that sleeps is not reported", .init(.sleeping, Callback.kmapAtomic))
            case .sleepInKmapReported:
                mutant("a kmap that sleeps is reported", .init(.sleeping, Callback.kmap))
            case .sleepInKunmapAtomicUnreported:
                mutant("a kunmap_atomic that sleeps is not reported", .init(.sleeping, Callback.kunmapAtomic))
            case .sleepInMapDMABufReported:
                mutant("sleep in map_dma_buf is reported", .init(.sleeping, Callback.mapDMABuf))
            case .spentAtomicSlotsUnreported:
                mutant("running out of atomic slots is not reported", .init(.limitedSupply, Supply.atomicSlots))
            case .swappedStorageComesBackEmpty:
                mutant("swapped storage comes back empty", .init(.domainStep, Observation.storageResident))
            case .syncBlocksKmap:
                mutant("kmap fails once userspace has had access", .init(.alwaysSucceeds, Resource.kmap))
            case .syncEndLeaksRestart:
                mutant("SYNC_END hands -ERESTARTSYS on to userspace", .init(.canFail, API.syncStart))
            case .syncEndSkipsCallbackForReads:
                mutant(
                    "SYNC_END does not call the exporter when userspace has read",
                    .init(.calledFrom, Callback.beginCPUAccess))
            case .syncIgnoresErrors:
                mutant(
                    "SYNC ignores the exporter's error, as Linux did", .init(.canFail, API.syncStart),
                    .init(.returns, API.syncStart))
            case .syncLeaksRestart:
                mutant("SYNC hands -ERESTARTSYS on to userspace", .init(.canFail, API.syncStart))
            case .syncReadsWearOut:
                mutant("SYNC for reading fails after a while", .init(.repeatable, Resource.syncAccess))
            case .syncRefusesWriteAlone:
                mutant("SYNC refuses writing without reading", .init(.usableThrough, Resource.syncAccess))
            case .syncStartSkipsCallbackForWrites:
                mutant(
                    "SYNC_START does not call the exporter when userspace is about to write",
                    .init(.calledFrom, Callback.beginCPUAccess))
            case .syncSwapsDirections:
                mutant("SYNC takes reading for writing", .init(.usableThrough, Resource.syncAccess))
            case .syncSyncsFirstPageOnly:
                mutant("SYNC_START invalidates the first page only", .init(.usableThrough, Resource.syncAccess))
            case .syncTurnsEAGAINIntoEINTR:
                mutant("SYNC turns -EAGAIN into -EINTR", .init(.canFail, API.syncStart))
            case .syncTurnsEIOIntoSuccess:
                mutant(
                    "SYNC takes -EIO for success", .init(.returns, Callback.beginCPUAccess),
                    .init(.returns, API.syncStart), .init(.canFail, API.syncStart))
            case .syncWearsOut:
                mutant("SYNC fails after a while", .init(.repeatable, Resource.syncAccess))
            case .thirdAtomicKmapUnreported:
                mutant("a third atomic kmap is not reported", .init(.maxHeld, Resource.atomicKmap))
            case .unmapAttachmentCallsDownTwice:
                mutant("unmap_attachment calls the exporter twice", .init(.calledFrom, Callback.unmapDMABuf))
            case .unmapAttachmentTakesNoDirection:
                mutant("dma_buf_unmap_attachment takes no direction", .init(.prototype, API.unmapAttachment))
            case .unmapBesideOthersSkipsCallback:
                mutant(
                    "a mapping ends while another exists, and the exporter is not called",
                    .init(.calledFrom, Callback.unmapDMABuf))
            case .unpinEndsAllPins:
                mutant("the end of one access unpins for all", .init(.domainStep, Observation.storagePinned))
            case .unusedAttachmentStays:
                mutant(
                    "a device that leaves a buffer which none has mapped stays attached",
                    .init(.pairs, Resource.attachment))
            case .userAccessOutsideUnreported:
                mutant(
                    "an access of userspace outside of SYNC is not reported", .init(.validBetween, Resource.syncAccess))
            case .userWriteOutsideUnreported:
                mutant("writing outside of SYNC is not reported", .init(.validBetween, Resource.syncAccess))
            case .userWrongDirectionUnreported:
                mutant(
                    "an access of userspace in another direction is not reported",
                    .init(.outcomeOutside, Resource.cpuAccess))
            case .vmallocSpaceLeaks:
                mutant(
                    "vunmap does not give the address space back",
                    .init(.referenceCounted, Resource.vmapping))
            case .vmapAccessOutsideUnreported:
                mutant("an access by vmap after the end is not reported", .init(.ends, Resource.cpuAccess))
            case .vmapCallsDownEveryTime:
                mutant(
                    "every vmap calls the exporter", .init(.referenceCounted, Resource.vmapping),
                    .init(.calledFrom, Callback.vmap))
            case .vmapCountStopsAtThree:
                mutant("a fourth vmap is not counted", .init(.referenceCounted, Resource.vmapping))
            case .vmapJoinsWithoutLock:
                mutant("vmap takes the lock for the first mapping only", .init(.protectedByLock, Lock.bufferLock))
            case .vmapMissesLastPage:
                mutant("vmap leaves the last page out", .init(.maps, Resource.vmapping))
            case .vmapOfOthersCallsDown:
                mutant(
                    "a vmap of another process calls the exporter again", .init(.referenceCounted, Resource.vmapping))
            case .vmapRepeatsFirstPage:
                mutant("vmap maps the first page again and again", .init(.maps, Resource.vmapping))
            case .vmapRepeatsInnerPage:
                mutant("vmap maps an inner page twice", .init(.maps, Resource.vmapping))
            case .vmapReturnsErrorPointers:
                mutant("vmap returns the exporter's error pointer", .init(.canFail, API.vmap))
            case .vmapReturnsLargeErrorPointers:
                mutant("vmap takes error codes beyond 100 for addresses", .init(.canFail, API.vmap))
            case .vmapSwapsPages:
                mutant("vmap maps the pages in another order", .init(.maps, Resource.vmapping))
            case .vmapTakesNoLock:
                mutant("vmap does not take the lock", .init(.protectedByLock, Lock.bufferLock))
            case .vmapTakesPage:
                mutant("dma_buf_vmap takes a page number", .init(.prototype, API.vmap))
            case .vunmapBreaksKmap:
                mutant("kmap fails after a vunmap", .init(.alwaysSucceeds, Resource.kmap))
            case .vunmapCallsDownEveryTime:
                mutant(
                    "every vunmap calls the exporter", .init(.referenceCounted, Resource.vmapping),
                    .init(.calledFrom, Callback.vunmap))
            case .vunmapCountsOutsideLock:
                mutant(
                    "vunmap looks at the count outside of the lock, as Linux did",
                    .init(.protectedByLock, Lock.bufferLock))
            case .vunmapLeavesLastPage:
                mutant("vunmap leaves the last page mapped", .init(.unmaps, Resource.vmapping))
            case .vunmapLeavesMapping:
                mutant("vunmap leaves the mapping", .init(.unmaps, Resource.vmapping))
            case .vunmapLeavesWithoutLock:
                mutant(
                    "vunmap takes the lock for the last mapping only", .init(.protectedByLock, Lock.bufferLock))
            case .vunmapTakesNoLock:
                mutant("vunmap does not take the lock", .init(.protectedByLock, Lock.bufferLock))
            case .vunmapTakesPage:
                mutant("dma_buf_vunmap takes a page number", .init(.prototype, API.vunmap))
            case .waitsIgnoreSignals:
                mutant("begin waits on though a signal is pending", .init(.restartedAfter, Callback.beginCPUAccess))
            case .writeOutsideUnreported:
                mutant("writing outside of a bracket is not reported", .init(.validBetween, Resource.cpuAccess))
            case .wrongDirectionUnreported:
                mutant(
                    "an access in a direction that was not asked for is not reported",
                    .init(.outcomeOutside, Resource.cpuAccess))
            case .zapIgnoresRangeEnd:
                mutant("unmap_mapping_range goes on behind the range", .init(.domainStep, Observation.onlyRangeZapped))
            case .zapSparesSecondMapping:
                mutant(
                    "unmap_mapping_range reaches the first mapping only",
                    .init(.domainStep, Observation.onlyRangeZapped))
            case .zapsThroughSharedFile:
                mutant(
                    "an exporter zaps through the file that all buffers share",
                    .init(.domainStep, Observation.ownFile))
            case .zapStopsShort:
                mutant("unmap_mapping_range stops one page short", .init(.domainStep, Observation.onlyRangeZapped))
            }
        }

        private func mutant(_ says: String, _ breaks: Promise, _ others: Promise...) -> Mutant {
            Mutant("\(self)", says: says, breaks: breaks, alsoBreaks: others)
        }
    }
#endif
