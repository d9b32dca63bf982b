//! The days: who writes, what goes, what comes.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Instant;

use fieldnotes_core::record::{self, conflict};
use fieldnotes_core::send::Reach;
use fieldnotes_core::vault;

use super::Plan;
use super::device::{Change, Device, Today};
use super::graph::{self, Way};
use super::outcome::{Played, percentile};
use super::post::{Letter, days};
use crate::material::Chance;
use crate::measure::Outcome;

/// Records that everybody has from the first day, and edits now and then.
const SHARED: usize = 40;
/// Changes that are followed until they are everywhere.
const FOLLOWED: usize = 300;
/// Every so many days people look what was not acknowledged, and send it again.
const AGAIN: usize = 28;

/// A change that is followed.
struct Followed {
    change: Change,
    day: usize,
    lacking: BTreeSet<usize>,
}

/// All devices, and the files between them.
pub struct World<'p> {
    plan: &'p Plan,
    folder: tempfile::TempDir,
    today: Arc<Today>,
    devices: Vec<Mutex<Device>>,
    ways: Vec<Vec<Way>>,
    chance: Chance,
    shared: Vec<String>,
    letters: BTreeMap<usize, Vec<Letter>>,
    /// Files that will come so many times; removed after the last.
    expected: HashMap<PathBuf, usize>,
    files: usize,
    followed: Vec<Followed>,
    seen: BTreeSet<(String, Vec<String>)>,
    played: Played,
}

impl<'p> World<'p> {
    /// Vaults for all, known to each other; the first has what they share.
    pub fn begin(plan: &'p Plan) -> Outcome<Self> {
        let folder = tempfile::tempdir_in(&plan.folder)?;
        let today = Arc::new(Today::default());
        today.set(0);
        let make = |at| Device::new(at, folder.path(), plan.seed, &today);
        let mut devices = (0..plan.devices).map(make).collect::<Outcome<Vec<_>>>()?;
        let mut chance = Chance::new(plan.seed);
        let ways = graph::draw(plan.devices, &mut chance);
        for (one, theirs) in ways.iter().enumerate() {
            for way in theirs.iter().filter(|way| way.to > one) {
                let (before, after) = devices.split_at_mut(way.to);
                before[one].meet(one, &mut after[0], way.to)?;
            }
        }
        let shared = (0..SHARED)
            .map(|_| Ok(devices[0].add()?.record))
            .collect::<Outcome<Vec<_>>>()?;
        Ok(Self {
            plan,
            folder,
            today,
            devices: devices.into_iter().map(Mutex::new).collect(),
            ways,
            chance,
            shared,
            letters: BTreeMap::new(),
            expected: HashMap::new(),
            files: 0,
            followed: Vec::new(),
            seen: BTreeSet::new(),
            played: Played::default(),
        })
    }

    /// Plays all weeks.
    pub fn play(mut self) -> Outcome<Played> {
        let begun = Instant::now();
        let working = self.plan.weeks * 7;
        let last = working + self.plan.quiet * 7;
        for day in 0..last {
            self.today.set(day);
            let quarter = (day * 4 / working.max(1)).min(4);
            if day < working {
                self.work(day)?;
            }
            self.send(day, quarter, day >= working)?;
            self.deliver(day, quarter)?;
            self.follow(day);
            if day % 7 == 6 {
                self.look(day < working)?;
            }
            if day + 1 == working * (self.played.vault.len() + 1) / 4 && day < working {
                self.measure()?;
            }
        }
        self.finish(begun)
    }

    /// Measures the vaults as they are while nobody works.
    fn measure(&mut self) -> Outcome<()> {
        let mut sizes = Vec::with_capacity(self.devices.len());
        let mut devices = Vec::with_capacity(self.devices.len());
        for device in std::mem::take(&mut self.devices) {
            let device = device.into_inner().unwrap_or_else(PoisonError::into_inner);
            let (bytes, device) = device.measured(&self.today)?;
            sizes.push(bytes as f64);
            devices.push(Mutex::new(device));
        }
        self.devices = devices;
        self.played.vault.push(percentile(&sizes, 50));
        Ok(())
    }

    /// Does something with each device, on all cores. What comes of it is in the order of the devices.
    fn each<T: Send>(
        &self,
        work: impl Fn(usize, &mut Device) -> Outcome<T> + Sync,
    ) -> Outcome<Vec<T>> {
        let next = AtomicUsize::new(0);
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        let done = Mutex::new(BTreeMap::new());
        std::thread::scope(|scope| {
            for _ in 0..cores {
                scope.spawn(|| {
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        let Some(device) = self.devices.get(at) else {
                            break;
                        };
                        let mut device = device.lock().unwrap_or_else(PoisonError::into_inner);
                        let outcome = work(at, &mut device);
                        let outcome = outcome.map_err(|error| format!("device {at}: {error:?}"));
                        done.lock()
                            .unwrap_or_else(PoisonError::into_inner)
                            .insert(at, outcome);
                    }
                });
            }
        });
        let done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
        Ok(done.into_values().collect::<Result<_, String>>()?)
    }

    fn work(&mut self, day: usize) -> Outcome<()> {
        let (shared, work) = (&self.shared, self.plan.work);
        let written = self.each(|_, device| {
            // On five days of seven, so many a week in the mean.
            let is_off = day % 7 > 4;
            let count = (0..work * 4)
                .filter(|_| !is_off && device.chance.below(20) == 0)
                .count();
            (0..count)
                .map(|_| device.work(shared))
                .collect::<Outcome<Vec<_>>>()
        })?;
        let all = self.plan.devices * self.plan.weeks * self.plan.work;
        for (at, changes) in written.into_iter().enumerate() {
            for change in changes {
                if self.chance.below(all) < FOLLOWED {
                    let lacking = (0..self.plan.devices).filter(|other| *other != at);
                    self.followed.push(Followed {
                        change,
                        day,
                        lacking: lacking.collect(),
                    });
                }
            }
        }
        Ok(())
    }

    fn send(&mut self, day: usize, quarter: usize, is_quiet: bool) -> Outcome<()> {
        let loss = self.plan.loss;
        let (folder, ways, first) = (self.folder.path(), &self.ways, self.files);
        let is_again = is_quiet || day % AGAIN >= AGAIN - 3;
        let sent = self.each(|at, device| {
            let mut letters = Vec::new();
            let mut made = Vec::new();
            let due = |way: &&Way| (day + at).is_multiple_of(way.every);
            let due: Vec<Way> = ways[at].iter().filter(due).copied().collect();
            // Those of the same office get one file; others one of their own.
            let (near, far): (Vec<Way>, Vec<Way>) = due.iter().partition(|way| way.every == 3);
            let groups = std::iter::once(near).chain(far.into_iter().map(|way| vec![way]));
            for (number, group) in groups.enumerate().filter(|(_, group)| !group.is_empty()) {
                let reach = if is_again { Reach::Again } else { Reach::New };
                let to: Vec<usize> = group.iter().map(|way| way.to).collect();
                let file = folder.join(format!("{first}-{day}-{at}-{number}.fnb"));
                let Some(sent) = device.send(&to, &file, reach)? else {
                    continue;
                };
                let mut is_lost = 0;
                let begun = letters.len();
                for way in group {
                    let days = days(day, way.delay, loss, &mut device.chance);
                    is_lost += u64::from(days.is_empty());
                    letters.extend(days.into_iter().map(|day| Letter {
                        day,
                        to: way.to,
                        file: file.clone(),
                        bytes: sent.bytes,
                    }));
                }
                if letters.len() == begun {
                    std::fs::remove_file(&file)?;
                }
                made.push((sent, is_lost));
            }
            Ok((letters, made))
        })?;
        for (letters, made) in sent {
            for (sent, lost) in made {
                self.played.files[0] += 1;
                self.played.files[2] += lost;
                self.played.making[quarter].push(sent.took);
                self.played.sizes[quarter].push(sent.bytes as f64);
            }
            for letter in letters {
                *self.expected.entry(letter.file.clone()).or_default() += 1;
                self.letters.entry(letter.day).or_default().push(letter);
            }
        }
        self.files += 1;
        Ok(())
    }

    fn deliver(&mut self, day: usize, quarter: usize) -> Outcome<()> {
        let mut come = self.letters.remove(&day).unwrap_or_default();
        // Files of one day are taken in as they happen to lie.
        for last in (1..come.len()).rev() {
            come.swap(last, self.chance.below(last + 1));
        }
        let mut by_device = vec![Vec::new(); self.plan.devices];
        for letter in &come {
            self.played.files[1] += 1;
            self.played.carried += letter.bytes;
            by_device[letter.to].push(letter.file.clone());
        }
        let brought = self.each(|at, device| device.take(&by_device[at]))?;
        for one in brought {
            self.played.taking[quarter].extend(one.took);
            self.played.revisions[0] += one.revisions[0];
            self.played.revisions[1] += one.revisions[1];
        }
        for letter in come {
            if let Some(left) = self.expected.get_mut(&letter.file) {
                *left -= 1;
                if *left == 0 {
                    self.expected.remove(&letter.file);
                    std::fs::remove_file(&letter.file)?;
                }
            }
        }
        Ok(())
    }

    fn follow(&mut self, day: usize) {
        for (at, device) in self.devices.iter_mut().enumerate() {
            let device = device.get_mut().unwrap_or_else(PoisonError::into_inner);
            if !std::mem::take(&mut device.is_changed) {
                continue;
            }
            for one in self
                .followed
                .iter_mut()
                .filter(|one| one.lacking.contains(&at))
            {
                if device.has(&one.change) {
                    one.lacking.remove(&at);
                }
            }
        }
        let days = &mut self.played.days;
        self.followed.retain(|one| {
            let is_everywhere = one.lacking.is_empty();
            if is_everywhere {
                days.push((day - one.day) as f64);
            }
            !is_everywhere
        });
    }

    /// At the hub, once a week: what has several heads, and what of that a person must settle.
    fn look(&mut self, settles: bool) -> Outcome<()> {
        let hub = self.devices[0]
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        let conflicts = conflict::list(&hub.session)?.conflicts;
        for id in &self.shared {
            let heads = record::show(&hub.session, id)?.heads;
            if heads.len() > 1 && self.seen.insert((id.clone(), heads)) {
                match conflicts.iter().any(|line| line.id == *id) {
                    true => self.played.conflicts += 1,
                    false => self.played.merged += 1,
                }
            }
        }
        if settles {
            hub.settle(&self.shared)?;
        }
        Ok(())
    }

    fn finish(mut self, begun: Instant) -> Outcome<Played> {
        let ends = self.each(|_, device| {
            let digest = vault::digest(&device.session).digest;
            Ok((digest, device.written, device.settled))
        })?;
        let mut played = std::mem::take(&mut self.played);
        played.all_equal = ends.iter().all(|end| end.0 == ends[0].0);
        played.devices = self.plan.devices;
        played.weeks = [self.plan.weeks, self.plan.quiet];
        for (_, written, settled) in ends {
            played.changes += written[0];
            played.payload += written[1];
            played.settled += settled;
        }
        let carried = (played.revisions[0] + played.revisions[1]) as f64;
        played.carried_payload = carried * played.payload as f64 / played.changes.max(1) as f64;
        played.nowhere = self.followed.len();
        played.days.sort_by(f64::total_cmp);
        played.seconds = begun.elapsed().as_secs_f64();
        Ok(played)
    }
}
