/// Who asks.
enum PolicyCaller {
    /// A service on its own behalf: `s3.amazonaws.com`.
    case service(String)
    /// A role, by the texts that may name it.
    case role([PolicyText])
}
