//! Rows that are to be added, however many, in the order of their ids.
//!
//! Ids are random. Added as they come, each row of a large import lands in a page of its own, which is read, written and split
//! again and again; added in their order, each page is written once, and full. What does not fit in memory waits in a file,
//! in runs of some megabytes that are each in order (an external merge sort). In it is what will stand in the database,
//! sealed for its place there. It has no name, so that nothing of it stays, whatever happens.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::sync::mpsc::sync_channel;
use std::thread;

use super::StoreError;
use super::table::Table;
use super::transaction::SealedRow;
use fieldnotes_format::vault::folder::Folder;

use fieldnotes_format::vault::sealed_row::{RowId, RowPlace};

/// Bytes of rows that are in memory.
const RUN: usize = 8 << 20;
/// Bytes that the runs may read ahead, all together and each.
const READ_AHEAD: usize = 16 << 20;
const LEAST_AHEAD: usize = 4 << 10;
const MOST_AHEAD: usize = 128 << 10;

/// Rows that change hands at a time while runs are merged, and how often they may wait.
const HANDFUL: usize = 64;
const WAITING: usize = 4;

/// A row in the file: table, id, epoch, seal, length, and its bytes.
const HEAD: usize = 1 + 8 + 4 + 32 + 4;

/// Rows that wait for their turn.
pub struct InOrder {
    folder: Folder,
    held: Vec<SealedRow>,
    bytes: usize,
    run: usize,
    file: Option<File>,
    /// Where each run ends.
    ends: Vec<u64>,
}

impl InOrder {
    /// Rows of the vault in `folder`.
    pub fn new(folder: &Folder) -> Self {
        Self {
            folder: folder.clone(),
            held: Vec::new(),
            bytes: 0,
            run: RUN,
            file: None,
            ends: Vec::new(),
        }
    }

    /// Takes a row.
    pub fn add(&mut self, row: SealedRow) -> io::Result<()> {
        self.bytes += size_of::<SealedRow>() + row.bytes.len();
        self.held.push(row);
        if self.bytes >= self.run {
            self.write_run()?;
        }
        Ok(())
    }

    /// Gives out all rows, by table and id, and has none then.
    pub(super) fn drain<E: From<StoreError>>(
        &mut self,
        each: &mut dyn FnMut(SealedRow) -> Result<(), E>,
    ) -> Result<(), E> {
        if self.file.is_some() {
            self.write_run().map_err(StoreError::from)?;
        }
        let ends = std::mem::take(&mut self.ends);
        self.bytes = 0;
        match self.file.take() {
            Some(file) => merge_ahead(&file, &ends, each),
            None => {
                self.held.sort_unstable_by_key(SealedRow::key);
                self.held.drain(..).try_for_each(each)
            }
        }
    }

    fn write_run(&mut self) -> io::Result<()> {
        self.held.sort_unstable_by_key(SealedRow::key);
        let file = match &self.file {
            Some(file) => file,
            None => self.file.insert(nameless(&self.folder)?),
        };
        let mut out = BufWriter::with_capacity(MOST_AHEAD, file);
        for row in self.held.drain(..) {
            write_row(&mut out, &row)?;
        }
        let mut file = out.into_inner().map_err(io::IntoInnerError::into_error)?;
        self.ends.push(file.stream_position()?);
        self.bytes = 0;
        Ok(())
    }
}

/// A file that is gone when it is closed.
fn nameless(folder: &Folder) -> io::Result<File> {
    // A crash just now leaves an empty one, which is swept away like any that is unfinished.
    let name = folder.database().unfinished();
    folder.remove_if_there(&name)?;
    let file = folder.create_file(&name)?;
    folder.remove(&name)?;
    Ok(file)
}

/// Merges the runs on a thread of its own, so that whoever takes the rows need not wait for them.
fn merge_ahead<E: From<StoreError>>(
    file: &File,
    ends: &[u64],
    each: &mut dyn FnMut(SealedRow) -> Result<(), E>,
) -> Result<(), E> {
    thread::scope(|scope| {
        // Ends the thread, too, when the rows are no longer taken.
        let (to, some) = sync_channel(WAITING);
        scope.spawn(move || {
            let mut handful = Vec::with_capacity(HANDFUL);
            let merged = merge(file, ends, &mut |row| {
                handful.push(row);
                if handful.len() < HANDFUL {
                    return Ok(());
                }
                to.send(Ok(std::mem::take(&mut handful)))
                    .map_err(|_| StoreError::Io(io::ErrorKind::BrokenPipe.into()))
            });
            // A receiver that has gone needs no result.
            let _ = to.send(merged.map(|()| handful));
        });
        for handful in some {
            handful?.into_iter().try_for_each(&mut *each)?;
        }
        Ok(())
    })
}

/// Gives out the rows of all runs by table and id.
fn merge(
    file: &File,
    ends: &[u64],
    each: &mut dyn FnMut(SealedRow) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let ahead = READ_AHEAD / ends.len().max(1);
    let ahead = ahead.clamp(LEAST_AHEAD, MOST_AHEAD);
    let starts = std::iter::once(0).chain(ends.iter().copied());
    let runs = starts
        .zip(ends)
        .map(|(at, &end)| BufReader::with_capacity(ahead, Run { file, at, end }));
    let mut runs: Vec<(BufReader<Run<'_>>, Option<SealedRow>)> =
        runs.map(|run| (run, None)).collect();
    let mut next = BinaryHeap::with_capacity(runs.len());
    for (number, (run, row)) in runs.iter_mut().enumerate() {
        *row = read_row(run)?;
        next.extend(row.as_ref().map(|row| Reverse((row.key(), number))));
    }
    while let Some(Reverse((_, number))) = next.pop() {
        let Some((run, row)) = runs.get_mut(number) else {
            continue;
        };
        let following = read_row(run)?;
        next.extend(following.as_ref().map(|row| Reverse((row.key(), number))));
        if let Some(row) = std::mem::replace(row, following) {
            each(row)?;
        }
    }
    Ok(())
}

/// A run in the file that it shares with others.
struct Run<'f> {
    file: &'f File,
    at: u64,
    end: u64,
}

impl Read for Run<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let left = usize::try_from(self.end.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let count = left.min(out.len());
        self.file.seek(SeekFrom::Start(self.at))?;
        let read = self.file.read(out.get_mut(..count).unwrap_or_default())?;
        self.at += read as u64;
        Ok(read)
    }
}

fn write_row(out: &mut impl Write, row: &SealedRow) -> io::Result<()> {
    let length = u32::try_from(row.bytes.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    out.write_all(&[row.table.number()])?;
    out.write_all(&row.place.id.0.to_be_bytes())?;
    out.write_all(&row.place.epoch.to_be_bytes())?;
    out.write_all(&row.seal)?;
    out.write_all(&length.to_be_bytes())?;
    out.write_all(&row.bytes)
}

/// The next row of a run; none at its end. What does not read as it was written is the disk's fault.
fn read_row(run: &mut BufReader<Run<'_>>) -> Result<Option<SealedRow>, StoreError> {
    use std::io::BufRead;
    if run.fill_buf()?.is_empty() {
        return Ok(None);
    }
    let mut head = [0; HEAD];
    run.read_exact(&mut head)?;
    let mut rest = &head[..];
    let table = take::<1>(&mut rest).and_then(|[number]| Table::of_number(number));
    let id = take(&mut rest).map(i64::from_be_bytes);
    let epoch = take(&mut rest).map(u32::from_be_bytes);
    let seal = take(&mut rest);
    let length = take(&mut rest).map(u32::from_be_bytes);
    let (Some(table), Some(id), Some(epoch), Some(seal), Some(length)) =
        (table, id, epoch, seal, length)
    else {
        return Err(StoreError::Io(io::ErrorKind::InvalidData.into()));
    };
    let mut bytes = Vec::new();
    run.take(u64::from(length)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 != u64::from(length) {
        return Err(StoreError::Io(io::ErrorKind::UnexpectedEof.into()));
    }
    let place = RowPlace {
        table: table.number(),
        id: RowId(id),
        epoch,
    };
    Ok(Some(SealedRow {
        table,
        place,
        bytes,
        seal,
    }))
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (first, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(table: Table, id: RowId, length: usize) -> SealedRow {
        SealedRow {
            table,
            place: RowPlace {
                table: table.number(),
                id,
                epoch: 3,
            },
            bytes: vec![id.0 as u8; length],
            seal: [id.0 as u8; 32],
        }
    }

    #[test]
    fn rows_come_out_in_their_order_as_they_went_in() {
        let dir = tempfile::tempdir().expect("temp dir");
        let folder = Folder::open(dir.path()).expect("a folder");
        // All in memory, in one run, in many.
        for run in [RUN, 300_000, 5_000] {
            let mut rows = InOrder {
                run,
                ..InOrder::new(&folder)
            };
            // Emptied, it begins anew.
            for many in [0, 1, 700] {
                let given: Vec<(Table, RowId, usize)> = (0..many)
                    .map(|at| {
                        let table = if at % 3 == 0 {
                            Table::Entry
                        } else {
                            Table::Body
                        };
                        let length = if at % 100 == 0 { 200_000 } else { 300 };
                        (table, RowId(at * 7_919 % 1_009 + 1), length)
                    })
                    .collect();
                for (table, id, length) in &given {
                    rows.add(row(*table, *id, *length)).expect("added");
                }
                let mut seen = Vec::new();
                rows.drain(&mut |row| {
                    assert!(row.bytes.iter().all(|byte| *byte == row.place.id.0 as u8));
                    assert_eq!(row.seal, [row.place.id.0 as u8; 32]);
                    assert_eq!((row.place.table, row.place.epoch), (row.table.number(), 3));
                    seen.push((row.table, row.place.id, row.bytes.len()));
                    Ok::<_, StoreError>(())
                })
                .expect("drained");
                let mut sorted = given;
                sorted.sort_unstable();
                assert_eq!(seen, sorted);
            }
        }
        let left = std::fs::read_dir(dir.path()).expect("a folder").count();
        assert_eq!(left, 0);
    }

    #[test]
    fn whoever_stops_is_heeded() {
        let dir = tempfile::tempdir().expect("temp dir");
        let mut rows = InOrder {
            run: 1_000,
            ..InOrder::new(&Folder::open(dir.path()).expect("a folder"))
        };
        for id in 1..50 {
            rows.add(row(Table::Body, RowId(id), 100)).expect("added");
        }
        let mut seen = 0;
        let outcome = rows.drain(&mut |_| {
            seen += 1;
            if seen == 20 {
                Err(StoreError::ReadOnly)
            } else {
                Ok(())
            }
        });
        assert!(matches!(outcome, Err(StoreError::ReadOnly)));
        assert_eq!(seen, 20);
    }
}
