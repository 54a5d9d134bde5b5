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

        var mutant: Mutant { Mutant("\(self)", says: words, breaks: promise, alsoBreaks: otherPromises) }

        /// The promise that it breaks: the table of all promises that have faults, by their kinds.
        private var promise: Promise {
            switch self {
            case .heldAtomicKmapBlocksKmap, .heldKmapBlocksNext, .kmapAllocates, .kmapAtomicRefusesLastPage,
                .kmapOfOtherBufferBlocksLastPage, .kmapServesOneProcess, .partialPageIsRefused, .syncBlocksKmap,
                .vunmapBreaksKmap:
                .init(.alwaysSucceeds, Resource.kmap)

            case .exportDemandsAnyOptional, .exportDemandsAttach, .missingAttachFailsBesideOthers,
                .missingAttachIsAnError:
                .init(.callbackPresence, Callback.attach)
            case .coreDoesNotWait, .coreDoesNotWaitForReaders, .exportDemandsBeginCPUAccess,
                .exportDemandsBeginOrEndCPUAccess, .missingBeginCPUAccessIsAnError, .missingBeginFailsForReads,
                .nestedBeginDoesNotWait:
                .init(.callbackPresence, Callback.beginCPUAccess)
            case .exportDemandsDetach, .missingDetachKeepsAttachment:
                .init(.callbackPresence, Callback.detach)
            case .exportDemandsEndCPUAccess, .missingEndCPUAccessIsAnError, .missingEndSkipsBegin:
                .init(.callbackPresence, Callback.endCPUAccess)
            case .exportDemandsKunmap, .missingKunmapBlocksNext:
                .init(.callbackPresence, Callback.kunmap)
            case .exportDemandsKunmapAtomic:
                .init(.callbackPresence, Callback.kunmapAtomic)
            case .exportSparesBothMaps, .exportSparesMapDMABuf:
                .init(.callbackPresence, Callback.mapDMABuf)
            case .exportDemandsMmap, .missingMmapIsIgnored:
                .init(.callbackPresence, Callback.mmap)
            case .exportSparesRelease, .exportSparesReleaseWithoutAttach:
                .init(.callbackPresence, Callback.release)
            case .exportSparesUnmapDMABuf:
                .init(.callbackPresence, Callback.unmapDMABuf)
            case .exportDemandsVmap:
                .init(.callbackPresence, Callback.vmap)
            case .exportDemandsVunmap:
                .init(.callbackPresence, Callback.vunmap)

            case .attachBesideOtherBufferSkipsCallback, .attachBesideOthersSkipsCallback, .attachCallsDownTwice,
                .attachSkipsCallback:
                .init(.calledFrom, Callback.attach)
            case .beginCallsDownTwice, .beginPassesBothDirections, .beginSkipsCallbackForWrites, .firstDirectionStays,
                .kernelBeginAfterSyncSkipsCallback, .kernelBeginSkippedDuringSync, .kernelBeginSkippedWhileMapped,
                .nestedBeginSkipsCallback, .syncEndSkipsCallbackForReads, .syncStartSkipsCallbackForWrites:
                .init(.calledFrom, Callback.beginCPUAccess)
            case .detachCallsDownTwice, .detachHandsDownNewest, .detachOutOfOrderSkipsCallback, .detachSkipsCallback:
                .init(.calledFrom, Callback.detach)
            case .endCallsDownTwice, .endDuringVmapSkipsCallback, .endSkipsCallbackForReads, .nestedEndSkipsCallback:
                .init(.calledFrom, Callback.endCPUAccess)
            case .mapAttachmentCallsDownTwice, .mapBesideOthersPassesBothDirections, .mapHandsDownFirstOfDevice:
                .init(.calledFrom, Callback.mapDMABuf)
            case .mmapCallsDownTwice:
                .init(.calledFrom, Callback.mmap)
            case .refusedDeviceHindersRelease, .releaseCallsDownTwice, .releaseSkippedWhileAttached,
                .releaseSkippedWhileVmapped, .releaseSkipsCallback:
                .init(.calledFrom, Callback.release)
            case .unmapAttachmentCallsDownTwice, .unmapBesideOthersSkipsCallback:
                .init(.calledFrom, Callback.unmapDMABuf)

            case .restartsAfterEINTR, .syncEndLeaksRestart, .syncIgnoresErrors, .syncLeaksRestart,
                .syncLosesEAGAINForReads, .syncTurnsEAGAINIntoEINTR:
                .init(.canFail, API.syncStart)
            case .failedVmapIsCounted, .missingVmapIsIgnored, .vmapReturnsErrorPointers, .vmapReturnsLargeErrorPointers:
                .init(.canFail, API.vmap)
            case .beginTurnsRestartIntoEINTR, .failedBeginIsCountedByCopier, .failedBeginPins,
                .missingBeginLosesInterruption, .missingCopyIsIgnored:
                .init(.canFail, Callback.beginCPUAccess)
            case .endTurnsRestartIntoEINTR:
                .init(.canFail, Callback.endCPUAccess)
            case .mapAttachmentTurnsEINTRIntoEAGAIN, .mapDMABufHidesFailedAllocation, .mapDMABufHidesSecondFailure:
                .init(.canFail, Callback.mapDMABuf)

            case .closeOnExecSticks, .execClosesAllOfBuffer, .fdAlwaysClosesOnExec, .fdIgnoresCloseOnExec,
                .reusedDescriptorSurvivesExec, .secondDescriptorSurvivesExec:
                .init(.carriedThrough, Observation.closeOnExec)

            case .fdMmapSkipsSizeCheck, .oversizedMmapReachesCallback:
                .init(.checkedBefore, Callback.mmap)

            case .beginDuringWriteDoesNotSync, .beginLeavesStaleLinesForBoth, .beginLeavesStaleLinesForReads,
                .beginSkipsFirstPage, .beginSkipsInnerLine, .beginSkipsInnerPages, .beginSkipsLastPage,
                .beginSkipsPartialPage, .copyInIsSkipped, .copyOutIsSkipped, .devicesAreNotWaitedFor,
                .endLeavesDirtyLinesForBoth, .endLeavesDirtyLinesForWrites, .endSkipsInnerLine, .innerEndSpoils,
                .nestedBeginDoesNotSync, .nestedEndDoesNotWriteBack, .onlyLastWriterCopiesOut,
                .overlappingBeginCopiesIn, .readAccessSpoilsStorage, .readersAreNotWaitedFor, .readersEndDropsWrites,
                .vmapMapsDevicePages, .writersEndForgetsOthers:
                .init(.coherentWhenBracketed, Resource.cpuAccess)

            case .endDoesNotUnpin, .endSyncsFirstPageOnly, .exporterDoesNotWait, .readersAreNotUnpinned:
                // One sentence promises this and the caches of an end, under one name.
                .init(.domainStep, Observation.cachesFlushed)
            case .deviceWriteKeepsPTEs, .faultDoesNotFlush, .faultInvalidates, .leavingKeepsPTEs, .readersKeepPTEs:
                .init(.domainStep, Observation.nextAccessFresh)
            case .faultDoesNotSwapIn, .shmemFileHasOffset:
                .init(.domainStep, Observation.offsetZero)
            case .emptyRangeZapsAll, .zapIgnoresRangeEnd, .zapSparesEarlierMappings, .zapSparesReadOnlyMappings,
                .zapSparesSecondMapping, .zapStopsShort:
                .init(.domainStep, Observation.onlyRangeZapped)
            case .faultGivesPageBefore, .mmapSetsFileAfterCallback, .ownFileIsNotSet, .ownOffsetIsNotSet,
                .ownOffsetReplacesOther, .releaseFreesMappedStorage, .replacedFileKeepsReference,
                .zapsThroughSharedFile:
                .init(.domainStep, Observation.ownFile)
            case .pinningForUserspaceUnreported:
                .init(.domainStep, Observation.pinningAccepted)
            case .bufferHasInodeOfItsOwn:
                .init(.domainStep, Observation.sharedAddressSpace)
            case .beginAfterFailedOneDoesNotPin, .beginDoesNotPin, .beginLeavesPinToDevice,
                .dmaMappingAfterFailedOneDoesNotPin, .mapDMABufDoesNotPin, .onlyFirstDMAMappingPins,
                .pressureTakesPinnedPages, .readDMAMappingDoesNotPin, .readersEndEndsAllPins,
                .restartedBeginDoesNotPin, .unpinEndsAllPins, .unpinnedEndTakesDevicesPin, .vunmapUnpins:
                .init(.domainStep, Observation.storagePinned)
            case .failedSwapInLosesPages, .halfOfEachPageIsSwappedIn, .onlyFirstPageIsSwappedIn,
                .swappedStorageComesBackEmpty:
                .init(.domainStep, Observation.storageResident)
            case .faultWaitsForDevice, .faultWaitsForReaders:
                .init(.domainStep, Observation.waitedForDevice)

            case .accessAfterEndUnreported, .atomicAccessOutsideUnreported, .endWithoutBeginUnreported, .oneEndEndsAll,
                .vmapAccessOutsideUnreported:
                .init(.ends, Resource.cpuAccess)

            case .fdMmapIgnoresCallbackErrors, .mmapAddsOffsets, .mmapIgnoresOffset, .mmapRepeatsInnerPage,
                .mmapReversesPages:
                .init(.equivalent, API.userMmap)

            case .failedAllocationIsHiddenByBegin, .failedBeginBreaksKmap, .kmapAtomicAllocates:
                .init(.failsOnlyIn, Resource.cpuAccess)

            case .failedVmapBreaksKmap:
                .init(.fallback, Resource.kmap)

            case .coherentAccessOutsideUnreported, .deviceWritesAreAlwaysSeen, .importedMappingIsCoherent,
                .mappingKeepsOtherContract, .partialMappingIsCoherent, .readOnlyMappingIsCoherent:
                .init(.incoherentUnbracketed, Resource.userMapping)

            case .spentAtomicSlotsUnreported:
                .init(.limitedSupply, Supply.atomicSlots)

            case .kmapAtomicAlwaysMapsFirstPage, .kmapAtomicCallsDownTwice, .kmapAtomicMapsCopy:
                .init(.maps, Resource.atomicKmap)
            case .kmapAlwaysMapsFirstPage, .kmapCallsDownTwice, .pageBeforeLastIsLast:
                .init(.maps, Resource.kmap)
            case .heldAtomicKmapBlocksVmap, .secondVmapIsShort, .vmapMissesLastPage, .vmapRepeatsFirstPage,
                .vmapRepeatsInnerPage, .vmapSwapsPages:
                .init(.maps, Resource.vmapping)

            case .atomicKmapsCountAcrossContexts, .atomicKmapsOfOtherBuffersUncounted,
                .atomicKmapsOfOtherPagesUncounted, .secondAtomicKmapReported, .thirdAtomicKmapUnreported:
                .init(.maxHeld, Resource.atomicKmap)

            case .detachedDeviceIsMapped, .detachRemovesFirstOfDevice, .mappingWithoutAttachmentUnreported,
                .otherAttachmentCoversMapping, .otherAttachmentOfDeviceCounts:
                .init(.order, API.attach)
            case .kmapBeforeBeginUnreported:
                .init(.order, API.beginCPUAccess)

            case .userWrongDirectionUnreported, .wrongDirectionUnreported:
                .init(.outcomeOutside, Resource.cpuAccess)
            case .kmapAfterEndUnreported, .kmapOutOfRangeUnreported, .outOfRangeKmapClearsBuffer:
                .init(.outcomeOutside, Resource.kmap)

            case .detachRemovesNewest, .heldAttachmentUnreported, .heldAttachmentUnreportedWhileMapped,
                .unusedAttachmentStays:
                .init(.pairs, Resource.attachment)
            case .openAccessAtReleaseUnreported, .openAccessOfManyUnreported, .openReadAccessUnreported:
                .init(.pairs, Resource.cpuAccess)
            case .heldDMAMappingUnreported, .heldDMAMappingUnreportedWhileAttached:
                .init(.pairs, Resource.dmaMapping)
            case .heldAtomicKmapUnreported, .heldKmapUnreported, .lastKmapLeakUnreported, .otherContextsKmapUnreported:
                .init(.pairs, Resource.kmap)
            case .heldReferenceUnreported, .heldReferenceUnreportedWhileAttached:
                .init(.pairs, Resource.reference)

            case .attachTakesNoLock, .detachTakesNoLock, .silentAttachTakesNoLock, .vmapJoinsWithoutLock,
                .vmapTakesNoLock, .vunmapCountsOutsideLock, .vunmapLeavesWithoutLock, .vunmapTakesNoLock:
                .init(.protectedByLock, Lock.bufferLock)

            case .attachTakesNoDevice:
                .init(.prototype, API.attach)
            case .beginReturnsNothing:
                .init(.prototype, API.beginCPUAccess)
            case .detachTakesNoBuffer:
                .init(.prototype, API.detach)
            case .endHasOtherContract:
                .init(.prototype, API.endCPUAccess)
            case .fdTakesNoFlags:
                .init(.prototype, API.fd)
            case .getIsMissing:
                .init(.prototype, API.get)
            case .kmapTakesNoPage:
                .init(.prototype, API.kmap)
            case .kmapAtomicIsMissing:
                .init(.prototype, API.kmapAtomic)
            case .kunmapTakesNoPage:
                .init(.prototype, API.kunmap)
            case .kunmapAtomicIsMissing:
                .init(.prototype, API.kunmapAtomic)
            case .mapAttachmentTakesNoDirection:
                .init(.prototype, API.mapAttachment)
            case .mmapTakesNoOffset:
                .init(.prototype, API.mmap)
            case .putReturnsStatus:
                .init(.prototype, API.put)
            case .unmapAttachmentTakesNoDirection:
                .init(.prototype, API.unmapAttachment)
            case .vmapTakesPage:
                .init(.prototype, API.vmap)
            case .vunmapTakesPage:
                .init(.prototype, API.vunmap)

            case .getTakesNoReference, .manyGetsTakeOneMore, .putWhileAttachedDropsNothing:
                .init(.referenceCounted, Resource.reference)
            case .otherVmapKeepsMapping, .sharedVmapIsOffset, .vmallocSpaceLeaks, .vmapCallsDownEveryTime,
                .vmapCountStopsAtThree, .vmapOfOthersCallsDown, .vunmapCallsDownEveryTime:
                .init(.referenceCounted, Resource.vmapping)

            case .mmapEndIsTruncated:
                .init(.rejectsWhen, API.mmap)
            case .mmapAllowsOnePageMore, .mmapAllowsPartialPage, .mmapMissesWrapAround, .mmapSkipsSizeCheck,
                .sizeGrowsWithMapping, .sizeShrinksWithKmap, .sizeShrinksWithMapping, .sizeShrinksWithVmap:
                .init(.rejectsWhen, Callback.mmap)

            case .kmapCountStopsAtTwo, .kmapSlotLeaks, .kmapWearsOut, .kunmapEndsAccess, .kunmapUnmapsAll,
                .lastPageSlotLeaks:
                .init(.repeatable, Resource.kmap)
            case .syncReadsWearOut, .syncWearsOut:
                .init(.repeatable, Resource.syncAccess)

            case .interruptedSyncSucceeds, .missingSyncEndRestartUnreported, .missingSyncRestartUnreported:
                .init(.restartedAfter, API.syncStart)
            case .anyBeginRestartsAll, .interruptedBeginBlocksNext, .interruptedWaitKeepsSignal,
                .interruptedWaitSucceeds, .mappingAfterInterruptionUnreported, .missingRestartUnreported,
                .restartedBeginDoesNotSync, .secondInterruptionSucceeds, .waitsIgnoreSignals:
                .init(.restartedAfter, Callback.beginCPUAccess)
            case .interruptedEndClosesAccess, .restartedEndDoesNotSync:
                .init(.restartedAfter, Callback.endCPUAccess)

            case .beginErrorLostForWrites, .beginErrorLostWhileOpen, .beginReportsAllocationFailureAsEAGAIN,
                .beginReturnsOne, .beginReturnsOneForReads, .beginTurnsEIOIntoSuccess:
                .init(.returns, API.beginCPUAccess)
            case .endErrorLostBesideOtherAccess, .endErrorLostForReads, .endIgnoresEIO, .endReturnsOne:
                .init(.returns, API.endCPUAccess)
            case .attachErrorLostBesideOthers, .attachTakesErrorsForSuccess, .attachTurnsErrorsIntoEINVAL,
                .positiveAttachUnreported, .refusedDeviceStaysAttached:
                .init(.returns, Callback.attach)
            case .beginLosesLargeErrors, .beginTurnsErrorsIntoEINVAL, .positiveBeginUnreported, .positiveSyncUnreported,
                .syncTurnsEIOIntoSuccess:
                .init(.returns, Callback.beginCPUAccess)
            case .endTurnsErrorsIntoEINVAL, .positiveEndUnreported:
                .init(.returns, Callback.endCPUAccess)
            case .failedMapBlocksNext, .mapAttachmentTurnsErrorsIntoEINVAL:
                .init(.returns, Callback.mapDMABuf)
            case .failedMmapKeepsFile, .fdMmapErrorLostWithOffset, .mmapIgnoresCallbackErrors, .positiveMmapUnreported:
                .init(.returns, Callback.mmap)

            case .onlyFirstAccessIsWrittenBack:
                .init(.sequence, Resource.cpuAccess)
            case .onlyFirstAccessMaps:
                .init(.sequence, Resource.kmap)
            case .secondSyncStartFails, .secondSyncStartSkipsCallback:
                .init(.sequence, Resource.syncAccess)
            case .munmapLeavesLastPage, .munmapLeavesPTEs:
                .init(.sequence, Resource.userMapping)

            case .anySleepReported, .sleepInKmapReported:
                .init(.sleeping, Callback.kmap)
            case .sleepInKmapAtomicUnreported, .sleepInSecondKmapAtomicUnreported:
                .init(.sleeping, Callback.kmapAtomic)
            case .kunmapAtomicWaits, .sleepInFirstKunmapAtomicUnreported, .sleepInKunmapAtomicUnreported:
                .init(.sleeping, Callback.kunmapAtomic)
            case .sleepInMapDMABufReported:
                .init(.sleeping, Callback.mapDMABuf)
            case .accessWaitUnderAtomicUnreported, .allocationUnderAtomicUnreported, .atomicKmapForbidsSleepElsewhere,
                .deviceMappingUnderAtomicUnreported, .deviceWaitUnderAtomicUnreported, .kmapUnderAtomicUnreported,
                .mutexUnderAtomicUnreported, .releasedAtomicKmapForbidsSleep, .sleepHoldingAtomicKmapUnreported,
                .sleepHoldingTwoAtomicKmapsUnreported:
                .init(.sleeping, Resource.atomicKmap)

            case .kmapMapsFollowingPage, .kmapReturnsUnalignedAddress, .lastPageIsUnaligned:
                .init(.unitSized, Resource.kmap)

            case .atomicSlotLeaks, .kunmapAtomicLeavesMapping, .secondAtomicSlotLeaks, .secondAtomicSlotStaysMapped:
                .init(.unmaps, Resource.atomicKmap)
            case .kunmapDuringVmapSkipsCallback, .kunmapLeavesMapping, .kunmapNamesFirstPage,
                .kunmapOfOneGivesSlotAway, .kunmapServesOneProcess, .kunmapSkipsCallback:
                .init(.unmaps, Resource.kmap)
            case .lastVunmapSkipsCallback, .vunmapLeavesLastPage, .vunmapLeavesMapping:
                .init(.unmaps, Resource.vmapping)

            case .syncRefusesWriteAlone, .syncSwapsDirections, .syncSyncsFirstPageOnly:
                .init(.usableThrough, Resource.syncAccess)
            case .mmapForgetsOffset, .mmapRepeatsFirstPage, .mmapRepeatsLastPage, .munmapEndsOtherMappings,
                .secondMappingShowsFirstPage:
                .init(.usableThrough, Resource.userMapping)

            case .accessOutsideUnreported, .bracketCoversOtherProcesses, .newcomerIsUnwatched, .writeOutsideUnreported:
                .init(.validBetween, Resource.cpuAccess)
            case .accessWithoutMappingUnreported:
                .init(.validBetween, Resource.kmap)
            case .anyBracketCoversAccess, .importedMappingIsUnwatched, .openSyncAtReleaseUnreported,
                .userAccessOutsideUnreported, .userWriteOutsideUnreported:
                .init(.validBetween, Resource.syncAccess)
            }
        }

        /// The same promise as a documentation may make it of something else.
        private var otherPromises: [Promise] {
            switch self {
            case .anySleepReported:
                [.init(.sleeping, Callback.endCPUAccess), .init(.sleeping, Resource.dmaMapping)]
            case .attachErrorLostBesideOthers:
                [.init(.returns, API.attach)]
            case .attachTakesErrorsForSuccess:
                [.init(.returns, API.attach), .init(.canFail, API.attach)]
            case .attachTurnsErrorsIntoEINVAL:
                [.init(.returns, API.attach), .init(.canFail, Callback.attach), .init(.canFail, API.attach)]
            case .beginLosesLargeErrors:
                [.init(.canFail, Callback.beginCPUAccess), .init(.canFail, API.beginCPUAccess)]
            case .beginTurnsErrorsIntoEINVAL:
                [
                    .init(.returns, API.beginCPUAccess), .init(.canFail, Callback.beginCPUAccess),
                    .init(.canFail, API.beginCPUAccess),
                ]
            case .beginTurnsRestartIntoEINTR:
                [.init(.canFail, API.beginCPUAccess)]
            case .endDoesNotUnpin, .readersAreNotUnpinned:
                [.init(.domainStep, Observation.nothingPinned)]
            case .endTurnsErrorsIntoEINVAL:
                [
                    .init(.returns, API.endCPUAccess), .init(.canFail, Callback.endCPUAccess),
                    .init(.canFail, API.endCPUAccess),
                ]
            case .endTurnsRestartIntoEINTR:
                [.init(.canFail, API.endCPUAccess)]
            case .exportSparesBothMaps, .exportSparesMapDMABuf, .exportSparesRelease, .exportSparesUnmapDMABuf:
                [.init(.returns, API.export)]
            case .failedMmapKeepsFile:
                [.init(.returns, API.mmap)]
            case .lastVunmapSkipsCallback, .vunmapCallsDownEveryTime:
                [.init(.calledFrom, Callback.vunmap)]
            case .mapAttachmentTurnsEINTRIntoEAGAIN, .mapDMABufHidesFailedAllocation:
                [.init(.canFail, API.mapAttachment)]
            case .mapAttachmentTurnsErrorsIntoEINVAL:
                [
                    .init(.returns, API.mapAttachment), .init(.canFail, Callback.mapDMABuf),
                    .init(.canFail, API.mapAttachment),
                ]
            case .mmapIgnoresCallbackErrors:
                [.init(.returns, API.mmap), .init(.canFail, Callback.mmap), .init(.canFail, API.mmap)]
            case .syncIgnoresErrors:
                [.init(.returns, API.syncStart)]
            case .syncTurnsEIOIntoSuccess:
                [.init(.returns, API.syncStart), .init(.canFail, API.syncStart)]
            case .vmapCallsDownEveryTime:
                [.init(.calledFrom, Callback.vmap)]
            case .zapSparesSecondMapping, .zapsThroughSharedFile:
                [.init(.domainStep, Observation.allPTEsZapped)]
            default: []
            }
        }
    }
#endif
