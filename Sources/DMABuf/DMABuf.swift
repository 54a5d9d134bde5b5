// DMABuf
