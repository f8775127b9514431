/// Recognises credentials by their shape, or by the name of the variable that holds them.
enum CredentialShape {
    /// What credential a text holds, by shape alone: "AWS access key id"; `nil` for none.
    ///
    /// Shapes that are unmistakable only: a false alarm is worse than a miss.
    static func kind(of text: String) -> String? {
        // The shortest that there is; most values are shorter, and a template may have very many.
        guard text.utf8.count >= shortest else { return nil }
        if text.contains("-----BEGIN"), text.contains("PRIVATE KEY-----") { return "private key" }
        for word in text.split(whereSeparator: { !$0.isTokenCharacter }) {
            if let kind = prefixed(word) { return kind }
        }
        return hasPasswordInAddress(text) ? "password in an address" : nil
    }

    /// What credential a variable's literal value is, by shape or by the variable's name.
    static func kind(of text: String, name: String) -> String? {
        if let kind = kind(of: text) { return kind }
        guard looksLikeValue(text), isNamedAsCredential(name) else { return nil }
        return "value of \(name)"
    }

    // MARK: - Shapes

    /// `://:wxyz@`, an address with a password of four letters, in bytes.
    private static let shortest = 9

    /// Tokens that begin with letters of their issuer: AWS access keys, GitHub, Slack, Stripe, Google.
    ///
    /// Source: IAM user guide, "Unique identifiers" (AKIA, ASIA); the token formats that each issuer documents.
    private static func prefixed(_ word: Substring) -> String? {
        let length = word.utf8.count
        if length == 20, word.hasPrefix("AKIA") || word.hasPrefix("ASIA"), word.allSatisfy({ $0.isUppercase || $0.isNumber }) {
            // The example of AWS's own documentation is no secret.
            return word.hasSuffix("EXAMPLE") ? nil : "AWS access key id"
        }
        if length >= 40, ["ghp_", "gho_", "ghs_", "ghu_", "ghr_"].contains(where: word.hasPrefix) { return "GitHub token" }
        if length >= 40, word.hasPrefix("github_pat_") { return "GitHub token" }
        if length >= 24, ["xoxb-", "xoxp-", "xoxa-", "xoxs-"].contains(where: word.hasPrefix) { return "Slack token" }
        if length >= 24, ["sk_live_", "rk_live_"].contains(where: word.hasPrefix) { return "Stripe key" }
        if length == 39, word.hasPrefix("AIza") { return "Google API key" }
        return nil
    }

    /// `postgres://user:word@host`, where the password is no placeholder.
    private static func hasPasswordInAddress(_ text: String) -> Bool {
        guard let scheme = text.ranges(of: "://").first else { return false }
        let rest = text[scheme.upperBound...].prefix { !$0.isWhitespace && $0 != "/" }
        guard let at = rest.lastIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") else { return false }
        return looksLikeValue(String(rest[rest.index(after: colon)..<at]))
    }

    // MARK: - Names

    private static let lastWords: Set<String> = [
        "password", "passwd", "passphrase", "secret", "token", "pwd", "apikey", "credential", "credentials",
    ]

    /// `DB_PASSWORD`, `ApiKey`, `AWS_SECRET_ACCESS_KEY`; not `PASSWORD_FILE`, `TOKEN_URL` or `SECRET_NAME`.
    private static func isNamedAsCredential(_ name: String) -> Bool {
        let words = NameWords.words(of: name)
        guard let last = words.last else { return false }
        if lastWords.contains(last) { return true }
        guard last == "key", words.count > 1 else { return false }
        return ["api", "secret", "private", "access", "auth", "encryption", "signing"].contains(words[words.count - 2])
            && !words.contains("public")
    }

    /// Text that may be a secret: no number or truth value, no ARN, path, address or placeholder.
    private static func looksLikeValue(_ text: String) -> Bool {
        guard text.utf8.count >= 4 else { return false }
        let lower = text.lowercased()
        guard !text.contains(where: \.isWhitespace), Double(text) == nil else { return false }
        if ["true", "false", "none", "null", "disabled", "enabled", "dummy", "placeholder", "changeme-in-console"].contains(
            lower)
        {
            return false
        }
        if lower.hasPrefix("arn:") || lower.contains("://") || text.hasPrefix("/") || text.hasPrefix("${")
            || text.hasPrefix("{{")
        {
            return false
        }
        return !text.hasPrefix("<") && !lower.allSatisfy { $0 == "x" || $0 == "*" }
    }
}

extension Character {
    fileprivate var isTokenCharacter: Bool { isLetter || isNumber || self == "_" || self == "-" }
}
