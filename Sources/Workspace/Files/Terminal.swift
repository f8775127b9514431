/// What is known about the terminal and the environment of a run.
public enum Terminal {
    /// Whether standard output is shown to a person.
    public static var isInteractive: Bool { Platform.isTerminal(1) }

    /// Whether colour is wanted when nobody says so: on a terminal that can show it, unless `NO_COLOR` is set to anything.
    public static var prefersColor: Bool {
        guard isInteractive, Platform.environment("TERM") != "dumb" else { return false }
        return (Platform.environment("NO_COLOR") ?? "").isEmpty
    }

    /// What the program was called with, its own name left out.
    public static var arguments: [String] { Platform.arguments }

    /// Processors that are online; at least 1.
    public static var processorCount: Int { Platform.processorCount }
}
