import Foundation
import TestSupport
import Testing

/// The direction that docs/architecture.md promises: a target sees only those above it.
@Suite struct TargetDirectionTests {
    /// What comes with the toolchain, or is the one package that only the commands see.
    private static let system: Set<String> = ["Dispatch", "Glibc", "Synchronization", "ArgumentParser"]

    private let package: PackageTargets

    init() throws {
        package = try PackageTargets()
    }

    @Test func everyTargetIsFound() {
        #expect(package.targets.count > 10)
        #expect(package.targets.last?.name == "ecslint")
        // The two C targets have no Swift.
        #expect(package.targets.filter { $0.files.isEmpty }.map(\.name) == ["CYAML", "EmbeddedFiles"])
    }

    @Test func targetsSeeOnlyThoseAboveThem() {
        var above: Set<String> = []
        for target in package.targets {
            let later = target.dependencies.filter { !above.contains($0) }
            #expect(later.isEmpty, "\(target.name) sees \(later), which stand below it in Package.swift")
            above.insert(target.name)
        }
    }

    @Test func filesImportWhatTheirTargetDeclares() {
        for target in package.targets {
            let allowed = Set(target.dependencies).union(Self.system)
            for file in target.files {
                let imports = PackageTargets.Target(name: "", dependencies: [], files: [file]).imports
                let others = imports.subtracting(allowed)
                #expect(others.isEmpty, "\(file.path) imports \(others.sorted()), which \(target.name) does not declare")
            }
        }
    }

    @Test func targetsDeclareOnlyWhatTheyImport() {
        for target in package.targets {
            let unused = Set(target.dependencies).subtracting(target.imports)
            #expect(unused.isEmpty, "\(target.name) declares \(unused.sorted()) and imports none of it")
        }
    }

    @Test func onlyTheCommandsKnowTheArgumentParser() {
        for target in package.targets where target.name != "ecslint" {
            #expect(!target.imports.contains("ArgumentParser"), "\(target.name) reads a command line")
        }
    }

    /// `package` is the widest access: nothing outside of this package uses a target.
    @Test func nothingIsPublic() {
        for file in package.targets.flatMap(\.files) {
            let lines = file.text.split(separator: "\n").filter {
                $0.contains(#/^\s*(public|open) (static|final|class|struct|enum|protocol|actor|func|var|let|init|extension)\b/#)
            }
            #expect(lines.isEmpty, "\(file.path): \(lines)")
        }
    }

    /// The table of the page names every target, in the order of `Package.swift`.
    @Test func thePageNamesEveryTarget() throws {
        let url = PackageFolder.root.appending(path: "docs/architecture.md")
        let page = try String(contentsOf: url, encoding: .utf8)
        let rows = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
        let named = rows.flatMap { row in
            (row.split(separator: "|").first ?? "").matches(of: /`(\w+)`/).map { String($0.output.1) }
        }
        #expect(named == package.targets.map(\.name))
    }

    /// The walks of the page name types that are there.
    @Test func thePageNamesTypesThatAreThere() throws {
        let url = PackageFolder.root.appending(path: "docs/architecture.md")
        let page = try String(contentsOf: url, encoding: .utf8)
        let walks = page[(page.range(of: "## The way of a template")?.lowerBound ?? page.endIndex)...]
        let declared = Set(
            package.targets.flatMap(\.files).flatMap { file in
                file.text.matches(of: /(?:struct|class|enum|protocol) (\w+)/).map { String($0.output.1) }
            })
        let named = Set(walks.matches(of: /`([A-Z]\w+)`/).map { String($0.output.1) })
        #expect(named.count > 30)
        #expect(named.subtracting(declared) == [])
    }
}
