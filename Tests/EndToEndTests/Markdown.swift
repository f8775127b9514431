import Foundation
import TestSupport

/// What a page of documentation shows.
enum Markdown {
    /// A fenced block.
    struct Block: Sendable, CustomStringConvertible {
        let lines: [String]
        var text: String { lines.joined(separator: "\n") + "\n" }
        var description: String { lines.first ?? "" }
    }

    private static func lines(of file: String) throws -> [String] {
        let data = try Data(contentsOf: PackageFolder.root.appending(path: file))
        return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .map(String.init)
    }

    /// The fenced blocks of a language.
    static func blocks(_ language: String, of file: String) throws -> [Block] {
        var blocks: [Block] = []
        var current: [String]?
        for line in try lines(of: file) {
            if let block = current {
                if line == "```" {
                    blocks.append(Block(lines: block))
                    current = nil
                } else {
                    current = block + [line]
                }
            } else if line == "```" + language {
                current = []
            }
        }
        return blocks
    }

    /// The lines of shell blocks that call ecslint.
    static func commands(of file: String) throws -> [String] {
        try blocks("sh", of: file).flatMap(\.lines).filter { $0.hasPrefix("ecslint ") }
    }

    /// The targets of links.
    static func links(of file: String) throws -> [String] {
        try lines(of: file).flatMap { line in line.matches(of: /\]\(([^)#]+)\)/).map { String($0.1) } }
    }

    /// Whether the lines shown are those found, where `…` stands for any number of lines.
    static func shows(_ shown: [String], of found: [String]) -> Bool {
        guard let first = shown.first else { return found.allSatisfy(\.isEmpty) }
        if first == "…" {
            let rest = Array(shown.dropFirst())
            return rest.isEmpty || found.indices.contains { shows(rest, of: Array(found[$0...])) }
        }
        guard found.first == first else { return false }
        return shows(Array(shown.dropFirst()), of: Array(found.dropFirst()))
    }
}
