import Evaluation

/// The functions of Terraform's language (https://developer.hashicorp.com/terraform/language/functions, version 1.11).
struct FunctionTable {
    typealias Body = @Sendable (FunctionArguments) throws(ExpressionFailure) -> Value

    /// How much of its arguments a function reads.
    enum Reading: Sendable {
        /// Texts, and which elements and members there are: what these hold is passed on as it is.
        case outermost
        /// Everything that the arguments hold.
        case whole
    }

    struct Function: Sendable {
        /// How many arguments it takes.
        let arity: ClosedRange<Int>
        let reading: Reading
        fileprivate let body: Body

        /// What the function gives. What it reads is counted before, and unknown is what the run has no steps left for.
        func callAsFunction(_ call: FunctionArguments) throws(ExpressionFailure) -> Value {
            guard call.spendReading(reading) else { return call.exhausted }
            return try body(call)
        }
    }

    static let builtIn = FunctionTable(
        texts + patterns + numbers + lists + maps + sets + conversions + encodings + codes + digests + addresses + times
            + providers)

    let functions: [String: Function]

    private init(_ functions: [(name: String, function: Function)]) {
        self.functions = Dictionary(functions.map { ($0.name, $0.function) }, uniquingKeysWith: { first, _ in first })
    }

    static func function(
        _ name: String, _ arity: ClosedRange<Int>, reading: Reading = .whole, _ body: @escaping Body
    ) -> (name: String, function: Function) {
        (name, Function(arity: arity, reading: reading, body: body))
    }

    /// A function as something that can be done again.
    static func operation(_ name: String, _ function: Function, _ facts: ProviderFacts = .none) -> Operation {
        Operation(name) { (values, site) throws(ExpressionFailure) in
            try function(
                FunctionArguments(function: name, values: values, origin: site.origin, work: site.work, facts: facts))
        }
    }

    /// Many arguments.
    static let many = 1_000_000

    /// Functions whose result is not worked out, and why.
    static let unevaluated: [String: String] = {
        let reasons = [
            "it differs from run to run": ["bcrypt", "plantimestamp", "timestamp", "uuid"],
            "it needs a key": ["rsadecrypt"],
            "its bytes are the compressor's": ["base64gunzip", "base64gzip"],
            "the folder's files are not all at hand": ["fileset"],
            "what is sensitive or ephemeral is not kept apart from other values": ["ephemeralasnull", "issensitive"],
            "it needs the types that values are declared with": ["convert", "type"],
            "it says something of values that are known later": [
                "assumeequal", "assumelistlength", "assumelistlengthmax", "assumelistlengthmin", "assumemaplength",
                "assumemaplengthmax", "assumemaplengthmin", "assumenotnull", "assumesetlength", "assumesetlengthmax",
                "assumesetlengthmin", "assumestringprefix",
            ],
        ]
        let pairs = reasons.flatMap { reason, names in names.map { ($0, reason) } }
        return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    }()

    /// Every name that Terraform or OpenTofu knows.
    static var names: [String] {
        Array(builtIn.functions.keys) + Array(unevaluated.keys) + Array(ExpressionEvaluator.fileFunctions) + [
            "try", "can", "contains",
        ]
    }
}
