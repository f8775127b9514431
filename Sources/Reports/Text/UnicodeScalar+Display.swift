import Text
import Workspace

extension Unicode.Scalar {
    /// Control characters, line separators and what changes the direction of writing: shown as they are, they would let a
    /// template drive the terminal or forge lines.
    var isDangerousToShow: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x061C, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB: true
        // What is there and is not seen: soft hyphens, joiners, fillers, tags.
        case 0xAD, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200B...0x200F, 0x3164, 0xFFA0, 0xE0000...0xE0FFF: true
        default: PathText.byte(of: self) != nil
        }
    }

    /// Columns that a terminal gives the character: 0 for marks that combine, 2 for wide characters, else 1.
    var displayWidth: Int {
        if value < 0x300 { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide ? 2 : 1
        }
    }

    /// The wide and fullwidth blocks of Unicode's East Asian Width, and the emoji that terminals draw wide.
    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1B000...0x1B2FF, 0x1F300...0x1F64F,
            0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD:
            true
        default: properties.isEmojiPresentation
        }
    }
}
