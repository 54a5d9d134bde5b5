import Testing

@testable import ClauseTesting
