// DMABufTestbed
