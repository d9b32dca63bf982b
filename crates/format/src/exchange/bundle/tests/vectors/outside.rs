//! What is wrong around what was signed: the archive and the envelope.

use super::*;

pub(super) fn of_the_archive() -> Vec<Vector> {
    let layout = || refused("bundle_damaged", "layout");
    let twice = |at: usize| {
        members(|members| {
            let one = members[at].clone();
            members.insert(at + 1, one);
        })
    };
    vec![
        inside(
            "tar-entries-twice",
            "entries.bin stands twice",
            layout(),
            twice(2),
        ),
        inside(
            "tar-bodies-twice",
            "bodies.bin stands twice",
            layout(),
            twice(3),
        ),
        inside(
            "tar-file-twice",
            "a content stands twice",
            layout(),
            twice(5),
        ),
        inside(
            "tar-manifest-twice",
            "manifest.json stands twice",
            layout(),
            twice(0),
        ),
        inside(
            "tar-swapped",
            "bodies before entries",
            layout(),
            members(|members| members.swap(2, 3)),
        ),
        inside(
            "tar-lost",
            "the last content is not there",
            layout(),
            members(|members| drop(members.pop())),
        ),
        inside(
            "tar-one-more",
            "a member that nobody announced",
            layout(),
            members(|members| members.push(("one-more".to_owned(), b"content".to_vec()))),
        ),
        inside(
            "tar-climbing-path",
            "a name that climbs out of the folder",
            layout(),
            members(|members| members[2].0 = "../../../etc/passwd".to_owned()),
        ),
        inside(
            "tar-symbolic-link",
            "a symbolic link in the place of a file",
            layout(),
            header(|header| header.set_entry_type(tar::EntryType::Symlink)),
        ),
        inside(
            "tar-other-rights",
            "a header that is spelled in another way",
            layout(),
            header(|header| header.set_mode(0o4777)),
        ),
        inside(
            "tar-no-end",
            "half a gigabyte is announced, and nothing of it is there",
            layout(),
            parts(|parts| parts.manifest["entries"]["bytes"] = (500_u64 << 20).into()),
        ),
        inside(
            "sizes-beyond-all-bounds",
            "a terabyte of entries is announced",
            refused("bundle_too_large", "entries"),
            parts(|parts| parts.manifest["entries"]["bytes"] = (1_u64 << 40).into()),
        ),
        inside(
            "padding-with-content",
            "something else than zeros behind the end",
            layout(),
            {
                let mut tar = parts(|_| ());
                *tar.last_mut().unwrap() = 1;
                tar
            },
        ),
        inside(
            "padding-longer",
            "a block of zeros more than there must be",
            layout(),
            {
                let tar = parts(|_| ());
                [&tar[..], &[0; 512]].concat()
            },
        ),
        inside(
            "padding-shorter",
            "a block of zeros less than there must be",
            layout(),
            {
                let mut tar = parts(|_| ());
                tar.truncate(tar.len() - 512);
                tar
            },
        ),
    ]
}

pub(super) fn of_the_envelope() -> Vec<Vector> {
    let whole = || sealed_with(&parts(|_| ()), WORK);
    let outside = |name, why, expected, bytes| Vector {
        name,
        why,
        expected,
        bytes,
    };
    let replaced = |from: &str, to: &str| {
        let file = whole();
        let at = file
            .windows(from.len())
            .position(|part| part == from.as_bytes())
            .unwrap();
        [&file[..at], to.as_bytes(), &file[at + from.len()..]].concat()
    };
    vec![
        outside(
            "envelope-empty",
            "no byte at all",
            refused("not_a_bundle", ""),
            Vec::new(),
        ),
        outside(
            "envelope-of-another-kind",
            "a file of another kind",
            refused("not_a_bundle", ""),
            b"PK\x03\x04 a zip, say".to_vec(),
        ),
        outside(
            "envelope-cut",
            "the file ends too early",
            refused("bundle_damaged", ""),
            {
                let mut file = whole();
                file.truncate(file.len() - 100);
                file
            },
        ),
        outside(
            "envelope-altered",
            "one bit of what is encrypted",
            refused("bundle_damaged", ""),
            {
                let mut file = whole();
                let at = file.len() - 1_000;
                file[at] ^= 1;
                file
            },
        ),
        outside(
            "envelope-too-much-work",
            "a passphrase that would cost all memory to try",
            refused("bundle_too_large", "envelope"),
            replaced(" 4\n", " 30\n"),
        ),
        outside(
            "envelope-foreign-recipients",
            "encrypted to a kind of recipient that is not ours",
            refused("foreign_recipients", ""),
            replaced("-> scrypt ", "-> X25519 "),
        ),
    ]
}
