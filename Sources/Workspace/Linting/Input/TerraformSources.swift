import Evaluation
import Templates
import YAMLBridge

/// The configurations of a run's plans: each file read and parsed once.
final class TerraformSources {
    private let find: @Sendable (_ folder: String, _ plan: String) -> [SourceFile]
    private var folders: [String: [Document]] = [:]
    private var documents: [String: Document?] = [:]
    /// Files that cannot be read: places in them are those of the plan instead.
    private(set) var diagnostics: [Diagnostic] = []
    /// Folders of these files.
    private(set) var unreadFolders: Set<String> = []
    private(set) var lines = SourceLines()

    /// - Parameter named: files of the input, which are parsed already.
    init(find: @escaping @Sendable (String, String) -> [SourceFile], named: [Document]) {
        self.find = find
        documents = Dictionary(named.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The files of a folder, by its path from the root module's folder.
    func documents(in folder: String, of plan: Document) -> [Document] {
        let question = "\(plan.path)\u{0}\(folder)"
        if let known = folders[question] { return known }
        let found = find(folder, plan.path).compactMap(document)
        folders[question] = found
        return found
    }

    private func document(_ file: SourceFile) -> Document? {
        if let known = documents[file.path] { return known }
        let document = parse(file)
        documents[file.path] = .some(document)
        return document
    }

    private func parse(_ file: SourceFile) -> Document? {
        do {
            let document = try Document.parse(try file.contents.get(), path: file.path)
            lines.add(document)
            return document
        } catch let error as ParseError {
            diagnostics.append(Diagnostic(error).asWarning)
        } catch let error as FileError {
            diagnostics.append(Diagnostic(error).asWarning)
        } catch {
            return nil
        }
        unreadFolders.insert(TerraformConfigurationLoader.folder(of: file.path))
        return nil
    }
}

extension Diagnostic {
    /// The same as trouble that leaves the answers trustworthy.
    fileprivate var asWarning: Diagnostic {
        Diagnostic(
            severity: .warning, code: code, message: message,
            help: help ?? "What the file holds is not known.", file: file, span: span,
            related: related)
    }
}
