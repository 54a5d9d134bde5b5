import Testing

@testable import DMABuf
