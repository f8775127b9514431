import Foundation
import TestSupport
import Testing
import YAMLBridge

/// What a release and CI servers are given, as far as this machine can run it; what it lacks is said, not guessed.
@Suite("Packages and CI files", .serialized)
struct PackagingTests {
    private static let root = PackageFolder.root.path
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "Resources:\n  Jobs: {Type: AWS::SQS::Queue, Properties: {DelaySeconds: 901}}\n", to: "infra/my queue.yaml")
    }

    private func run(_ program: String, _ arguments: String..., environment: [String: String] = [:]) throws -> ProgramRun {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try ProgramRun(
            "/usr/bin/env", [program] + arguments, in: folder.path,
            environment: [
                "PATH": path, "HOME": folder.path, "LANG": "C.UTF-8", "SOURCE_DATE_EPOCH": "1795219200",
            ].merging(environment) { $1 })
    }

    /// Whether the machine has programs; prints the one that it lacks.
    private func has(_ programs: String..., for test: String = #function) throws -> Bool {
        for program in programs where try run("sh", "-c", "command -v \(program)").status != 0 {
            print("not run: \(test) needs \(program)")
            return false
        }
        return true
    }

    private func document(_ file: String) throws -> Node {
        let bytes = Array(try Data(contentsOf: URL(filePath: Self.root + "/" + file)))
        return try #require(try Document.parse(bytes, path: file).root)
    }

    /// What `make dist` would pack, packed once for all tests: compressing takes its time.
    private static let packed = Result { try Packed() }

    private struct Packed {
        let folder: TemporaryFolder
        /// The archive's name.
        let name: String

        init() throws {
            folder = try TemporaryFolder()
            let run = try ProgramRun(
                PackageFolder.root.path + "/scripts/make-dist", [try Program.path(), folder.path + "/dist"], in: folder.path,
                environment: [
                    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "LANG": "C.UTF-8",
                    "SOURCE_DATE_EPOCH": "1795219200",
                ])
            guard run.status == 0 else { throw Failure(description: run.errors) }
            name = URL(filePath: run.output.trimmed).lastPathComponent
        }
    }

    private struct Failure: Error, CustomStringConvertible { let description: String }

    /// Puts what is packed into `name` and gives the archive's name.
    private func dist(_ name: String) throws -> String {
        let packed = try Self.packed.get()
        try FileManager.default.copyItem(atPath: packed.folder.path + "/dist", toPath: folder.path + "/" + name)
        return packed.name
    }

    /// Packs the program into `name` once more.
    private func distAgain(_ name: String) throws -> String {
        let packed = try run("\(Self.root)/scripts/make-dist", try Program.path(), folder.path + "/" + name)
        try #require(packed.status == 0, "\(packed.errors)")
        return URL(filePath: packed.output.trimmed).lastPathComponent
    }

    // MARK: - Packages

    @Test("the archive holds the program, its manual and completions; its checksum holds; the same input gives the same bytes")
    func archive() throws {
        guard try has("python3", "tar", "sha256sum") else { return }
        let name = try dist("one")
        #expect(try distAgain("two") == name)
        #expect(try run("cmp", "one/\(name)", "two/\(name)").status == 0)
        #expect(try run("sh", "-c", "cd one && sha256sum --check --strict \(name).sha256").status == 0)
        let listing = try run("tar", "-tzf", "one/\(name)").output.split(separator: "\n").map {
            $0.split(separator: "/").dropFirst().joined(separator: "/")
        }
        for file in [
            "bin/ecslint", "LICENSE", "NOTICE", "README.md", "share/man/man1/ecslint.1",
            "share/bash-completion/completions/ecslint",
            "share/zsh/site-functions/_ecslint", "share/fish/vendor_completions.d/ecslint.fish",
        ] { #expect(listing.contains(file), "\(file)") }
        let sum = try String(contentsOfFile: folder.path + "/one/\(name).sha256", encoding: .utf8).prefix(64)
        #expect(try String(contentsOfFile: folder.path + "/one/ecslint.rb", encoding: .utf8).contains("sha256 \"\(sum)\""))
        if try has("ruby") { #expect(try run("ruby", "-c", "one/ecslint.rb").status == 0) }
    }

    @Test("the manual has every command and no mistake; the completions are scripts")
    func manual() throws {
        guard try has("python3", "tar", "sha256sum") else { return }
        let name = try dist("dist")
        let share = "dist/" + name.split(separator: "-").prefix(2).joined(separator: "-") + "/share"
        let page = try String(contentsOfFile: folder.path + "/" + share + "/man/man1/ecslint.1", encoding: .utf8)
        for command in ["lint", "cost", "explain", "rules test", "catalog import", "init", "diff"] {
            #expect(page.contains(".SS \"ecslint \(command)\""), "\(command)")
        }
        if try has("groff") {
            let rendered = try run("groff", "-man", "-Tutf8", "-ww", "-z", share + "/man/man1/ecslint.1")
            #expect(rendered.status == 0 && rendered.errors.isEmpty, "\(rendered.errors)")
        }
        #expect(try run("bash", "-n", share + "/bash-completion/completions/ecslint").status == 0)
        if try has("zsh") { #expect(try run("zsh", "-n", share + "/zsh/site-functions/_ecslint").status == 0) }
        if try has("fish") { #expect(try run("fish", "-n", share + "/fish/vendor_completions.d/ecslint.fish").status == 0) }
    }

    @Test("the Debian recipe makes a package that holds the program")
    func debian() throws {
        guard try has("python3", "tar", "sha256sum", "dpkg-buildpackage", "dpkg-deb", "make") else { return }
        _ = try dist("dist")
        let made = try run("\(Self.root)/scripts/make-deb", "dist")
        try #require(made.status == 0, "\(made.errors)")
        let package = try #require(made.output.split(separator: "\n").last.map(String.init))
        let fields = try run("dpkg-deb", "--field", package, "Package", "Version", "Architecture").output
        #expect(fields.contains("Package: ecslint\n"))
        #expect(try run("dpkg-deb", "--extract", package, "extracted").status == 0)
        #expect(try run("extracted/usr/bin/ecslint", "--version").output == (try run(try Program.path(), "--version").output))
        for file in ["man/man1/ecslint.1.gz", "doc/ecslint/NOTICE", "doc/ecslint/copyright"] {
            #expect(FileManager.default.fileExists(atPath: folder.path + "/extracted/usr/share/" + file), "\(file)")
        }
    }

    @Test("a static program runs where there is nothing else, as in the Docker image")
    func emptyRoot() throws {
        guard geteuid() == 0, try has("ldd", "chroot", "unshare") else { return print("not run: an empty root needs root") }
        guard try run("ldd", try Program.path()).status != 0 else { return print("not run: this program is not a static one") }
        #expect(try run("cp", try Program.path(), "ecslint").status == 0)
        // A container has /proc, in which Swift's runtime looks for itself.
        let prepare = "mkdir -p proc && mount -t proc proc proc"
        guard try run("unshare", "--mount", "sh", "-c", prepare).status == 0 else {
            return print("not run: it may not mount /proc")
        }
        let start = "exec chroot --userspec=65534:65534 . /ecslint infra"
        let alone = try run("unshare", "--mount", "sh", "-c", "\(prepare) && \(start)")
        #expect(alone.status == 1 && alone.output.contains("SQS010"), "\(alone.errors)")
    }

    // MARK: - CI

    @Test(
        "every shell script is one",
        arguments: ["ci/install", "ci/github-run", "scripts/make-dist", "scripts/make-deb", "scripts/prove-pre-commit"])
    func scripts(_ file: String) throws {
        let text = try String(contentsOfFile: Self.root + "/" + file, encoding: .utf8)
        let shell = text.hasPrefix("#!/usr/bin/env bash") ? "bash" : "sh"
        #expect(try run(shell, "-n", Self.root + "/" + file).status == 0)
        #expect(FileManager.default.isExecutableFile(atPath: Self.root + "/" + file))
        if try has("shellcheck") { #expect(try run("shellcheck", Self.root + "/" + file).status == 0) }
    }

    @Test("the action is composite, its steps are scripts, and no input becomes part of one")
    func action() throws {
        let action = try document("action.yml")
        #expect(action["runs"]?["using"]?.text == "composite")
        let steps = try #require(action["runs"]?["steps"]?.elements)
        #expect(steps.filter { $0["run"] != nil }.count == 2)
        // The third gives the report to code scanning, and only when that is asked for.
        for step in steps where step["uses"] != nil { #expect(step["if"]?.text.contains("inputs.upload-sarif") == true) }
        for step in steps where step["run"] != nil {
            let script = try #require(step["run"]?.text)
            #expect(step["shell"]?.text == "bash" && !script.contains("${{"))
            let file = try folder.write(script, to: "step.sh")
            #expect(try run("bash", "-n", file).status == 0)
        }
        for output in try #require(action["outputs"]).entries {
            #expect(output.value["value"]?.text.contains("steps.run") == true)
        }
    }

    @Test("the action's step writes annotations, SARIF and outputs, and ends as ecslint does")
    func gitHubRun() throws {
        var environment = [
            "ECSLINT": try Program.path(), "ECSLINT_PATHS": "infra/my queue.yaml\n", "ECSLINT_SARIF": "a.sarif",
            "GITHUB_OUTPUT": folder.path + "/outputs", "ECSLINT_FOLDER": ".",
        ]
        let found = try run("\(Self.root)/ci/github-run", environment: environment)
        #expect(found.status == 1, "\(found.errors)")
        #expect(found.output.hasPrefix("::error file=infra/my queue.yaml,line=2"))
        #expect(try String(contentsOfFile: folder.path + "/a.sarif", encoding: .utf8).contains("SQS010"))
        #expect(try String(contentsOfFile: folder.path + "/outputs", encoding: .utf8) == "status=1\nsarif-file=./a.sarif\n")
        environment["ECSLINT_ARGS"] = "--fail-on=never\n--select=SQS010"
        #expect(try run("\(Self.root)/ci/github-run", environment: environment).status == 0)
        environment["ECSLINT_PATHS"] = "--version; rm -rf x"
        #expect(try run("\(Self.root)/ci/github-run", environment: environment).status == 2)
    }

    @Test("a release is installed when its checksum holds, and only then")
    func install() throws {
        guard try has("python3", "tar", "sha256sum", "curl") else { return }
        let name = try dist("release")
        let environment = ["ECSLINT_DOWNLOAD": "file://\(folder.path)/release"]
        let good = try run("\(Self.root)/ci/install", "bin", environment: environment)
        #expect(good.status == 0, "\(good.errors)")
        #expect(try run("bin/ecslint", "--version").status == 0)
        let bad = try run(
            "\(Self.root)/ci/install", "other", environment: environment.merging(["ECSLINT_VERSION": "../evil"]) { $1 })
        #expect(bad.status == 2)
        try folder.write("tampered", to: "release/\(name)")
        let tampered = try run("\(Self.root)/ci/install", "third", environment: environment)
        #expect(tampered.status != 0 && !FileManager.default.fileExists(atPath: folder.path + "/third/ecslint"))
    }

    @Test("GitLab's job downloads, checks and reports")
    func gitLab() throws {
        let job = try #require(try document("ci/gitlab-ci.yml")["ecslint"])
        guard try has("python3", "tar", "sha256sum", "curl") else { return }
        _ = try dist("release")
        let lines = try ["before_script", "script"].flatMap { try #require(job[$0]).elements.map(\.text) }
        let script = try folder.write("set -eu\n" + lines.joined(separator: "\n") + "\n", to: "job.sh")
        let run = try run(
            "bash", script,
            environment: [
                "CI_PROJECT_DIR": folder.path, "ECSLINT_VERSION": "0.1.0", "ECSLINT_PATHS": "infra",
                "ECSLINT_ARGS": "--select SQS010", "ECSLINT_DOWNLOAD": "file://\(folder.path)/release",
            ])
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.output.contains("error[SQS010]"))
        let reports = try #require(job["artifacts"]?["reports"])
        for key in ["codequality", "junit"] {
            let file = try #require(reports[key]?.text)
            #expect(FileManager.default.fileExists(atPath: folder.path + "/" + file), "\(file)")
        }
    }

    @Test("every file names the same version")
    func version() throws {
        let version = try run(try Program.path(), "--version").output.trimmed
        let places = [
            ("action.yml", "default: \(version)\n"), ("ci/install", "${ECSLINT_VERSION:-\(version)}"),
            ("ci/gitlab-ci.yml", "ecslint/ecslint/v\(version)/ci/"), ("ci/gitlab-ci.yml", "ECSLINT_VERSION: \"\(version)\""),
            ("packaging/debian/changelog", "ecslint (\(version)) "),
            ("pyproject.toml", "ecslint==\(version)"), (".pre-commit-hooks.yaml", "ghcr.io/ecslint/ecslint:\(version)\n"),
            ("packaging/homebrew/ecslint.rb", "/v\(version)/ecslint-\(version)-linux-x86_64.tar.gz"),
            ("README.md", "rev: v\(version)\n"), ("docs/ci.md", "rev: v\(version)\n"),
            ("docs/ci.md", "ecslint/ecslint@v\(version)\n"), ("docs/ci.md", "ecslint/ecslint/v\(version)/ci/"),
        ]
        for (file, text) in places {
            #expect(try String(contentsOfFile: Self.root + "/" + file, encoding: .utf8).contains(text), "\(file): \(text)")
        }
        let written = try run(try Program.path(), "init", "--dry-run").output
        #expect(written.contains("rev: v\(version)\n") && written.contains("ecslint/ecslint@v\(version)\n"))
    }

    @Test("the Dockerfile ends with nothing but the program")
    func docker() throws {
        let lines = try String(contentsOfFile: Self.root + "/Dockerfile", encoding: .utf8).split(separator: "\n")
        let last = try #require(lines.lastIndex { $0.hasPrefix("FROM ") })
        #expect(lines[last] == "FROM scratch")
        #expect(lines[last...].contains("ENTRYPOINT [\"/ecslint\"]") && lines[last...].contains { $0.hasPrefix("USER 65534") })
        #expect(!lines[last...].contains { $0.hasPrefix("RUN") })
    }
}
