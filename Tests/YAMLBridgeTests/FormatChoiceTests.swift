import Testing
import YAMLBridge

@Suite struct FormatChoiceTests {
    @Test(arguments: ["a.json", "a.JSON"])
    func jsonFilesAreJSONOnly(path: String) throws {
        #expect(try refusal(of: "a: 1\n", path: path).message.contains("expected a value"))
        #expect(try refusal(of: "{a: 1}\n", path: path).message.contains("double quotes"))
    }

    @Test(arguments: ["a.yaml", "a.template", "-"])
    func flowYAMLIsReadAfterJSONFailed(path: String) throws {
        #expect(try read(" \n{a: 1, }\n", path: path).root?["a"]?.text == "1")
        #expect(try read("[a, b]\n", path: path).root?.count == 2)
        #expect(try read("{\"a\": \"\\/\"}", path: path).root?["a"]?.text == "/")
        #expect(try read("[a]: 1\n", path: path).root?.kind == .mapping)
    }

    @Test func theErrorIsOfTheFormatThatThePathNames() throws {
        let text = "{\"a\": 1 \"b\": @}"
        #expect(try refusal(of: text, path: "a.template").message.contains("after a member"))
        #expect(try refusal(of: text, path: "a.yml").message.contains("cannot start with `@`"))
    }

    @Test func jsonHasNoDepthBeyondTheLimitAnywhere() throws {
        let deep = String(repeating: "[", count: 600) + String(repeating: "]", count: 600)
        for path in ["a.json", "a.yaml", "a.template"] {
            #expect(try refusal(of: deep, path: path).code == .limit)
        }
    }
}
