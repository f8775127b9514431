/// Why rules could not be asked: a broken rule, a configuration that names rules that are not there.
struct RuleTrouble: Error {
    let diagnostics: [Diagnostic]
}
