extension Int {
    /// The number with zeros before it: `07`, `001f`. A longer one stays as it is; a minus sign counts as a digit.
    package func padded(to width: Int, radix: Int = 10) -> String {
        let digits = String(self, radix: radix)
        return String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }
}
