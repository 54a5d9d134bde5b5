import Clauses
import KernelDoc

/// The clauses of one section of the documentation, in its order.
struct ReportSection {
    var title: String
    var file: String
    var clauses: [ReportedClause]

    /// Cuts clauses into the sections in which they stand.
    static func sections(of clauses: [ReportedClause]) -> [ReportSection] {
        var sections: [ReportSection] = []
        for reported in clauses {
            let (title, file) = (title(of: reported.clause), reported.clause.source.file)
            if let last = sections.last, last.title == title, last.file == file {
                sections[sections.count - 1].clauses.append(reported)
            } else {
                sections.append(ReportSection(title: title, file: file, clauses: [reported]))
            }
        }
        return sections
    }

    /// The heading of a text, or the documented symbol, with its member and section where there are any.
    static func title(of clause: Clause) -> String { title(ofBlock: clause.block) }

    static func title(ofBlock block: Prose.Block) -> String { heading(ofBlock: block) ?? "(untitled)" }

    /// Nil for text under no heading, as a patch without its tree may show it.
    static func heading(ofBlock block: Prose.Block) -> String? {
        var title = block.symbol ?? block.title ?? ""
        if let member = block.member { title += title.isEmpty ? member : ".\(member)" }
        if let section = block.section { title += title.isEmpty ? section : ", \(section)" }
        return title.isEmpty ? nil : title
    }
}
