//! What one cell says.

use zeroize::Zeroizing;

use crate::store::Table;
use fieldnotes_format::vault::sealed_row::CELL;
use fieldnotes_format::vault::sealed_row::RowId;

/// How many cells a vault has at first. It has this many, or twice as many, or four times, and so on.
pub(super) const FIRST: i64 = 256;
/// Kind, value, piece, length, written.
const HEAD: usize = 1 + 8 + 4 + 4 + 8;
/// Bytes of a value that fit into a cell. The padding says the length of the whole.
pub(super) const CAPACITY: usize = CELL as usize - 4 - HEAD;
/// What an unused cell says.
pub(super) const UNUSED: &[u8] = &[];

/// Which piece of which value a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) kind: Table,
    /// The id of the value: that of the cell with its first piece.
    pub(super) value: RowId,
    /// The number of the piece, from 0.
    pub(super) piece: u32,
    /// Bytes of the whole value.
    pub(super) length: u32,
    /// The state's count of transactions when it was written. Pieces of two times do not belong together.
    pub(super) written: u64,
}

impl Head {
    /// What the cell says.
    pub(super) fn with(self, bytes: &[u8]) -> Zeroizing<Vec<u8>> {
        let mut out = Zeroizing::new(Vec::with_capacity(HEAD + bytes.len()));
        out.push(self.kind.number());
        out.extend_from_slice(&self.value.0.to_be_bytes());
        out.extend_from_slice(&self.piece.to_be_bytes());
        out.extend_from_slice(&self.length.to_be_bytes());
        out.extend_from_slice(&self.written.to_be_bytes());
        out.extend_from_slice(bytes);
        out
    }

    /// Reads a cell that is in use. Nothing where it is not one of any kind.
    pub(super) fn read(cell: &[u8]) -> Option<(Self, &[u8])> {
        let (kind, rest) = cell.split_first()?;
        let kind = Table::of_number(*kind).filter(|kind| kind.is_in_cells())?;
        let (value, rest) = rest.split_first_chunk()?;
        let (piece, rest) = rest.split_first_chunk()?;
        let (length, rest) = rest.split_first_chunk()?;
        let (written, bytes) = rest.split_first_chunk()?;
        let head = Self {
            kind,
            value: RowId(i64::from_be_bytes(*value)),
            piece: u32::from_be_bytes(*piece),
            length: u32::from_be_bytes(*length),
            written: u64::from_be_bytes(*written),
        };
        (head.value.0 > 0 && bytes.len() == head.bytes_here()).then_some((head, bytes))
    }

    /// How many bytes of the value the cell of this piece holds.
    fn bytes_here(self) -> usize {
        let before = self.piece as usize * CAPACITY;
        (self.length as usize).saturating_sub(before).min(CAPACITY)
    }
}

/// Reads what a cell may say, and writes it again.
#[cfg(any(test, feature = "testing"))]
pub(in crate::store) fn fuzz(said: &[u8]) -> bool {
    let _ = super::Gathering::default().add(RowId(1), said);
    if let Some((head, bytes)) = Head::read(said) {
        assert_eq!(head.with(bytes).as_slice(), said, "it has one spelling");
        assert_eq!(counted_in(Table::Cell, said), head.kind);
    }
    true
}

/// How many pieces a value of this length has.
pub(super) fn pieces(length: usize) -> usize {
    length.div_ceil(CAPACITY).max(1)
}

/// In whose seal a row is: that of its table, or that of the kind of which a cell holds a piece.
pub(in crate::store) fn counted_in(table: Table, value: &[u8]) -> Table {
    match (table, value.first()) {
        (Table::Cell, Some(kind)) => Table::of_number(*kind)
            .filter(|kind| kind.is_in_cells())
            .unwrap_or(table),
        _ => table,
    }
}
