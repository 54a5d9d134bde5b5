import Testing

@testable import DMABufTestbed
