/// The machine used up its steps: something went round and round.
struct MachineHalted: Error, CustomStringConvertible {
    var description: String {
        "the machine stopped after \(ReferenceWorld.steps) calls: something does not come to an end"
    }
}
