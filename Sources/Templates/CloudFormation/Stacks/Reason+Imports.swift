import Evaluation

extension Reason {
    /// A value that is imported from some stack: it may be what a template of the input exports.
    package static let openImport = Reason("which export is imported is not known")
}
