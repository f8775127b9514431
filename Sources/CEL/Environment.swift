/// What expressions may use: variables, structures and functions.
package struct Environment: Sendable {
    var variables: [String: CELType]
    let structures: [String: [String: PlacedField]]
    /// Where the caller keeps variables.
    var slots: [String: Int]
    /// What a name stands for whenever an expression runs.
    var constants: [String: Value]
    let functions: [String: [Overload]]
    /// The first words of dotted function names.
    let namespaces: Set<String>
    /// How far the language goes where a rule may less than the standard.
    let dialect: Dialect

    init(
        variables: [String: CELType], slots: [String: Int], constants: [String: Value],
        structures: [String: [String: PlacedField]], functions: [String: [Overload]], namespaces: Set<String>,
        dialect: Dialect
    ) {
        self.variables = variables
        self.slots = slots
        self.constants = constants
        self.structures = structures
        self.functions = functions
        self.namespaces = namespaces
        self.dialect = dialect
    }

    /// - Parameters:
    ///   - functions: what comes on top of the standard library; a name that it has, too, gains overloads.
    ///   - timeZones: what `getHours('Europe/Berlin')` and its like know of places.
    ///   - dialect: what is allowed beyond or short of the standard; that of rules unless said otherwise.
    package init(
        variables: [String: CELType], structures: [StructDeclaration] = [],
        functions: [FunctionDeclaration] = [], timeZones: TimeZoneSource = .none, dialect: Dialect = .rules
    ) {
        self.variables = variables
        self.dialect = dialect
        slots = [:]
        constants = [:]
        self.structures = Dictionary(
            structures.map { declaration in
                let fields = declaration.fields.enumerated().map { ($1.name, PlacedField(declaration: $1, position: $0)) }
                return (declaration.name, Dictionary(fields, uniquingKeysWith: { _, last in last }))
            }, uniquingKeysWith: { _, last in last })
        var registry = StandardLibrary.functions.merging(StandardLibrary.times(in: timeZones)) { $1 }
        for function in functions { registry[function.name, default: []] += function.overloads }
        self.functions = registry
        namespaces = Set(
            registry.keys.compactMap { name in
                name.firstIndex(of: ".").map { String(name[..<$0]) }
            })
    }

    /// Checks an expression and makes it ready to run.
    /// - Parameters:
    ///   - source: at most 4,096 bytes of UTF-8.
    ///   - expecting: the type that the result must have.
    ///   - assuming: conditions that hold whenever this expression runs, such as a rule's `when`;
    ///     the optional fields whose presence they ask for need no further guard.
    package func compile(
        _ source: String, expecting: CELType? = nil, assuming: [Program] = []
    ) throws(CompileError) -> Program {
        try compile(source, expecting: expecting, assuming: assuming, mode: .value)
    }

    /// Checks a path for ``Program/evaluateReference(_:budget:)``: it may lead over fields that may be absent.
    package func compileReference(
        _ source: String, assuming: [Program] = []
    ) throws(CompileError) -> Program {
        try compile(source, expecting: nil, assuming: assuming, mode: .reference)
    }

    func compile(
        _ source: String, expecting: CELType?, assuming: [Program], mode: CheckingMode
    ) throws(CompileError) -> Program {
        let bytes = Array(source.utf8)
        let expression = try Parser.parse(bytes)
        let present = assuming.reduce(into: Set<String>()) { $0.formUnion($1.presentWhenTrue) }
        var checker = Checker(
            environment: self, source: bytes, mode: mode, presence: Presence(present))
        let result = checker.check(expression)
        if let expecting {
            checker.require(result.type, expecting, place: "the result", range: expression.range)
        }
        guard checker.diagnostics.isEmpty else {
            throw CompileError(checker.diagnostics.sorted { $0.range.lowerBound < $1.range.lowerBound })
        }
        return Program(
            resultType: checker.readable(result.type), source: source, root: result.node,
            globals: checker.globals, frameSize: checker.scope.frameSize,
            referencedFields: checker.fields,
            presentWhenTrue: checker.presentPaths(in: expression, when: true))
    }
}
