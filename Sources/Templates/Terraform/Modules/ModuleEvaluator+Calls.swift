import Evaluation
import Text
import YAMLBridge

extension ModuleEvaluator {
    /// Names in a `module` block that are no variables of the module.
    private static let metaArguments: Set<String> = ["source", "version", "count", "for_each", "providers", "depends_on"]

    // MARK: - Following calls

    /// The modules that the call uses; each call is followed once.
    func use(of name: String, _ block: ConfigurationBlock) -> ModuleUse {
        if let known = calls[name] { return known }
        let use = follow(name, block)
        calls[name] = use
        return use
    }

    private func follow(_ name: String, _ block: ConfigurationBlock) -> ModuleUse {
        if let facts = run.facts { return plannedUse(of: name, block, facts) }
        let origin = block.origin(resource: nil, path: [.key("module"), .key(name)])
        let address = "\(prefix)module.\(name)"
        guard let entry = block.entry("source"), let source = source(entry, at: origin) else {
            return unread(
                name, block, because: "the source of module \(address) is not known",
                help: "Write it out, or give the variables in it a value.", at: origin)
        }
        let place = origin.child(.key("source"), node: entry.value, key: entry.key)
        guard let (path, isCopy) = self.place(of: name, source) else {
            if run.installed.isUnreadable {
                return unread(
                    name, block, because: "module \(address) is not read: \(InstalledModules.path) cannot be read",
                    help: "Run terraform init again; until then what it makes stays undecided.", at: place)
            }
            return unread(
                name, block, because: "module \(address) comes from \(source.prefix(120)), which is not in the input",
                help: """
                    Run terraform init, so that its copy under .terraform/modules can be read, or check a plan's JSON; what it \
                    makes stays undecided.
                    """, at: place)
        }
        if isCopy, let reason = staleCopy(of: name, block, source) {
            return unread(
                name, block, because: "module \(address), '\(source.prefix(120))', is not read: \(reason)",
                help: "Run terraform init again; until then what it makes stays undecided.", at: place)
        }
        let files = run.files(in: path)
        guard let found = files.first.map({ Self.folder(of: $0.path) }) else {
            let way = isCopy ? "Run terraform init again" : "Name its folder beside this one or under roots in ecslint.yaml"
            return unread(
                name, block, because: "module \(address), '\(source.prefix(120))', is not in the input",
                help: "\(way), or check a plan's JSON; what it makes stays undecided.", at: place)
        }
        let folders = ancestors + [configuration.documents.first.map { Self.folder(of: $0.path) } ?? ""]
        guard !folders.contains(found) else {
            report(
                .circularReference, "module \(address) calls itself", help: "Break the circle: Terraform refuses it.",
                at: place)
            return unread(Reason("module \(address) calls itself"), name, block)
        }
        guard folders.count < run.options.limits.nesting else {
            run.work.report(.nesting, at: place, leavingOut: address)
            return unread(Reason("module \(address) is nested too deep"), name, block)
        }
        return modules(name, block, files, path, folders, isLocal: Self.isLocal(source), at: origin)
    }

    /// The folder of a module from the root's, and whether it is a copy of somebody else's; `nil` where Terraform fetches it
    /// and has not yet.
    private func place(of name: String, _ source: String) -> (folder: String, isCopy: Bool)? {
        guard !Self.isLocal(source) else { return (ConfigurationRoots.joined(folder, source), bringing != nil) }
        return run.installed.folder(of: callNames + [name], source: source).map { (ConfigurationRoots.joined("", $0), true) }
    }

    /// Why Terraform refuses the copy that it has of a module: the call asks for another version by now
    /// ("Module version requirements have changed").
    private func staleCopy(of name: String, _ block: ConfigurationBlock, _ source: String) -> String? {
        guard !Self.isLocal(source), let written = block.entry("version")?.value.literalText,
            let version = run.installed.version(of: callNames + [name]),
            VersionConstraint(written)?.allows(version) == false
        else { return nil }
        return "the copy of it is of version \(version.prefix(40)), and the call asks for \(written.prefix(40))"
    }

    /// A source with variables and local values in it is one of OpenTofu, which knows these early
    /// (https://opentofu.org/docs/language/modules/sources/).
    func source(_ entry: Node.Entry, at origin: Origin) -> String? {
        if let text = entry.value.literalText, !text.contains("${") { return text }
        let place = origin.child(.key("source"), node: entry.value, key: entry.key)
        return BodyReader(scope: scope("module source")).value(entry.value, at: place).knownText
    }

    /// A module that is not at hand; one of which there are no copies is missed by nobody.
    private func unread(
        _ name: String, _ block: ConfigurationBlock, because message: String, help: String, at origin: Origin
    ) -> ModuleUse {
        let copies = copies(of: block, "module.\(name)")
        guard copies.all.contains(where: { WorldSolver.mayHold(existence.and($0.existence)) }) else { return .read(copies, []) }
        report(.nestedTemplateNotFound, message, help: help, at: origin)
        return unread(Reason(message), name, block)
    }

    private func unread(_ reason: Reason, _ name: String, _ block: ConfigurationBlock) -> ModuleUse {
        addUnread(name, block, reason)
        return .unread(reason)
    }

    /// What a call hands to a module that is not read: its arguments, and what its copies are made from.
    func givenValues(_ name: String, _ block: ConfigurationBlock) -> [Value] {
        let origin = block.origin(resource: nil, path: [.key("module"), .key(name)])
        let isCount = block.entry("for_each") == nil
        let isRepeated = !isCount || block.entry("count") != nil
        let reader = BodyReader(scope: scope("module.\(name)", isRepeated ? .undecided(isCount: isCount) : .single))
        let copies = block.entry("for_each").map { entry in
            BodyReader(scope: scope("module.\(name)")).value(entry.value, at: origin)
        }
        return [reader.body(block.entries, at: origin, leavingOut: Self.metaArguments)] + (copies.map { [$0] } ?? [])
    }

    /// The modules of a call, one for each copy of it.
    func modules(
        _ name: String, _ block: ConfigurationBlock, _ files: [Document], _ folder: String, _ folders: [String],
        isLocal: Bool = true, at origin: Origin
    ) -> ModuleUse {
        let configuration = run.configuration(of: files, isCopy: !isLocal || bringing != nil)
        let copies = copies(of: block, "module.\(name)")
        var modules: [(repetition: Repetition, module: ModuleEvaluator)] = []
        var isCut = false
        func module(_ repetition: Repetition, when existence: Condition, offBy defaults: [OriginStep]) -> ModuleEvaluator {
            ModuleEvaluator(
                run: run, configuration: configuration, prefix: "\(prefix)module.\(name)\(repetition.suffix).",
                call: Call(parent: self, name: name, block: block, repetition: repetition, isLocal: isLocal),
                ancestors: folders, folder: folder, existence: self.existence.and(existence), offBy: defaults)
        }
        for copy in copies.all where copy.existence != .never {
            let address = "\(prefix)module.\(name)\(copy.repetition.suffix)"
            guard run.enterModule(address, at: origin) else {
                isCut = true
                continue
            }
            modules.append((copy.repetition, module(copy.repetition, when: copy.existence, offBy: offBy)))
        }
        if copies.count == 0, let defaults = switchedOff["module.\(name)"],
            let repetition = offCopy(of: block, "module.\(name)"), run.mayEnterModule()
        {
            modulesOff.append(module(repetition, when: .never, offBy: defaults))
        }
        if isCut { addUnread(name, block, Reason("the run has too many modules")) }
        if run.facts == nil { checkArguments(of: block, configuration, at: origin) }
        return .read(copies, modules)
    }

    private func checkArguments(of block: ConfigurationBlock, _ configuration: ModuleConfiguration, at origin: Origin) {
        for entry in block.entries where !Self.metaArguments.contains(entry.key.text) && !entry.isComment {
            let name = entry.key.text
            guard configuration.block(.variable, name) == nil else { continue }
            let place = origin.child(.key(name), node: entry.value, key: entry.key)
            _ = undeclared(
                "variable of the module", name, among: configuration.names(.variable),
                help: "Declare it in the module, or take the argument out.", at: place)
        }
    }

    /// Whether a module's source is a folder beside, and not a registry or a repository.
    static func isLocal(_ source: String) -> Bool { source.hasPrefix("./") || source.hasPrefix("../") }

    /// Empty for the working folder.
    static func folder(of path: String) -> String {
        let folder = PathName.folder(of: path)
        return folder == "." ? "" : folder
    }

    /// The modules of every call, in the order of the text.
    func children() -> [ModuleEvaluator] {
        configuration.blocks(.module).flatMap { name, block -> [ModuleEvaluator] in
            guard case .read(_, let modules) = use(of: name, block) else { return [] }
            return modules.map(\.module)
        }
    }
}
