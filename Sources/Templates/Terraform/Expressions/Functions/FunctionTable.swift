/// The functions of Terraform's language (https://developer.hashicorp.com/terraform/language/functions, version 1.11).
struct FunctionTable {
    typealias Body = @Sendable (FunctionArguments) throws(ExpressionFailure) -> Value

    struct Function: Sendable {
        /// How many arguments it takes.
        let arity: ClosedRange<Int>
        let body: Body
    }

    static let builtIn = FunctionTable(texts + numbers + lists + maps + sets + conversions + encodings)

    let functions: [String: Function]

    private init(_ functions: [(name: String, function: Function)]) {
        self.functions = Dictionary(functions.map { ($0.name, $0.function) }, uniquingKeysWith: { first, _ in first })
    }

    static func function(
        _ name: String, _ arity: ClosedRange<Int>, _ body: @escaping Body
    ) -> (name: String, function: Function) {
        (name, Function(arity: arity, body: body))
    }

    /// Many arguments.
    static let many = 1_000_000

    /// Functions whose result is not worked out: it needs files, time, chance or more arithmetic than rules ask for.
    static let unevaluated: Set<String> = [
        "abspath", "base64gzip", "base64sha256", "base64sha512", "bcrypt", "cidrhost", "cidrnetmask", "cidrsubnet",
        "cidrsubnets", "csvdecode", "ephemeralasnull", "file", "filebase64", "filebase64sha256", "filebase64sha512",
        "fileexists", "filemd5", "fileset", "filesha1", "filesha256", "filesha512", "formatdate", "issensitive", "log",
        "matchkeys", "md5", "pathexpand", "plantimestamp", "regex", "regexall", "rsadecrypt", "sha1",
        "sha256", "sha512", "templatefile", "templatestring", "textdecodebase64", "textencodebase64", "timeadd",
        "timecmp", "timestamp", "transpose", "type", "urlencode", "uuid", "uuidv5", "yamlencode",
    ]

    /// Every name that Terraform knows.
    static var names: [String] { Array(builtIn.functions.keys) + Array(unevaluated) + ["try", "can"] }
}
