/// What is known about the terminal and the environment of a run.
package enum Terminal {
    /// Whether standard output is shown to a person.
    package static var isInteractive: Bool { Platform.isTerminal(1) }

    /// Whether colour is wanted when nobody says so: on a terminal that can show it, unless `NO_COLOR` is set to anything.
    package static var prefersColor: Bool {
        guard isInteractive, Platform.environment("TERM") != "dumb" else { return false }
        return (Platform.environment("NO_COLOR") ?? "").isEmpty
    }

    /// What the program was called with, its own name left out.
    package static var arguments: [String] { Platform.arguments }

    /// Processors that are online; at least 1.
    package static var processorCount: Int { Platform.processorCount }
}
