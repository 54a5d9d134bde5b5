extension RandomAccessCollection where Index == Int {
    /// The first index whose element is behind, or the end, where all elements behind stand behind all others
    /// (a binary search).
    @inlinable
    package func partitioningIndex(where isBehind: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
