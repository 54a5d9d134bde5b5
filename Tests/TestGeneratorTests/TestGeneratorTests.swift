import Testing

@testable import TestGenerator
