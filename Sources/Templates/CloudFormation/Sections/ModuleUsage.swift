import YAMLBridge

/// A module that a template uses and that is not read.
struct ModuleUsage: Sendable {
    /// The type of a resource in whose place rain puts those of a module.
    static let rain = "Rain::Module"

    /// Where it is named: the key `Type` or its own key, with what stands behind it.
    let key: Node
    let value: Node
    /// What stands where others say which module it is: an entry of `Modules`; `nil` for a resource, which is read anyway.
    let section: SectionEntry?
    /// What has to be done so that its resources are read.
    let help: String

    /// `nil` for a type that is no module's.
    init?(_ type: String, at entry: SectionEntry) {
        if type == Self.rain {
            help = Self.packaging
        } else if type.hasSuffix("::MODULE") {
            help = """
                Check the template that CloudFormation makes of it (aws cloudformation get-template --template-stage Processed); \
                until then what the module makes is undecided.
                """
        } else {
            return nil
        }
        (key, value, section) = (entry.key, entry.value, nil)
    }

    /// An entry of a template's `Modules`.
    init(packaged entry: SectionEntry) {
        help = Self.packaging
        (key, value, section) = (entry.key, entry.value, entry)
    }

    private static let packaging = """
        Check what rain pkg or aws cloudformation package makes of the template; until then what the module makes is undecided.
        """
}
