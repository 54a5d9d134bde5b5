/// The locks that the documentation names.
public enum LockName: String, Sendable, CaseIterable {
    /// `dma_buf->lock`
    case bufferLock
    /// `db_list.lock`
    case listLock
    /// `dma_buf->resv->lock`
    case reservationLock
}
