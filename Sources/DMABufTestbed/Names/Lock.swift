import ClauseTesting

extension DMABufTestbed {
    /// The locks that can be waited for.
    public enum Lock: String, TestbedName {
        /// `dma_buf->lock`
        case bufferLock
        /// `db_list.lock`
        case listLock
        /// `dma_buf->resv->lock`
        case reservationLock
    }
}
