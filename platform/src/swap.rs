//! Where memory goes when the machine has too little of it.

use std::path::Path;

/// What the machine does with memory that it has no space for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swap {
    /// There is no swap, or it is in memory only.
    Off,
    /// On a disk, encrypted.
    Encrypted,
    /// On a disk, readable by whoever has the disk, as far as can be seen.
    Plain,
    /// This system does not say.
    Unknown,
}

impl Swap {
    /// A word for programs.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Encrypted => "encrypted",
            Self::Plain => "plain",
            Self::Unknown => "unknown",
        }
    }
}

/// What this machine's swap is, of several areas the worst.
#[must_use]
pub fn swap() -> Swap {
    #[cfg(target_os = "linux")]
    {
        use std::os::unix::fs::MetadataExt;
        let Ok(list) = std::fs::read_to_string("/proc/swaps") else {
            return Swap::Unknown;
        };
        let number = |path: &Path, is_file: bool| {
            let about = std::fs::metadata(path).ok()?;
            Some(if is_file { about.dev() } else { about.rdev() })
        };
        of_list(&list, Path::new("/sys/dev/block"), number)
    }
    #[cfg(not(target_os = "linux"))]
    {
        Swap::Unknown
    }
}

/// Reads `/proc/swaps`. `number` finds the device of an area, or the one that the file of an area is on.
fn of_list(list: &str, devices: &Path, number: impl Fn(&Path, bool) -> Option<u64>) -> Swap {
    let areas = list.lines().skip(1).filter(|line| !line.trim().is_empty());
    let mut worst = Swap::Off;
    for area in areas {
        let mut words = area.split_whitespace();
        let (name, kind) = (words.next().unwrap_or_default(), words.next());
        // Blanks in a name are written as octal numbers.
        let path = name.replace("\\040", " ");
        let is_file = kind == Some("file");
        let one = number(Path::new(&path), is_file)
            .map_or(Swap::Plain, |number| of_device(devices, number, 0));
        worst = match (worst, one) {
            (Swap::Plain, _) | (_, Swap::Plain) => Swap::Plain,
            (Swap::Off, one) => one,
            (worst, _) => worst,
        };
    }
    worst
}

/// A device is encrypted where it, or all that lies below it, is a dm-crypt mapping; zram is memory, unless it writes back to
/// a disk.
fn of_device(devices: &Path, number: u64, depth: u32) -> Swap {
    let (major, minor) = (
        ((number >> 8) & 0xfff) | ((number >> 32) & !0xfff),
        (number & 0xff) | ((number >> 12) & !0xff),
    );
    of_folder(&devices.join(format!("{major}:{minor}")), depth)
}

/// Mappings may lie upon each other, not for ever.
const DEEPEST: u32 = 16;

fn of_folder(device: &Path, depth: u32) -> Swap {
    let said = |name: &str| std::fs::read_to_string(device.join(name)).ok();
    if said("dm/uuid").is_some_and(|uuid| uuid.starts_with("CRYPT-")) {
        return Swap::Encrypted;
    }
    if said("disksize").is_some() && said("mm_stat").is_some() {
        let writes_back = said("backing_dev").is_some_and(|to| to.trim() != "none");
        return if writes_back { Swap::Plain } else { Swap::Off };
    }
    let below = std::fs::read_dir(device.join("slaves"))
        .into_iter()
        .flatten();
    let below: Vec<_> = below.flatten().map(|entry| entry.path()).collect();
    let is_sealed = |path: &std::path::PathBuf| {
        depth < DEEPEST && of_folder(path, depth + 1) == Swap::Encrypted
    };
    if !below.is_empty() && below.iter().all(is_sealed) {
        return Swap::Encrypted;
    }
    Swap::Plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Filename\tType\tSize\tUsed\tPriority\n";

    /// A system with a plain disk 8:1, a mapping 254:0 that is encrypted, a volume 254:1 upon that, and zram 253:0.
    fn swap_of(list: &str) -> Swap {
        let devices = tempfile::tempdir().expect("a folder");
        let write = |path: &str, text: &str| {
            let path = devices.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, text).expect("written");
        };
        write("8:1/size", "1");
        write("254:0/dm/uuid", "CRYPT-LUKS2-0123-swap\n");
        write("254:1/dm/uuid", "LVM-0123\n");
        write("254:1/slaves/dm-0/dm/uuid", "CRYPT-LUKS2-0123-disk\n");
        write("253:0/disksize", "1");
        write("253:0/mm_stat", "0 0");
        write("253:0/backing_dev", "none\n");
        write("253:1/disksize", "1");
        write("253:1/mm_stat", "0 0");
        write("253:1/backing_dev", "/dev/sda2\n");
        let number = |path: &Path, _: bool| match path.to_str()? {
            "/dev/sda1" | "/swap file" => Some(8 << 8 | 1),
            "/dev/dm-0" => Some(254 << 8),
            "/dev/dm-1" => Some(254 << 8 | 1),
            "/dev/zram0" => Some(253 << 8),
            "/dev/zram1" => Some(253 << 8 | 1),
            _ => None,
        };
        of_list(&format!("{HEAD}{list}"), devices.path(), number)
    }

    #[test]
    fn without_an_area_there_is_no_swap() {
        assert_eq!(swap_of(""), Swap::Off);
        assert_eq!(swap_of("/dev/zram0 partition 1 0 100\n"), Swap::Off);
    }

    #[test]
    fn what_lies_on_a_mapping_that_is_encrypted_is_encrypted() {
        assert_eq!(swap_of("/dev/dm-0 partition 1 0 -2\n"), Swap::Encrypted);
        assert_eq!(swap_of("/dev/dm-1 partition 1 0 -2\n"), Swap::Encrypted);
    }

    #[test]
    fn of_several_the_worst_counts() {
        assert_eq!(swap_of("/dev/sda1 partition 1 0 -2\n"), Swap::Plain);
        assert_eq!(swap_of("/swap\\040file file 1 0 -2\n"), Swap::Plain);
        assert_eq!(swap_of("/dev/zram1 partition 1 0 -2\n"), Swap::Plain);
        assert_eq!(swap_of("/dev/unknown partition 1 0 -2\n"), Swap::Plain);
        let both = "/dev/dm-0 partition 1 0 -2\n/dev/sda1 partition 1 0 -3\n";
        assert_eq!(swap_of(both), Swap::Plain);
        let both = "/dev/zram0 partition 1 0 100\n/dev/dm-0 partition 1 0 -2\n";
        assert_eq!(swap_of(both), Swap::Encrypted);
    }
}
