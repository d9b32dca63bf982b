//! Saving, durable. Ours and theirs take turns, a few each, so that all meet the same moods of the disk.

use serde_json::json;

use super::databases::Kind;
use super::stage::{Records, Stage};
use super::works::{SAVE_LONG, SAVE_SHORT};
use super::{Outcome, calls, timed};
use crate::material::Material;
use crate::report::{Figure, OURS, Work};

/// Saves in a turn.
const TURN: usize = 10;

/// Measures short and long ones.
pub fn measure(stage: &mut Stage, records: &Records) -> Outcome<()> {
    of(stage, records, &SAVE_SHORT, 2_000, 60)?;
    of(stage, records, &SAVE_LONG, 200_000, 10)
}

fn of(
    stage: &mut Stage,
    records: &Records,
    work: &Work,
    bytes: usize,
    turns: usize,
) -> Outcome<()> {
    let mut material = Material::new(stage.seed() + 1);
    let mut session = calls::unlock(&stage.path("sender"))?;
    let (mut ours, mut theirs) = (Vec::new(), [Vec::new(), Vec::new()]);
    for _ in 0..turns {
        let bodies: Vec<String> = (0..TURN)
            .map(|_| String::from_utf8(material.note_of(bytes)))
            .collect::<Result<_, _>>()?;
        for body in &bodies {
            ours.push(timed(|| calls::save(&mut session, body.as_bytes()))?.1 * 1_000.0);
        }
        for (kind, times) in Kind::BOTH.into_iter().zip(&mut theirs) {
            let db = stage.path(kind.file());
            if let Some(databases) = &mut stage.databases {
                times.extend(databases.times(&json!({"do": "save", "db": db, "bodies": bodies}))?);
            }
        }
    }
    calls::lock(session)?;
    stage.put(work, OURS, Figure::of_times(records.count, ours, &[50, 95]));
    for (kind, times) in Kind::BOTH.into_iter().zip(theirs) {
        if !times.is_empty() {
            stage.put(
                work,
                kind.name(),
                Figure::of_times(records.count, times, &[50, 95]),
            );
        }
    }
    Ok(())
}
