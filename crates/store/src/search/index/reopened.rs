//! An index that is opened again and written on.

use super::*;
use fieldnotes_domain::ids::RecordId;

/// A change that bears the number of the commit before it is lost where segments are joined meanwhile. That takes luck to meet:
/// tests/faults/killed_index.rs met it in one run of ten.
#[test]
fn the_first_change_after_opening_is_numbered_after_the_last_commit() {
    let dir = tempfile::tempdir().expect("a temp folder");
    let seal = || IndexSeal::for_tests(dir.path());
    let mut index = Index::create(seal()).expect("creatable");
    index
        .remove([RecordId::from_u128(u128::MAX)].into_iter())
        .expect("removed");
    index.commit(None).expect("committed");
    index.close();

    let mut index = Index::open(seal()).expect("opens");
    let committed = index.inner.load_metas().expect("its head").opstamp;
    let term = index.fields.id_term(RecordId::from_u128(u128::MAX));
    let number = index.writer().expect("a writer").delete_term(term);
    assert!(committed > 0 && number > committed);
}
