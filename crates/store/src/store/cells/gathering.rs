//! Putting values together from cells that come in any order.

use std::collections::HashMap;

use zeroize::Zeroizing;

use super::cell::{Head, UNUSED, pieces};
use super::index::Cells;
use crate::store::Table;
use fieldnotes_format::vault::sealed_row::RowId;

/// A value of which every piece is there.
pub struct Whole {
    /// What sort of row it is.
    pub kind: Table,
    /// Its number among those of its sort.
    pub id: RowId,
    /// What it holds.
    pub value: Zeroizing<Vec<u8>>,
}

/// What the cells said, when all of them have.
#[derive(Debug, Default)]
pub struct Gathered {
    pub cells: Cells,
    /// Values of which a piece is missing, or is one of another time.
    pub incomplete: Vec<(Table, RowId)>,
}

impl Gathered {
    /// How many values there are of a kind, incomplete ones with them.
    pub fn count(&self, kind: Table) -> u64 {
        let of_kind = |(of, _): &&(Table, RowId)| *of == kind;
        self.cells.values.keys().filter(of_kind).count() as u64
    }
}

/// Takes cell after cell.
#[derive(Default)]
pub struct Gathering {
    /// By kind, value, and when it was written.
    values: HashMap<(Table, RowId, u64), Pieces>,
    unused: Vec<RowId>,
    last: i64,
}

#[derive(Default)]
struct Pieces {
    waiting: Vec<Piece>,
    /// In the order of the pieces once the value was whole.
    cells: Vec<RowId>,
    is_whole: bool,
}

struct Piece {
    cell: RowId,
    head: Head,
    bytes: Zeroizing<Vec<u8>>,
}

impl Gathering {
    /// Takes a cell that opened, and gives the value that is whole with it. What says nothing that is known here belongs to
    /// nothing.
    pub fn add(&mut self, cell: RowId, said: &[u8]) -> Option<Whole> {
        self.last = self.last.max(cell.0);
        if said == UNUSED {
            self.unused.push(cell);
            return None;
        }
        let (head, bytes) = Head::read(said)?;
        let of = (head.kind, head.value, head.written);
        let pieces = self.values.entry(of).or_default();
        pieces.cells.push(cell);
        pieces.waiting.push(Piece {
            cell,
            head,
            bytes: Zeroizing::new(bytes.to_vec()),
        });
        let value = pieces.put_together()?;
        Some(Whole {
            kind: head.kind,
            id: head.value,
            value,
        })
    }

    /// What was found, after the last cell.
    pub fn finish(self) -> Gathered {
        let (whole, rest): (Vec<_>, Vec<_>) = self
            .values
            .into_iter()
            .partition(|(_, pieces)| pieces.is_whole);
        // The first cell of a value is in one place: there are no two whole ones of one name.
        let mut values: HashMap<_, _> = whole
            .into_iter()
            .map(|((kind, id, _), pieces)| ((kind, id), pieces.cells))
            .collect();
        let mut incomplete = HashMap::new();
        for ((kind, id, _), pieces) in rest {
            // A piece of another time beside a whole value belongs to nothing.
            if !values.contains_key(&(kind, id)) {
                let cells: &mut Vec<RowId> = incomplete.entry((kind, id)).or_default();
                cells.extend(pieces.cells);
            }
        }
        let mut names: Vec<_> = incomplete.keys().copied().collect();
        names.sort_unstable();
        values.extend(incomplete);
        Gathered {
            cells: Cells {
                values,
                unused: self.unused,
                last: self.last,
            },
            incomplete: names,
        }
    }
}

impl Pieces {
    /// The value, where every piece is there.
    fn put_together(&mut self) -> Option<Zeroizing<Vec<u8>>> {
        let first = self.waiting.first()?.head;
        if self.is_whole || self.waiting.len() != pieces(first.length as usize) {
            return None;
        }
        self.waiting.sort_unstable_by_key(|piece| piece.head.piece);
        let mut numbered = (0_u32..).zip(&self.waiting);
        let belong = numbered.all(|(number, piece)| {
            let wanted = Head {
                piece: number,
                ..first
            };
            piece.head == wanted && (number > 0 || piece.cell == first.value)
        });
        if !belong {
            return None;
        }
        let mut value = Zeroizing::new(Vec::with_capacity(first.length as usize));
        for piece in &self.waiting {
            value.extend_from_slice(&piece.bytes);
        }
        self.cells = self.waiting.drain(..).map(|piece| piece.cell).collect();
        self.is_whole = true;
        Some(value)
    }
}
