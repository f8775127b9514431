import Text

/// The files that `ecslint init` writes; one that is there already stays as it is.
package struct ProjectStarter: Sendable {
    /// A file, and what to add by hand where it is there already.
    package struct File: Sendable {
        /// From the folder.
        package let path: String
        /// The whole of the file.
        package let text: String
        /// The part that matters, for a file of that name.
        package let addition: String
        /// Whether the file is there and stays.
        package let isKept: Bool
    }

    /// Configuration, hook and CI job, in this order.
    package let files: [File]
    private let folder: String

    /// Drafts the files for a folder; nothing is written yet.
    package init(_ survey: ProjectSurvey, in folder: String) {
        self.folder = folder
        let pipeline = Self.usesGitLab(folder) ? Self.gitLab : Self.gitHub
        let hook = Self.hook(survey)
        let drafts = [
            (path: ConfigurationFile.name, text: Self.configuration(survey), addition: ""),
            (path: ".pre-commit-config.yaml", text: "repos:\n" + hook, addition: hook), pipeline,
        ]
        files = drafts.map { draft in
            let isKept = Platform.kind(of: PathName.join(folder, draft.path), followingLinks: false) != nil
            return File(path: draft.path, text: draft.text, addition: draft.addition, isKept: isKept)
        }
    }

    /// Writes what is not there yet.
    package func write() throws(ConfigurationError) {
        do throws(FileError) {
            for file in files where !file.isKept {
                let path = PathName.join(folder, file.path)
                try Platform.makeFolder(PathName.folder(of: path))
                try Platform.create(path, with: Array(file.text.utf8))
            }
        } catch {
            throw ConfigurationError([Diagnostic(error)])
        }
    }

    /// Whether the repository is GitLab's: by its CI file, else by where it was cloned from.
    private static func usesGitLab(_ folder: String) -> Bool {
        if Platform.kind(of: PathName.join(folder, ".gitlab-ci.yml"), followingLinks: true) != nil { return true }
        if Platform.kind(of: PathName.join(folder, ".github"), followingLinks: true) != nil { return false }
        let settings = try? FileReader(limit: 1 << 20).contents(of: PathName.join(folder, ".git/config"))
        return settings?.contains("gitlab") ?? false
    }
}
