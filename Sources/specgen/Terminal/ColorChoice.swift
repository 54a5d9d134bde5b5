import ArgumentParser

/// Whether colour is wanted: `--color`.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
    case auto, always, never
}
