extension Clause {
    /// What a reviewer is shown of it: the whole sentence, unless that is long, since a clause may lack its subject.
    var quotation: String { sentence.utf8.count <= 200 ? sentence : text }
}
