import Testing

@testable import Clauses
