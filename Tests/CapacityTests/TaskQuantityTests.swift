import Capacity
import Testing

@Suite struct TaskQuantityTests {
    @Test(arguments: [
        ("512", 512), ("0.5vcpu", 512), (".5 vcpu", 512), ("1 vCPU", 1024), ("16vcpu", 16384), ("0.25 VCPU", 256),
        ("0.5", 512), ("1.5", 1536), ("2 vcpus", 2048), ("1 cpu", 1024), ("500m", 512), ("250m", 256), ("16", 16),
        ("15units", 15),
    ])
    func readsCPU(text: String, units: Int) throws {
        #expect(try TaskQuantity.cpuUnits(text) == units)
    }

    @Test(arguments: [
        ("512", 512), ("1GB", 1024), ("2 GiB", 2048), ("0.5GB", 512), ("128 MiB", 128), ("100mb", 100), ("1.0 GB", 1024),
        ("512m", 512), ("1Gi", 1024), ("1g", 1024), ("2048M", 2048), ("256Mi", 256), ("1 G", 1024), ("1TB", 1_048_576),
    ])
    func readsMemory(text: String, mebibytes: Int) throws {
        #expect(try TaskQuantity.memoryMiB(text) == mebibytes)
    }

    @Test(arguments: ["", "vcpu", "-1", "1e3", "1  vcpu", " 1", "1 ", "1.2.3", ".", "512.", "0x10", "½", "1GB"])
    func refusesWhatIsNoCPU(_ text: String) {
        #expect(throws: TaskQuantity.Invalid.malformed) { try TaskQuantity.cpuUnits(text) }
    }

    @Test(arguments: ["1PB", "1 vcpu", "GB", "1,024", "-5", "+5", "1 GG"])
    func refusesWhatIsNoMemory(_ text: String) {
        #expect(throws: TaskQuantity.Invalid.malformed) { try TaskQuantity.memoryMiB(text) }
    }

    /// Two units are a five-hundredth of a vCPU: nobody means them.
    @Test(arguments: [1, 2, 4, 15])
    func refusesSmallNumbersWithoutAUnit(number: Int) {
        #expect(throws: TaskQuantity.Invalid.ambiguous(number)) { try TaskQuantity.cpuUnits("\(number)") }
    }

    @Test func refusesFractions() {
        #expect(throws: TaskQuantity.Invalid.fraction) { try TaskQuantity.cpuUnits("0.3vcpu") }
        #expect(throws: TaskQuantity.Invalid.fraction) { try TaskQuantity.memoryMiB("512.5") }
    }

    @Test(arguments: ["0", "5", "33554433", "99999999999999999999999", "99999999999999999999999999999999999999999GB"])
    func refusesWhatIsOutOfRange(_ text: String) {
        #expect(throws: TaskQuantity.Invalid.outOfRange(6...33_554_432)) { try TaskQuantity.memoryMiB(text) }
    }
}
